"""Bytes beside a DynamoDB item: in it where they fit, else in S3."""

from __future__ import annotations

import zlib
from typing import Any

# An item may have 400 KB; this leaves room for everything else in it.
INLINE = 300_000


class Blobs:
    """Packs bytes into an attribute, and unpacks them; large ones lie in `bucket` under `prefix`.

    What lies in the bucket is removed by the bucket's lifecycle, after the items have expired.
    """

    def __init__(self, s3: Any, bucket: str, prefix: str) -> None:
        self._s3 = s3
        self._bucket = bucket
        self._prefix = prefix

    def pack(self, name: str, content: bytes) -> bytes | str:
        """`content`, compressed; or the key under which it now lies."""
        packed = zlib.compress(content)
        if len(packed) <= INLINE:
            return packed
        key = f"{self._prefix}{name}"
        self._s3.put_object(Bucket=self._bucket, Key=key, Body=packed)
        return key

    def unpack(self, attribute: Any) -> bytes:
        """What was packed; raises botocore's ClientError where the bucket has lost it."""
        if isinstance(attribute, str):
            packed = self._s3.get_object(Bucket=self._bucket, Key=attribute)["Body"].read()
        else:
            packed = bytes(attribute)  # boto3 wraps it
        return zlib.decompress(packed)
