"""Rules for sets of times and for vague references: every Monday, daily; now, recently."""

from __future__ import annotations

from collections.abc import Mapping

from service.dates.grammar import Found, Table, always
from service.dates.meaning import At, Calendar, Clock, Lasting, Repeated, Vague, clock_value
from service.dates.rules_timed import clock_on


def _every_unit(found: Found) -> Repeated | None:
    unit = found["UNIT"]
    count = found.get("cardinal") or found.get("ordinal") or (2 if "OTHER" in found else 1)
    if unit == "WE":
        return Repeated("XXXX-WXX-WE" if count == 1 else f"P{count:g}WE")
    return Repeated(_period(count, unit))


def _period(count: float, unit: str) -> str:
    if unit == "W2":
        return _period(count * 2, "W")
    if unit == "E":
        return f"P{count * 10:g}Y"
    if unit == "C":
        return f"P{count * 100:g}Y"
    if unit == "WE":
        return f"P{count:g}W"
    return f"PT{count:g}{unit[1]}" if unit.startswith("T") else f"P{count:g}{unit}"


def _every_place(found: Found) -> Repeated | None:
    place = found["place"]
    if place.weekday and not place.month:
        return Repeated(f"XXXX-WXX-{place.weekday}")
    if place.month and place.day:
        return Repeated(f"XXXX-{place.month:02}-{place.day:02}")
    if place.month:
        return Repeated(f"XXXX-{place.month:02}")
    return Repeated(f"XXXX-{place.code}") if place.code else Repeated("P1Y")


def _every_day_at(found: Found) -> Repeated | None:
    if found["UNIT"] != "D":
        return None
    return Repeated(f"XXXX-XX-XXT{clock_value(found['clock'])}")


def _every_part_at(found: Found) -> Repeated | None:
    timed = clock_on({"clock": found["clock"], "daytime": At(found["PART"])})
    if timed is None or not isinstance(timed.time, Clock):
        return None
    return Repeated(f"XXXX-XX-XXT{clock_value(timed.time)}")


def _every_place_at(found: Found) -> Repeated | None:
    days = _every_place(found)
    return Repeated(f"{days.value}T{clock_value(found['clock'])}") if days else None


SET: Table = {
    "FREQUENCY": lambda f: Repeated(f["FREQUENCY"]),
    "EVERY|EACH UNIT": _every_unit,
    "EVERY OTHER UNIT": _every_unit,
    "EVERY|EACH cardinal|ordinal UNIT|UNITS": lambda f: _every_unit(
        {**f, "UNIT": f.get("UNIT") or f["UNITS"]}
    ),
    "EVERY|EACH place": _every_place,
    "EVERY OTHER place": _every_place,
    "EVERY|EACH UNIT AT clock": _every_day_at,
    "ON? WEEKDAYS AT clock": lambda f: Repeated(
        f"XXXX-WXX-{f['WEEKDAYS']}T{clock_value(f['clock'])}"
    ),
    "EVERY|EACH PART AT clock": _every_part_at,
    "WEEKDAYS": lambda f: Repeated(f"XXXX-WXX-{f['WEEKDAYS']}"),
    "ON? WEEKDAYS PARTS|PART": lambda f: Repeated(
        f"XXXX-WXX-{f['WEEKDAYS']}T{f.get('PART') or f['PARTS']}"
    ),
    "weekday PARTS": lambda f: Repeated(f"XXXX-WXX-{f['weekday']}T{f['PARTS']}"),
    "EVERY|EACH PART": lambda f: Repeated(f"XXXX-XX-XXT{f['PART']}"),
    "EVERY|EACH weekday PART": lambda f: Repeated(f"XXXX-WXX-{f['weekday']}T{f['PART']}"),
    "clock EVERY|EACH UNIT": _every_day_at,
    "EVERY|EACH place AT? clock": _every_place_at,
    "THE? day OF EVERY|EACH UNIT": lambda f: (
        Repeated(f"XXXX-XX-{f['day']:02}") if f["UNIT"] == "M" else None
    ),
    "ONCE|TWICE A|EVERY|EACH UNIT": _every_unit,
    "cardinal TIMES A|EVERY|EACH UNIT": lambda f: _every_unit({"UNIT": f["UNIT"]}),
    "THE? ordinal weekday OF EVERY|EACH UNIT": lambda f: Repeated(_period(1, f["UNIT"])),
    "EVERY FEW UNITS": lambda f: Repeated(f"P{'T' * f['UNITS'].startswith('T')}X{f['UNITS'][-1]}"),
    "UNITS": lambda f: Repeated("XXXX-WXX-WE") if f["UNITS"] == "WE" else None,
    "SEASONS": lambda f: Repeated(f"XXXX-{f['SEASONS']}"),
}


def _more_recently(found: Found) -> Vague | None:
    return Vague("PAST_REF") if found["REFERENCE"] == "PAST_REF" else None


REFERENCE: Table = {
    "REFERENCE": lambda f: Vague(f["REFERENCE"]),
    "MORE|MOST REFERENCE": lambda f: (
        Vague(f["REFERENCE"]) if f["REFERENCE"] == "PAST_REF" else None
    ),
    "RIGHT REFERENCE": lambda f: Vague(f["REFERENCE"]),
    "AT THE MOMENT": always(Vague("PRESENT_REF")),
    "AT THIS TIME|MOMENT": always(Vague("PRESENT_REF")),
    "AT THE UNIT": lambda f: Vague("PRESENT_REF") if f["UNIT"] == "TM" else None,
    "AT PRESENT": always(Vague("PRESENT_REF")),
    "AT THE PRESENT TIME|MOMENT?": always(Vague("PRESENT_REF")),
    "CURRENT": always(Vague("PRESENT_REF")),
    "RECENT UNITS": always(Vague("PAST_REF")),
    "THE PAST": always(Vague("PAST_REF")),
    "THE NEAR|SHORT? FUTURE": always(Vague("FUTURE_REF")),
    "THE NEAR|SHORT TERM": always(Vague("FUTURE_REF")),
    "THESE UNITS": lambda f: Vague("PRESENT_REF") if f["UNITS"] == "D" else None,
    "NEAR FUTURE": always(Vague("FUTURE_REF")),
    "NOT? WHILE AGO": always(Vague("PAST_REF")),
    "A WHILE TIME AGO": always(Vague("PAST_REF")),
    "SOME TIME AGO": always(Vague("PAST_REF")),
    "SOME UNIT": lambda f: Vague("FUTURE_REF") if f["UNIT"] == "D" else None,
    "THE? COMING|FUTURE UNITS": always(Vague("FUTURE_REF")),
    "THE? UNITS AHEAD": lambda f: Lasting(((None, f["UNITS"]),), 1),
}

MENTION: Table = {
    "LOWMONTH": lambda f: Calendar(month=f["LOWMONTH"]),
    "timed": lambda f: f["timed"],
    "on_date": lambda f: f["on_date"],
    "qualified": lambda f: f["qualified"],
    "set": lambda f: f["set"],
    "reference": lambda f: f["reference"],
}

SET_TABLES: Mapping[str, Table] = {"set": SET, "reference": REFERENCE, "mention": MENTION}
