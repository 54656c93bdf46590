"""The few seams: what the service needs of things that are not ours, each in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from service.brief import Brief, ModelName
from service.encoding.encoding import Encoding
from service.errors import UnknownModel
from service.jobs import Job, Outcome
from service.options import SummaryOptions
from service.text.spans import Span


class Encoder(Protocol):
    """Reads the sentences of a text once; the same sentences always give the same numbers."""

    def encode(self, text: str, sentences: Sequence[Span]) -> Encoding: ...


class Rewriter(Protocol):
    """Shortens a text in its own words; the same text always gives the same drafts."""

    @property
    def window(self) -> int:
        """How many tokens it reads at once."""

    def tokens(self, text: str) -> int:
        """How many of them `text` takes."""

    def write(self, text: str, options: SummaryOptions, *, seconds: float) -> tuple[str, ...]:
        """Drafts, the likeliest first; raises DeadlineExceeded when `seconds` are over."""


class Rewriters(Protocol):
    """The rewriters that are installed, loaded when they are first asked for."""

    def name(self, asked: str | None) -> ModelName:
        """What `asked`, or the default, calls itself; raises UnknownModel."""

    def load(self, asked: str | None) -> Rewriter:
        """The rewriter of that name; raises UnknownModel or ModelError."""


class NoRewriters:
    """What is installed where nothing is."""

    def name(self, asked: str | None) -> ModelName:
        raise UnknownModel(
            f"no abstractive model is installed{f', {asked!r} neither' if asked else ''}; "
            "`briefs models add` installs one",
            field="summary.model" if asked else "summary.mode",
        )

    def load(self, asked: str | None) -> Rewriter:
        raise AssertionError(f"there is no {self.name(asked)}")


@dataclass(frozen=True, slots=True)
class Models:
    """What reads the articles and what it calls itself, and who can put them in other words."""

    encoder: Encoder
    name: ModelName
    rewriters: Rewriters = field(default_factory=NoRewriters)

    def names(self, options: SummaryOptions) -> tuple[ModelName, ...]:
        """The one that reads and, if `options` want it, the one that writes.

        Raises UnknownModel, with the names of those that are there.
        """
        if options.mode == "abstractive":
            return self.name, self.rewriters.name(options.model)
        if options.model not in (None, self.name.name):
            raise UnknownModel(
                f"no model is called {options.model!r}; the extractive model here is "
                f"{self.name.name}; the others are for summary.mode: abstractive",
                field="summary.model",
            )
        return (self.name,)


class Watch(Protocol):
    """Is told when a stage of the work begins and ends, and tells how long that may take."""

    def stage(self, name: str) -> AbstractContextManager[None]: ...

    def left(self) -> float:
        """The seconds until whoever asked gives up waiting; infinite if they don't."""


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
