"""What only looks like a time: May the person, $2019, Route 66."""

from __future__ import annotations

import re

from service.dates import english_context as english
from service.dates.meaning import (
    At,
    Calendar,
    Current,
    Exact,
    Lasting,
    Meaning,
    Modified,
    Shifted,
    Vague,
)
from service.dates.tense import Direction
from service.text.spans import Span

_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ .-]{1,2}$")
_WORD_AFTER = re.compile(r"[ -]([^\W\d_]+)")
_FIGURES_BEFORE = re.compile(r"[\d-]{1,12}$")
_FIGURES_AFTER = re.compile(r"[\d-]{1,12}")
_YEAR_ROW = re.compile(r"-?(?:\d{4}-)?\d{4}(?:-|-\d\d(?:\d\d)?)?")
_MONEY = tuple("$£€¥#")


def is_time(text: str, span: Span, meaning: Meaning) -> bool:
    """Whether an expression the grammar accepts is one where it stands."""
    before = text[max(0, span.start - 1) : span.start]
    after = text[span.end : span.end + 1]
    if before.isalnum() or after.isalnum() or before in _MONEY:
        return False
    words = span.of(text)
    if isinstance(meaning, Calendar):
        return _is_place(meaning, text, span)
    if isinstance(meaning, Lasting | Current | Shifted) and _is_hyphened(text, span):
        return False  # "a year-earlier loss", "the 6-year-old"
    if isinstance(meaning, Shifted) and words.endswith((" before", " after")):
        # "the day before" hangs on the last date; "the day before they met" on no date at all.
        following = _WORD_AFTER.match(text[span.end : span.end + 20])
        return following is None or following.group(1).lower() in english.AFTER_ANAPHOR
    if isinstance(meaning, Lasting) and words.startswith("last "):
        # "It may last two hours": after a helping verb, "last" is a verb too.
        words_before = text[max(0, span.start - 12) : span.start].lower().split()
        helping = words_before[-1] if words_before else ""
        return helping not in english.BEFORE_VERB and not helping.endswith("n't")
    if isinstance(meaning, Lasting):
        return words.lower() not in english.BARE_PLURALS
    if isinstance(meaning, Vague) and words.lower() == "soon":
        return (
            text[span.end : span.end + 4] != " as " and text[span.end : span.end + 7] != " after "
        )
    if isinstance(meaning, At) and words[-1] in "ap" and words[:-1].isdigit():
        # "at 7p" is a time; "4a" is a flat, a clause or a form.
        last = text[max(0, span.start - 8) : span.start].lower().split()[-1:]
        return last != [] and last[0] in english.BEFORE_HOUR
    if isinstance(meaning, Modified) and isinstance(meaning.meaning, Exact):
        value = meaning.meaning.value
        return len(value) != 4 or "1500" <= value <= "2100"
    if isinstance(meaning, Exact) and words.isdigit() and len(words) == 4:
        return _is_year(words, text, span)
    return True


def _is_hyphened(text: str, span: Span) -> bool:
    return text[span.end : span.end + 1] == "-" and text[span.end + 1 : span.end + 2].isalpha()


def _is_place(meaning: Calendar, text: str, span: Span) -> bool:
    words = span.of(text)
    before = text[max(0, span.start - 12) : span.start].split()
    last = before[-1].lower() if before else ""
    if words in english.NAMES:
        return False
    if words in english.DOUBTFUL_MONTHS:
        return last in english.BEFORE_MONTH or last.startswith("mid")
    if words in english.LOWER_MONTHS:
        return last in english.BEFORE_LOWER_MONTH
    if meaning.day and not meaning.month and not meaning.weekday:
        return last in english.BEFORE_DAY
    if words.lower() in english.SEASONS:
        return last in english.BEFORE_SEASON
    return True


def _is_year(words: str, text: str, span: Span) -> bool:
    """Whether four figures are a year: not "2000 people", not "Route 1500"."""
    if not "1500" <= words <= "2100" or not _is_year_row(text, span):
        return False
    before = _WORD_BEFORE.search(text[max(0, span.start - 16) : span.start])
    after = _WORD_AFTER.match(text[span.end : span.end + 20])
    if before and before.group(1).lower() in english.NUMBERED_THINGS:
        return False
    if before and len(before.group(1)) > 1 and before.group(1).isupper():
        return False  # "Airbus A350", "ABC 2000"
    return not (after and after.group(1).lower() in english.COUNTED_THINGS)


def _is_year_row(text: str, span: Span) -> bool:
    """Whether the figures joined to a year by hyphens make no telephone number of it."""
    before = _FIGURES_BEFORE.search(text[max(0, span.start - 12) : span.start])
    after = _FIGURES_AFTER.match(text[span.end : span.end + 12])
    row = (before.group() if before else "") + span.of(text) + (after.group() if after else "")
    return _YEAR_ROW.fullmatch(row) is not None


def refine(text: str, span: Span, meaning: Meaning, direction: Direction) -> Meaning:
    """What the words beside an expression change in its meaning."""
    if isinstance(meaning, Current) and meaning.unit == "Y":
        following = text[span.end : span.end + 8].strip().lower()
        if following.startswith(("ended", "ending")):
            # The year ended Sept. 30 is not this calendar year, but a year's length.
            return Lasting(((1, "Y"),))
    if isinstance(meaning, Lasting) and not meaning.side and direction >= 0:
        # "He will leave in two weeks": a time ahead; "in two weeks he wrote it" is a length.
        before = text[max(0, span.start - 4) : span.start].lower().strip()
        return _ahead(meaning) if before == "in" else meaning
    return meaning


def _ahead(length: Lasting) -> Meaning:
    timed = any(unit.startswith("T") for _, unit in length.amount)
    return length if timed else Shifted(length.amount, 1)
