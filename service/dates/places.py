"""Finding the year of a place in the calendar: which Thursday, which July."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from service.dates.almanac import Days, day_of, days_of, nth_weekday, shift, value_of
from service.dates.holidays import HOLIDAYS
from service.dates.meaning import Calendar
from service.dates.tense import Direction

# A deadline is days ahead of a past verb ("ordered to leave by Jan. 14"), an event months behind
# it ("In June he left"): measured on TimeBank and AQUAINT, 4 to 6 times as far is best.
_AGAINST = 4


def nearest(place: Calendar, base: date, direction: Direction) -> str | None:
    """The place a bare name means: the last one when looking back, the next when ahead.

    News style: a bare "Tuesday" reports what happened, so without evidence it looks back;
    a bare month or day of the month means the closest one.
    """
    if place.weekday and not place.day:
        return _bare_weekday(place.weekday, base, direction)
    found = [(value, days) for value in _around(place, base) if (days := days_of(value))]
    if place.holiday and direction > 0:
        # Nobody says of the Christmas that was that they will meet then.
        found = [pair for pair in found if pair[1][1] >= base] or found
    if place.weekday:
        found = [pair for pair in found if pair[1][0].isoweekday() == place.weekday] or found
    return min(found, key=lambda pair: _cost(pair[1], base, direction))[0] if found else None


def _bare_weekday(weekday: int, base: date, direction: Direction) -> str | None:
    back = (base.isoweekday() - weekday) % 7
    day = shift(base, "D", (7 - back) % 7 if direction > 0 else -back)
    return day.isoformat() if day else None


def _cost(days: Days, base: date, direction: Direction) -> float:
    """How far `days` are from `base`; farther against the direction the sentence looks."""
    first, last = days
    if first <= base <= last:
        return 0
    away = (base - last).days if last < base else (first - base).days
    against = direction > 0 if last < base else direction < 0
    return away * (_AGAINST if against else 1)


def _around(place: Calendar, base: date) -> Iterator[str]:
    """The values of a place around `base`, in order."""
    if place.month is None and place.day:
        for months in range(-6, 13) if place.weekday else (-1, 0, 1):
            near = shift(base.replace(day=1), "M", months)
            day = near and day_of(near.year, near.month, place.day)
            if day and place.weekday in (None, day.isoweekday()):
                yield day.isoformat()
        return
    for year in range(base.year - 2, base.year + 3):
        value = in_year(place, year)
        if value:
            yield value


def in_year(place: Calendar, year: int) -> str | None:
    """The value of a place in a year: 2018-07, 2018-Q3, 2018-12-25."""
    if not 1 <= year <= 9999:
        return None
    if place.holiday:
        day = HOLIDAYS[place.holiday].day(year)
        return day.isoformat() if day else None
    if place.code:
        return f"{year:04}-{place.code}"
    if place.month and place.day:
        day = day_of(year, place.month, place.day)
        return day.isoformat() if day else None
    return f"{year:04}-{place.month:02}" if place.month else None


def stepped(place: Calendar, base: date, step: int, *, by_week: bool = False) -> str | None:
    """The place `step` times on from `base`: last Thursday, next July, this summer."""
    if place.weekday and not place.day:
        return _stepped_weekday(place.weekday, base, step, by_week)
    if step == 0:
        if place.code and place.code.startswith("Q"):
            return _begun(place, base)
        named = place.month is not None or place.holiday is not None
        return in_year(place, base.year) if named else nearest(place, base, 0)
    found = [(value, days) for value in _around(place, base) if (days := days_of(value))]
    if step < 0:
        before = [value for value, days in found if days[1] < base]
        return before[step] if len(before) >= -step else None
    after = [value for value, days in found if days[0] > base]
    return after[step - 1] if len(after) >= step else None


def _begun(place: Calendar, base: date) -> str | None:
    """The last such place that has begun: fiscal quarters are reported when they are over."""
    begun = [
        value for value in _around(place, base) if (days := days_of(value)) and days[0] <= base
    ]
    return begun[-1] if begun else None


def _stepped_weekday(weekday: int, base: date, step: int, by_week: bool) -> str | None:
    if step == 0 or by_week:
        # "Next Friday" is the one of next week: the coming one is just "Friday".
        day = shift(base, "D", weekday - base.isoweekday() + 7 * step)
    elif step < 0:
        back = (base.isoweekday() - weekday - 1) % 7 + 1
        day = shift(base, "D", -back + 7 * (step + 1))
    else:
        ahead = (weekday - base.isoweekday() - 1) % 7 + 1
        day = shift(base, "D", ahead + 7 * (step - 1))
    return day.isoformat() if day else None


def within(place: Calendar, days: Days) -> str | None:
    """The place inside a longer time: July of last year, Monday of last week."""
    first, last = days
    if place.weekday and not place.day:
        day = shift(first, "D", (place.weekday - first.isoweekday()) % 7)
        return day.isoformat() if day and day <= last else None
    if place.month is None and place.day:
        day = day_of(first.year, first.month, place.day)
        return day.isoformat() if day else None
    return in_year(place, first.year)


def nth(days: Days, *, nth: int, unit: str, weekday: int | None) -> str | None:
    """The nth unit or weekday of `days`; 0 is the unit they lie in."""
    first, last = days
    if nth == 0:
        # The weekend of a Monday or Tuesday is the one just before it.
        near = shift(first, "D", -2) if unit == "WE" and first.isoweekday() <= 2 else first
        return value_of(unit, near) if near else None
    if weekday:
        return _nth_weekday(days, nth, weekday)
    begin = first
    if unit == "W" and (last - first).days > 31:
        return _week_of_year(first.year, nth)
    if unit == "W" and nth < 0:
        # A month's last week is the last one that has its Thursday in it, as ISO 8601 has a year's.
        last -= timedelta(days=(last.isoweekday() - 4) % 7)
    elif unit == "WE" and nth < 0:
        last -= timedelta(days=(last.isoweekday() - 6) % 7)
    elif unit in ("W", "WE"):
        # A month's first week is the first one that begins in it.
        begin = first + timedelta(days=(1 - first.isoweekday()) % 7)
    day = shift(begin, unit, nth - 1) if nth > 0 else shift(last, unit, nth + 1)
    return value_of(unit, day) if day and first <= day <= last else None


def _week_of_year(year: int, nth: int) -> str | None:
    """A year's weeks are numbered by ISO 8601, whose last is the one with 28 December."""
    weeks = date(year, 12, 28).isocalendar().week
    number = nth if nth > 0 else weeks + 1 + nth
    return f"{year:04}-W{number:02}" if 1 <= number <= weeks else None


def _nth_weekday(days: Days, nth: int, weekday: int) -> str | None:
    first, last = days
    if (last - first).days < 31:
        day = nth_weekday(first.year, first.month, weekday=weekday, nth=nth)
    elif nth > 0:
        day = shift(first, "D", (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    else:
        day = shift(last, "D", -((last.isoweekday() - weekday) % 7) + 7 * (nth + 1))
    return day.isoformat() if day and first <= day <= last else None
