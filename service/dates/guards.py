"""What only looks like a time: May the person, $2019, Route 66."""

from __future__ import annotations

from service.dates.meaning import Calendar, Current, Exact, Lasting, Meaning, Shifted, Vague
from service.text.spans import Span

_MONEY = tuple("$£€¥#")
# Abbreviations of weekdays and months that are names and words when nothing stands beside them.
_VERB_WORDS = "will would to not t may might can could should must ll"
_BEFORE_VERB = [[word] for word in _VERB_WORDS.split()]
_NAMES = frozenset(("Sun", "Sat", "Mon", "Wed", "Mar", "Jan"))
_SEASONS = frozenset(("spring", "fall", "summer", "winter", "autumn"))
_SEASON_WORDS = "in this since until by every each during last next"
_BEFORE_SEASON = frozenset(_SEASON_WORDS.split())
# May and March are also a verb and a surname: alone they are months after these words only.
_MONTH_WORDS = (
    "in since until till by through from to and or of during before after between this last next "
    "early late mid for on - – the into per every each around about"
)
_BEFORE_MONTH = frozenset(_MONTH_WORDS.split())
_DAY_WORDS = "on by until till before after since from to around"
_BEFORE_DAY = frozenset(_DAY_WORDS.split())
_PLURALS = "quarters seconds minutes nights weekends secs mins hrs"
_BARE_PLURALS = frozenset(_PLURALS.split())


def is_time(text: str, span: Span, meaning: Meaning) -> bool:
    """Whether an expression the grammar accepts is one where it stands."""
    before = text[max(0, span.start - 1) : span.start]
    after = text[span.end : span.end + 1]
    if before.isalnum() or after.isalnum() or before in _MONEY:
        return False
    words = span.of(text)
    if isinstance(meaning, Calendar):
        return _is_place(meaning, text, span)
    if isinstance(meaning, Lasting | Current | Shifted) and after == "-":
        if text[span.end + 1 : span.end + 2].isalpha():
            return False  # "a year-earlier loss", "the 6-year-old"
    if isinstance(meaning, Lasting) and words.startswith("last "):
        # "It may last two hours": after a helping verb, "last" is a verb too.
        return text[max(0, span.start - 9) : span.start].split()[-1:] not in _BEFORE_VERB
    if isinstance(meaning, Lasting):
        return words.lower() not in _BARE_PLURALS
    if isinstance(meaning, Vague) and words.lower() == "soon":
        return text[span.end : span.end + 4] != " as " and text[span.end :][:7] != " after "
    if isinstance(meaning, Exact) and words.isdigit() and len(words) == 4:
        return _is_year(words, text, span)
    return True


def _is_place(meaning: Calendar, text: str, span: Span) -> bool:
    words = span.of(text)
    before = text[max(0, span.start - 12) : span.start].split()
    last = before[-1].lower() if before else ""
    if words in _NAMES:
        return False
    if words in ("May", "March"):
        return last in _BEFORE_MONTH or last.startswith("mid")
    if words in ("may", "march", "mar"):
        return last in ("in", "since", "until")
    if meaning.day and not meaning.month and not meaning.weekday:
        return last in _BEFORE_DAY
    if words.lower() in _SEASONS:
        return last in _BEFORE_SEASON
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
