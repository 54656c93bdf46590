"""Duckling's own English time examples, as far as news shares their convention.

An example passes if the whole input is found, as one expression or as a range's two ends, and
means the same days. Every negative must stay without a find.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from benchmarks.quality.date_recognizers import trimmed
from service.dates import DateMention, find_dates
from service.text.spans import Span

# Kinds of example that are left out, and why. An example is of the first kind that matches.
EXCLUDED: Mapping[str, str] = {
    "other calendar": "feasts of the Hebrew, Islamic, Hindu, Chinese calendars: named, left open",
    "minor day": "days no newspaper counts by (Boss's Day, Siblings Day, ems week, Giga Tuesday)",
    "arithmetic": "puzzles over holidays (`the second closest xmas to today`)",
    "now": "counts from the hour and minute asked at, or asks for a second: an article has a day",
    "zone": "a clock time turned into the asker's zone: TIMEX3 keeps the written one",
    "bare number": "a number by itself as hour, day or year (`7`, `ten thirty`, `the 24`)",
    "shorthand": "notes to oneself (`4pm for 30 mins`, `EOM`, `in 1'`, `3h18`, `today 815`)",
    "ordered": "2/3 read by American or British habit: the order is left open here",
    "ahead": "a bare weekday, month or feast means the next one: in news it is the last or nearest",
    "season": "a season from solstice to equinox: TIMEX3 names it (2013-SU), whole months here",
    "week of month": "weeks and days numbered from a month's end: TIMEX3 has no such value",
    "length": "`next 3 days` as the days from tomorrow on: TIMEX3 has a length, P3D",
    "part": "a third of a year as its first three months, a part of the day by itself",
    "open": "a range open at one end (`after 2010`): TIMEX3 marks its end alone",
}

_OTHER_CALENDARS = re.compile(
    r"chinese|lunar|ramadan|eid|islamic|mawlid|isra|laylat|ashura|jumu|passover|rosh|"
    r"kippur|hanuk|hannuk|chanuk|purim|shavuot|shemini|simchat|tisha|lag b|yom|tu bishvat|"
    r"diwali|deepavali|holi\b|holika|navrat|navaratri|durga|dussehra|ganesh|krishna|rakhi|"
    r"maha|vesak|buddha|jayanti|guru|pongal|pandigai|onam|thiru|ugadi|yugadi|vaisakh|"
    r"vasakhi|vaishakhi|baisakhi|sankranti|karva|bhai|dhan|chhath|chhoti|rama\b|pargat|"
    r"samvats|chaitra|parsi|jamshedi|omer|holocaust|ingathering|succos|\bid\b|sacrifice|"
    r"of power|of measures|jadid|jamat|night journey|prophet|to heaven|chaudas|puja|"
    r"shashthi|maghi|pyre|dhulandi|phagwah|saraswati|saptami|ashtami|navami|dashami|"
    r"panchami|chaturthi|ratha|valmiki|janma|choti|lazarus|great fast|orthodox shrove",
    re.I,
)
_MINOR = re.compile(
    r"boss|vegan|secretar|admin|sibling|military|ems|giga|super|mini\W|law day|lei day|"
    r"loyalty|bates|tax day|emancipation|daylight|youth service|gysd|lent|mysteries|"
    r"covenant|branch sunday|white sunday|holy spirit|bank holiday|king's day|koningsdag|"
    r"ides|mother",
    re.I,
)
_ARITHMETIC = re.compile(
    r"closest|after next year|first super|third tuesday after|giving (?:in|\d)|^march in"
    r"|in \d years",
    re.I,
)
_NOW = re.compile(
    r"\b(?:hours?|minutes?|mins?|seconds?|secs?|sec|moment|atm|now|at this time)\b"
    r"|\d ?h\b|[\"']$",
    re.I,
)
_ZONE = re.compile(r"\b(?:gmt|utc|cet|cst|est|edt|pst|bst|ist|eet|zone)\b", re.I)
_SHORTHAND = re.compile(
    r"\d+ ?h ?\d*\b|\beo[dmy]\b|\bbo[my]\b|@|\bpm\b.*\bfor\b|\d[\"']|tonight \d|\d ?[ap]\b"
    r"|ish\b|\bfor \d|\d{3,4} ?[ap]|^\d{4} \d|\bq\d\b|\d\dq\d|oclock|lunch|dinner|last \d"
    r"|closing|lasts?\b|approx",
    re.I,
)
_SEASON = re.compile(r"summer|winter|spring|autumn|\bfall\b|season", re.I)
_MONTH_WEEK = re.compile(r"last (?:day|week)|\bweek (?:of|in)|day of|quarter", re.I)


_NUMBERS = (
    "the on at in to from and between o oh ou zero past half about one two three four five six "
    "seven eight nine ten eleven twelve fifteen twenty thirty forty fifty st nd rd th"
)
_NUMBER_WORDS = frozenset(_NUMBERS.split())


_LENGTH = re.compile(r"\b(?:next|past|upcoming) (?:\w+ )?\w+ \w+s\b|upcoming|\ball week", re.I)
_PART = re.compile(
    r"^(?:morning|afternoon|evening|night|after school|mid day)$"
    r"|beginning of (?:2|year|the year|around)|end of around|rest of|week-end"
    r"|^(?:mon|sat|sun)\.?$|early in the",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Example:
    """An input, the day it counts from, and the days it means."""

    text: str
    now: datetime
    days: Sequence[str]
    grain: str
    open: bool


def read_examples(data: Path) -> Iterator[Example]:
    with gzip.open(data / "dates" / "duckling_examples.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            now = datetime.fromisoformat(row["ref"][:19])
            yield Example(row["input"], now, row["iso"], row["grain"], bool(row["open"]))


def kind_left_out(example: Example) -> str | None:
    """The excluded kind an example is of, if any."""
    text = example.text
    kinds: tuple[tuple[str, bool], ...] = (
        ("other calendar", bool(_OTHER_CALENDARS.search(text))),
        ("minor day", bool(_MINOR.search(text))),
        ("arithmetic", bool(_ARITHMETIC.search(text))),
        ("zone", bool(_ZONE.search(text))),
        ("shorthand", bool(_SHORTHAND.search(text))),
        ("now", bool(_NOW.search(text)) or example.grain == "Second"),
        ("bare number", _is_bare_number(text)),
        ("ordered", _has_open_order(text)),
        ("length", bool(_LENGTH.search(text))),
        ("part", bool(_PART.search(text))),
        ("open", example.open or not example.days),
        ("season", bool(_SEASON.search(text))),
        ("ahead", _is_ahead(example)),
        ("week of month", bool(_MONTH_WEEK.search(text)) and "month" in text),
    )
    return next((kind for kind, holds in kinds if holds), None)


def _is_bare_number(text: str) -> bool:
    words = re.findall(r"[a-z]+|\d+", text.lower())
    return all(word.isdigit() or word in _NUMBER_WORDS for word in words)


def _has_open_order(text: str) -> bool:
    pairs = re.findall(r"(?<!\d)(\d{1,2}) ?[/.-] ?(\d{1,2})(?!\d)", text)
    return any(int(a) <= 12 and int(b) <= 12 and a != b for a, b in pairs)


def _is_ahead(example: Example) -> bool:
    """Whether our reading differs from the example's by its direction only."""
    found = _find(example)
    if not found or found[0].timex.earliest is None or not example.days:
        return False
    if re.search(r"(?i)\b(?:last|next|ago)\b|\d{4}", example.text):
        return False
    ours, theirs = found[0].timex.earliest, date.fromisoformat(example.days[0][:10])
    away = (theirs - ours).days
    if away == 0:
        return False
    same_place = ours.month == theirs.month and theirs.year == ours.year + 1
    clock = away == 1 and "T" in (found[0].timex.value or "")
    return same_place or away == 7 or clock or ("th" in example.text and ours.day == theirs.day)


