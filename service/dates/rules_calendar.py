"""Rules for places in the calendar: days, months, quarters, decades, holidays, numeric dates."""

from __future__ import annotations

from collections.abc import Mapping

from service.dates.almanac import day_of
from service.dates.grammar import Found, Table, always
from service.dates.holidays import HOLIDAYS, words_of
from service.dates.meaning import Calendar, Exact, Inside, Meaning, Modified
from service.dates.numeric import full_date, pair_date
from service.dates.rules_numbers import full_year


def _day(found: Found) -> int | None:
    day = int(found.get("DAY") or found["ordinal"])
    return day if 1 <= day <= 31 else None


def _month_day(found: Found) -> Calendar | None:
    month, day = found.get("month") or found["LOWMONTH"], found["day"]
    # 2000 was a leap year: 29 February stands, 31 February does not.
    return Calendar(month=month, day=day) if day_of(2000, month, day) else None


def _with_weekday(found: Found) -> Calendar:
    place: Calendar = found["month_day"]
    return Calendar(month=place.month, day=place.day, weekday=found["weekday"])


def _whole_date(found: Found) -> Meaning | None:
    place: Calendar = found.get("weekday_date") or found["month_day"]
    year = found.get("year")
    value = year.value if year else full_year(found["TWO"])
    if not value.isdigit() or place.month is None or place.day is None:
        return None
    day = day_of(int(value), place.month, place.day)
    return Exact(day.isoformat()) if day else None


def _figured_date(found: Found) -> Meaning | None:
    """31-Oct-74, 2019/Aug/01."""
    place = _month_day(found)
    return _whole_date({**found, "month_day": place}) if place else None


def _month_of_year(found: Found) -> Exact | None:
    year = found["year"].value
    month = found.get("month") or found["LOWMONTH"]
    return Exact(f"{year}-{month:02}") if year.isdigit() else None


def _quarter(found: Found) -> Calendar | None:
    nth = found.get("ordinal") or found["DIGITS"]
    if found.get("UNIT", "Q") != "Q" or not 1 <= nth <= 4:
        return None
    return Calendar(code=f"Q{nth}")


def _half(found: Found) -> Calendar | None:
    nth = found.get("ordinal") or found.get("DIGITS") or 2
    return Calendar(code=f"H{nth}") if nth in (1, 2) else None


def _week_number(found: Found) -> Calendar | None:
    if found["UNIT"] != "W" or not 1 <= found["DIGITS"] <= 53:
        return None
    return Calendar(code=f"W{found['DIGITS']:02}")


def _decade(found: Found) -> Exact | None:
    figures = found["DECADE"]
    if len(figures) == 4:
        if figures.endswith("00") and figures < "2000":
            # The 1800s are a century; the 2000s, so far, are their first ten years.
            return Exact(figures[:2])
        return Exact(figures[:3]) if figures.endswith("0") and figures[0] in "12" else None
    # A decade of two figures is one of the last century from the 'thirties on.
    return Exact(("19" if figures >= "30" else "20") + figures[0]) if figures[1] == "0" else None


def _decade_word(found: Found) -> Exact:
    return Exact(f"19{found['DECADE_WORD'] // 10}")


def _century(found: Found) -> Exact | None:
    if found["UNIT"] != "C" or not 1 <= found["ordinal"] <= 21:
        return None
    return Exact(f"{found['ordinal'] - 1:02}")


def _day_of_month(found: Found) -> Calendar | None:
    """Tuesday the 21st, Monday 21."""
    day = found.get("DAY") or found["ordinal"]
    return Calendar(day=day, weekday=found["weekday"]) if day <= 31 else None


