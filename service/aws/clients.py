"""The one place that makes AWS clients: every call is bounded in time and in tries."""

from __future__ import annotations

from typing import Any

import boto3
from botocore.config import Config


def client(service: str, *, seconds: float = 5, tries: int = 3) -> Any:
    """A client of `service`; a call waits `seconds` for each answer, `tries` times."""
    return boto3.client(service, config=_config(seconds, tries))


def dynamodb(*, seconds: float = 5, tries: int = 3) -> Any:
    """A DynamoDB client that takes and gives Python's own values, and is safe between threads."""
    return boto3.resource("dynamodb", config=_config(seconds, tries)).meta.client


def _config(seconds: float, tries: int) -> Config:
    return Config(
        connect_timeout=min(2, seconds),
        read_timeout=seconds,
        retries={"mode": "standard", "total_max_attempts": tries},
    )
