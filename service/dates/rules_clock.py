"""Rules for times of day by themselves: 10:43 a.m. GMT, half past seven, noon."""

from __future__ import annotations

from collections.abc import Mapping

from service.dates.grammar import Found, Table, always
from service.dates.meaning import Clock


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


def clock_in_part(found: Found) -> Clock | None:
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
    "figures|spoken|HOUR|small IN THE PART": clock_in_part,
    "figures|spoken AT PART": clock_in_part,
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
    "half_past IN THE PART": lambda f: clock_in_part(
        {"figures": f["half_past"], "PART": f["PART"]}
    ),
    "half_past half": lambda f: _half_day({"figures": f["half_past"], "half": f["half"]}),
    "time ZONE": _zoned,
    "time LOCAL TIME": lambda f: f["time"],
    "time OPEN ZONE CLOSE": _zoned,
}

CLOCK_TABLES: Mapping[str, Table] = {
    "half": HALF,
    "figures": FIGURES,
    "spoken": SPOKEN,
    "time": TIME,
    "hour": WHOLE_HOUR,
    "half_past": HALF_PAST,
    "clock": CLOCK,
}
