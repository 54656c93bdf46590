"""The few seams: what the service needs of things that are not ours, each in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from service.brief import Brief, ModelName
from service.encoding.encoding import Encoding
from service.jobs import Job, Outcome
from service.text.spans import Span


class Encoder(Protocol):
    """Reads the sentences of a text once; the same sentences always give the same numbers."""

    def encode(self, text: str, sentences: Sequence[Span]) -> Encoding: ...


@dataclass(frozen=True, slots=True)
class Models:
    """What reads the articles, and what it calls itself."""

    encoder: Encoder
    name: ModelName


class Watch(Protocol):
    """Is told when a stage of the work begins and ends; it changes nothing."""

    def stage(self, name: str) -> AbstractContextManager[None]: ...


class BriefCache(Protocol):
    """Remembers briefs by fingerprint; a failing cache answers None, it never raises."""

    def get(self, fingerprint: str) -> Brief | None: ...

    def put(self, fingerprint: str, brief: Brief) -> None: ...


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a URL led to: where it ended, what its sender calls it, and its bytes, unpacked."""

    url: str
    media_type: str
    charset: str | None
    body: bytes = field(repr=False)


class Fetcher(Protocol):
    """GETs a page of the public internet, bounded in time and size, or says why not."""

    def fetch(self, url: str) -> Fetched: ...


class JobStore(Protocol):
    """Keeps each job until it expires; a job gets one outcome, and it is the first."""

    def add(self, job: Job) -> Job:
        """`job`, kept and on its way to a worker; or the one that its owner's key stands for."""

    def get(self, id: str) -> Job | None:
        """The job, unless it has expired."""

    def start(self, id: str) -> Job | None:
        """The job with its request, now running; None where there is nothing left to do."""

    def finish(self, id: str, outcome: Outcome) -> bool:
        """Whether `outcome` is now the job's; not where it has one already."""


class JobQueue(Protocol):
    """Offers each job that waits to a worker, again if that worker dies."""

    def next(self, *, wait: float) -> str | None:
        """The id of a job, or None when none came for `wait` seconds."""
