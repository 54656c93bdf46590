"""What the environment says, read once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import AliasChoices, Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from service.errors import InvalidRequest
from service.limits import Limits

_LIMITS = Limits()
Names = Annotated[tuple[str, ...], NoDecode]  # separated by commas


def _state_folder() -> Path:
    """Where programs keep what should outlive them; never raises, not even without a home."""
    home = os.environ.get("XDG_STATE_HOME") or os.path.expanduser("~/.local/state")
    return Path(home) / "article-briefs"


class Settings(BaseSettings):
    """Each setting is `BRIEFS_` and its name in capitals, but for `API_KEYS_SHA256`."""

    model_config = SettingsConfigDict(env_prefix="BRIEFS_", frozen=True, extra="ignore")

    # Who may ask: the sha256 of each key, in hexadecimal; none is everybody.
    api_keys_sha256: Names = Field(default=(), validation_alias=AliasChoices("API_KEYS_SHA256"))
    cors_origins: Names = ()
    # Names of this server; none: localhost, on loopback, and any name elsewhere or with a key.
    hosts: Names = ()

    models: Path | None = None  # the model store; None is the one that came with the package
    threads: int = Field(default=0, ge=0)  # of the model's arithmetic; 0 is every core
    rewriter_bytes: int = Field(default=0, ge=0)  # weights kept loaded; 0 is half of the memory

    data: Path = Field(default_factory=_state_folder)  # cache and jobs
    cache: bool = True
    cache_bytes: int = Field(default=256_000_000, ge=0)
    cache_days: float = Field(default=30, gt=0)
    jobs: bool = True
    job_hours: float = Field(default=24, gt=0)

    # None: only where nobody else can ask, on a server that listens on loopback.
    fetch: bool | None = None
    fetch_allowed: Names = ()  # host:port that is fetched from unchecked, for tests and intranets
    fetch_seconds: float = Field(default=10, gt=0)
    fetch_bytes: int = Field(default=5_000_000, gt=0)  # as received
    fetch_unpacked_bytes: int = Field(default=20_000_000, gt=0)

    body_bytes: int = Field(default=_LIMITS.body_bytes, gt=0)
    characters: int = Field(default=_LIMITS.characters, gt=0)
    batch: int = Field(default=_LIMITS.batch, gt=0, le=25)
    concurrent: int = Field(default=max(2, os.cpu_count() or 1), gt=0)
    seconds: float = Field(default=_LIMITS.seconds, gt=0)
    # What is not written by then is quoted instead; jobs may take their `job_seconds`.
    deadline_seconds: float = Field(default=_LIMITS.deadline_seconds, gt=0)
    job_seconds: float = Field(default=_LIMITS.job_seconds, gt=0)
    queued_jobs: int = Field(default=_LIMITS.queued_jobs, gt=0)

    metrics: bool = False  # GET /metrics

    @field_validator(
        "api_keys_sha256",
        "cors_origins",
        "hosts",
        "fetch_allowed",
        "s3_models",
        mode="before",
        check_fields=False,  # the last is a cloud's
    )
    @classmethod
    def _split(cls, value: Any) -> Any:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @field_validator("api_keys_sha256")
    @classmethod
    def _digests(cls, digests: tuple[str, ...]) -> tuple[str, ...]:
        for digest in digests:
            if len(digest) != 64 or not set(digest.lower()) <= set("0123456789abcdef"):
                raise ValueError("a sha256 has 64 hexadecimal digits: printf %s KEY | sha256sum")
        return digests

    @property
    def limits(self) -> Limits:
        """The part of the settings that callers meet."""
        return Limits(
            body_bytes=self.body_bytes,
            characters=self.characters,
            batch=self.batch,
            concurrent=self.concurrent,
            seconds=self.seconds,
            deadline_seconds=self.deadline_seconds,
            job_seconds=self.job_seconds,
            queued_jobs=self.queued_jobs,
        )


S = TypeVar("S", bound=Settings)


def read_settings() -> Settings:
    """The settings; raises InvalidRequest that names the variable at fault."""
    return settings_of(Settings)


def settings_of(kind: type[S]) -> S:
    """The same, for a kind of settings that has more."""
    try:
        return kind()
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = str(first["loc"][0]).upper()
        name = name if name == "API_KEYS_SHA256" else f"BRIEFS_{name}"
        raise InvalidRequest(f"{name}: {first['msg']}", field=name) from None
