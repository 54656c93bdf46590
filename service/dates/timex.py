"""What the date stage says about an article: frozen values, after TIMEX3 (ISO-TimeML)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from service.text.spans import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Basis = Literal["explicit", "published", "mentioned", "none"]


@dataclass(frozen=True, slots=True)
class Timex:
    """One normalised time; `earliest` and `latest` are the first and last day it can mean.

    `value` is None where nothing honest can be said; `mod` is a TIMEX3 modifier or None.
    """

    type: TimexType
    value: str | None
    mod: str | None = None
    earliest: date | None = None
    latest: date | None = None

    def __post_init__(self) -> None:
        if (self.earliest is None) != (self.latest is None):
            raise ValueError("a time has both bounds or none")
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"bounds are the wrong way round: {self.earliest} > {self.latest}")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression: where it stands, what it means, and what that meaning hangs on."""

    span: Span
    timex: Timex
    basis: Basis
    sentence: Span

    def __post_init__(self) -> None:
        if not self.sentence.contains(self.span):
            raise ValueError(f"{self.span} is not in its sentence {self.sentence}")
