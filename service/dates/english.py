"""English words for time: what each word can stand for. Data only; the rules name classes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.dates.tokens import Senses

MONTHS = "January February March April May June July August September October November December"
SHORT_MONTHS = {
    1: "Jan", 2: "Feb", 3: "Mar", 4: "Apr", 6: "Jun", 7: "Jul", 8: "Aug", 9: "Sept Sep",
    10: "Oct", 11: "Nov", 12: "Dec",
}  # fmt: skip
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
WEEKDAY_SETS = "Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays"
SHORT_WEEKDAYS = {
    1: "Mon", 2: "Tue Tues", 3: "Wed Weds", 4: "Thu Thurs Thur", 5: "Fri", 6: "Sat", 7: "Sun",
}  # fmt: skip
# Names that are also everyday words, so that they count only with a capital letter.
CAPITAL_ONLY = {"March", "May", "Mar", "Sun", "Sat", "Wed", "Mon"}
LOWER_MONTHS = {3: "march mar", 5: "may"}

ONES = "one two three four five six seven eight nine"
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ORDINAL_ONES = "first second third fourth fifth sixth seventh eighth ninth"
ORDINAL_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
    "eighteenth nineteenth"
)
ORDINAL_TENS = "twentieth thirtieth"
DECADES = "twenties thirties forties fifties sixties seventies eighties nineties"

UNITS = {
    "TS": "second sec",
    "TM": "minute min",
    "TH": "hour hr h",
    "D": "day",
    "W": "week wk",
    "WE": "weekend",
    "M": "month",
    "Q": "quarter qtr",
    "Y": "year yr",
    "E": "decade",
    "C": "century",
    "L": "millennium",
    "W2": "fortnight",
}
PLURAL_UNITS = {
    "TS": "seconds secs",
    "TM": "minutes mins",
    "TH": "hours hrs",
    "D": "days nights",
    "W": "weeks wks",
    "WE": "weekends",
    "M": "months",
    "Q": "quarters qtrs",
    "Y": "years yrs",
    "E": "decades",
    "C": "centuries",
    "L": "millennia millenniums",
    "W2": "fortnights",
}
SEASONS = {
    "SP": "spring springtime",
    "SU": "summer summertime",
    "FA": "fall autumn",
    "WI": "winter wintertime",
}
SEASON_SETS = {"SU": "summers", "FA": "autumns", "WI": "winters"}
DAY_PARTS = {
    "MO": "morning",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night nighttime",
    "DT": "daytime",
}
DAY_PART_SETS = {"MO": "mornings", "AF": "afternoons", "EV": "evenings", "NI": "nights"}
RELATIVE_DAYS = {0: "today", -1: "yesterday", 1: "tomorrow"}
DAY_WITH_PART = {"NI": "tonight tonite"}

STEPS = {
    ("LAST", -1): "last",
    ("PAST", -1): "past",
    ("PREVIOUS", -1): "previous preceding prior",
    ("NEXT", 1): "next",
    ("COMING", 1): "coming upcoming",
    ("FOLLOWING", 1): "following subsequent ensuing",
    ("THIS", 0): "this",
    ("CURRENT", 0): "current",
    ("THAT", 0): "that",
    ("THOSE", 0): "those",
    ("THESE", 0): "these",
    ("SAME", 0): "same",
    ("LATEST", 0): "latest",
}
MODS = {
    ("EARLY", "START"): "early",
    ("EARLIER", "START"): "earlier",
    ("LATE", "END"): "late",
    ("LATER", "END"): "later",
    ("MID", "MID"): "mid",
    ("MIDDLE", "MID"): "middle midpoint",
    ("BEGINNING", "START"): "beginning start dawn",
    ("FINISH", "END"): "end close",
    ("ABOUT", "APPROX"): "about around approximately roughly circa some",
    ("NEARLY", "LESS_THAN"): "nearly almost",
    ("OVER", "MORE_THAN"): "over",
}
FREQUENCIES = {
    "P1D": "daily nightly",
    "P1W": "weekly",
    "P2W": "biweekly fortnightly",
    "P1M": "monthly",
    "P1Y": "annually yearly",
    "PT1H": "hourly",
}
REFERENCES = {
    "PRESENT_REF": "now currently nowadays presently",
    "PAST_REF": "recently lately",
    "FUTURE_REF": "soon someday",
}
CLOCK_WORDS = {12: "noon midday", 24: "midnight"}
ZONES = {
    "": "ET EDT EST CT CDT CST MT MDT MST PT PDT PST BST IST CET CEST EET JST AEST AEDT",
    "Z": "GMT UTC",
}
PLAIN = {
    "THE": "the",
    "ITS": "its",
    "A": "a an",
    "OF": "of",
    "IN": "in",
    "INSIDE": "within during",
    "ON": "on",
    "AT": "at @",
    "BY": "by",
    "FOR": "for",
    "FROM": "from",
    "TO": "to till until through thru",
    "BETWEEN": "between",
    "AND": "and",
    "OR": "or",
    "AS": "as",
    "LONG": "long lengthy",
    "LONGER": "longer",
    "AGO": "ago",
    "BEFORE": "before",
    "AFTER": "after",
    "HENCE": "hence",
    "EVERY": "every",
    "EACH": "each",
    "OTHER": "other",
    "ALTERNATE": "alternate",
    "MORE": "more additional extra",
    "ANOTHER": "another",
    "LESS": "less fewer",
    "THAN": "than",
    "LEAST": "least",
    "MOST": "most",
    "UP": "up",
    "NO": "no",
    "HALF": "half",
    "HALVES": "halves",
    "FEW": "few several many numerous",
    "SOME": "some",
    "COUPLE": "couple pair",
    "DOZEN": "dozen",
    "HUNDRED": "hundred",
    "THOUSAND": "thousand",
    "ALL": "all entire whole full",
    "OLD": "old",
    "ONCE": "once",
    "TWICE": "twice",
    "TIMES": "times",
    "TIME": "time",
    "PERIOD": "period",
    "TERM": "term",
    "FUTURE": "future",
    "NEAR": "near foreseeable",
    "SHORT": "short long",
    "RECENT": "recent",
    "YET": "yet",
    "RIGHT": "right just",
    "MOMENT": "moment",
    "PRESENT": "present",
    "FISCAL": "fiscal financial",
    "CALENDAR": "calendar",
    "COMPARABLE": "comparable corresponding",
    "AHEAD": "ahead",
    "BEYOND": "beyond",
    "POST": "post",
    "OVERNIGHT": "overnight",
    "TRADING": "trading business working",
    "SOMETIME": "sometime",
    "SINCE": "since",
    "AD": "AD CE",
    "BC": "BC BCE",
    "LOCAL": "local",
    "HOURS_OF_DAY": "hours",
    "WHILE": "long",
    "NOT": "not",
    "AM": "am",
    "PM": "pm",
    "LETTER_A": "a",
    "LETTER_P": "p",
    "LETTER_B": "B",
    "LETTER_C": "C",
    "LETTER_D": "D",
    "LETTER_M": "m",
    "OCLOCK": "o'clock o’clock oclock",
    "PASTHOUR": "past",
    "DASH": "- – — ‑",
    "SLASH": "/",
    "COMMA": ",",
    "DOT": ".",
    "QUOTE": "' ’ ‘",
    "OPEN": "(",
    "CLOSE": ")",
    "TILDE": "~",
    "POSSESSIVE": "'s ’s",
    "LETTER_Q": "Q q",
    "LETTER_H": "H",
    "FY": "FY",
    "PLURAL": "s",
    "ENDING": "ending ended",
    "STARTING": "starting beginning commencing",
    "YEAREND": "yearend",
    "SCHOOL": "school academic",
    "DATE": "date",
    "EVE": "eve",
    "CENTURY_WORD": "century",
    "ADJACENT": "straight consecutive",
    "SO": "so",
    "SOONER": "possible",
    "BARELY": "barely",
}

# The classes without one of which a run of words holds no time expression.
_CORE = (
    "MONTH MONTH_ABBR LOWMONTH WEEKDAY WEEKDAYS WEEKDAY_ABBR UNIT UNITS SEASON SEASONS PART "
    "PARTS DAYWORD TONIGHT FREQUENCY REFERENCE NOON FOUR DECADE DECADE_WORD ISO FULL CLOCK "
    "COMPACT PAIR RECENT CURRENT FUTURE PAST OVERNIGHT OCLOCK AM PM LETTER_M LETTER_Q LETTER_H "
    "MOMENT PERIOD TERM TEEN =EASTER =CHRISTMAS =XMAS =HALLOWEEN =THANKSGIVING "
    "=RAMADAN =PASSOVER =KIPPUR =JUNETEENTH =HASHANAH =HASHANA =HANUKKAH =CHANUKAH =EID =DIWALI "
    "=ASHURA =PURIM =SUKKOT =PENTECOST =WHITSUNDAY =MARDI =CINCO =CORPUS =BIRTHDAY =DAYLIGHT "
    "=KONINGSDAG HALVED ORDINAL PRESENT BC AD LETTER_B FY AGO"
)
CORE = frozenset(_CORE.split())


def _numbered(words: str, first: int = 1, step: int = 1) -> dict[int, str]:
    return {first + step * place: word for place, word in enumerate(words.split())}


NUMBER_WORDS: dict[str, Mapping[int, str]] = {
    "ONES": _numbered(ONES),
    "TEEN": _numbered(TEENS, 10),
    "TENS": _numbered(TENS, 20, 10),
    "ORDINAL_ONES": _numbered(ORDINAL_ONES),
    "ORDINAL": {**_numbered(ORDINAL_TEENS, 10), **_numbered(ORDINAL_TENS, 20, 10)},
    "DECADE_WORD": _numbered(DECADES, 20, 10),
}


def _rows() -> list[tuple[str, Any, str]]:
    """Every (class, value, words) of the tables above."""
    rows: list[tuple[str, Any, str]] = []
    valued: dict[str, Mapping[Any, str]] = {
        "MONTH": _numbered(MONTHS), "MONTH_ABBR": SHORT_MONTHS, "LOWMONTH": LOWER_MONTHS,
        "WEEKDAY": _numbered(WEEKDAYS), "WEEKDAYS": _numbered(WEEKDAY_SETS),
        "WEEKDAY_ABBR": SHORT_WEEKDAYS, "UNIT": UNITS, "UNITS": PLURAL_UNITS,
        "SEASON": SEASONS,
        "SEASONS": SEASON_SETS, "PART": DAY_PARTS, "PARTS": DAY_PART_SETS,
        "DAYWORD": RELATIVE_DAYS, "TONIGHT": DAY_WITH_PART, "FREQUENCY": FREQUENCIES,
        "REFERENCE": REFERENCES, "NOON": CLOCK_WORDS, "ZONE": ZONES, **NUMBER_WORDS,
    }  # fmt: skip
    for name, table in valued.items():
        rows += [(name, value, words) for value, words in table.items()]
    rows += [(name, value, words) for (name, value), words in STEPS.items()]
    rows += [(name, value, words) for (name, value), words in MODS.items()]
    rows += [(name, None, words) for name, words in PLAIN.items()]
    return rows


def build_lexicon() -> Mapping[str, Senses]:
    """Word → the classes it can stand for; lower case unless the capital letter matters."""
    lexicon: dict[str, Senses] = {}
    for name, value, words in _rows():
        for word in words.split():
            key = word if word in CAPITAL_ONLY or word.isupper() else word.lower()
            lexicon[key] = (*lexicon.get(key, ()), (name, value))
    return lexicon
