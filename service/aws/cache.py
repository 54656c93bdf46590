"""Briefs in a DynamoDB table."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError
from pydantic import ValidationError

from service.aws.blobs import INLINE
from service.brief import Brief

log = logging.getLogger(__name__)


class DynamoCache:
    """A `BriefCache` in `table`, whose items expire; a brief too large for an item is made again.

    The table has the key `fingerprint` and the time to live `ttl`.
    """

    def __init__(
        self,
        dynamodb: Any,
        table: str,
        *,
        now: Callable[[], datetime],
        max_age: timedelta = timedelta(days=30),
    ) -> None:
        self._dynamodb = dynamodb
        self._table = table
        self._now = now
        self._max_age = max_age

    def get(self, fingerprint: str) -> Brief | None:
        try:
            found = self._dynamodb.get_item(
                TableName=self._table, Key={"fingerprint": fingerprint}
            ).get("Item")
            # DynamoDB removes what has expired when it gets round to it: within days.
            if not found or found["ttl"] <= self._now().timestamp():
                return None
            return Brief.model_validate_json(zlib.decompress(bytes(found["brief"])))
        except (BotoCoreError, ClientError, ValidationError, zlib.error) as error:
            log.warning("the brief cache failed: %s", type(error).__name__)
            return None

    def put(self, fingerprint: str, brief: Brief) -> None:
        packed = zlib.compress(brief.model_dump_json().encode())
        if len(packed) > INLINE:
            return
        expires = int((self._now() + self._max_age).timestamp())
        try:
            self._dynamodb.put_item(
                TableName=self._table,
                Item={"fingerprint": fingerprint, "brief": packed, "ttl": expires},
            )
        except (BotoCoreError, ClientError) as error:
            log.warning("the brief cache failed: %s", type(error).__name__)
