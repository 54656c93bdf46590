"""What only looks like a time: May the person, $2019, Route 66."""

from __future__ import annotations

import re
from collections.abc import Callable

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
# Four figures alone are a year of the printed page's age, not a count or a quantity.
_FIRST_YEAR, _LAST_YEAR = "1500", "2100"
_MONEY = tuple("$£€¥#")


def is_time(text: str, span: Span, meaning: Meaning) -> bool:
    """Whether an expression the grammar accepts is one where it stands."""
    before = text[max(0, span.start - 1) : span.start]
    after = text[span.end : span.end + 1]
    if before.isalnum() or after.isalnum():
        return False
    if text[max(0, span.start - 2) : span.start].strip() in _MONEY:
        return False
    if after == "-" and isinstance(meaning, Lasting | Current | Shifted):
        # "a year-earlier loss", "the 6-year-old"
        return not text[span.end + 1 : span.end + 2].isalpha()
    guard = _GUARDS.get(type(meaning))
    return guard is None or guard(meaning, text, span)


def _word_before(text: str, span: Span) -> str:
    words = text[max(0, span.start - 12) : span.start].lower().split()
    return words[-1] if words else ""


def _is_anaphor(_: Shifted, text: str, span: Span) -> bool:
    """ "the day before" hangs on the last date; "the day before they met" on no date at all."""
    if not span.of(text).endswith((" before", " after")):
        return True
    following = _WORD_AFTER.match(text[span.end : span.end + 20])
    return following is None or following.group(1).lower() in english.AFTER_ANAPHOR


def _is_length(_: Lasting, text: str, span: Span) -> bool:
    """Not "last two hours" after a helping verb, where "last" is a verb too."""
    words = span.of(text)
    if words.startswith("last "):
        helping = _word_before(text, span)
        return helping not in english.BEFORE_VERB and not helping.endswith("n't")
    if words.lower().startswith("the ") and "-" in words:
        return False  # "the two-week trip" names a trip; its length is two weeks
    if words.startswith("many "):
        return _word_before(text, span) not in ("how", "so", "too", "many,")
    if words.lower() in english.BARE_UNITS:
        return _word_before(text, span) in english.BEFORE_BARE_UNIT
    return words.lower() not in english.BARE_PLURALS


def _is_reference(_: Vague, text: str, span: Span) -> bool:
    """Not the "soon" of "as soon as", nor the "now" of "every now and then"."""
    words = span.of(text).lower()
    following = _WORD_AFTER.match(text[span.end : span.end + 20])
    if words == "now":
        return _word_before(text, span) != "every"
    if following is None:
        return True
    if words.endswith("past"):
        return following.group(1).lower() not in english.COUNTERS
    return words != "soon" or following.group(1).lower() not in english.AFTER_SOON


def _is_hour(_: At, text: str, span: Span) -> bool:
    """ "at 7p" is a time; "4a" is a flat, a clause or a form."""
    words = span.of(text)
    if words.lower().startswith("the ") and _next_word(text, span) in ("after", "before"):
        return False  # "the morning after the election"
    if words[-1] in "ap" and words[:-1].isdigit():
        return _word_before(text, span) in english.BEFORE_HOUR
    # "Galatians 5:23" is a verse.
    return not (words[-1].isdigit() and words[0].isdigit()) or not _follows_name(text, span)


def _follows_name(text: str, span: Span) -> bool:
    """Whether the word just before is capitalised: a name, or the first of its sentence."""
    before = _WORD_BEFORE.search(text[max(0, span.start - 16) : span.start])
    return before is not None and before.group(1)[0].isupper()


def _is_now(_: Current, text: str, span: Span) -> bool:
    """Not the newspaper USA Today."""
    words = span.of(text)
    if words.lower() == "the day" and _next_word(text, span) in english.AFTER_EVENT_DAY:
        return False  # "the day before the vote" is told by the vote
    return words != "Today" or not _follows_name(text, span)


def _next_word(text: str, span: Span) -> str:
    following = _WORD_AFTER.match(text[span.end : span.end + 20])
    return following.group(1) if following else ""


