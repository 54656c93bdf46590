"""Rules for times counted from another time: last week, two years ago, that day, July last year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.dates.grammar import Found, Table, always
from service.dates.meaning import (
    Calendar,
    Chosen,
    Current,
    Exact,
    Inside,
    Lasting,
    Meaning,
    Modified,
    Nth,
    Origin,
    Shifted,
)

_WORDS_OF_MENTIONED = ("FOLLOWING", "PREVIOUS", "SAME", "THAT")
PAST_OR_PRESENT = 0
_NOT_DATED = ("TH", "TM", "TS")


def _unit(found: Found) -> str:
    return str(found.get("UNIT") or found.get("UNITS"))


def _stepped_unit(found: Found) -> Meaning | None:
    """last week, this year, the following month."""
    unit = _unit(found)
    word, step = found["step"]
    if unit in _NOT_DATED:
        return None
    if unit == "W2":
        return Lasting(((2, "W"),), step) if step else None
    origin: Origin = "mentioned" if word in _WORDS_OF_MENTIONED else "published"
    if word == "PAST" and unit in ("E", "C"):
        return Lasting(((1, unit),), step)  # "the past decade": the ten years up to now
    if unit == "D" and word == "LAST":
        return None  # "the last day of the trip", not yesterday
    if unit == "D" and word == "NEXT":
        origin = "mentioned"
    if word == "LATEST" and unit == "Q":
        return Current("REPORT")
    if step == 0:
        return Current(unit, origin)
    return Shifted(((1, unit),), step, origin, whole_units=True)


def _place_of_unit(found: Found) -> Inside | None:
    """July last year."""
    whole, place = _stepped_unit(found), found["place"]
    unit = "W" if place.weekday else "Y" if place.month or place.code or place.holiday else "M"
    return Inside(place, whole) if whole and found["UNIT"] == unit else None


def _stepped_place(found: Found) -> Chosen | None:
    word, step = found["step"]
    if word in ("THAT", "LATEST"):
        return None
    origin: Origin = "mentioned" if word in ("FOLLOWING", "PREVIOUS", "SAME") else "published"
    return Chosen(found["place"], step, origin, by_week=word == "NEXT")


def _fiscal(found: Found) -> Chosen | None:
    """the fiscal first quarter: one that has begun, whatever its number in the calendar."""
    place: Calendar = found["place"]
    return Chosen(place, PAST_OR_PRESENT) if place.code else None


def _nth_of(found: Found) -> Nth | None:
    nth = found.get("ordinal", -1)
    whole = found["outer"]
    if "weekday" in found:
        return Nth(nth, "D", whole, weekday=found["weekday"])
    unit = found["UNIT"]
    return Nth(nth, unit, whole) if unit in ("D", "W", "WE", "M", "Q") else None


def _part_of(found: Found) -> Meaning:
    return Inside(found["place"], found["outer"])


def _edge(mod: str, key: str) -> Any:
    return lambda f: Modified(mod, f[key])


def _named_part(found: Found) -> Calendar | None:
    """the summer, the third quarter; but not "the Oct. 23 attack" or "the Easter holiday"."""
    place: Calendar = found["place"]
    return place if place.code or (place.day and not place.month) else None


def _this_unit(found: Found) -> Meaning | None:
    unit = found["UNIT"]
    unit = {"Q": "REPORT", "WE": "WEEKEND"}.get(unit, unit)
    return Current(unit) if unit in ("D", "W", "M", "REPORT", "Y", "E", "C", "WEEKEND") else None


def _year_end(found: Found) -> Meaning | None:
    unit = found["UNIT"]
    return Modified("END", Current(unit)) if unit in ("Y", "M", "Q", "W") else None


def _year_ago(found: Found) -> Meaning | None:
    """the year-ago quarter, the year-earlier period: the same time of the year before."""
    if found.get("UNIT") != "Y":
        return None
    place = found.get("place")
    year_before = Shifted(((1, "Y"),), -1)
    if isinstance(place, Calendar):
        return Inside(place, year_before)
    return Shifted(((1, "Y"),), -1)


def _weekdays_away(found: Found, sign: int) -> Chosen | None:
    """two Saturdays ago, three Fridays from now."""
    count = found["cardinal"]
    place = Calendar(weekday=found["WEEKDAYS"])
    return Chosen(place, sign * int(count)) if 0 < count == int(count) <= 10 else None


STEP: Table = {
    "LAST|PAST|PREVIOUS|NEXT|COMING|FOLLOWING|THIS|CURRENT|THAT|SAME|LATEST": lambda f: next(
        iter(f.items())
    ),
    "THIS PAST|COMING|LAST|NEXT": lambda f: [*f.items()][-1],
    "THIS|THAT SAME": always(("SAME", 0)),
}

NEAR: Table = {
    "THE? step DASH? UNIT": _stepped_unit,
    "THE? step FISCAL|CALENDAR|SCHOOL|TRADING UNIT": _stepped_unit,
    "THE? step place": _stepped_place,
    "THE? FISCAL DASH? place": _fiscal,
    "place step UNIT": _place_of_unit,
    "DAYWORD": lambda f: (
        Shifted(((1, "D"),), f["DAYWORD"], whole_units=True) if f["DAYWORD"] else Current("D")
    ),
    "THE? UNIT BEFORE DAYWORD": lambda f: _day_beyond(f, "BEFORE"),
    "THE? UNIT AFTER DAYWORD": lambda f: _day_beyond(f, "AFTER"),
    "THE UNIT AFTER NEXT": lambda f: Shifted(((2, f["UNIT"]),), 1, whole_units=True),
    "THE UNIT BEFORE LAST": lambda f: Shifted(((2, f["UNIT"]),), -1, whole_units=True),
    "cardinal WEEKDAYS AGO": lambda f: _weekdays_away(f, -1),
    "cardinal WEEKDAYS FROM REFERENCE": lambda f: _weekdays_away(f, 1),
    "place AFTER NEXT": lambda f: Chosen(f["place"], 2),
    "place BEFORE LAST": lambda f: Chosen(f["place"], -2),
    "THE? UNIT BEFORE|EARLIER": lambda f: Shifted(((1, f["UNIT"]),), -1, "mentioned"),
    "THE UNIT AFTER": lambda f: Shifted(((1, f["UNIT"]),), 1, "mentioned"),
}


def _day_beyond(found: Found, word: str) -> Meaning | None:
    """the day before yesterday, the day after tomorrow."""
    sign = -1 if word == "BEFORE" else 1
    if found["UNIT"] != "D" or found["DAYWORD"] != sign:
        return None
    return Shifted(((2, "D"),), sign, whole_units=True)


SIMPLE: Table = {
    "near": lambda f: f["near"],
    "date|era|yeared": lambda f: next(iter(f.values())),
    "year": lambda f: f["year"],
    "place": lambda f: f["place"],
    "THE place": _named_part,
    "THE UNIT": _this_unit,
    "THE ORDINAL": lambda f: Calendar(day=f["ORDINAL"]) if f["ORDINAL"] <= 31 else None,
}
OUTER: Table = {
    **{pattern: build for pattern, build in SIMPLE.items() if pattern != "THE ORDINAL"},
    "UNIT": _this_unit,
    "THE month": lambda f: Calendar(month=f["month"]),
}


def _day_of_week(found: Found) -> Inside | None:
    """next week on Tuesday; but not "last year Tuesday"."""
    near = found["near"]
    unit = near.unit if isinstance(near, Current) else ""
    if isinstance(near, Shifted) and near.whole_units:
        unit = near.amount[0][1]
    return Inside(Calendar(weekday=found["weekday"]), near) if unit == "W" else None


def _weekend_of(found: Found) -> Nth | None:
    """Labor Day weekend: the one nearest to the day."""
    day: Meaning = found["holiday"]
    if "year" in found:
        day = Inside(found["holiday"], found["year"])
    return Nth(0, "WE", day) if found["UNIT"] == "WE" else None


DATED: Table = {
    "simple": lambda f: f["simple"],
    "THE? ordinal|LAST UNIT|weekday OF|IN outer": _nth_of,
    "THE? ordinal LAST UNIT|weekday OF|IN outer": lambda f: _nth_of(
        {**f, "ordinal": -f["ordinal"]}
    ),
    "THE? place OF|IN|ON outer": _part_of,
    "THE? UNIT OF outer": lambda f: _period_of(f),
    "near POSSESSIVE place": lambda f: Inside(f["place"], f["near"]),
    "year POSSESSIVE place": lambda f: Inside(f["place"], f["year"]),
    "THE FISCAL UNIT": lambda f: Current("Y") if f["UNIT"] == "Y" else None,
    "THE? day OF near": lambda f: Inside(Calendar(day=f["day"]), f["near"]),
    "THE day near": lambda f: Inside(Calendar(day=f["day"]), f["near"]),
    "near ON|DASH|COMMA? weekday": _day_of_week,
    "weekday COMMA? near": _day_of_week,
    "holiday UNIT": _weekend_of,
    "holiday UNIT year": _weekend_of,
    "holiday year UNIT": _weekend_of,
    "THE? UNIT STARTING ON? simple": lambda f: _period_of({**f, "outer": f["simple"]}),
    "THE? COMPARABLE? UNIT DASH AGO|EARLIER UNIT": _year_ago,
    "THE? COMPARABLE? UNIT DASH AGO|EARLIER PERIOD": _year_ago,
    "THE? UNIT DASH AGO|EARLIER place": _year_ago,
    "UNIT DASH AGO|EARLIER": _year_ago,
    "THE LATEST|SAME PERIOD": always(Current("REPORT")),
    "THE COMPARABLE|SAME UNIT|PERIOD near": lambda f: Inside(Calendar(code="?"), f["near"]),
    "THE year UNIT|PERIOD": lambda f: Inside(Calendar(code="?"), f["year"]),
    "SOMETIME near": lambda f: f["near"],
}


def _period_of(found: Found) -> Meaning | None:
    """the week of 6 March, the year of 2008."""
    whole = found["outer"]
    unit = found["UNIT"]
    if unit in ("W", "WE") and isinstance(whole, Calendar | Exact | Inside):
        return Nth(0, unit, whole)
    if unit == "Y" and isinstance(whole, Exact):
        return whole
    if unit == "M" and isinstance(whole, Calendar | Exact | Inside):
        return whole
    return None


EDGED: Table = {
    "THE? EARLY DASH? dated": _edge("START", "dated"),
    "THE? LATE DASH? dated": _edge("END", "dated"),
    "THE? MID DASH? dated": _edge("MID", "dated"),
    "EARLIER IN? dated": _edge("EARLIER", "dated"),
    "LATER IN? dated": _edge("LATER", "dated"),
    "EARLY|LATE IN|ON dated": lambda f: Modified(f.get("EARLY") or f["LATE"], f["dated"]),
    "THE? BEGINNING|MIDDLE|FINISH OF outer": lambda f: Modified(
        f.get("BEGINNING") or f.get("MIDDLE") or f["FINISH"], f["outer"]
    ),
    "THE? UNIT POSSESSIVE? DASH? FINISH": _year_end,
    "ABOUT dated": _edge("APPROX", "dated"),
    "POST DASH year": _edge("AFTER", "year"),
    "year OR|AND LATER|BEYOND": _edge("ON_OR_AFTER", "year"),
    "year OR|AND EARLIER": _edge("ON_OR_BEFORE", "year"),
}

RELATIVE_TABLES: Mapping[str, Table] = {
    "step": STEP,
    "near": NEAR,
    "simple": SIMPLE,
    "outer": OUTER,
    "dated": DATED,
    "edged": EDGED,
}