def _find(example: Example) -> tuple[DateMention, ...]:
    whole = Span(0, len(example.text))
    return find_dates(example.text, [whole], published=example.now)


def passes(example: Example) -> bool:
    found = _find(example)
    if not found or len(found) > 2:
        return False
    extent = example.text[found[0].span.start : found[-1].span.end]
    if trimmed(extent) != trimmed(example.text):
        return False
    begin, *rest = example.days
    counted = re.search(r"(?i)week|month|year|fortnight", example.text) is not None
    if len(found) == 2:
        return bool(rest) and _starts(found[0], begin, counted=counted) and _ends(found[1], rest[0])
    return _starts(found[0], begin, counted=counted) and (not rest or _ends(found[0], rest[0]))


def _starts(mention: DateMention, moment: str, *, counted: bool) -> bool:
    value, day = mention.timex.value or "", mention.timex.earliest
    if day is None:
        return False
    if "T" in value and ":" in value:
        return value[:16] == moment[:16]
    if day.isoformat() == moment[:10]:
        return True
    # The whole week, month or year a counted day lies in, as TIMEX3 has it.
    latest = mention.timex.latest
    return latest is not None and counted and day.isoformat() <= moment[:10] <= latest.isoformat()


def _ends(mention: DateMention, moment: str) -> bool:
    value, latest = mention.timex.value or "", mention.timex.latest
    if latest is None:
        return False
    if "T" in value and ":" in value:
        clock = datetime.fromisoformat(value[:16])
        after = (clock + timedelta(minutes=1), clock + timedelta(hours=1), clock)
        return moment[:16] in {one.isoformat()[:16] for one in after}
    if "T" in value:
        return moment[:10] in (latest.isoformat(), (latest + timedelta(days=1)).isoformat())
    after_last = (latest + timedelta(days=1)).isoformat()
    return moment[:10] in (after_last, latest.isoformat())


def negatives(data: Path) -> list[str]:
    rows: list[str] = json.loads((data / "dates" / "duckling_negative.json").read_text())
    return rows


def score_duckling(data: Path) -> dict[str, float]:
    """The share of counted examples that pass, in per cent, and how many negatives are found."""
    counted = [one for one in read_examples(data) if kind_left_out(one) is None]
    now = datetime(2013, 2, 12, 4, 30)
    wrong = [
        text for text in negatives(data) if find_dates(text, [Span(0, len(text))], published=now)
    ]
    return {
        "duckling": 100 * sum(map(passes, counted)) / max(len(counted), 1),
        "duckling.negatives_found": float(len(wrong)),
    }


def left_out(data: Path) -> Counter[str]:
    """How many examples of each excluded kind there are."""
    return Counter(kind for one in read_examples(data) if (kind := kind_left_out(one)))