MONTH: Table = {
    "MONTH": lambda f: f["MONTH"],
    "MONTH_ABBR DOT?": lambda f: f["MONTH_ABBR"],
}
WEEKDAY: Table = {
    "WEEKDAY": lambda f: f["WEEKDAY"],
    "WEEKDAY_ABBR DOT?": lambda f: f["WEEKDAY_ABBR"],
}
DAY: Table = {"DAY|ordinal": _day}
MONTH_DAY: Table = {
    "month|LOWMONTH THE? day": _month_day,
    "THE? day OF? month": _month_day,
    "day OF LOWMONTH": _month_day,
    "day DASH month": _month_day,
    "month SLASH day": _month_day,
    "month COMMA ORDINAL": lambda f: _month_day({"month": f["month"], "day": f["ORDINAL"]}),
    "month|LOWMONTH small": lambda f: _month_day({**f, "day": f["small"]}),
    "small month": lambda f: _month_day({**f, "day": f["small"]}) if f["small"] >= 10 else None,
}
WEEKDAY_DATE: Table = {
    "weekday COMMA? month_day": _with_weekday,
    "weekday OPEN month_day CLOSE": _with_weekday,
    "month_day COMMA weekday": _with_weekday,
    "weekday THE? ordinal|DAY": _day_of_month,
}
DATE: Table = {
    "month_day|weekday_date COMMA? year": _whole_date,
    "day DASH month DASH year|TWO": _figured_date,
    "day SLASH month SLASH year": _figured_date,
    "month DASH day DASH year": _figured_date,
    "year DASH month DASH day": _figured_date,
    "year SLASH month SLASH day": _figured_date,
    "month_day|weekday_date OF|IN year": _whole_date,
    "month|LOWMONTH COMMA? year": _month_of_year,
    "month OF|IN year": _month_of_year,
    "month DASH|SLASH year": _month_of_year,
    "FULL": full_date,
    "COMPACT": lambda f: _compact(f["COMPACT"]),
    "weekday COMMA? FULL": full_date,
    "PAIR": pair_date,
    "weekday COMMA? PAIR": pair_date,
    "FOUR DASH TWO|DAY": lambda f: _year_month(f),
    "DAY DASH FOUR": lambda f: _year_month(f),
}


def _compact(figures: str) -> Exact | None:
    day = day_of(int(figures[:4]), int(figures[4:6]), int(figures[6:]))
    return Exact(day.isoformat()) if day else None


def _year_month(found: Found) -> Exact | None:
    """2015-03 is March; 2011-12 is a row of years, which another rule reads."""
    month = int(found.get("TWO") or found["DAY"])
    year = int(found["FOUR"])
    plausible = 1 <= month <= 12 and 1900 <= year <= 2100
    if plausible and month >= 10 and month > year % 100:
        return None
    return Exact(f"{year}-{month:02}") if plausible else None


HOLIDAY: Table = {
    words_of(name): always(Calendar(holiday=key))
    for key, holiday in HOLIDAYS.items()
    for name in holiday.names
}
PLACE: Table = {
    "month": lambda f: Calendar(month=f["month"]),
    "weekday": lambda f: Calendar(weekday=f["weekday"]),
    "month_day": lambda f: f["month_day"],
    "weekday_date": lambda f: f["weekday_date"],
    "SEASON": lambda f: Calendar(code=f["SEASON"]),
    "ordinal DASH? UNIT": _quarter,
    "LETTER_Q DIGITS": _quarter,
    "ordinal DASH? HALF": _half,
    "LETTER_H DIGITS": _half,
    "UNIT DIGITS": _week_number,
    "holiday": lambda f: f["holiday"],
}
ERA: Table = {
    "THE? DECADE": _decade,
    "THE? QUOTE DECADE": _decade,
    "THE DECADE_WORD": _decade_word,
    "THE? ordinal DASH? UNIT": _century,
}


def _named_part_of(found: Found) -> Inside | None:
    """the summer of 2018; but not "the March 2018 vote", whose date is March 2018."""
    place: Calendar = found["place"]
    return Inside(place, found["year"]) if place.code or place.holiday else None


YEARED: Table = {
    "place COMMA? year": lambda f: Inside(f["place"], f["year"]),
    "place OF|IN year": lambda f: Inside(f["place"], f["year"]),
    "THE place COMMA? year": _named_part_of,
    "THE place OF|IN year": _named_part_of,
    "THE? year DASH? place": lambda f: Inside(f["place"], f["year"]),
    "place DASH year": lambda f: Inside(f["place"], f["year"]) if f["place"].code else None,
    "MID DASH? year": lambda f: Modified("MID", f["year"]),
}

CALENDAR_TABLES: Mapping[str, Table] = {
    "month": MONTH,
    "weekday": WEEKDAY,
    "day": DAY,
    "month_day": MONTH_DAY,
    "weekday_date": WEEKDAY_DATE,
    "date": DATE,
    "holiday": HOLIDAY,
    "place": PLACE,
    "era": ERA,
    "yeared": YEARED,
}
