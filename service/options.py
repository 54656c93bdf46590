"""What a caller may ask for, beside the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Mode = Literal["extractive", "abstractive"]
LongArticles = Literal["select", "map"]
OffsetUnit = Literal["codepoint", "utf16", "utf8"]

MAX_SENTENCES = 20


@dataclass(frozen=True, slots=True)
class SummaryOptions:
    """How long the summary may be, and who writes it.

    `sentences` is how many are wanted; `words`, if given, is a ceiling that comes first.
    """

    mode: Mode = "extractive"
    sentences: int = 3
    words: int | None = None
    model: str | None = None  # of the model store; None is the mode's default
    # How an article goes into a model that can't read all of it at once: its most salient
    # sentences, in one go; or section by section, and the sections' summaries summed up.
    long: LongArticles = "select"


@dataclass(frozen=True, slots=True)
class BriefOptions:
    """Everything about a brief that isn't the article."""

    summary: SummaryOptions = SummaryOptions()
    max_actors: int = 10
    offsets: OffsetUnit = "codepoint"
    include_text: bool | None = None  # None: only where the text isn't what was sent
