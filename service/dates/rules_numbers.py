"""Rules for numbers, lengths of time and years in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.dates.grammar import Found, Table, always
from service.dates.meaning import Amount, Exact


def _fraction(pair: str) -> float | None:
    """0.5 for "1/2"; None where it is no proper fraction of a unit."""
    above, below = (int(part) for part in pair.split("/"))
    return above / below if 0 < above < below <= 8 else None


def _mixed(found: Found) -> float | None:
    rest = _fraction(found["PAIR"])
    return None if rest is None else float(found["DIGITS"] + rest)


def _spoken_year(found: Found) -> int | None:
    """nineteen ninety-seven, twenty nineteen."""
    rest: int = found["small"]
    century: int = found.get("TEEN", 20)
    return int(century * 100 + rest) if rest >= 10 and 15 <= century <= 20 else None


SMALL: Table = {
    "ONES|TEEN|TENS": lambda f: next(iter(f.values())),
    "TENS DASH? ONES": lambda f: f["TENS"] + f["ONES"],
}
CARDINAL: Table = {
    "DIGITS|COUNT|DECIMAL|small": lambda f: next(iter(f.values())),
    "small HUNDRED": lambda f: f["small"] * 100,
    "small HUNDRED AND? small": lambda f: f["small"] * 100 + f["small2"],
    "A HUNDRED": always(100),
    "small THOUSAND": lambda f: f["small"] * 1000,
    "A THOUSAND": always(1000),
    "DIGITS PAIR": _mixed,
    "PAIR": lambda f: _fraction(f["PAIR"]),
    "DIGITS|small AND A? HALF": lambda f: (f.get("DIGITS") or f["small"]) + 0.5,
    "A? DOZEN": always(12),
}
ORDINAL: Table = {
    "ORDINAL|ORDINAL_ONES": lambda f: next(iter(f.values())),
    "TENS DASH? ORDINAL_ONES": lambda f: f["TENS"] + f["ORDINAL_ONES"],
}
SPOKEN_YEAR: Table = {
    "TEEN DASH? small": _spoken_year,
    "TENS small": lambda f: _spoken_year(f) if f["TENS"] == 20 else None,
    "TEEN HUNDRED AND? small": lambda f: f["TEEN"] * 100 + f["small"] if f["TEEN"] >= 15 else None,
    "ONES THOUSAND": lambda f: 2000 if f["ONES"] == 2 else None,
    "ONES THOUSAND AND? small": lambda f: 2000 + f["small"] if f["ONES"] == 2 else None,
}

VAGUE = object()
"""The quantity of "a few": not None, because a builder's None means that nothing matched."""


def _range(found: Found) -> Any:
    """The lower end of "two to three"; nothing where the second is not the greater."""
    return found["cardinal"] if found["cardinal"] < found["cardinal2"] else None


QUANTITY: Table = {
    "cardinal": lambda f: f["cardinal"],
    "cardinal MORE|ADJACENT": lambda f: f["cardinal"],
    "A MORE": always(1),
    "ANOTHER": always(1),
    "ANOTHER cardinal": lambda f: f["cardinal"],
    "MORE cardinal": lambda f: f["cardinal"],
    "A? COUPLE OF?": always(2),
    "A COUPLE MORE": always(2),
    "ANOTHER COUPLE OF?": always(2),
    "A? FEW": always(VAGUE),
    "A? FEW MORE": always(VAGUE),
    "ANOTHER FEW": always(VAGUE),
    "SOME": always(VAGUE),
    "HALF A": always(0.5),
    "A? HALF DASH?": always(0.5),
    "cardinal TO|OR|DASH cardinal": _range,
}


def amount_of(quantity: Any, unit: str) -> Amount:
    """A quantity of a unit in plain units: a fortnight is two weeks, a decade ten years."""
    count = None if quantity is VAGUE else quantity
    if unit == "W2":
        return ((None if count is None else 2 * count, "W"),)
    return ((count, unit),)


