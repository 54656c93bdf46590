"""What is installed beside us that finds dates in running text.

Left out: ctparse reads one expression, not a text; timefhuman and dateparser need versions of
what they share that exclude each other; SUTime's wrapper brings no SUTime.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime

from benchmarks.quality.date_heideltime import heideltime

Row = tuple[int, int, str | None, str | None]
"""Start, end, TIMEX3 type and value, as far as the peer gives them."""

FindAll = Callable[[Sequence[tuple[str, date]]], list[list[Row]]]
"""The rows of each text, found from the day it was written on."""

Find = Callable[[str, date], Iterable[Row]]


def installed_peers() -> Mapping[str, FindAll]:
    """The peers that can be run here, by name."""
    makers = {
        "recognizers-text": _recognizers,
        "dateparser search": _dateparser,
        "datefinder": _datefinder,
        "parsedatetime": _parsedatetime,
    }
    peers: dict[str, FindAll] = {}
    runner = heideltime()
    if runner:
        peers["HeidelTime"] = runner
    for name, make in makers.items():
        try:
            peers[name] = _for_each(make())
        except ImportError:
            continue
    return peers


def _for_each(find: Find) -> FindAll:
    return lambda texts: [list(find(text, created)) for text, created in texts]


def _midnight(created: date) -> datetime:
    return datetime(created.year, created.month, created.day)


def _dateparser() -> Find:
    from dateparser.search import search_dates

    def find(text: str, created: date) -> Iterable[Row]:
        settings = {"RELATIVE_BASE": _midnight(created), "PREFER_DATES_FROM": "past"}
        place = 0
        for line in re.findall(r"[^\n]+", text):
            for words, moment in search_dates(line, languages=["en"], settings=settings) or ():
                start = text.find(words, place)
                if start >= 0:
                    place = start + len(words)
                    yield start, place, "DATE", moment.date().isoformat()

    return find


def _datefinder() -> Find:
    import datefinder

    def find(text: str, created: date) -> Iterable[Row]:
        found = datefinder.find_dates(text, index=True, base_date=_midnight(created))
        for moment, (start, end) in found:
            yield start, end, "DATE", moment.date().isoformat()

    return find


def _parsedatetime() -> Find:
    import parsedatetime

    calendar = parsedatetime.Calendar()

    def find(text: str, created: date) -> Iterable[Row]:
        found = calendar.nlp(text, sourceTime=_midnight(created).timetuple()) or ()
        for moment, flag, start, end, _ in found:
            yield start, end, "DATE" if flag == 1 else "TIME", moment.date().isoformat()

    return find


_TYPES = {"date": "DATE", "daterange": "DATE", "duration": "DURATION", "set": "SET"}


def _recognizers() -> Find:
    from recognizers_date_time import Culture, DateTimeRecognizer

    model = DateTimeRecognizer(Culture.English).get_datetime_model()

    def find(text: str, created: date) -> Iterable[Row]:
        for result in model.parse(text, _midnight(created)):
            kind = result.type_name.rpartition(".")[2]
            values = (result.resolution or {}).get("values") or [{}]
            # Of the two days it offers for a bare weekday or month, news means the earlier.
            value = _value(values[0])
            yield result.start, result.end + 1, _TYPES.get(kind, "TIME"), value

    return find


def _value(values: dict[str, str]) -> str | None:
    timex = values.get("timex") or ""
    if "XXXX" in timex or "(" in timex:
        return values.get("value") or values.get("start") or timex
    return timex
