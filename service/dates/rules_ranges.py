"""Rules for two times in a row of which one is cut short: 3 to 5 May, Jan-Feb 2017, 5 to 6pm.

TIMEX3 marks such a row as two expressions; each gets here what the other one says for both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from service.dates.almanac import day_of
from service.dates.grammar import Found, Table, always
from service.dates.meaning import At, Calendar, Chosen, Clock, Exact, Inside, Meaning, Range
from service.dates.rules_timed import clock_on


def _days_then_month(found: Found) -> Range | None:
    """3 to 5 May, between the 9th and the 17th of April 2019."""
    return _pair(_same_month(found["day"], found), _whole(found))


def _same_month(day: int, found: Found) -> Meaning | None:
    place = found.get("month_day") or found.get("weekday_date")
    if place:
        if not place.month or not place.day:
            return None
        month = place.month if day < place.day else (place.month - 2) % 12 + 1
        return Calendar(month=month, day=day)
    value = found["date"].value
    if len(value) != 10:
        return None
    whole = day_of(int(value[:4]), int(value[5:7]), day)
    return Exact(whole.isoformat()) if whole else None


def _whole(found: Found) -> Meaning:
    whole: Meaning = found.get("month_day") or found.get("weekday_date") or found["date"]
    return whole


def _month_then_days(found: Found) -> Range | None:
    """May 3-5, April 27 to the 3rd."""
    first: Calendar = found["month_day"]
    if first.month is None or first.day is None:
        return None
    day = found.get("small") or found["day"]
    month = first.month if day > first.day else first.month % 12 + 1
    year = found.get("year")
    if year is None:
        return _pair(first, Calendar(month=month, day=day))
    return _pair(Inside(first, year), Inside(Calendar(month=month, day=day), year))


def _months_of_year(found: Found) -> Range | None:
    """Jan-Feb 2017, Nov 18 - Dec 19, 2015: the year of the second is that of the first."""
    date = found["date"]
    if not isinstance(date, Exact) or len(date.value) < 7:
        return None
    year, month = int(date.value[:4]), int(date.value[5:7])
    place: Calendar = found.get("month_day") or Calendar(month=found["month"])
    before = year if (place.month or 0) <= month else year - 1
    return _pair(Inside(place, Exact(f"{before:04}")), date)


def _short_years(found: Found) -> Range | None:
    """1990-92, 2014-16."""
    first, last = found["FOUR"], found["FOUR"][:2] + found["TWO"]
    in_row = "1500" <= first < last <= "2100"
    return _pair(Exact(first), Exact(last)) if in_row else None


def _clocks(found: Found) -> Range | None:
    """5 to 6pm, 9:30 - 11:00 on Thursday: the half of the day and the date count for both."""
    second = found["clock_at"]
    if not isinstance(second.time, Clock):
        return None
    first: Clock = found.get("hour") or found["clock"]
    if "hour" in found and first.half is None and second.time.half is None:
        return None  # "5 to 16:00"
    half = first.half or _first_half(first, second.time)
    return _pair(At(replace(first, half=half), second.date), second)


def _first_half(first: Clock, second: Clock) -> str | None:
    if second.half != "p" or first.hour > 12:
        return second.half
    order = (first.hour % 12, first.minute or 0) <= (second.hour % 12, second.minute or 0)
    return "p" if order else "a"


def _dated_clocks(found: Found) -> Range | None:
    """Thursday from 9:30 to 11:00: the date before both."""
    first: At = found["at_clock"]
    if not isinstance(first.time, Clock) or first.date is None:
        return None
    second: Clock = found["clock"]
    half = first.time.half or _first_half(first.time, second)
    return _pair(At(replace(first.time, half=half), first.date), At(second, first.date))


def _pair(first: Meaning | None, second: Meaning | None) -> Range | None:
    return Range(first, second) if first and second else None


def _two_weekdays(found: Found) -> Range:
    """Monday to Friday: the second is the next one after the first."""
    first = Calendar(weekday=found["weekday"])
    return Range(first, Chosen(Calendar(weekday=found["weekday2"]), 1, first))


def _two_months(found: Found) -> Range:
    first = Calendar(month=found["month"])
    return Range(first, Chosen(Calendar(month=found["month2"]), 1, first))


LINK: Table = {"TO|DASH|AND|OR|TILDE": always(True), "TO|AND THE": always(True)}
CLOCK_AT: Table = {
    "clock": lambda f: At(f["clock"]),
    "clock COMMA? ON|OF? on_date|daytime": clock_on,
}
AT_CLOCK: Table = {"on_date|daytime COMMA? AT|FROM? clock|hour": clock_on}
RANGE: Table = {
    "THE? day link month_day|weekday_date|date": _days_then_month,
    "month_day link day|small": _month_then_days,
    "month_day DASH|TO day COMMA? year": _month_then_days,
    "month|month_day DASH|TO|AND date": _months_of_year,
    "FOUR DASH TWO": _short_years,
    "weekday TO|DASH weekday": _two_weekdays,
    "month TO|DASH month": _two_months,
    "clock|hour link clock_at": _clocks,
    "at_clock link clock": _dated_clocks,
}

RANGE_TABLES: Mapping[str, Table] = {
    "link": LINK,
    "clock_at": CLOCK_AT,
    "at_clock": AT_CLOCK,
    "range": RANGE,
}
