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
    Repeated,
    Shifted,
    Vague,
)
from service.dates.words import name_before, next_word, word_before
from service.text.spans import Span

_FIGURES_BEFORE = re.compile(r"[\d-]{1,12}$")
_FIGURES_AFTER = re.compile(r"[\d-]{1,12}")
_YEAR_ROW = re.compile(r"-?(?:\d{4}-)?\d{4}(?:-|-\d\d(?:\d\d)?)?")
_WORD = re.compile(r"[^\W\d_]+")
# Four figures alone are a year of the printed page's age, not a count or a quantity; an earlier
# one needs a preposition before it and nothing after it.
_FIRST_YEAR, _FIRST_PRINTED, _LAST_YEAR = "1000", "1500", "2100"
_MONEY = tuple("$£€¥#")
_AGES = re.compile(
    rf"\b(?:{'|'.join(sorted(english.WHOSE_AGE))}) (?:\d0s,? |early |late |and |or )*$"
)
_AGE_REACH = 40  # "in their 20s, 30s, 40s and 50s"
_WEATHER_REACH = 60  # how far from "80s" a word of the weather stands: a clause


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


def _is_anaphor(_: Shifted, text: str, span: Span) -> bool:
    """ "the day before" hangs on the last date; "the day before they met" on no date at all."""
    if not span.of(text).endswith((" before", " after")):
        return True
    following = next_word(text, span).lower()
    counted = text[span.end : span.end + 2].strip().isdigit()  # "the year before 2015"
    return not counted and (not following or following in english.AFTER_ANAPHOR)


def _is_length(_: Lasting, text: str, span: Span) -> bool:
    """Not "last two hours" after a helping verb, where "last" is a verb too."""
    words = span.of(text)
    last = word_before(text, span)
    if last == "aged":
        return False
    if words.startswith("last "):
        return last not in english.BEFORE_VERB and not last.endswith("n't")
    if words.lower().startswith("the ") and "-" in words:
        return False  # "the two-week trip" names a trip; its length is two weeks
    if words.startswith("many "):
        return last not in ("how", "so", "too", "many,")
    if words.lower() in english.PARTS_OF_WHOLE and next_word(text, span) == "of":
        return False  # "three quarters of voters"
    if words.istitle() and words[0].isdigit():
        return False  # 60 Minutes
    if words.lower() in english.BARE_UNITS:
        return last in english.BEFORE_BARE_UNIT or next_word(text, span) in english.BESIDE_UNIT
    return words.lower() not in english.BARE_PLURALS


def _is_reference(_: Vague, text: str, span: Span) -> bool:
    """Not the "soon" of "as soon as", nor the "now" of "every now and then"."""
    words = span.of(text).lower()
    following = next_word(text, span).lower()
    if words == "now":
        return word_before(text, span) != "every"
    if words.endswith("past"):
        return following not in english.COUNTERS
    return words != "soon" or following not in english.AFTER_SOON


def _is_hour(_: At, text: str, span: Span) -> bool:
    """ "at 7p" is a time; "4a" is a flat, a clause or a form."""
    words = span.of(text)
    following = next_word(text, span)
    if words.lower().startswith("the ") and following in ("after", "before"):
        return False  # "the morning after the election"
    if words.endswith("Night") and following.istitle():
        return False  # Saturday Night Live
    if words == "Tonight" and _follows_name(text, span):
        return False
    if _begins_with_bare_hour(words):
        return word_before(text, span) in english.BEFORE_HOUR  # "at 9 Monday morning"
    if words[-1] in "ap" and words[:-1].isdigit():
        return word_before(text, span) in english.BEFORE_HOUR
    # "Galatians 5:23" is a verse.
    return not (words[-1].isdigit() and words[0].isdigit()) or not _follows_name(text, span)


def _begins_with_bare_hour(words: str) -> bool:
    first, _, rest = words.partition(" ")
    number = first.isdigit() or first.lower() in english.HOUR_WORDS
    return number and (rest[:1].isupper() or rest.startswith(english.DAY_STARTS))


def _follows_name(text: str, span: Span) -> bool:
    """Whether the word just before is capitalised: a name, or the first of its sentence."""
    return name_before(text, span)[:1].isupper()


def _is_now(_: Current, text: str, span: Span) -> bool:
    """Not the newspaper USA Today, nor the Man of the Year."""
    words = span.of(text)
    if words.lower() == "the day" and next_word(text, span) in english.AFTER_EVENT_DAY:
        return False  # "the day before the vote" is told by the vote
    named = words.startswith("the ") and words[4:].istitle()
    return not named and (words != "Today" or not _follows_name(text, span))


def _is_modified(meaning: Modified, text: str, span: Span) -> bool:
    inner = meaning.meaning
    words = span.of(text)
    if isinstance(inner, Calendar):
        if words.lower().startswith("some "):
            return False  # "some fall foliage"
        if words.lower().startswith("the ") and "-" in words:
            return False
        return _is_half_year(inner, text, span)
    if isinstance(inner, Exact) and words[-1] == "s":
        return _is_decade(text, span)
    if not isinstance(inner, Exact) or len(inner.value) != 4:
        return True
    return _FIRST_YEAR <= inner.value <= _LAST_YEAR


