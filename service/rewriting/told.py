"""What a rewritten summary consists of: frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from service.grounding import Kind
from service.text.spans import Span


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of the summary: the model's own, or, with a `span`, the article's.

    `sources` are the article's sentences that it rests on, `score` the share of its words that
    they have.
    """

    text: str
    sources: tuple[Span, ...]
    score: float
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that the model wrote without the article's support.

    `span` is in the summary: the words themselves, or, where they were `replaced`, the sentence
    that stands there instead.
    """

    text: str
    kind: Kind
    span: Span
    replaced: bool


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reader should know about how the summary was made."""

    code: str
    detail: str