def _plain_amount(found: Found) -> Amount | None:
    unit = found.get("UNIT") or found["UNITS"]
    if unit == "Q" and "UNIT" in found:
        return None  # "a quarter of the vote"
    return amount_of(found["quantity"], unit)


def _hyphened(found: Found) -> Amount:
    return amount_of(found["cardinal"], found["UNIT"])


def _and_a_half(found: Found) -> Amount:
    unit = found.get("UNIT") or found["UNITS"]
    return amount_of(found.get("cardinal", 1) + 0.5, unit)


# Units in falling order, so that "2 years 1 month" is one length and "1 month 2 years" is not.
_SIZES = ("L", "C", "E", "Y", "Q", "M", "W", "D", "TH", "TM", "TS")


def _joined(found: Found) -> Amount | None:
    first, second = found["length"], found["length2"]
    if first[-1][1] not in _SIZES or second[0][1] not in _SIZES:
        return None
    falling = _SIZES.index(first[-1][1]) < _SIZES.index(second[0][1])
    exact = all(count is not None for count, _ in first + second)
    return first + second if falling and exact else None


def _joined_three(found: Found) -> Amount | None:
    first = _joined({"length": found["length"], "length2": found["length2"]})
    return _joined({"length": first, "length2": found["length3"]}) if first else None


LENGTH: Table = {
    "quantity TRADING? UNITS|UNIT": _plain_amount,
    "cardinal DASH TRADING? UNIT": _hyphened,
    "A UNIT": lambda f: amount_of(1, f["UNIT"]) if f["UNIT"] not in ("TS", "Q") else None,
    "cardinal DASH AND DASH A? DASH? HALF DASH? UNIT|UNITS": _and_a_half,
    "A UNIT AND A HALF": lambda f: amount_of(1.5, f["UNIT"]),
    "cardinal UNITS|UNIT AND A? HALF": _and_a_half,
    "HALF DASH UNIT": lambda f: amount_of(0.5, f["UNIT"]),
}
AMOUNT: Table = {
    "length": lambda f: f["length"],
    "length COMMA? AND? length": _joined,
    "length COMMA? length AND? length": _joined_three,
}


def _year(found: Found) -> Exact | None:
    year = int(found.get("FOUR") or found.get("spoken_year") or 0)
    return Exact(f"{year:04}") if 1000 <= year <= 2999 else None


def _short_year(found: Found) -> Exact:
    return Exact(full_year(found["TWO"]))


def full_year(two: str) -> str:
    """The year of a two-figure one, in the hundred years up to 2030."""
    return f"{'20' if int(two) <= 30 else '19'}{two}"


def _before_christ(found: Found) -> Exact:
    return Exact(f"BC{int(found.get('FOUR') or found.get('THREE') or found['DIGITS']):04}")


YEAR: Table = {
    "FOUR|spoken_year": _year,
    "FOUR AD": _year,
    "FOUR LETTER_A DOT LETTER_D DOT?": _year,
    "QUOTE TWO": _short_year,
    "FISCAL|CALENDAR FOUR": _year,
    "THE? FISCAL|CALENDAR? UNIT FOUR|spoken_year": lambda f: _year(f) if f["UNIT"] == "Y" else None,
    "FY DASH? FOUR": _year,
    "FY QUOTE? TWO": _short_year,
    "FOUR|THREE|DIGITS BC": lambda f: _before_christ(f),
    "FOUR|THREE|DIGITS LETTER_B DOT LETTER_C DOT?": lambda f: _before_christ(f),
    "AD THREE|DIGITS": lambda f: Exact(f"{int(f.get('THREE') or f['DIGITS']):04}"),
    "THREE|DIGITS AD": lambda f: Exact(f"{int(f.get('THREE') or f['DIGITS']):04}"),
    "AD FOUR": _year,
}

NUMBER_TABLES: Mapping[str, Table] = {
    "small": SMALL,
    "cardinal": CARDINAL,
    "ordinal": ORDINAL,
    "spoken_year": SPOKEN_YEAR,
    "quantity": QUANTITY,
    "length": LENGTH,
    "amount": AMOUNT,
    "year": YEAR,
}
