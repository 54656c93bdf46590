"""Dates written in figures. Where day and month could be either, the evidence decides or none.

A figure above 12 is the day; beside a weekday only one order fits; otherwise the order stays
open, and with it the value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from service.dates.almanac import day_of
from service.dates.grammar import Found
from service.dates.holidays import NAMED_DAYS
from service.dates.meaning import Calendar, Exact, Meaning
from service.dates.rules_numbers import full_year

_SEPARATOR = re.compile(r" ?[-/.] ?")
OPEN = "XXXX-XX-XX"
"""The value of a date in figures whose order is open."""


def full_date(found: Found) -> Meaning | None:
    """2019-01-24, 24/1/2019, 10.31.74: a day, open, or nothing."""
    days = set(_readings(found["FULL"]))
    weekday = found.get("weekday")
    if weekday:
        days = {day for day in days if day.isoweekday() == weekday}
    if not days:
        return None
    return Exact(days.pop().isoformat() if len(days) == 1 else OPEN)


def _readings(figures: str) -> Iterator[date]:
    first, second, third = _SEPARATOR.split(figures)
    if len(first) == 4 and len(third) <= 2:
        orders = [(first, second, third)]
    elif len(third) in (2, 4) and len(first) <= 2:
        year = third if len(third) == 4 else full_year(third)
        orders = [(year, second, first), (year, first, second)]
        if "." in figures and len(third) == 4:
            orders = orders[:1] if int(second) <= 12 else orders[1:]
    else:
        return
    for order in orders:
        day = day_of(*(int(part) for part in order))
        if day and 1000 <= day.year <= 2999:
            yield day


def pair_date(found: Found) -> Meaning | None:
    """22/4: a day and a month without a year; 4/2019 a month; 5/12 is open, so it is nothing."""
    first, second = (int(part) for part in _SEPARATOR.split(found["PAIR"]))
    if (first, second) == (24, 7):
        return None  # around the clock
    if (first, second) in NAMED_DAYS:
        return Exact(f"{NAMED_DAYS[first, second]}-{first:02}-{second:02}")
    if 1 <= first <= 12 and 1900 <= second <= 2100:
        return Exact(f"{second}-{first:02}")
    if 1 <= second <= 12 and 1900 <= first <= 2100:
        return Exact(f"{first}-{second:02}")
    orders = [(first, second), (second, first)]
    places = [(month, day) for month, day in orders if month and day_of(2000, month, day)]
    if len(places) == 2 and places[0] != places[1]:
        return None
    weekday = found.get("weekday")
    return Calendar(month=places[0][0], day=places[0][1], weekday=weekday) if places else None
