"""Days with names: how each is called, and how its day is found in a year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from service.dates.almanac import day_of, easter, nth_weekday, orthodox_easter

DayOf = Callable[[int], date | None]


@dataclass(frozen=True, slots=True)
class Holiday:
    """The names of a day, and the day it falls on in a year."""

    names: tuple[str, ...]
    day: DayOf


def _fixed(month: int, day: int) -> DayOf:
    return lambda year: day_of(year, month, day)


def _nth(nth: int, weekday: int, month: int, *, plus: int = 0) -> DayOf:
    def find(year: int) -> date | None:
        day = nth_weekday(year, month, weekday=weekday, nth=nth)
        return day + timedelta(days=plus) if day else None

    return find


def _in_years(days: Mapping[int, tuple[int, int]]) -> DayOf:
    return lambda year: date(year, *days[year]) if year in days else None


def _workday(month: int, day: int) -> DayOf:
    """The workday nearest to a day: Friday for a Saturday, Monday for a Sunday."""

    def find(year: int) -> date | None:
        found = day_of(year, month, day)
        return found and found + timedelta(days={6: -1, 7: 1}.get(found.isoweekday(), 0))

    return find


def _tax_day(year: int) -> date | None:
    """The first workday from 15 April on; the capital rests on Emancipation Day, the 16th."""
    day, rest = day_of(year, 4, 15), _workday(4, 16)(year)
    while day and (day.isoweekday() > 5 or day == rest):
        day += timedelta(days=1)
    return day


def _kings_day(year: int) -> date | None:
    day = day_of(year, 4, 27)
    return day and day - timedelta(days=day.isoweekday() == 7)


# The day on which most American states vote on their parties' candidates: set anew each time.
_SUPER_TUESDAYS = {
    2000: (3, 7), 2004: (3, 2), 2008: (2, 5), 2012: (3, 6), 2016: (3, 1), 2020: (3, 3),
    2024: (3, 5),
}  # fmt: skip


def _easter(plus: int) -> DayOf:
    return lambda year: easter(year) + timedelta(days=plus)


def _orthodox(plus: int) -> DayOf:
    return lambda year: orthodox_easter(year) + timedelta(days=plus)


def _election(year: int) -> date | None:
    monday = nth_weekday(year, 11, weekday=1, nth=1)
    return monday + timedelta(days=1) if monday else None


def _unknown(_: int) -> date | None:
    return None


_TABLE: tuple[tuple[DayOf, str], ...] = (
    (_fixed(1, 1), "New Year's Day|New Year's|New Year Day|New Years Day"),
    (_nth(3, 1, 1), "Martin Luther King Day|Martin Luther King Jr. Day|MLK Day|"
     "Martin Luther King, Jr. Day|MLK Jr. Day|Martin Luther King's Day|"
     "Martin Luther Kings Day|Civil Rights Day"),
    (_fixed(2, 2), "Groundhog Day|Groundhogs Day"),
    (_fixed(2, 14), "Valentine's Day|Valentine Day|St. Valentine's Day|Valentines Day"),
    (_nth(3, 1, 2), "Presidents' Day|Presidents Day|President's Day|President Day|"
     "Washington's Birthday|George Washington Day"),
    (_fixed(3, 8), "International Women's Day"),
    (_fixed(3, 17), "St. Patrick's Day|St Patrick's Day|Saint Patrick's Day|"
     "Saint Patricks Day|St. Paddy's Day|St Paddy's Day|Saint Paddy's Day"),
    (_fixed(4, 1), "April Fools' Day|April Fools Day|April Fool's Day|April Fool Day"),
    (_fixed(4, 22), "Earth Day"),
    (_fixed(4, 25), "Anzac Day"),
    (_fixed(5, 1), "May Day|International Workers' Day"),
    (_fixed(5, 5), "Cinco de Mayo"),
    (_nth(2, 7, 5), "Mother's Day|Mothers' Day|Mothers Day"),
    (_nth(-1, 1, 5), "Memorial Day|Decoration Day"),
    (_nth(3, 7, 6), "Father's Day|Fathers' Day|Fathers Day"),
    (_fixed(6, 14), "Flag Day"),
    (_fixed(6, 19), "Juneteenth"),
    (_fixed(7, 1), "Canada Day"),
    (_fixed(7, 4), "Independence Day|Fourth of July"),
    (_fixed(7, 14), "Bastille Day"),
    (_nth(1, 1, 9), "Labor Day|Labour Day"),
    (_nth(1, 7, 9, plus=7), "Grandparents Day|National Grandparents Day"),
    (_nth(2, 1, 10), "Columbus Day|Indigenous Peoples' Day|Indigenous Peoples Day"),
    (_in_years(_SUPER_TUESDAYS), "Super Tuesday"),
    (_tax_day, "Tax Day"),
    (_workday(4, 16), "Emancipation Day"),
    (_fixed(4, 10), "Siblings Day|National Siblings Day|Sibling Day|National Sibling Day"),
    (_nth(-1, 6, 4, plus=-3), "Administrative Professionals' Day|Administrative Professionals Day|"
     "Administrative Professional's Day|Administrative Professional Day|Admins Day|"
     "Secretaries' Day|Secretaries Day"),
    (_kings_day, "King's Day|Koningsdag"),
    (_fixed(5, 1), "Law Day|Loyalty Day|Lei Day"),
    (_nth(1, 1, 5), "early May bank holiday|May Day bank holiday"),
    (_nth(-1, 1, 5), "spring bank holiday|late May bank holiday"),
    (_nth(2, 7, 5, plus=-2), "Military Spouse Day"),
    (_nth(-1, 1, 8), "August bank holiday|summer bank holiday|late summer bank holiday"),
    (_workday(10, 16), "Boss's Day|Bosses' Day|Bosses Day|Boss Day"),
    (_nth(2, 7, 3), "daylight saving start|daylight savings start|daylight saving start day|"
     "daylight savings start day"),
    (_nth(1, 7, 11), "daylight saving end|daylight savings end|daylight saving end day|"
     "daylight savings end day"),
    (_fixed(11, 1), "World Vegan Day"),
    (_fixed(10, 31), "Halloween|Hallowe'en"),
    (_fixed(11, 1), "All Saints' Day|All Saints Day"),
    (_fixed(11, 2), "All Souls' Day|All Souls Day"),
    (_fixed(11, 5), "Guy Fawkes Day|Guy Fawkes Night|Bonfire Night"),
    (_election, "Election Day"),
    (_fixed(11, 11), "Veterans Day|Veterans' Day|Veteran's Day|Veteran Day|Armistice Day|"
     "Remembrance Day"),
    (_nth(2, 7, 11), "Remembrance Sunday"),
    (_nth(4, 4, 11), "Thanksgiving Day|Thanksgiving"),
    (_nth(4, 4, 11, plus=1), "Black Friday"),
    (_nth(4, 4, 11, plus=4), "Cyber Monday"),
    (_fixed(12, 24), "Christmas Eve|Xmas Eve"),
    (_fixed(12, 25), "Christmas Day|Christmas|Xmas"),
    (_fixed(12, 26), "Boxing Day|St. Stephen's Day"),
    (_fixed(12, 31), "New Year's Eve|New Years Eve"),
    (_fixed(2, 12), "Lincoln's Birthday|Lincolns Birthday|Lincolns' Birthday|"
     "Abraham Lincoln's Birthday|Lincoln Birthday"),
    (_nth(-1, 5, 4), "Arbor Day"),
    (_easter(-47), "Shrove Tuesday|Mardi Gras|Pancake Day|Pancake Tuesday|Fat Tuesday"),
    (_easter(-21), "Mothering Sunday"),
    (_easter(-46), "Ash Wednesday"),
    (_easter(-7), "Palm Sunday|Branch Sunday"),
    (_easter(-3), "Maundy Thursday|Holy Thursday"),
    (_easter(-2), "Good Friday"),
    (_easter(-1), "Holy Saturday"),
    (_easter(0), "Easter Sunday|Easter Day|Easter"),
    (_easter(1), "Easter Monday"),
    (_easter(39), "Ascension Day|Ascension Thursday"),
    (_easter(49), "Pentecost|Whit Sunday|Whitsunday|White Sunday|Pentecost Sunday"),
    (_easter(50), "Whit Monday|Pentecost Monday"),
    (_easter(56), "Trinity Sunday"),
    (_easter(60), "Corpus Christi"),
    (_orthodox(-48), "Clean Monday|Orthodox Shrove Monday"),
    (_orthodox(-8), "Lazarus Saturday"),
    (_orthodox(-2), "Orthodox Good Friday|Orthodox Great Friday"),
    (_orthodox(0), "Orthodox Easter|Orthodox Easter Sunday"),
    (_unknown, "Ramadan|Passover|Yom Kippur|Rosh Hashanah|Rosh Hashana|Hanukkah|Chanukah|"
     "Eid al-Fitr|Eid al-Adha|Diwali|Chinese New Year|Lunar New Year|Ashura|Purim|Sukkot"),
)  # fmt: skip

HOLIDAYS: Mapping[str, Holiday] = {
    names.partition("|")[0]: Holiday(tuple(names.split("|")), day) for day, names in _TABLE
}

# Days known by their figures alone: month and day, and the year they were in.
NAMED_DAYS: Mapping[tuple[int, int], int] = {(9, 11): 2001, (7, 7): 2005}

_PART = re.compile(r"[^\W\d_]+|['’]s\b|[^\s\w]")
_MARKS = {"'": "QUOTE?", ".": "DOT?", ",": "COMMA?", "-": "DASH?", "'s": "POSSESSIVE?"}


def words_of(name: str) -> str:
    """The grammar's pattern of a name: each word a class of its own."""
    return " ".join(_MARKS.get(part) or word_class(part) for part in _PART.findall(name))


def word_class(word: str) -> str:
    """The class that stands for one word of a holiday's name and nothing else."""
    return "=" + word.upper()


def name_words() -> Iterator[tuple[str, str]]:
    """Every word of a holiday's name with its class."""
    for holiday in HOLIDAYS.values():
        for name in holiday.names:
            for part in _PART.findall(name):
                if part not in _MARKS:
                    yield part, word_class(part)
