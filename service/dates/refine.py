"""What the words beside an expression change in its meaning."""

from __future__ import annotations

import re

from service.dates import english_context as english
from service.dates.holidays import NAMED_DAYS
from service.dates.meaning import (
    Calendar,
    Current,
    Exact,
    Lasting,
    Meaning,
    Repeated,
    Shifted,
    Vague,
)
from service.dates.tense import Direction
from service.dates.words import next_word, word_before
from service.text.spans import Span

_COUNTED = re.compile(r"\d%?$")


def refine(text: str, span: Span, meaning: Meaning, direction: Direction) -> Meaning:
    """`meaning` as it is meant where it stands."""
    match meaning:
        case Current(unit="Y") if next_word(text, span) in ("ended", "ending"):
            # The year ended Sept. 30 is not this calendar year, but a year's length.
            return Lasting(((1, "Y"),))
        case Calendar(month=int(month), day=int(day)) if (month, day) in NAMED_DAYS:
            # The Sept. 11 attacks are those of 2001, whenever they are spoken of.
            spoken_of = next_word(text, span).lower() in english.ATTACKED
            year = NAMED_DAYS[month, day]
            return Exact(f"{year}-{month:02}-{day:02}") if spoken_of else meaning
        case Shifted(whole_units=True, sign=-1, amount=((1, unit),)) if unit in "WMYE":
            return _up_to_now(text, span, meaning)
        case Lasting(side=0):
            return _length(text, span, meaning, direction)
        case _:
            return meaning


def _up_to_now(text: str, span: Span, before: Shifted) -> Meaning:
    """over the last decade, for the last year: the time up to now, not the calendar's last one."""
    words, last = span.of(text).lower(), word_before(text, span)
    decade = before.amount[0][1] == "E" and last in english.DURING_DECADE
    through = words.startswith(("the last ", "the past ")) and (last == "for" or decade)
    return Lasting(before.amount, -1) if through else before


def _length(text: str, span: Span, length: Lasting, direction: Direction) -> Meaning:
    words = span.of(text).lower()
    last = word_before(text, span)
    if words == "some day" or (words == "one day" and direction > 0):
        return Vague("FUTURE_REF")
    if words.startswith(("a ", "an ")) and _is_rate(last):
        count, unit = length.amount[0]
        return Repeated(f"PT{count:g}{unit[1]}" if unit.startswith("T") else f"P{count:g}{unit}")
    if last == "in" and direction > 0 and not _is_timed(length):
        # "He will leave in two weeks": a time ahead; "in two weeks he wrote it" is a length.
        return Shifted(length.amount, 1)
    return length


def _is_rate(last: str) -> bool:
    """Whether what stands before "a year" is a number of things: $2 million a year."""
    return last in english.COUNTED_BY or _COUNTED.search(last) is not None


def _is_timed(length: Lasting) -> bool:
    return any(unit.startswith("T") for _, unit in length.amount)
