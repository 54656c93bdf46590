"""Where and when an article was written: date lines, and datelines before the first word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime

from service.article import Published
from service.reading.lines import head
from service.text.spans import Span, strip_span

ParseDate = Callable[[str], date | datetime | None]

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?)"
_CLOCK = (
    r"(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?(?!\w))"
    r"(?:\s*\(?(?:[A-Z]{2,4}|GMT[+-]\d{1,2})\)?(?!\w))?"
)
_DAY = (
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?[\s-]+{_MONTH})"
    r"(?:,?[\s-]+(?:19|20)\d\d)?"
)
_NUMERIC = (
    r"(?:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?"
    r"(?:Z|[+-]\d{2}:?\d{2})?)?|\d{1,2}[/.]\d{1,2}[/.](?:(?:19|20)\d\d|\d\d))"
)
_DATE = (
    rf"(?:(?:{_CLOCK}\s*,?\s*(?:on\s+)?)?(?:{_WEEKDAY},?\s+)?(?:{_DAY}|{_NUMERIC})"
    rf"(?:\s*(?:[,|•·@–—-]\s*)?(?:at\s+)?{_CLOCK})?)"
)
_LABEL = (
    r"(?:(?:first |originally |last )?(?:published|posted|updated|modified|created|filed|issued)"
    r"|date|press release|on|at|date published|publication date|released|for immediate release)"
)
# Where a page runs the clock into the year ("11 20207:15 AM"), the day is still told.
_DATE_FINDER = re.compile(rf"(?<!\w)(?:{_DAY}|{_NUMERIC})(?=(?:{_CLOCK})?(?!\w))", re.IGNORECASE)
_DATE_LINE = re.compile(
    rf"(?:\W*(?:{_LABEL}\b\W{{0,4}}){{0,3}}{_DATE}\W*(?:by\s.{{3,40}})?){{1,3}}"
    r"(?:\(?(?:local time|[A-Z]{2,4})\)?\W*)?$",
    re.IGNORECASE,
)
_CLOCK_LINE = re.compile(
    rf"\W*(?:{_LABEL}\W{{0,4}})?(?:{_CLOCK}|\d{{1,2}}|an?)\s*"
    r"(?:(?:min(?:ute)?|hour|hr|day|week|month|year)s?\.?\s+(?:ago|read))?\W*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[/.]\d{1,2}[/.]\d\d(?!\d)")
_LATER = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)
LONGEST_DATE_LINE = 140

_KNOWN_AGENCY = (
    r"\((?:CNN(?: [A-Z][a-z]+){0,2}|AP ?|AFP|Reuters|REUTERS|UPI|Bloomberg|Xinhua|TASS|ANI|PTI|IANS"
    r"|DPA|dpa|Kyodo|Yonhap|BBC|CBS|NBC|ABC|Fox News|The [A-Z][A-Za-z' ]{2,30})\)"
)
_AGENCY = (
    r"\((?:[A-Z]{2,10}|[A-Z][A-Za-z]+/[A-Z][A-Za-z]+|Undated"
    r"|[A-Z][A-Za-z./ -]{1,30}(?:News|Press|Wire|Times|Post|Newswire|Service|Agency))\)"
)
_PLACE = r"(?:(?!The\s)[A-Z][\w.'’]*(?:[ /-][A-Z][\w.'’]*){0,4})"
_CAPITAL_PLACE = r"(?:[A-Z][A-Z.'’]{2,}(?:[ /-][A-Z][A-Z.'’]*){0,4})"
_MORE_PLACE = rf"(?:,\s{_PLACE}){{0,2}}"
_WHEN = rf"(?:,\s(?i:{_WEEKDAY},?\s)?(?i:{_DAY}))?"
_DASH = r"\s*(?:--+|[–—_]|-(?=\s|$))\s*"
_ANY_AGENCY = r"\([A-Z][\w.&'’ -]{1,30}\)"  # of a paper nobody knows; only between place and dash
_DATELINE = re.compile(
    rf"(?:(?:THE )?{_PLACE}{_MORE_PLACE}{_WHEN},?\s*)?"
    rf"(?:(?:{_KNOWN_AGENCY}|{_AGENCY})(?:{_DASH}|$)|{_KNOWN_AGENCY}\s*(?=[A-Z\"“'‘\d]|$))"
    rf"|{_CAPITAL_PLACE}{_MORE_PLACE}{_WHEN},?\s*{_ANY_AGENCY}{_DASH}(?=[A-Z\d\"“‘']|$)"
    rf"|{_CAPITAL_PLACE}{_MORE_PLACE}{_WHEN}(?:\s?/[\w ]{{2,20}}/)?{_DASH}(?=[A-Z\d\"“‘']|$)"
    rf"|{_PLACE}{_MORE_PLACE}\s?[–—]\s(?=[A-Z\"“])",
)
LONGEST_DATELINE = 120


def is_date_line(line: str) -> bool:
    """Whether a line says when it was published, and nothing else."""
    if len(line) > LONGEST_DATE_LINE:
        return False
    return bool(_DATE_LINE.match(line) or _CLOCK_LINE.match(line))


def dateline_of(text: str, paragraph: Span) -> Span | None:
    """'LONDON, Jan 24 (Reuters) - ' at the start of a paragraph."""
    found = _DATELINE.match(head(text, paragraph, LONGEST_DATELINE))
    return Span(paragraph.start, paragraph.start + found.end()) if found and found.end() else None


def after_dateline(text: str, paragraph: Span) -> Span | None:
    """The paragraph without its dateline; None where it is nothing else."""
    dateline = dateline_of(text, paragraph)
    return strip_span(text, dateline.end, paragraph.end) if dateline else paragraph


def published_in(lines: Iterable[str], parse: ParseDate) -> Published:
    """The date that the first date line gives; a line that tells of an update comes last.

    A date without a year is none: it would have to be guessed.
    """
    later: date | datetime | None = None
    for line in lines:
        for is_update, written in _dates(line):
            when = parse(written)
            if when is not None and not is_update:
                return _as_published(when)
            later = later or when
    return _as_published(later) if later else Published()


def _as_published(when: date | datetime) -> Published:
    # A clock time on a page is in a zone that nobody names: the day is what is known.
    return Published(when.date() if isinstance(when, datetime) else when, "text")


def _dates(line: str) -> list[tuple[bool, str]]:
    """Each date of a line that has a year, and whether it is that of an update."""
    before = 0
    found: list[tuple[bool, str]] = []
    for match in _DATE_FINDER.finditer(line[:LONGEST_DATE_LINE]):
        if _YEAR.search(match.group()):
            found.append((bool(_LATER.search(line, before, match.start())), match.group().strip()))
        before = match.end()
    return found
