"""What goes in: an article, read but never edited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from service.text.spans import Span

PublishedBasis = Literal["given", "metadata", "text", "none"]


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared, and how that is known."""

    when: date | datetime | None = None
    basis: PublishedBasis = "none"

    def __post_init__(self) -> None:
        if (self.when is None) != (self.basis == "none"):
            raise ValueError("a published date has a basis, and only then")


@dataclass(frozen=True, slots=True)
class Article:
    """A text with what was found out while reading it.

    `text` is what every span counts in: what the caller sent, unchanged, or what was extracted from
    their page. `paragraphs` are the parts of it that are the article, in order, without title and
    furniture (navigation, bylines, datelines, advertising); nothing outside them is ever quoted.
    """

    text: str
    paragraphs: tuple[Span, ...]
    title: str | None = None
    title_span: Span | None = None  # where the title stands in `text`, if it does
    published: Published = Published()
    language: str = "en"  # ISO 639-1
    url: str | None = None
    extracted: bool = False  # whether `text` differs from what the caller sent

    def __post_init__(self) -> None:
        if not self.paragraphs:
            raise ValueError("an article has at least one paragraph")
        if any(a.end > b.start for a, b in zip(self.paragraphs, self.paragraphs[1:], strict=False)):
            raise ValueError("paragraphs are in order and don't overlap")
        if self.paragraphs[-1].end > len(self.text):
            raise ValueError("paragraphs lie inside the text")

    @property
    def words(self) -> int:
        """How many words the paragraphs have, counted between white space."""
        return sum(len(paragraph.of(self.text).split()) for paragraph in self.paragraphs)
