"""Duckling's own English time examples, as far as news shares their convention.

An example passes if the whole input is found, as one expression or as a range's two ends, and
means the same days. Duckling is asked by people who make plans, so that a bare Tuesday is the next
one: each example is therefore read at the end of a sentence about the future. Which examples are
left out is decided by their words and by what duckling expects, never by what we answer. Every
negative must stay without a find.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.quality.date_recognizers import trimmed
from benchmarks.quality.suites import Suite, run_suite
from service.dates import DateMention, find_dates
from service.text.spans import Span

# Kinds of example that are left out, and why. An example is of the first kind that matches.
EXCLUDED: Mapping[str, str] = {
    "other calendar": "feasts of the Hebrew, Islamic, Hindu, Chinese calendars: we leave them open",
    "puzzle": "sums over holidays that nobody writes (`the second closest xmas to today`)",
    "to the minute": "counts hours or minutes from the moment asked at: an article has a day",
    "next hour": "a clock time already past means tomorrow's: an article's is of its own day",
    "zone": "a clock time turned into the asker's zone: TIMEX3 keeps the written one",
    "bare number": "a number by itself as hour, day or year (`7`, `ten thirty`, `the 24`)",
    "shorthand": "notes to oneself (`EOM`, `in 1'`, `3h18`, `@ 3`, `3ish`, `today 815`, `18q4`)",
    "meal": "lunch, dinner and school as times of day: TIMEX3 has no value for them",
    "joined": "a time and a length in one (`4pm for 30 mins`): two expressions in TIMEX3",
    "ordered": "2/3 read by American or British habit: the order is left open here",
    "season": "a season from solstice to equinox: TIMEX3 names it (2013-SU), whole months here",
    "weekend": "a weekend from six on Friday evening: TIMEX3 names it (2013-W07-WE), two days here",
    "week of month": "weeks numbered inside a month: TIMEX3 has no such value",
    "length": "`next 3 days` as the days from tomorrow on: TIMEX3 has a length, P3D",
    "part": "a third of a year as its first three months, a part of the day without its day",
    "open": "a range open at one end (`after 2010`): TIMEX3 marks its end alone",
}

_OTHER_CALENDARS = re.compile(
    r"chinese|lunar|ramadan|eid|islamic|mawlid|isra|laylat|ashura|jumu|passover|rosh|"
    r"kippur|hanuk|hannuk|chanuk|purim|shavuot|shemini|simchat|tisha|lag b|yom|tu bishvat|"
    r"diwali|deepavali|holi\b|holika|navrat|navaratri|durga|dussehra|ganesh|krishna|rakhi|"
    r"maha|vesak|buddha|jayanti|guru|pongal|pandigai|onam|thiru|ugadi|yugadi|vaisakh|"
    r"vasakhi|vaishakhi|baisakhi|sankrant|karva|bhai|dhan|chhath|chhoti|rama\b|pargat|"
    r"samvats|chaitra|parsi|jamshedi|omer|holocaust|ingathering|succos|\bid\b|sacrifice|"
    r"of power|of measures|jadid|jamat|night journey|prophet|to heaven|chaudas|puja|"
    r"shashthi|maghi|pyre|dhulandi|phagwah|saraswati|saptami|ashtami|navami|dashami|"
    r"panchami|chaturthi|ratha|valmiki|janma|choti|great fast",
    re.I,
)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("other calendar", _OTHER_CALENDARS),
    (
        "puzzle",
        re.compile(
            r"closest|after next year|(?:giving|day|tuesday|march) in (?:a |\d|\w+ year)"
            r"|(?:giving|tuesday) \w+ (?:months?|years?|yrs) (?:ago|from)",
            re.I,
        ),
    ),
    ("zone", re.compile(r"\b(?:gmt|utc|cet|cst|est|edt|pst|bst|ist|eet|zone)\b", re.I)),
    ("meal", re.compile(r"\b(?:lunch|dinner|after school)\b", re.I)),
    ("joined", re.compile(r"\bfor \d+|\blast(?:s|ing)\b", re.I)),
    (
        "shorthand",
        re.compile(
            r"\d+ ?h ?\d*\b|\b[eb]o[dmy]\b|@|\d[\"']|tonight \d|ish\b|\b\d{3,4} ?[ap]\b"
            r"|\b(?:at|around|approximately|today) \d{3,4}\b|\bq\d\b|\dq\d",
            re.I,
        ),
    ),
    (
        "to the minute",
        re.compile(
            r"\b(?:hours?|minutes?|mins?|seconds?|secs?|atm|moment)\b|^(?:right|just)? ?now$"
            r"|at this time",
            re.I,
        ),
    ),
    (
        "length",
        re.compile(
            r"\b(?:next|past|last|upcoming) (?:\d+|one|two|three|few) \w+"
            r"|\b(?:\d+|two) upcoming|\ball week",
            re.I,
        ),
    ),
    (
        "part",
        re.compile(
            r"^(?:in the )?(?:morning|afternoon|evening|night|mid day)$"
            r"|(?:beginning|end) of (?:\d{4}|(?:the )?year|around)|rest of",
            re.I,
        ),
    ),
    (
        "season",
        re.compile(r"summer(?! bank)|winter|spring(?! bank)|autumn|\bfall\b|seasons?\b", re.I),
    ),
    ("weekend", re.compile(r"week-?end|week end|wkend", re.I)),
    ("week of month", re.compile(r"last (?:day|week)\b.* (?:of|in)|week of \w+$", re.I)),
)
_NUMBERS = (
    "the on at in to from and between o oh ou zero past half about one two three four five six "
    "seven eight nine ten eleven twelve fifteen twenty thirty forty fifty st nd rd th"
)
_NUMBER_WORDS = frozenset(_NUMBERS.split())


@dataclass(frozen=True, slots=True)
class Example:
    """An input, the day it counts from, and the days it means."""

    text: str
    now: datetime
    days: Sequence[str]
    grain: str
    open: bool


def read_examples(data: Path) -> Iterator[Example]:
    with gzip.open(data / "dates" / "duckling_examples.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            now = datetime.fromisoformat(row["ref"][:19])
            yield Example(row["input"], now, row["iso"], row["grain"], bool(row["open"]))


def kind_left_out(example: Example) -> str | None:
    """The excluded kind an example is of, if any."""
    kinds = (
        *((kind, pattern.search(example.text) is not None) for kind, pattern in _KINDS),
        ("to the minute", example.grain == "Second"),
        ("bare number", _is_bare_number(example.text)),
        ("ordered", _has_open_order(example.text)),
        ("open", example.open or not example.days),
        ("next hour", _is_next_hour(example)),
    )
    return next((kind for kind, holds in kinds if holds), None)


def _is_bare_number(text: str) -> bool:
    words = re.findall(r"[a-z]+|\d+", text.lower())
    return all(word.isdigit() or word in _NUMBER_WORDS for word in words)


def _has_open_order(text: str) -> bool:
    pairs = re.findall(r"(?<!\d)(\d{1,2}) ?[/.-] ?(\d{1,2})(?!\d)", text)
    return any(int(a) <= 12 and int(b) <= 12 and a != b for a, b in pairs)


_CLOCK_ALONE = re.compile(r"(?:at |this \w+ at )?[\w:]+(?: (?:am|oclock|in the morning))*", re.I)


def _is_next_hour(example: Example) -> bool:
    """Whether duckling moves a clock time without a date to the day after the asking."""
    timed = example.grain in ("Hour", "Minute") and _CLOCK_ALONE.fullmatch(example.text)
    tomorrow = (example.now + timedelta(days=1)).date().isoformat()
    said = re.search("tomorrow|day", example.text)
    return bool(timed) and said is None and example.days[0][:10] == tomorrow


_FRAME = "They will meet "
"""Duckling is asked by people who make plans, so that a bare Tuesday is the next one."""


def _find(example: Example) -> tuple[DateMention, ...]:
    text = _FRAME + example.text
    return find_dates(text, [Span(0, len(text))], published=example.now)


def passes(example: Example) -> bool:
    found = _find(example)
    if not found or len(found) > 2 or not example.days:
        return False
    text = _FRAME + example.text
    extent = text[found[0].span.start : found[-1].span.end]
    if trimmed(extent) != trimmed(example.text):
        return False
    begin, *rest = example.days
    counted = re.search(r"(?i)week|month|year|fortnight", example.text) is not None
    if len(found) == 2:
        return bool(rest) and _starts(found[0], begin, counted=counted) and _ends(found[1], rest[0])
    return _starts(found[0], begin, counted=counted) and (not rest or _ends(found[0], rest[0]))


def _starts(mention: DateMention, moment: str, *, counted: bool) -> bool:
    value, day = mention.timex.value or "", mention.timex.earliest
    if day is None:
        return False
    if "T" in value and ":" in value:
        return value[:16] == moment[:16]
    if day.isoformat() == moment[:10]:
        return True
    # The whole week, month or year a counted day lies in, as TIMEX3 has it.
    latest = mention.timex.latest
    return latest is not None and counted and day.isoformat() <= moment[:10] <= latest.isoformat()


def _ends(mention: DateMention, moment: str) -> bool:
    value, latest = mention.timex.value or "", mention.timex.latest
    if latest is None:
        return False
    if "T" in value and ":" in value:
        clock = datetime.fromisoformat(value[:16])
        after = (clock + timedelta(minutes=1), clock + timedelta(hours=1), clock)
        return moment[:16] in {one.isoformat()[:16] for one in after}
    if "T" in value:
        return moment[:10] in (latest.isoformat(), (latest + timedelta(days=1)).isoformat())
    after_last = (latest + timedelta(days=1)).isoformat()
    return moment[:10] in (after_last, latest.isoformat())


def negatives(data: Path) -> list[str]:
    rows: list[str] = json.loads((data / "dates" / "duckling_negative.json").read_text())
    return rows


def score(data: Path) -> Suite:
    return run_suite(read_examples(data), passes, kind_left_out=kind_left_out, reasons=EXCLUDED)


def negatives_left_alone(data: Path) -> tuple[int, int]:
    """How many of duckling's negatives stay without a find, of how many."""
    now = datetime(2013, 2, 12, 4, 30)
    texts = negatives(data)
    left = [text for text in texts if not find_dates(text, [Span(0, len(text))], published=now)]
    return len(left), len(texts)
