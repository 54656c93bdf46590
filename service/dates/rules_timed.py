"""Rules for times and parts of the day on a date: 3 p.m. on Thursday, late Wednesday night."""

from __future__ import annotations

from collections.abc import Mapping

from service.dates.grammar import Found, Table, always
from service.dates.meaning import (
    At,
    Calendar,
    Chosen,
    Clock,
    Current,
    Exact,
    Inside,
    Meaning,
    Modified,
    Nth,
    Origin,
    Shifted,
)
from service.dates.rules_clock import clock_in_part

ON_DATE: Table = {
    "edged|dated": lambda f: next(iter(f.values())),
}


def _part_on(found: Found) -> At:
    return At(found["PART"], found.get("on_date"))


def _early_hours(date: Meaning) -> Modified | None:
    return Modified("START", At("MO", date)) if _is_day(date) else None


def _part_of_week(found: Found) -> At | None:
    """Wednesday evening next week."""
    near = found["near"]
    day = Inside(Calendar(weekday=found["weekday"]), near)
    return At(found["PART"], day) if isinstance(near, Shifted | Current) else None


def _this_part(found: Found) -> Meaning | None:
    word, step = found["step"]
    part = found["PART"]
    day: Meaning = Current("D", "mentioned" if word in ("SAME", "THAT") else "published")
    if step:
        origin: Origin = "mentioned" if word in ("FOLLOWING", "NEXT") else "published"
        day = Shifted(((1, "D"),), step, origin, whole_units=True)
    return At(part, day)


DAYTIME: Table = {
    "on_date COMMA? PART": _part_on,
    "on_date EARLY|LATE PART": _part_on,
    "weekday PART COMMA? near": _part_of_week,
    "on_date IN|INSIDE? THE PART": _part_on,
    "THE? step PART": _this_part,
    "EARLY|LATE PART": lambda f: Modified(
        f.get("EARLY") or f["LATE"], At(f["PART"], Current("D", "mentioned"))
    ),
    "THE PART OF on_date": _part_on,
    "PART OF on_date": _part_on,
    "THE? EARLY HOURS_OF_DAY OF on_date": lambda f: _early_hours(f["on_date"]),
    "THE PART": lambda f: At(f["PART"], Current("D", "mentioned")),
    "TONIGHT": lambda f: At(f["TONIGHT"], Current("D")),
    "OVERNIGHT": always(At("NI", Current("NIGHT"))),
    "MID DASH? PART": lambda f: Modified("MID", At(f["PART"], Current("D"))),
    "MID DASH? PART on_date": lambda f: Modified("MID", At(f["PART"], f["on_date"])),
}


def _clock_before_year(found: Found) -> At | None:
    """Wed Oct 26 15:50:06 2016."""
    place = found.get("weekday_date") or found["month_day"]
    return At(found["clock"], Inside(place, found["year"]))


def _is_day(meaning: Meaning) -> bool:
    """Whether a time of day can stand on it: Thursday or 3 May, but not next month."""
    match meaning:
        case Modified():
            return _is_day(meaning.meaning)
        case Exact():
            return len(meaning.value) == 10
        case Calendar():
            return bool(meaning.day or meaning.weekday or meaning.holiday)
        case Chosen() | Inside():
            return _is_day(meaning.place)
        case Shifted():
            return meaning.amount[-1][1] == "D"
        case Nth() | Current():
            return meaning.unit == "D"
        case _:
            return False


def _hour_tonight(found: Found) -> At | None:
    clock = clock_in_part({**found, "PART": "EV"})
    return At(clock, Current("D")) if clock else None


def _later_part(found: Found) -> Modified:
    return Modified(next(iter(found.values())), found["daytime"])


def _before_clock(found: Found, mod: str) -> Modified | None:
    timed = clock_on(found)
    return Modified(mod, timed) if timed else None


def clock_on(found: Found) -> At | None:
    """3pm on Thursday, this morning at 10."""
    date = found.get("on_date")
    if date is not None and not _is_day(date):
        return None
    if date is None:
        daytime = found["daytime"]
        if isinstance(daytime, Modified) or not isinstance(daytime.time, str):
            return None
        clock: Clock = found.get("clock") or found["hour"]
        said = clock.half or ("a" if daytime.time == "MO" else "p")
        half = said if clock.hour <= 12 else None
        return At(Clock(clock.hour, clock.minute, clock.second, half, clock.zone), daytime.date)
    return At(found.get("clock") or found["hour"], date)


def _about_clock_on(found: Found) -> Modified | None:
    timed = clock_on(found)
    return Modified("APPROX", timed) if timed else None


TIMED: Table = {
    "daytime": lambda f: f["daytime"],
    "EARLY|LATE|LATER|EARLIER daytime": _later_part,
    "clock": lambda f: At(f["clock"]),
    "THE? ABOUT clock": lambda f: Modified("APPROX", At(f["clock"])),
    "ABOUT clock COMMA? ON|OF? on_date|daytime": _about_clock_on,
    "clock COMMA? ON|OF? on_date|daytime": clock_on,
    "on_date|daytime COMMA? AT|BY|FOR|FROM? clock": clock_on,
    "daytime COMMA? AT hour": clock_on,
    "hour daytime": clock_on,
    "HOUR|small TONIGHT": _hour_tonight,
    "on_date BEFORE clock": lambda f: _before_clock(f, "BEFORE"),
    "on_date AFTER clock": lambda f: _before_clock(f, "AFTER"),
    "on_date COMMA? AT ABOUT clock": lambda f: Modified("APPROX", At(f["clock"], f["on_date"])),
    "weekday_date|month_day clock year": _clock_before_year,
    "ISO": lambda f: _stamp(f["ISO"]),
}


def _stamp(stamp: str) -> Exact:
    return Exact(stamp.replace(" ", "T"))


TIMED_TABLES: Mapping[str, Table] = {
    "on_date": ON_DATE,
    "daytime": DAYTIME,
    "timed": TIMED,
}
