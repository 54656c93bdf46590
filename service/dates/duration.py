"""Lengths of time as TIMEX3 values."""

from __future__ import annotations

from datetime import date

from service.dates.almanac import Days, shift
from service.dates.meaning import Amount, Quantity

# How many of the next smaller unit a part of a unit is written in: 2 1/2 years are P2Y6M.
_PARTS = {"Y": (12, "M"), "TH": (60, "TM"), "TM": (60, "TS")}
# Decades and centuries are written in years when they are counted, as in TimeBank.
_IN_YEARS = {"E": 10, "C": 100, "L": 1000}


def duration_value(amount: Amount) -> str:
    """P2Y6M, PT36H, PXD."""
    days, clock = "", ""
    for count, unit in _split_parts(amount):
        if unit.startswith("T"):
            clock += f"{_figure(count)}{unit[1]}"
        elif count is not None and unit in _IN_YEARS:
            days += f"{_figure(count * _IN_YEARS[unit])}Y"
        else:
            days += f"{_figure(count)}{unit}"
    return f"P{days}T{clock}" if clock else f"P{days}"


def _figure(count: Quantity) -> str:
    return "X" if count is None else f"{count:.10g}"


def _split_parts(amount: Amount) -> Amount:
    count, unit = amount[-1]
    if count is None or count == int(count) or unit not in _PARTS:
        return amount
    size, smaller = _PARTS[unit]
    rest = round((count - int(count)) * size, 3)
    whole = ((int(count), unit),) if count >= 1 else ()
    return (*amount[:-1], *whole, (rest, smaller))


def amount_days(amount: Amount, side: int, now: date) -> Days | None:
    """The days a length of time up to (side -1) or from (side 1) `now` covers."""
    far: date | None = now
    for count, unit in amount:
        if count is None or far is None or unit.startswith("T"):
            return None
        far = shift(far, unit, side * int(count))
    if far is None:
        return None
    return (far, now) if side < 0 else (now, far)


def move(base: date, amount: Amount, sign: int) -> date | None:
    """`base` moved by a length of time; hours leave the day. None where the length is vague."""
    moved: date | None = base
    for count, unit in amount:
        if count is None or moved is None:
            return None
        if unit.startswith("T"):
            continue
        whole = int(count)
        moved = shift(moved, unit, sign * whole)
        if moved and count != whole:
            moved = _move_part(moved, unit, sign * (count - whole))
    return moved


def _move_part(day: date, unit: str, part: float) -> date | None:
    """A part of a unit, in the next smaller one: half a year is six months."""
    smaller, size = {"Y": ("M", 12), "E": ("Y", 10), "C": ("Y", 100), "M": ("D", 30)}.get(
        unit, ("D", 7)
    )
    return shift(day, smaller, round(part * size))
