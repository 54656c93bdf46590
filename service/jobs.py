"""The same work, later: what a job is."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

JobStatus = Literal["queued", "running", "succeeded", "failed"]


@dataclass(frozen=True, slots=True)
class JobRequest:
    """A request as it came in, to be read again by whoever does the job."""

    content_type: str
    query: str
    body: bytes = field(repr=False)

    @property
    def digest(self) -> str:
        """The same for the same request."""
        head = f"{self.content_type}\n{self.query}\n".encode()
        return hashlib.sha256(head + self.body).hexdigest()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: the JSON of a brief or of a problem, one of the two."""

    brief: str | None = field(default=None, repr=False)
    problem: str | None = None

    def __post_init__(self) -> None:
        if (self.brief is None) == (self.problem is None):
            raise ValueError("an outcome is a brief or a problem")

    @property
    def status(self) -> JobStatus:
        return "failed" if self.brief is None else "succeeded"


@dataclass(frozen=True, slots=True)
class Job:
    """An article that somebody will ask for later.

    `owner` is who may ask; `key` is their Idempotency-Key. A job that is over has an outcome and
    has forgotten its request, but not the request's digest.
    """

    id: str
    created: datetime
    expires: datetime
    digest: str
    owner: str = ""
    key: str | None = None
    request: JobRequest | None = None
    status: JobStatus = "queued"
    outcome: Outcome | None = None
