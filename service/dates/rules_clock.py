"""Rules for times of day, alone and on a date."""

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


def _figures(found: Found) -> Clock | None:
    hour, minute, *seconds = (int(part) for part in found["CLOCK"].split(":"))
    if hour > 24 or minute > 59 or any(second > 59 for second in seconds):
        return None
    return Clock(hour, minute, seconds[0] if seconds else None)


def _hour(found: Found) -> Clock | None:
    if "POINTED" in found:
        hours, minutes = found["POINTED"]
        return Clock(int(hours), int(minutes)) if _is_clock(hours, minutes) else None
    hour: int = found["HOUR"] if "HOUR" in found else found["small"]
    return Clock(hour) if 0 <= hour <= 24 else None


def _is_clock(hour: str, minute: str) -> bool:
    return int(hour) <= 24 and len(minute) == 2 and int(minute) < 60


def _half_day(found: Found) -> Clock | None:
    clock: Clock | None = found.get("figures") or _hour(found)
    if clock is None or (not 1 <= clock.hour <= 12 and found["half"]):
        return clock if clock and clock.minute is not None else None
    return Clock(clock.hour, clock.minute, clock.second, half=found["half"])


def _figures_in_row(found: Found) -> Clock | None:
    """1140 a.m., 330 p.m., 0735 GMT."""
    figures = found.get("FOUR") or found["THREE"]
    hour, minute = int(figures[:-2]), int(figures[-2:])
    if hour > 23 or minute > 59 or (found["half"] and not 1 <= hour <= 12):
        return None
    return Clock(hour, minute, half=found["half"])


def _in_part(found: Found) -> Clock | None:
    """4 in the morning, 8 tonight."""
    clock: Clock | None = found.get("figures") or found.get("spoken") or _hour(found)
    if clock is None or clock.hour > 12:
        return None
    part = found.get("PART") or "NI"
    half = "a" if part == "MO" or (part == "NI" and clock.hour < 5) else "p"
    return Clock(clock.hour, clock.minute, clock.second, half=half)


def _zoned(found: Found) -> Clock:
    clock: Clock = found["time"]
    return Clock(clock.hour, clock.minute, clock.second, clock.half, found["ZONE"])


HALF: Table = {
    "AM": always("a"),
    "PM": always("p"),
    "LETTER_A DOT? LETTER_M": always("a"),
    "LETTER_P DOT? LETTER_M": always("p"),
    "LETTER_A DOT LETTER_M DOT": always("a"),
    "LETTER_P DOT LETTER_M DOT": always("p"),
}
FIGURES: Table = {"CLOCK": _figures}


def _short(found: Found) -> Clock | None:
    """3p, 3:18a."""
    figures = found["HALVED"]
    hour, _, minute = figures[:-1].partition(":")
    clock = Clock(int(hour), int(minute) if minute else None, half=figures[-1])
    return clock if 1 <= clock.hour <= 12 and (clock.minute or 0) < 60 else None


def _spoken_clock(found: Found) -> Clock | None:
    """seven thirty p.m."""
    hour, minute = found["small"], found["small2"]
    fits = 1 <= hour <= 12 and 10 <= minute < 60
    return Clock(hour, minute, half=found["half"]) if fits else None


SPOKEN: Table = {
    "HOUR|small OCLOCK": _hour,
}
TIME: Table = {
    "figures": lambda f: f["figures"],
    "spoken": lambda f: f["spoken"],
    "figures|HOUR|small|POINTED half": _half_day,
    "small DASH? small half": _spoken_clock,
    "FOUR|THREE half": _figures_in_row,
    "FOUR ZONE": lambda f: _figures_in_row({**f, "half": None}),
    "spoken half": lambda f: Clock(f["spoken"].hour, half=f["half"]),
    "HALVED": _short,
    "FOUR HOURS_OF_DAY": lambda f: _figures_in_row({**f, "half": None}),
    "NOON": lambda f: Clock(f["NOON"], 0),
    "HOUR NOON": lambda f: Clock(f["NOON"], 0),
    "figures|spoken|HOUR|small IN THE PART": _in_part,
    "figures|spoken AT PART": _in_part,
}


def _past_hour(found: Found) -> Clock | None:
    """half past seven, a quarter to noon, twenty minutes past 3."""
    minutes = _minutes_past(found)
    clock: Clock = found["hour"]
    if minutes is None or not 0 < minutes < 60:
        return None
    if "TO" in found:
        return Clock((clock.hour - 1) % 24, 60 - minutes, half=clock.half)
    return Clock(clock.hour, minutes, half=clock.half)


def _minutes_past(found: Found) -> int | None:
    if "HALF" in found:
        return 30
    unit = found.get("UNIT") or found.get("UNITS") or "TM"
    if unit == "Q":
        return 15
    minutes: int | None = found.get("DIGITS", found.get("small"))
    return minutes if unit == "TM" else None


WHOLE_HOUR: Table = {
    "HOUR|small": _hour,
    "spoken": lambda f: f["spoken"],
    "NOON": lambda f: Clock(f["NOON"], 0),
    "HOUR|small half": _half_day,
}
HALF_PAST: Table = {
    "HALF PASTHOUR|AFTER hour": _past_hour,
    "A? UNIT PASTHOUR|AFTER|TO hour": lambda f: _past_hour(f) if f["UNIT"] == "Q" else None,
    "DIGITS|small UNITS|UNIT PASTHOUR|AFTER|TO hour": _past_hour,
    "DIGITS|small PASTHOUR hour": _past_hour,
}
CLOCK: Table = {
    "time": lambda f: f["time"],
    "half_past": lambda f: f["half_past"],
    "half_past IN THE PART": lambda f: _in_part({"figures": f["half_past"], "PART": f["PART"]}),
    "half_past half": lambda f: _half_day({"figures": f["half_past"], "half": f["half"]}),
    "time ZONE": _zoned,
    "time LOCAL TIME": lambda f: f["time"],
    "time OPEN ZONE CLOSE": _zoned,
}
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
    clock = _in_part({**found, "PART": "EV"})
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


CLOCK_TABLES: Mapping[str, Table] = {
    "half": HALF,
    "figures": FIGURES,
    "spoken": SPOKEN,
    "time": TIME,
    "hour": WHOLE_HOUR,
    "half_past": HALF_PAST,
    "clock": CLOCK,
    "on_date": ON_DATE,
    "daytime": DAYTIME,
    "timed": TIMED,
}
