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
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.quality.date_recognizers_kinds import EXCLUDED, Case, kind_left_out
from benchmarks.quality.suites import Suite, run_suite
from service.dates import DateMention, find_dates
from service.text.spans import Span

_LEADING = re.compile(
    r"(?:from|between|since|before|after|until|till|in|on|at|by|for|the|to|and|starting|beginning"
    r"|ending|as|early|late|soon|of|within|during|than|later|earlier|no|more|less|or|prior|any"
    r"|time|sometime|around|about|through|over|into|upon|year|anytime|exactly|just|near)\s+", re.I
)  # fmt: skip
_TRAILING = re.compile(
    r"(?:\s|,)+(?:or|and)\s+(?:later|after|before|earlier|newer|greater|above|prior|beyond)$", re.I
)


def read_cases(data: Path) -> Iterator[Case]:
    path = data / "dates" / "recognizers_spec.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["suite"] == "DateTimeModel" and row["ref"]:
                now = datetime.fromisoformat(row["ref"][:19])
                yield Case(row["input"], now, row["results"])


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


def score(data: Path) -> Suite:
    return run_suite(read_cases(data), passes, kind_left_out=kind_left_out, reasons=EXCLUDED)
