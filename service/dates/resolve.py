"""From what the words say to a TIMEX3 value, given what is known about the article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from service.dates import places
from service.dates.almanac import UNITS, Days, can_place, days_of, narrow, shift, unit_of, value_of
from service.dates.duration import amount_days, duration_value, move
from service.dates.meaning import (
    At,
    Calendar,
    Chosen,
    Clock,
    Current,
    Exact,
    Inside,
    Lasting,
    Meaning,
    Modified,
    Nth,
    Origin,
    Repeated,
    Shifted,
    Vague,
    clock_value,
)
from service.dates.tense import Direction
from service.dates.timex import Basis, Timex, TimexType


@dataclass(frozen=True, slots=True)
class Context:
    """What a time expression can hang on: the article's day, and the date named before it."""

    published: date | None
    mentioned: str | None = None
    quarter: str | None = None
    direction: Direction = 0


@dataclass(frozen=True, slots=True)
class Located:
    """A value, the days it can mean where they are narrower than its own, and its basis."""

    value: str | None
    basis: Basis = "explicit"
    days: Days | None = None


_OPEN = Located(None, "none")


def resolve(meaning: Meaning, context: Context) -> tuple[Timex, Basis]:
    """The normalised time of a meaning, and what it hangs on."""
    mod: str | None = None
    if isinstance(meaning, Modified):
        mod, meaning = meaning.mod, meaning.meaning
    located = _locate(meaning, context)
    days = located.days or (days_of(located.value) if located.value else None)
    if days and mod:
        days = _modified_days(days, mod, context.published)
    earliest, latest = days or (None, None)
    public = {"EARLIER": "START", "LATER": "END"}.get(mod or "", mod)
    timex = Timex(_type_of(meaning), located.value, public, earliest, latest)
    return timex, located.basis


def _type_of(meaning: Meaning) -> TimexType:
    if isinstance(meaning, Lasting):
        return "DURATION"
    if isinstance(meaning, Repeated):
        return "SET"
    if isinstance(meaning, At):
        return "TIME"
    if isinstance(meaning, Exact) and "T" in meaning.value:
        return "TIME"
    return "DATE"


def _modified_days(days: Days, mod: str, published: date | None) -> Days:
    """`earlier this month` ends with the published day; `early this month` after ten days."""
    first, last = days
    if mod in ("EARLIER", "LATER"):
        if published is None or not first <= published <= last:
            return narrow(days, "START" if mod == "EARLIER" else "END")
        return (first, published) if mod == "EARLIER" else (published, last)
    return narrow(days, mod)


def _locate(meaning: Meaning, context: Context) -> Located:
    return _LOCATORS[type(meaning)](meaning, context)


def _exact(meaning: Exact, _: Context) -> Located:
    return Located(meaning.value) if "XXXX" not in meaning.value else _OPEN


def _as_said(meaning: Vague | Repeated, _: Context) -> Located:
    return Located(meaning.value)


def _calendar(meaning: Calendar, context: Context) -> Located:
    if context.published is None:
        return _OPEN
    value = places.nearest(meaning, context.published, context.direction)
    return Located(value, "published") if value else _OPEN


def _modified(meaning: Modified, context: Context) -> Located:
    inner = _locate(meaning.meaning, context)
    days = days_of(inner.value) if inner.value else None
    return replace(inner, days=narrow(days, meaning.mod)) if days else inner


def _origin(origin: Origin, context: Context, unit: str) -> tuple[date | None, Basis]:
    """The day an origin stands for; with no date mentioned yet, the published one.

    What was mentioned must be fine enough to count from: no week follows "the late 1990s".
    """
    if origin == "mentioned" and context.mentioned:
        days, named = days_of(context.mentioned), unit_of(context.mentioned)
        if days and named and not can_place(named, unit):
            return None, "none"
        if days:
            return days[0], "mentioned"
    return context.published, "published"


def _base_of(origin: Origin | Meaning, context: Context, unit: str) -> tuple[date | None, Basis]:
    """The first day of what a time is counted from."""
    if isinstance(origin, str):
        return _origin(origin, context, unit)
    located = _locate(origin, context)
    days = days_of(located.value) if located.value else None
    return (days[0] if days else None), located.basis


def _lasting(meaning: Lasting, context: Context) -> Located:
    value = duration_value(meaning.amount)
    if not meaning.side or context.published is None:
        return Located(value)
    days = amount_days(meaning.amount, meaning.side, context.published)
    return Located(value, "published", days)


def _chosen(meaning: Chosen, context: Context) -> Located:
    base, basis = _base_of(meaning.origin, context, "Y")
    if base is None:
        return _OPEN
    if meaning.step == 0 and meaning.place.weekday and context.direction > 0:
        # "We will meet this Monday", said on a Tuesday, is no day of this week.
        return Located(places.nearest(meaning.place, base, 1), basis)
    value = places.stepped(meaning.place, base, meaning.step, by_week=meaning.by_week)
    return Located(value, basis) if value else _OPEN


def _inside(meaning: Inside, context: Context) -> Located:
    whole = _locate(meaning.whole, context)
    days = days_of(whole.value) if whole.value else None
    if days is None or whole.value is None:
        return _OPEN
    if meaning.place.code == "?":
        return _same_quarter(whole, days, context)
    value = places.within(meaning.place, days)
    return Located(value, whole.basis) if value else _OPEN


