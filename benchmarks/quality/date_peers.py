"""What is installed beside us that finds dates in running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime

Row = tuple[int, int, str | None, str | None]
"""Start, end, TIMEX3 type and value, as far as the peer gives them."""

Find = Callable[[str, date], Iterable[Row]]


def installed_peers() -> dict[str, Find]:
    """The peers that can be imported here, by name."""
    makers = {"dateparser search": _dateparser, "recognizers-text": _recognizers}
    peers = {}
    for name, make in makers.items():
        try:
            peers[name] = make()
        except ImportError:
            continue
    return peers


def _dateparser() -> Find:
    from dateparser.search import search_dates

    def find(text: str, created: date) -> Iterable[Row]:
        base = datetime(created.year, created.month, created.day)
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
        place = 0
        for line in re.findall(r"[^\n]+", text):
            for words, moment in search_dates(line, languages=["en"], settings=settings) or ():
                start = text.find(words, place)
                if start >= 0:
                    place = start + len(words)
                    yield start, place, "DATE", moment.date().isoformat()

    return find


_TYPES = {"date": "DATE", "daterange": "DATE", "duration": "DURATION", "set": "SET"}


def _recognizers() -> Find:
    from recognizers_date_time import Culture, DateTimeRecognizer

    model = DateTimeRecognizer(Culture.English).get_datetime_model()

    def find(text: str, created: date) -> Iterable[Row]:
        now = datetime(created.year, created.month, created.day)
        for result in model.parse(text, now):
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
