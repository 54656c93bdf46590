"""What comes out: a brief, and the proof that it quotes.

The models are the API's answer, field for field (names and meaning: the OpenAPI page). Everything
with `text`, `start` and `end` is a quote: `article_text[start:end] == text`, half-open, counted in
Unicode code points until `service.http.offsets` is asked for another unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from service.article import PublishedBasis
from service.options import Mode

ActorType = Literal["person", "organization", "place", "group", "other"]
DateType = Literal["DATE", "TIME", "DURATION", "SET"]
DateBasis = Literal["explicit", "published", "mentioned", "none"]


class Answer(BaseModel):
    """A part of the answer; frozen, and nothing but what is named."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(Answer):
    """Characters [start, end) of the article's text."""

    start: int
    end: int


class Quote(Place):
    """Words of the article and where they stand."""

    text: str


class ModelName(Answer):
    """Which model made this."""

    name: str
    version: str


class ArticleFacts(Answer):
    """What was read, and how much of it."""

    title: str | None
    url: str | None
    language: str
    published: str | None
    published_basis: PublishedBasis
    words: int
    characters: int
    characters_read: int
    text: str | None = None


class SummarySentence(Answer):
    """A sentence of the summary, and who is in it.

    A quoted one has its place in the article, and as `score` how much of the article's point it
    carries, 0 to 1. One in a model's own words has null for `start` and `end`; its `sources` are
    the sentences of the article that it rests on, its `score` the share of its words they have.
    """

    text: str
    start: int | None
    end: int | None
    score: float
    sources: tuple[Quote, ...] = ()
    actors: tuple[str, ...] = ()


class Unsupported(Answer):
    """Something a model wrote that the article doesn't say; the place is in `summary.text`.

    Where it was `replaced`, the sentence that stands there instead is what the place covers, and
    the summary no longer says it.
    """

    text: str
    kind: Literal["name", "number", "date", "quotation"]
    start: int
    end: int
    replaced: bool = False


class Summary(Answer):
    """What happened."""

    mode: Mode
    model: ModelName | None = None  # what wrote it, where it isn't quoted
    text: str
    sentences: tuple[SummarySentence, ...]
    unsupported: tuple[Unsupported, ...] = ()


class Actor(Answer):
    """Who matters: one person, organisation, place or group under all their names."""

    name: str
    type: ActorType
    role: str | None
    role_span: Place | None
    aliases: tuple[str, ...]
    salience: float
    mentions: tuple[Quote, ...]


class DateMention(Quote):
    """When: an expression of time and what it means (TIMEX3, ISO-TimeML)."""

    type: DateType
    value: str | None
    mod: str | None
    earliest: date | None
    latest: date | None
    basis: DateBasis
    sentence: Place
    actors: tuple[str, ...]


class TimelineEntry(Answer):
    """A dated sentence."""

    date: str
    sentence: Quote
    actors: tuple[str, ...]


# The code of the warning that a slower answer would have been another one.
LATE = "deadline"


class BriefWarning(Answer):
    """Something the reader of a brief should know about how it was made."""

    code: str
    detail: str


class Brief(Answer):
    """One article, in short."""

    id: str
    model: ModelName
    article: ArticleFacts
    summary: Summary
    actors: tuple[Actor, ...]
    dates: tuple[DateMention, ...]
    timeline: tuple[TimelineEntry, ...]
    warnings: tuple[BriefWarning, ...] = ()

    @property
    def final(self) -> bool:
        """Whether more time would have made no difference."""
        return all(warning.code != LATE for warning in self.warnings)

    def quotes(self) -> Iterator[Quote]:
        """Every quote of the article in this brief."""
        for sentence in self.summary.sentences:
            if sentence.start is not None and sentence.end is not None:
                yield Quote(text=sentence.text, start=sentence.start, end=sentence.end)
            yield from sentence.sources
        for actor in self.actors:
            yield from actor.mentions
            if actor.role is not None and actor.role_span is not None:
                span = actor.role_span
                yield Quote(text=actor.role, start=span.start, end=span.end)
        yield from self.dates
        yield from (entry.sentence for entry in self.timeline)


def prove(brief: Brief, text: str) -> Brief:
    """`brief`, if each quote stands in `text` where it says; a bug is raised, not mended."""
    for quote in brief.quotes():
        if text[quote.start : quote.end] != quote.text:
            raise AssertionError(f"not a quote: {quote!r}")
    return brief