def _same_quarter(whole: Located, days: Days, context: Context) -> Located:
    """the 1988 period: the quarter the report is about, of that year."""
    if context.quarter is None:
        return whole
    return Located(f"{days[0].year:04}{context.quarter[4:]}", whole.basis)


def _nth(meaning: Nth, context: Context) -> Located:
    whole = _locate(meaning.whole, context)
    days = days_of(whole.value) if whole.value else None
    if days is None:
        return _OPEN
    value = places.nth(days, nth=meaning.nth, unit=meaning.unit, weekday=meaning.weekday)
    return Located(value, whole.basis) if value else _OPEN


def _shifted(meaning: Shifted, context: Context) -> Located:
    unit = meaning.amount[-1][1]
    base, basis = _base_of(meaning.origin, context, unit if unit in UNITS else "D")
    if base is None or _is_later_than_nothing(meaning, context):
        return _OPEN
    if _is_year_ago(meaning) and context.quarter:
        base = _first_day(context.quarter) or base
    if meaning.amount[0][0] is None:
        return _vague_shift(meaning, context)
    moved = move(base, meaning.amount, meaning.sign)
    if moved is None:
        return _OPEN
    return Located(value_of(_grain(unit, meaning, context), moved), basis)


def _is_later_than_nothing(meaning: Shifted, context: Context) -> bool:
    """Whether a told "two days later" has no date before it: from the published day it would be
    in the future, which is not what it says."""
    later = meaning.origin == "mentioned" and meaning.sign > 0
    return later and context.mentioned is None and context.direction < 0


def _is_year_ago(meaning: Shifted) -> bool:
    """a year ago, a year earlier: in a report on a quarter, the same quarter of that year."""
    counted = meaning.sign < 0 and not meaning.whole_units
    return counted and isinstance(meaning.origin, str) and meaning.amount == ((1, "Y"),)


def _first_day(value: str) -> date | None:
    days = days_of(value)
    return days[0] if days else None


def _vague_shift(meaning: Shifted, context: Context) -> Located:
    if meaning.sign < 0:
        return Located("PAST_REF")
    # "He resigned days later" is told of the past, not of the future.
    return _OPEN if context.direction < 0 else Located("FUTURE_REF")


def _grain(unit: str, meaning: Shifted, context: Context) -> str:
    """How exact a shifted time is: as exact as its unit, or as what it was counted from."""
    if meaning.grain:
        return meaning.grain
    if unit in ("TH", "TM", "TS"):
        return "D"
    if not isinstance(meaning.origin, str):
        return "D"
    if context.quarter and _is_year_ago(meaning):
        return "Q"
    return "Y" if unit == "E" and not meaning.whole_units else unit


def _current(meaning: Current, context: Context) -> Located:
    if meaning.unit == "REPORT" and context.quarter:
        return Located(context.quarter, "mentioned")
    base, basis = _origin(meaning.origin, context, meaning.unit if meaning.unit in UNITS else "L")
    if base is None:
        return _OPEN
    if meaning.unit == "REPORT":
        # The quarter a story is about is the one that ended before it was published.
        ended = shift(base, "Q", -1)
        return Located(value_of("Q", ended), basis) if ended else _OPEN
    if meaning.unit == "NIGHT":
        # What struck overnight did so in the night before; what will strike, in the night to come.
        night = base if context.direction > 0 else shift(base, "D", -1)
        return Located(night.isoformat(), basis) if night else _OPEN
    if meaning.unit == "WEEKEND":
        return _the_weekend(base, context)
    return Located(value_of(meaning.unit, base), basis)


def _the_weekend(base: date, context: Context) -> Located:
    """Early in the week, looking back, the weekend is the one just past."""
    past = base.isoweekday() <= 4 and context.direction <= 0
    day = shift(base, "W", -1) if past else base
    return Located(value_of("WE", day), "published") if day else _OPEN


def _day_of_clock(context: Context) -> tuple[str | None, Basis]:
    """The day of a bare time of day: the one the story last named, or the published one."""
    if context.mentioned and unit_of(context.mentioned) == "D":
        return context.mentioned, "mentioned"
    return (context.published.isoformat() if context.published else None), "published"


def _at(meaning: At, context: Context) -> Located:
    time = clock_value(meaning.time) if isinstance(meaning.time, Clock) else meaning.time
    if meaning.date is None:
        day, basis = _day_of_clock(context)
        if day is None:
            return Located(f"T{time}") if isinstance(meaning.time, Clock) else _OPEN
        return Located(f"{day}T{time}", basis)
    located = _locate(meaning.date, context)
    if located.value is None or unit_of(located.value) != "D":
        return located
    return Located(f"{located.value}T{time}", located.basis)


_LOCATORS: dict[type, Callable[..., Located]] = {
    Exact: _exact,
    Vague: _as_said,
    Repeated: _as_said,
    Lasting: _lasting,
    Calendar: _calendar,
    Chosen: _chosen,
    Inside: _inside,
    Nth: _nth,
    Shifted: _shifted,
    Current: _current,
    At: _at,
    Modified: _modified,
}
