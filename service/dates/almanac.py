"""Calendar arithmetic on TIMEX3 values: no words, no context, no clock."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta

Days = tuple[date, date]

# First month and day of a season, and how many months it lasts: the meteorological year,
# which is what news means by "this summer" (June to August).
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
SEASONS = tuple(_SEASON_MONTH)


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none (31 February, year 0)."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def shift(day: date, unit: str, count: int) -> date | None:
    """`day` moved by `count` units; months keep the day or fall back to the month's last."""
    try:
        if unit in _DAYS_IN:
            return day + timedelta(days=_DAYS_IN[unit] * count)
        months = day.year * 12 + day.month - 1 + _MONTHS_IN[unit] * count
        year, month = divmod(months, 12)
        if not MINYEAR <= year <= MAXYEAR:
            return None
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except OverflowError:
        return None


_DAYS_IN = {"D": 1, "W": 7, "WE": 7}
_MONTHS_IN = {"M": 1, "Q": 3, "H": 6, "SN": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}
UNITS = (*_DAYS_IN, *_MONTHS_IN)


def can_place(named: str, unit: str) -> bool:
    """Whether a time of a `named` unit tells where one of another is, if only roughly.

    A month does for the week that follows; a year or a decade does for nothing finer than itself.
    """
    return named in ("D", "W", "WE", "M", "Q") or UNITS.index(named) <= UNITS.index(unit)


def value_of(unit: str, day: date) -> str:
    """The value of the `unit` that `day` lies in: value_of("W", 24 January 2019) is 2019-W04."""
    return _WRITERS[unit](day)


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def _season(day: date) -> str:
    for code, first in _SEASON_MONTH.items():
        if (day.month - first) % 12 < 3:
            # January and February belong to the winter that began the year before.
            return f"{day.year - (code == 'WI' and day.month < 3):04}-{code}"
    raise AssertionError("every month has its season")


_WRITERS: dict[str, Callable[[date], str]] = {
    "D": date.isoformat,
    "W": _week,
    "WE": lambda day: f"{_week(day)}-WE",
    "M": lambda day: f"{day.year:04}-{day.month:02}",
    "Q": lambda day: f"{day.year:04}-Q{(day.month + 2) // 3}",
    "H": lambda day: f"{day.year:04}-H{(day.month + 5) // 6}",
    "SN": _season,
    "Y": lambda day: f"{day.year:04}",
    "E": lambda day: f"{day.year:04}"[:3],
    "C": lambda day: f"{day.year:04}"[:2],
    "L": lambda day: f"{day.year:04}"[:1],
}


def days_of(value: str) -> Days | None:
    """The first and last day of a TIMEX3 date value; None for one that names no days."""
    value = value.partition("T")[0]
    for shape, reader in _READERS:
        match = shape.fullmatch(value)
        if match:
            try:
                return reader(*match.groups())
            except (ValueError, OverflowError):
                return None
    return None


def unit_of(value: str) -> str | None:
    """The unit a TIMEX3 date value names: "M" for 2019-01; None where it is no date."""
    value = value.partition("T")[0]
    for (shape, _), unit in zip(_READERS, _READER_UNITS, strict=True):
        if shape.fullmatch(value):
            return unit
    return None


def _year_days(year: str) -> Days:
    return date(int(year), 1, 1), date(int(year), 12, 31)


def _months_days(year: int, month: int, count: int) -> Days:
    last = year * 12 + month + count - 2
    last_year, last_month = divmod(last, 12)
    last_day = calendar.monthrange(last_year, last_month + 1)[1]
    return date(year, month, 1), date(last_year, last_month + 1, last_day)


def _week_days(year: str, week: str, first: int = 1, last: int = 7) -> Days:
    return (
        date.fromisocalendar(int(year), int(week), first),
        date.fromisocalendar(int(year), int(week), last),
    )


def _span_of_years(first: int, count: int) -> Days:
    return date(max(first, 1), 1, 1), date(first + count - 1, 12, 31)


def _day_days(year: str, month: str, day: str) -> Days:
    return (date(int(year), int(month), int(day)),) * 2


_READERS: tuple[tuple[re.Pattern[str], Callable[..., Days]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), _day_days),
    (re.compile(r"(\d{4})-(\d\d)"), lambda y, m: _months_days(int(y), int(m), 1)),
    (re.compile(r"(\d{4})"), _year_days),
    (re.compile(r"(\d{4})-W(\d\d)"), _week_days),
    (re.compile(r"(\d{4})-W(\d\d)-WE"), lambda y, w: _week_days(y, w, 6, 7)),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda y, q: _months_days(int(y), int(q) * 3 - 2, 3)),
    (re.compile(r"(\d{4})-H([12])"), lambda y, h: _months_days(int(y), int(h) * 6 - 5, 6)),
    (
        re.compile(r"(\d{4})-(SP|SU|FA|WI)"),
        lambda y, s: _months_days(int(y), _SEASON_MONTH[s], 3),
    ),
    (re.compile(r"(\d{3})"), lambda e: _span_of_years(int(e) * 10, 10)),
    (re.compile(r"(\d{2})"), lambda c: _span_of_years(int(c) * 100, 100)),
    (re.compile(r"(\d)"), lambda m: _span_of_years(int(m) * 1000, 1000)),
)
_READER_UNITS = ("D", "M", "Y", "W", "WE", "Q", "H", "SN", "E", "C", "L")

# A third of a month is ten days, as in "late February": 21 to 28 or 29.
_MONTH_THIRDS = {"START": (0, 10), "MID": (10, 20), "END": (20, 31)}


def narrow(days: Days, mod: str | None) -> Days:
    """The part of `days` that START, MID or END leaves; other modifiers leave them whole."""
    if mod not in _MONTH_THIRDS:
        return days
    first, last = days
    length = (last - first).days + 1
    if 28 <= length <= 31:
        begin, end = _MONTH_THIRDS[mod]
    else:
        third = -(-length // 3)
        begin = {"START": 0, "MID": (length - third) // 2, "END": length - third}[mod]
        end = begin + third
    return first + timedelta(days=begin), min(last, first + timedelta(days=end - 1))


def nth_weekday(year: int, month: int, *, weekday: int, nth: int) -> date | None:
    """The nth (1 to 5, or -1 for the last) `weekday` (1 is Monday) of a month."""
    first, last = _months_days(year, month, 1)
    if nth < 0:
        return last - timedelta(days=(last.isoweekday() - weekday) % 7 - 7 * (nth + 1))
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    return day if day <= last else None


def easter(year: int) -> date:
    """Western Easter Sunday (Butcher's algorithm)."""
    golden, century = year % 19, year // 100
    skipped = century - century // 4 - (8 * century + 13) // 25
    epact = (skipped + 19 * golden + 15) % 30
    full_moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + full_moon + 2 - century + century // 4) % 7
    offset = full_moon - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday, in the Gregorian calendar (Meeus)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    julian_gap = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=julian_gap)
