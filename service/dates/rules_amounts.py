"""Rules for lengths of time, and for times counted in them: about two hours, three days ago."""

from __future__ import annotations

from collections.abc import Mapping

from service.dates.grammar import Build, Found, Table, always
from service.dates.meaning import (
    AGE,
    Amount,
    Calendar,
    Current,
    Lasting,
    Meaning,
    Modified,
    Origin,
    Shifted,
    Vague,
)
from service.dates.rules_numbers import amount_of


def _stepped_length(found: Found) -> Lasting | None:
    """the past two years, the next few days."""
    word, step = found["step"]
    if word in ("THAT", "CURRENT") or found["amount"][0][0] == 1:
        return None
    return Lasting(found["amount"], step)


def _shifted(found: Found, sign: int, origin: Origin | Meaning) -> Meaning | None:
    amount: Amount = found["amount"]
    if amount[-1][1] in ("TH", "TM", "TS") and origin == "mentioned":
        return None  # "three minutes later": a length, with nothing to count it from
    if amount[0][0] is None and origin == "published" and sign < 0:
        return Vague("PAST_REF")
    return Shifted(amount, sign, origin)


def _ago_to_the_day(found: Found) -> Meaning | None:
    """two years ago today, a year ago Tuesday, a year ago this week: as exact as what follows."""
    amount: Amount = found["amount"]
    if "weekday" in found:
        return Shifted(amount, -1, Calendar(weekday=found["weekday"]))
    if "DAYWORD" in found:
        return Shifted(amount, -1, _today_or(found))
    near: Meaning = found["near"]
    return Shifted(amount, -1, grain=near.unit) if isinstance(near, Current) else None


def _beside(sign: int) -> Build:
    """two days before Christmas, three weeks after 1 May."""
    return lambda f: Shifted(f["amount"], sign, f.get("simple") or f["dated"])


QUALIFIER: Table = {
    "ABOUT": always("APPROX"),
    "NEARLY": always("LESS_THAN"),
    "MORE THAN": always("MORE_THAN"),
    "LESS THAN": always("LESS_THAN"),
    "AT LEAST": always("EQUAL_OR_MORE"),
    "AT MOST": always("EQUAL_OR_LESS"),
    "UP TO": always("EQUAL_OR_LESS"),
    "NO MORE|LONGER THAN": always("EQUAL_OR_LESS"),
    "NO LESS THAN": always("EQUAL_OR_MORE"),
    "AS LONG AS": always("EQUAL_OR_LESS"),
}


def _or_so(found: Found) -> Modified:
    return Modified("APPROX", Lasting(found["amount"]))


def _qualified(found: Found) -> Meaning:
    reckoned: Meaning = found["reckoned"]
    return AGE if reckoned is AGE else Modified(found["qualifier"], reckoned)


def _over(found: Found) -> Modified | None:
    """over an hour; but "over three years" is more often a time during which."""
    amount: Amount = found["amount"]
    return Modified("MORE_THAN", Lasting(amount)) if amount[0][0] == 1 else None


RECKONED: Table = {
    "amount": lambda f: Lasting(f["amount"]),
    "THE amount": lambda f: Lasting(f["amount"]) if f["amount"][0][0] != 1 else None,
    "amount OR SO": _or_so,
    "UNITS": lambda f: Lasting(amount_of_plural(f)) if f["UNITS"] != "WE" else None,
    "THE? step amount": _stepped_length,
    "THE? cardinal LAST|PAST|NEXT|COMING|PREVIOUS UNITS": lambda f: Lasting(
        ((f["cardinal"], f["UNITS"]),), 1 if "NEXT" in f or "COMING" in f else -1
    ),
    "THE? step amount OR SO": lambda f: Modified("APPROX", _stepped_length(f) or Vague("")),
    "THE ordinal|ORDINAL_ONES amount": lambda f: Lasting(f["amount"]),
    "THE ordinal UNITS": lambda f: Lasting(amount_of_plural(f)),
    "amount AGO": lambda f: _shifted(f, -1, "published"),
    "amount OR SO AGO": lambda f: Modified("APPROX", Shifted(f["amount"], -1)),
    "amount AGO DAYWORD|weekday|near": _ago_to_the_day,
    "amount EARLIER|BEFORE": lambda f: _shifted(f, -1, "mentioned"),
    "amount LATER": lambda f: _shifted(f, 1, "mentioned"),
    "amount HENCE": lambda f: _shifted(f, 1, "published"),
    "amount FROM RIGHT? REFERENCE|DAYWORD": lambda f: Shifted(f["amount"], 1, _today_or(f)),
    "amount BEFORE|FROM simple": lambda f: _beside(1 if "FROM" in f else -1)(f),
    "amount AFTER simple": _beside(1),
    "UNITS AGO|EARLIER": always(Vague("PAST_REF")),
    "UNITS LATER": lambda f: Shifted(amount_of_plural(f), 1, "mentioned"),
    "ALL UNIT": lambda f: Lasting(((1, f["UNIT"]),)),
    "THE ALL UNIT": lambda f: Current(f["UNIT"]),
    "UNIT DASH LONG": lambda f: Lasting(((1, f["UNIT"]),)),
    "UNITS DASH LONG": lambda f: Lasting(amount_of_plural(f)),
    "amount DASH? OLD": always(AGE),
}


def _today_or(found: Found) -> Meaning:
    return Shifted(((1, "D"),), found.get("DAYWORD", 0), whole_units=True)


def amount_of_plural(found: Found) -> Amount:
    return amount_of(None, found["UNITS"])


QUALIFIED: Table = {
    "reckoned": lambda f: f["reckoned"],
    "qualifier reckoned": _qualified,
    "OVER amount": _over,
}

AMOUNT_TABLES: Mapping[str, Table] = {
    "qualifier": QUALIFIER,
    "reckoned": RECKONED,
    "qualified": QUALIFIED,
}
