"""Which of Recognizers-Text's cases are left out of the score, and why."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

# Kinds of case that are left out, and why. A case is of the first kind that matches.
EXCLUDED: Mapping[str, str] = {
    "meal": "lunch and dinner as times of day: TIMEX3 has no value for them",
    "few": "`few`, `some` and `several` counted as three: TIMEX3 writes PXD",
    "ordered": "3/4 read as March by default: the order of day and month is left open here",
    "office": "business days, school and fiscal years, end of business: values outside TIMEX3",
    "symbol": "operators instead of words (>= 2019), or shorthand (cy18, ytd, 10D)",
    "bare hour": "a bare number as an hour (`meet at 6`, `Monday 12-4`): in news it counts things",
    "unpublished time": "counts from the hour and minute asked at: an article has a day",
    "antecedent": "hangs on a date that no sentence names (`that weekend`)",
    "joined": "a duration folded into a range (`from 9 for 2.5 hours`): two expressions in TIMEX3",
    "zone": "a time zone by itself",
    "weekday sum": "a weekday added to a counted time (`Monday two weeks from now`)",
    "instant": "the end of a day as its last second, of a year as the next one's first day",
    "impossible": "30 February, read as written: here it is no date",
    "week of month": "weeks numbered inside a month: TIMEX3 has no such value",
    "adjective": "every day and quarter as an adjective: a kind of meeting, not a time",
}

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("meal", re.compile(r"dinner|lunch|breakfast|brunch", re.I)),
    ("few", re.compile(r"\b(?:few|some|several) (?:\w+ )?\w+s\b", re.I)),
    ("office", re.compile(r"business|weekdays?|school|fiscal|\bfy|eo[dmy]\b|calendar year", re.I)),
    ("symbol", re.compile(r"[<>=~]|\bcy ?\d|\bytd|to date|\b\d+[DWMY]\b", re.I)),
    ("zone", re.compile(r"time ?zone", re.I)),
    (
        "weekday sum",
        re.compile(r"(?:day|tue)\b.* (?:from|after)\b|(?:\d|from today).* on \w+day", re.I),
    ),
    ("instant", re.compile(r"\b(?:end|middle|beginning|mid) of\b", re.I)),
    ("impossible", re.compile(r"\bfeb(?:ruary)? ?30\b|2/29", re.I)),
    (
        "week of month",
        re.compile(
            r"\bweek (?:of|in) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
            r"|nov|dec)",
            re.I,
        ),
    ),
    (
        "adjective",
        re.compile(r"^(?:everyday|quarterly|annual|bi-?monthly|semi-?annual(?:ly)?)", re.I),
    ),
    (
        "joined",
        re.compile(
            r"\bfor \d+ \w+,? from|\bstarting\b.*\bat\b|\b(?:days?|weeks?) starting"
            r"|\b(?:first|last) (?:\d+|\w+) (?:days|weeks|months) of",
            re.I,
        ),
    ),
)
_OPEN_ORDER = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})(?![\d])")
_BARE_HOUR = re.compile(
    r"\b(?:at|from|between|by|before|after|until|till|to|-|and|or|in the \w+ at)? ?"
    r"(?<![\d:/.-])\d{1,2}(?:ish)?\b(?! ?(?::|/|-\d|am|pm|a\.m|p\.m|a\b|p\b|st|nd|rd|th))", re.I
)  # fmt: skip
_SPOKEN_HOUR = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -](?:oh|o|ten|fifteen"
    r"|twenty|thirty|forty|fifty)\b(?!.*(?:am|pm|a\.m|p\.m|past|to))|ish\b|ampm\b"
    r"|\b\d{4}-\d{4}\b", re.I
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """One input, the day it counts from, and what the suite expects in it."""

    text: str
    now: datetime
    expected: Sequence[Mapping[str, Any]]


def kind_left_out(case: Case) -> str | None:
    """The excluded kind a case is of, if any."""
    for expected in case.expected:
        text = expected["text"]
        for kind, pattern in _KINDS:
            if pattern.search(text):
                return kind
        if _has_open_order(text):
            return "ordered"
        if any(value.get("Mod", value.get("mod")) == "ref_undef" for value in expected["values"]):
            return "antecedent"
        clock_kind = _clock_kind(expected, text)
        if clock_kind:
            return clock_kind
    gaps = zip(case.expected, case.expected[1:], strict=False)
    if any(case.text[one["end"] : two["start"]] == " at " for one, two in gaps):
        return "joined"  # "Easter Monday at 10:30" is one time here
    return None


def _clock_kind(expected: Mapping[str, Any], text: str) -> str | None:
    if "time" not in expected["type"]:
        return None
    if re.search(r"\bfor\b.*\b(?:hours?|hrs?|min\w*)\b", text):
        return "joined"
    timexes = " ".join(str(value.get("timex")) for value in expected["values"])
    if re.search(r"\b(?:hours?|minutes?|mins?|seconds?|secs?|h|now)\b", text) and "," in timexes:
        return "unpublished time"
    if re.search(r"\b(?:in|past|last|next|ago|later|from now|within)\b", text) and re.search(
        r"\b(?:hours?|minutes?|mins?|seconds?|secs?)\b", text
    ):
        return "unpublished time"
    if _SPOKEN_HOUR.search(text):
        return "bare hour"
    months = re.sub(
        r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? ?\d+", "", text
    )
    return "bare hour" if _BARE_HOUR.search(months) else None


def _has_open_order(text: str) -> bool:
    for first, second in _OPEN_ORDER.findall(text):
        if 1 <= int(first) <= 12 and 1 <= int(second) <= 12 and first != second:
            return True
    return False
