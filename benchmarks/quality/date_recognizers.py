"""Recognizers-Text's own English DateTimeModel cases, as far as news shares their convention.

A case passes if every expression it expects is found with the right extent and the right value,
and nothing else is found. Extents are compared without leading prepositions, which TIMEX3 leaves
out. An expected range may be one expression or two, its ends: TIMEX3 marks "from 3 to 5 May" as
two. Where a case accepts several values (last and next Friday), any of them is right.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from service.dates import DateMention, find_dates
from service.text.spans import Span

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
_LEADING = re.compile(
    r"(?:from|between|since|before|after|until|till|in|on|at|by|for|the|to|and|starting|beginning"
    r"|ending|as|early|late|soon|of|within|during|than|later|earlier|no|more|less|or|prior|any"
    r"|time|sometime|around|about|through|over|into|upon|year|anytime|exactly|just|near)\s+", re.I
)  # fmt: skip
_TRAILING = re.compile(
    r"(?:\s|,)+(?:or|and)\s+(?:later|after|before|earlier|newer|greater|above|prior|beyond)$", re.I
)


@dataclass(frozen=True, slots=True)
class Case:
    """One input, the day it counts from, and what the suite expects in it."""

    text: str
    now: datetime
    expected: Sequence[Mapping[str, Any]]


def read_cases(data: Path) -> Iterator[Case]:
    path = data / "dates" / "recognizers_spec.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["suite"] == "DateTimeModel" and row["ref"]:
                now = datetime.fromisoformat(row["ref"][:19])
                yield Case(row["input"], now, row["results"])


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
        kind = _clock_kind(expected, text)
        if kind:
            return kind
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


def passes(case: Case) -> bool:
    found = find_dates(case.text, [Span(0, len(case.text))], published=case.now)
    spans = [(one["start"], one["end"]) for one in case.expected]
    if any(not _inside(mention.span, spans) for mention in found):
        return False
    return all(
        _is_right(case, one, [m for m in found if _inside(m.span, [(one["start"], one["end"])])])
        for one in case.expected
    )


def _inside(span: Span, spans: Sequence[tuple[int, int]]) -> bool:
    return any(span.start < end and start < span.end for start, end in spans)


def _is_right(case: Case, expected: Mapping[str, Any], found: Sequence[DateMention]) -> bool:
    if not found or len(found) > 2:
        return False
    start, end = found[0].span.start, found[-1].span.end
    want = trimmed(case.text[expected["start"] : expected["end"]])
    if trimmed(case.text[start:end]) != want:
        return False
    values = expected["values"]
    if len(found) == 2:
        return any(_is_pair(value, found[0], found[1], case.now) for value in values)
    return any(_is_value(value, found[0], want) for value in values)


def trimmed(text: str) -> str:
    """An extent without what stands before or after the expression proper."""
    text = _TRAILING.sub("", text.strip(" .,()"))
    while match := _LEADING.match(text):
        text = text[match.end() :]
    return text.lower().strip(" .,()")


def _is_pair(
    value: Mapping[str, Any], first: DateMention, second: DateMention, now: datetime
) -> bool:
    if "start" not in value or "end" not in value:
        return False
    return _begins(value["start"], first, now) and (
        _begins(value["end"], second, now) or _ends(value["end"], second)
    )


def _begins(moment: str, mention: DateMention, now: datetime) -> bool:
    value = mention.timex.value or ""
    if value == "PRESENT_REF":
        return moment[:10] == now.date().isoformat()
    if "T" in value and ":" in value:
        clock = moment.split(" ")[-1]
        return _seconds(value.partition("T")[2]) == clock and (
            " " not in moment or value.startswith(moment[:10])
        )
    return mention.timex.earliest is not None and mention.timex.earliest.isoformat() == moment[:10]


def _ends(moment: str, mention: DateMention) -> bool:
    latest = mention.timex.latest
    return latest is not None and (latest + timedelta(days=1)).isoformat() == moment[:10]


def _is_value(value: Mapping[str, Any], mention: DateMention, text: str) -> bool:
    ours = mention.timex.value
    timex = str(value.get("timex"))
    if ours is None:
        return False
    if ours == timex or _plain(ours) == _plain(timex):
        return True
    if ours.startswith("P") and timex.endswith(f",{ours})"):
        return True
    if value.get("type") == "duration" or ours.startswith("P"):
        return str(value.get("value")) == str(_length(ours))
    return _same_days(value, mention, text) or _same_clock(value, ours)


_SAME_SETS = {"XXXX-WXX-WE": "P1WE", "P1Q": "P3M", "P2Q": "P6M"}


def _plain(timex: str) -> str:
    """A value without a date in front of its time of day, or minutes that are none."""
    timex = _SAME_SETS.get(timex, timex)
    clock = timex.partition("T")[2]
    if clock and not timex.startswith("P"):
        return timex.partition("T")[0].replace("XXXX-XX-XX", "") + "T" + clock.removesuffix(":00")
    return timex


def _same_days(value: Mapping[str, Any], mention: DateMention, text: str) -> bool:
    earliest, latest = mention.timex.earliest, mention.timex.latest
    if earliest is None or latest is None or "T" in (mention.timex.value or ""):
        return False
    if value.get("type") == "date":
        # TIMEX3 gives "two weeks ago" the grain of its unit: the week that the day lies in.
        day = str(value.get("value"))
        exact = earliest == latest or _COUNTED_UNIT.search(text) is None
        return earliest.isoformat() <= day <= latest.isoformat() and (
            not exact or earliest == latest
        )
    start, end = value.get("start"), value.get("end")
    if start and end:
        after = (latest + timedelta(days=1)).isoformat()
        return start[:10] == earliest.isoformat() and end[:10] in (after, latest.isoformat())
    # A range open at one end: "before 2018". Its end is where our expression begins, or ends.
    ends = (earliest.isoformat(), (latest + timedelta(days=1)).isoformat(), latest.isoformat())
    return str(start or end)[:10] in ends


def _same_clock(value: Mapping[str, Any], ours: str) -> bool:
    day, _, clock = ours.partition("T")
    moment = str(value.get("value") or value.get("start") or value.get("end") or "")
    if ":" not in clock:
        part = str(value.get("timex")).partition("T")[2]
        return part == clock and (value.get("type") == "timerange" or moment.startswith(day))
    return moment.split(" ")[-1] == _seconds(clock) and (" " not in moment or moment[:10] == day)


_COUNTED_UNIT = re.compile(r"week|month|year|decade|fortnight|quarter", re.I)


def _seconds(clock: str) -> str:
    return clock if clock.count(":") == 2 else f"{clock}:00"


_LENGTHS = {"Y": 31536000, "M": 2592000, "W": 604800, "D": 86400}
_CLOCK_LENGTHS = {"H": 3600, "M": 60, "S": 1}


def _length(value: str) -> float | None:
    """The seconds of a duration, counted as the suite counts them."""
    days, _, clock = value[1:].partition("T")
    total = 0.0
    for part, units in ((days, _LENGTHS), (clock, _CLOCK_LENGTHS)):
        for figure, unit in re.findall(r"([\dX.]+)([A-Z])", part):
            if figure == "X" or unit not in units:
                return None
            total += float(figure) * units[unit]
    return int(total) if total == int(total) else total


def score_recognizers(data: Path) -> dict[str, float]:
    """The share of cases that pass, in per cent, of those whose convention is news-compatible."""
    counted = [case for case in read_cases(data) if kind_left_out(case) is None]
    return {"recognizers": 100 * sum(map(passes, counted)) / max(len(counted), 1)}


def left_out(data: Path) -> Counter[str]:
    """How many cases of each excluded kind there are."""
    return Counter(kind for case in read_cases(data) if (kind := kind_left_out(case)))