def _is_modified(meaning: Modified, text: str, span: Span) -> bool:
    inner = meaning.meaning
    if isinstance(inner, Calendar) and span.of(text).lower().startswith("the "):
        return "-" not in span.of(text)
    if isinstance(inner, Exact) and span.of(text)[-1] == "s":
        return _word_before(text, span) not in english.WHOSE_AGE
    if not isinstance(inner, Exact) or len(inner.value) != 4:
        return True
    return _FIRST_YEAR <= inner.value <= _LAST_YEAR


def _is_exact(_: Exact, text: str, span: Span) -> bool:
    words = span.of(text)
    if words[0].isdigit() and words[-1] == "s" and len(words) <= 4:
        return _word_before(text, span) not in english.WHOSE_AGE
    return not (words.isdigit() and len(words) == 4) or _is_year(words, text, span)


def _is_place(meaning: Calendar, text: str, span: Span) -> bool:
    words = span.of(text)
    if words in english.NAMES:
        return False
    if words.lower().startswith("the ") and "-" in words:
        return False  # "the third-quarter loss" names a loss
    if words.lower() in english.SEASONS:
        named = _next_word(text, span)[:1].isupper()
        return not named and _word_before(text, span) in english.BEFORE_SEASON
    if meaning.month and not meaning.day:
        return _is_month(words, text, span)
    if meaning.weekday and not meaning.day:
        return _next_word(text, span).lower() not in english.AFTER_WEEKDAY_NAME
    if meaning.day and not meaning.month:
        return _is_day_of_month(meaning, text, span)
    return True


def _is_month(words: str, text: str, span: Span) -> bool:
    """Not the March of "March Madness", nor the February of "31 February"."""
    last = _word_before(text, span)
    if last.isdigit() and len(last) <= 2:
        return False
    if words in english.LOWER_MONTHS:
        return last in english.BEFORE_LOWER_MONTH
    if words not in english.DOUBTFUL_MONTHS:
        return True
    named = _next_word(text, span)[:1].isupper()
    return not named and (last in english.BEFORE_MONTH or last.startswith("mid"))


def _is_day_of_month(meaning: Calendar, text: str, span: Span) -> bool:
    """on the 15th; but not "from the 15th hole", nor "Monday 21 people"."""
    following = _next_word(text, span).lower()
    plain = following == "" or following in english.AFTER_ANAPHOR
    if meaning.weekday:
        return plain or not span.of(text)[-1].isdigit()
    return plain and _word_before(text, span) in english.BEFORE_DAY


def _is_year(words: str, text: str, span: Span) -> bool:
    """Whether four figures are a year: not "2000 people", not "Route 1500"."""
    if not _FIRST_YEAR <= words <= _LAST_YEAR or not _is_year_row(text, span):
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


_GUARDS: dict[type, Callable[..., bool]] = {
    Calendar: _is_place,
    Shifted: _is_anaphor,
    Lasting: _is_length,
    Vague: _is_reference,
    At: _is_hour,
    Modified: _is_modified,
    Exact: _is_exact,
    Current: _is_now,
}


def refine(text: str, span: Span, meaning: Meaning, direction: Direction) -> Meaning:
    """What the words beside an expression change in its meaning."""
    if isinstance(meaning, Current) and meaning.unit == "Y":
        following = text[span.end : span.end + 8].strip().lower()
        if following.startswith(("ended", "ending")):
            # The year ended Sept. 30 is not this calendar year, but a year's length.
            return Lasting(((1, "Y"),))
    if isinstance(meaning, Lasting) and not meaning.side and direction > 0:
        # "He will leave in two weeks": a time ahead; "in two weeks he wrote it" is a length.
        before = text[max(0, span.start - 4) : span.start].lower().strip()
        return _ahead(meaning) if before == "in" else meaning
    return meaning


def _ahead(length: Lasting) -> Meaning:
    timed = any(unit.startswith("T") for _, unit in length.amount)
    return length if timed else Shifted(length.amount, 1)
