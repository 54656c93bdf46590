"""What the environment of a function says, beside what it says to every server."""

from __future__ import annotations

from pydantic import Field

from service.errors import InvalidRequest
from service.settings import Names, Settings, settings_of


class CloudSettings(Settings):
    """The stack sets these; a function without them keeps no jobs, and its cache in memory."""

    cache_table: str | None = None
    jobs_table: str | None = None
    idempotency_table: str | None = None
    jobs_queue: str | None = None  # a URL
    bucket: str | None = None  # for what is too large for a table, and for bulk
    gateway_keys: bool = False  # the gateway before the function asks for keys
    job_lease_seconds: int = Field(default=300, gt=0)  # the worker's timeout
    # Models beside the embedded one: s3://bucket/prefix@sha256 of its manifest, and commas.
    s3_models: Names = ()

    @property
    def keeps_jobs(self) -> bool:
        return bool(self.jobs_table and self.jobs_queue and self.bucket)


def cloud_settings() -> CloudSettings:
    """The settings; raises InvalidRequest that names the variable at fault."""
    return settings_of(CloudSettings)


def needed(value: str | None, name: str) -> str:
    """`value`, without which this function can't work."""
    if value is None:
        raise InvalidRequest(f"{name} is not set", field=name)
    return value
