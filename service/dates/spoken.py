"""A TIMEX3 value as a person says it: 12 March 2024, evening; late February 2019; the 1990s."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from service.dates import english

_MONTHS = english.MONTHS.split()
_ORDINALS = english.ORDINAL_ONES.split()
_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_MODS = {
    "START": "early", "MID": "mid", "END": "late", "APPROX": "about", "BEFORE": "before",
    "AFTER": "after", "ON_OR_BEFORE": "up to", "ON_OR_AFTER": "from", "LESS_THAN": "under",
    "MORE_THAN": "over", "EQUAL_OR_LESS": "up to", "EQUAL_OR_MORE": "at least",
}  # fmt: skip


def spoken(value: str, mod: str | None = None) -> str | None:
    """The date or time of day in words; None for what names none (a duration, a set, PAST_REF)."""
    day, _, time = value.partition("T")
    said = _said(day)
    if said is None or (time and _time(time) is None):
        return None
    whole = f"{said}, {_time(time)}" if time else said
    if mod not in _MODS:
        return whole
    article = "the " if whole.startswith("the ") else ""
    return f"{article}{_MODS[mod]} {whole.removeprefix(article)}"


def _said(value: str) -> str | None:
    for shape, say in _SAYERS:
        match = shape.fullmatch(value)
        if match:
            try:
                return say(*match.groups())
            except ValueError:
                return None
    return None


def _time(time: str) -> str | None:
    clock = re.match(r"\d\d:\d\d(?::\d\d)?", time)
    return _PARTS.get(time) or (clock.group() if clock else None)


def _day(year: str, month: str, day: str) -> str:
    date(int(year), int(month), int(day))  # an impossible one is not said
    return f"{int(day)} {_MONTHS[int(month) - 1]} {int(year)}"


def _week(year: str, week: str, weekday: int, name: str) -> str:
    first = date.fromisocalendar(int(year), int(week), weekday)
    return f"{name} of {_day(str(first.year), str(first.month), str(first.day))}"


def _nth(number: str) -> str:
    return _ORDINALS[int(number) - 1]


def _century(figures: str) -> str:
    number = int(figures) + 1
    tail = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"the {number}{tail} century"


_SAYERS: tuple[tuple[re.Pattern[str], Callable[..., str]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), _day),
    (re.compile(r"(\d{4})-(0[1-9]|1[012])"), lambda y, m: f"{_MONTHS[int(m) - 1]} {int(y)}"),
    (re.compile(r"(\d{4})"), lambda y: str(int(y)) if int(y) >= 100 else f"AD {int(y)}"),
    (re.compile(r"(\d{4})-W(\d\d)"), lambda y, w: _week(y, w, 1, "week")),
    (re.compile(r"(\d{4})-W(\d\d)-WE"), lambda y, w: _week(y, w, 6, "weekend")),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda y, q: f"{_nth(q)} quarter of {int(y)}"),
    (re.compile(r"(\d{4})-H([12])"), lambda y, h: f"{_nth(h)} half of {int(y)}"),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), lambda y, s: f"{_SEASONS[s]} {int(y)}"),
    (re.compile(r"(\d{3})"), lambda e: f"the {e}0s"),
    (re.compile(r"(\d\d)"), _century),
    (re.compile(r"BC(\d{4})"), lambda y: f"{int(y)} BC"),
)
