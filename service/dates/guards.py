"""What only looks like a time: May the person, $2019, Route 66."""

from __future__ import annotations

from service.dates.meaning import Calendar, Current, Exact, Lasting, Meaning, Shifted, Vague
from service.text.spans import Span

_MONEY = tuple("$£€¥#")
# Abbreviations of weekdays and months that are names and words when nothing stands beside them.
_NAMES = frozenset(["Sun", "Sat", "Mon", "Wed", "Mar", "Jan"])
_SEASONS = frozenset(["spring", "fall", "summer", "winter", "autumn"])
_BEFORE_SEASON = frozenset(
    ["in", "this", "since", "until", "by", "every", "each", "during", "last", "next"]
)
_BARE_PLURALS = frozenset(
    ["quarters", "seconds", "minutes", "nights", "weekends", "secs", "mins", "hrs"]
)


def is_time(text: str, span: Span, meaning: Meaning) -> bool:
    """Whether an expression the grammar accepts is one where it stands."""
    before = text[max(0, span.start - 1) : span.start]
    after = text[span.end : span.end + 1]
    if before.isalnum() or after.isalnum() or before in _MONEY:
        return False
    words = span.of(text)
    if isinstance(meaning, Calendar):
        return _is_place(words, text, span)
    if isinstance(meaning, Lasting | Current | Shifted) and after == "-":
        if text[span.end + 1 : span.end + 2].isalpha():
            return False  # "a year-earlier loss", "the 6-year-old"
    if isinstance(meaning, Lasting):
        return words.lower() not in _BARE_PLURALS
    if isinstance(meaning, Vague) and words.lower() == "soon":
        return text[span.end : span.end + 4] != " as " and text[span.end :][:7] != " after "
    if isinstance(meaning, Exact) and words.isdigit() and len(words) == 4:
        return _is_year(words, text, span)
    return True


def _is_place(words: str, text: str, span: Span) -> bool:
    if words in _NAMES:
        return False
    if words.lower() in _SEASONS:
        before = text[max(0, span.start - 12) : span.start].lower().split()
        return bool(before) and before[-1] in _BEFORE_SEASON
    return True


def _is_year(words: str, text: str, span: Span) -> bool:
    return "1500" <= words <= "2100"


def refine(text: str, span: Span, meaning: Meaning) -> Meaning:
    """the year ended Sept. 30: not this calendar year, but a year's length."""
    if isinstance(meaning, Current) and meaning.unit == "Y":
        following = text[span.end : span.end + 8].strip().lower()
        if following.startswith(("ended", "ending")):
            return Lasting(((1, "Y"),))
    return meaning
