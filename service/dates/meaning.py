"""What the words of a time expression say before anything is known about the article.

The grammar builds these; `resolve` turns them into TIMEX3 values. Units are the letters of
`almanac.UNITS`, and TH, TM and TS for hours, minutes and seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Quantity = float | None
Amount = tuple[tuple[Quantity, str], ...]
"""How much time, largest unit first; a quantity of None is "a few", "some" or nothing said."""

Origin = Literal["published", "mentioned"]


@dataclass(frozen=True, slots=True)
class Exact:
    """A value that is known by itself: 2019-01-24, 1990, 199."""

    value: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place in the year whose year is not said: 24 January, Thursday, the third quarter.

    `code` is the tail of a value (Q3, H1, SU, W12); `holiday` a key of the holiday table.
    """

    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    code: str | None = None
    holiday: str | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The `step`-th such place from the origin: last Thursday is -1, this summer 0.

    `by_week` is true of "next Friday", which is the Friday of next week.
    """

    place: Calendar
    step: int
    origin: Origin | Meaning = "published"
    by_week: bool = False


@dataclass(frozen=True, slots=True)
class Inside:
    """A place inside a longer time: July last year, the third quarter of 1990."""

    place: Calendar
    whole: Meaning


@dataclass(frozen=True, slots=True)
class Nth:
    """The `nth` (negative: from the end) unit or weekday of a longer time."""

    nth: int
    unit: str
    whole: Meaning
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Shifted:
    """`amount` of time after (before, where negative) an origin or another time.

    `whole_units` is true of "last week", which is the week before and not seven days ago; `grain`
    is the unit that the answer names, where the words say one.
    """

    amount: Amount
    sign: int
    origin: Origin | Meaning = "published"
    whole_units: bool = False
    grain: str | None = None


@dataclass(frozen=True, slots=True)
class Current:
    """The unit the story is about: the quarter, that year, the same day."""

    unit: str
    origin: Origin = "published"


@dataclass(frozen=True, slots=True)
class Lasting:
    """A length of time; `side` says whether it ends (-1) or begins (1) now, if either."""

    amount: Amount
    side: int = 0


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set of times: every Monday, daily."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """PAST_REF, PRESENT_REF or FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `half` is a or p where it is said; `zone` is an offset such as +01:00."""

    hour: int
    minute: int | None = None
    second: int | None = None
    half: str | None = None
    zone: str | None = None

    def on_24_hours(self) -> tuple[int, int]:
        """The hour and minute a 24-hour clock shows."""
        if self.half is None or self.hour > 12:
            return self.hour, self.minute or 0
        return self.hour % 12 + (12 if self.half == "p" else 0), self.minute or 0


def clock_value(clock: Clock) -> str:
    """The T part of a value: 10:43."""
    hour, minute = clock.on_24_hours()
    value = f"{hour:02}:{minute:02}"
    return value if clock.second is None else f"{value}:{clock.second:02}"


@dataclass(frozen=True, slots=True)
class At:
    """A time of day or a part of the day (MO, AF, EV, NI …) on a date, said or not."""

    time: Clock | str
    date: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Modified:
    """A meaning under a TIMEX3 modifier: START, MID, END, APPROX, MORE_THAN …"""

    mod: str
    meaning: Meaning


AGE = Vague("AGE")
"""What "six-year-old" means: a property of a person, which is no time expression."""


@dataclass(frozen=True, slots=True)
class Range:
    """Two times in a row, each with what the words say for both, as in "3 to 5 May"."""

    first: Meaning
    second: Meaning


Meaning = (
    Exact
    | Calendar
    | Chosen
    | Inside
    | Nth
    | Shifted
    | Current
    | Lasting
    | Repeated
    | Vague
    | At
    | Modified
)