def _is_exact(_: Exact, text: str, span: Span) -> bool:
    words = span.of(text)
    if words[-1] == "s" and len(words) <= len("the '80s"):
        return _is_decade(text, span)
    if words[0] in "'’‘" and len(words) == 3:
        return not next_word(text, span)[:1].isupper()  # '60 Minutes'
    return not (words.isdigit() and len(words) == 4) or _is_year(words, text, span)


def _is_decade(text: str, span: Span) -> bool:
    """Neither an age nor the weather: in his 30s, highs in the 80s."""
    if _AGES.search(text[max(0, span.start - _AGE_REACH) : span.start].lower()):
        return False
    beside = text[max(0, span.start - _WEATHER_REACH) : span.end + _WEATHER_REACH].lower()
    return english.DEGREES.isdisjoint(_WORD.findall(beside))


def _is_often(_: Repeated, text: str, span: Span) -> bool:
    """Not the Daily Mail, nor the Israeli daily Haaretz."""
    words = span.of(text)
    if words.istitle() and " " not in words and _follows_name(text, span):
        return False  # the Oklahoma Daily
    if " " in words or not next_word(text, span)[:1].isupper():
        return True
    last = name_before(text, span)
    return words.islower() and last[:1].islower() and last not in english.BEFORE_PAPER


def _is_place(meaning: Calendar, text: str, span: Span) -> bool:
    words = span.of(text)
    if words in english.NAMES or words == "new year":
        return False
    if words.lower().startswith("the ") and "-" in words:
        return False  # "the third-quarter loss" names a loss
    if words.lower().removeprefix("the ") in english.SEASONS:
        return _is_season(words, text, span)
    if meaning.month and not meaning.day:
        return _is_month(words, text, span)
    if meaning.weekday and not meaning.day:
        return _is_weekday(text, span)
    if meaning.day and not meaning.month:
        return _is_day_of_month(meaning, text, span)
    return _is_half_year(meaning, text, span)


def _is_season(words: str, text: str, span: Span) -> bool:
    """Not "prices fall", the fall of a city, or the Spring of a name."""
    following = next_word(text, span)
    if words.lower().startswith("the "):
        return following != "of"
    return not following[:1].isupper() and word_before(text, span) in english.BEFORE_SEASON


def _is_half_year(meaning: Calendar, text: str, span: Span) -> bool:
    """The second half is a match's, unless money is made in it."""
    if meaning.code not in ("H1", "H2"):
        return True
    return (
        next_word(text, span).lower() in english.AFTER_HALF
        or "for the" in text[max(0, span.start - 8) : span.end].lower()
    )


def _is_weekday(text: str, span: Span) -> bool:
    """Not the Sunday Times, nor the Mail on Sunday."""
    before = text[max(0, span.start - _WEATHER_REACH) : span.start].lower().split()
    named = before[-1:] == ["on"] and before[-2:-1] and before[-2] in english.ON_SUNDAY
    return not named and next_word(text, span).lower() not in english.AFTER_WEEKDAY_NAME


def _is_month(words: str, text: str, span: Span) -> bool:
    """Not the March of "March Madness", nor June Carter, nor the February of "31 February"."""
    last = word_before(text, span)
    if last.isdigit() and len(last) <= 2:
        return False
    if words in english.LOWER_MONTHS:
        return last in english.BEFORE_LOWER_MONTH
    named = next_word(text, span)[:1].isupper()
    placed = last in english.BEFORE_MONTH or last.startswith("mid")
    if words in english.GIVEN_NAMES:
        return placed or not named
    return words not in english.DOUBTFUL_MONTHS or (placed and not named)


def _is_day_of_month(meaning: Calendar, text: str, span: Span) -> bool:
    """on the 15th; but not "from the 15th hole", nor "Monday 21 people"."""
    following = next_word(text, span).lower()
    plain = following == "" or following in english.AFTER_ANAPHOR
    if meaning.weekday:
        return plain or not span.of(text)[-1].isdigit()
    return plain and word_before(text, span) in english.BEFORE_DAY


def _is_year(words: str, text: str, span: Span) -> bool:
    """Whether four figures are a year: not "2000 people", not "Route 1500"."""
    if not _FIRST_YEAR <= words <= _LAST_YEAR or not _is_year_row(text, span):
        return False
    before, following = name_before(text, span), next_word(text, span).lower()
    if words < _FIRST_PRINTED and (before.lower() not in english.BEFORE_YEAR or following):
        return False
    if before.lower() in english.NUMBERED_THINGS:
        return False
    if len(before) > 1 and before.isupper():
        return False  # "Airbus A350", "ABC 2000"
    return following not in english.COUNTED_THINGS


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
    Repeated: _is_often,
}
