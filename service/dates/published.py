"""The day an article says it was published on: its dateline, or the text of a time element."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone

from service.dates.find import read_meanings
from service.dates.meaning import At, Clock, Exact, Meaning
from service.text.spans import Span

_LONGEST = 200
"""A dateline is a line; what is longer is a paragraph, and none of it is read."""

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?")
_OFFSET = re.compile(r"(?<=[\d ])([+-])(\d\d):?(\d\d)\b")
_LABEL = re.compile(r"[^\W\d_]+")
_LABELS = frozenset(
    [
        "published",
        "updated",
        "posted",
        "last",
        "first",
        "modified",
        "originally",
        "created",
        "date",
        "dated",
        "on",
        "at",
        "by",
        "release",
        "released",
        "time",
        "edited",
        "and",
        "online",
        "gmt",
        "utc",
        "z",
        "est",
        "edt",
        "et",
        "cst",
        "cdt",
        "ct",
        "mst",
        "mdt",
        "mt",
        "pst",
        "pdt",
        "pt",
        "bst",
        "cet",
        "cest",
        "ist",
    ]
)


def parse_published(text: str) -> date | datetime | None:
    """The date, with its time of day where one is given, that the whole of `text` is.

    Labels ("Published:"), weekdays and zones may stand beside it; any other word, a date that is
    open (03/04/2019) or incomplete (Thursday, January 2019) makes it None. Of several dates, as
    in "Published … Updated …", the first counts. The time has a zone only where an offset from
    UTC is given.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    if _ISO.fullmatch(text):
        return _from_iso(text)
    meanings = read_meanings(text, Span(0, len(text)))
    if not _is_only_labels(text, [span for span, _ in meanings]):
        return None
    day, clock = _day_and_clock([meaning for _, meaning in meanings])
    if day is None or clock is None:
        return day
    return _at_clock(day, clock, _offset(text))


def _from_iso(text: str) -> date | datetime | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        return None


def _is_only_labels(text: str, spans: Sequence[Span]) -> bool:
    """Whether no word outside `spans` says anything but what the date is."""
    return all(
        match.group().lower() in _LABELS
        for match in _LABEL.finditer(text)
        if not any(span.start <= match.start() < span.end for span in spans)
    )


def _day_and_clock(meanings: Sequence[Meaning]) -> tuple[date | None, Clock | None]:
    """The first whole date, and the time of day that stands on or beside it."""
    day: date | None = None
    clock: Clock | None = None
    for meaning in meanings:
        inner = meaning.date if isinstance(meaning, At) else meaning
        if day and inner:
            break
        if isinstance(inner, Exact):
            day = _whole_day(inner.value)
            if day is None:
                return None, None
        elif inner is not None:
            return None, None
        if isinstance(meaning, At) and isinstance(meaning.time, Clock):
            clock = meaning.time
    return day, clock


def _whole_day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        return None


def _offset(text: str) -> timezone | None:
    match = _OFFSET.search(text)
    if match:
        sign, hours, minutes = match.groups()
        away = timedelta(hours=int(hours), minutes=int(minutes))
        return timezone(-away if sign == "-" else away) if away < timedelta(days=1) else None
    return UTC if re.search(r"\b(?:GMT|UTC)\b|\dZ\b", text) else None


def _at_clock(day: date, clock: Clock, zone: timezone | None) -> date | datetime:
    hour, minute = clock.on_24_hours()
    try:
        return datetime.combine(day, time(hour, minute, clock.second or 0, tzinfo=zone))
    except ValueError:
        return day
