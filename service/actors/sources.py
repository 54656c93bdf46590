"""Who only tells the news: agencies, papers and stations quoted as a source, and reporters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from service.actors.actor import ActorKind
from service.actors.english import MEDIA
from service.actors.words import Range, Words, plain

_MOST = 0.5  # of the mentions; a newspaper in the news is mostly spoken of in other ways
_TOLD = frozenset({"told", "tells", "telling", "affiliate", "affiliates"})
_MEDIUM = frozenset(
    {"newspaper", "agency", "magazine", "daily", "tabloid", "broadcaster", "station"}
)
_TELLS = frozenset(
    {"reported", "reports", "said", "says", "affiliate", "affiliates", "correspondent", "news"}
)
_LINKS = frozenset({"to", "by", "via", "with", "in", "on", "from", "for", "at"})
_CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?:-?TV)?")  # American stations
# In the line that credits reporters, at the end of an article.
_CREDITS = ({"contributed", "report"}, {"contributed", "story"}, {"reported", "wrote"})


def credit_lines(words: Words) -> frozenset[int]:
    """The lines that credit reporters: "CNN's Ann Stone contributed to this report." """
    return frozenset(
        line
        for line, (first, last) in enumerate(pairwise(words.borders))
        if any(credit.issubset(words.forms[first:last]) for credit in _CREDITS)
    )


def is_source(
    words: Words, places: Sequence[Range], kind: ActorKind | None, credits: frozenset[int]
) -> bool:
    """Whether an actor stands in the article as a source of news and hardly as anything else.

    `credits` are the article's `credit_lines`.
    """
    names = [plain(words.forms[first:last]) for first, last in places]
    if any(name in MEDIA or _CALL_SIGN.fullmatch(name) for name in names):
        return sum(_is_cited(words, place) for place in places) >= _MOST * len(places)
    if kind == "person":
        return all(words.lines[first] in credits for first, _ in places)
    return all(_is_named_medium(words, place) for place in places)


def _is_cited(words: Words, place: Range) -> bool:
    """ "told CNN", "the Times reported", "(Reuters)", "in an interview with the BBC" """
    before, after = _around(words, place)
    if before in ("(", "/") or after in (")", "'s", "’s"):
        return True
    return before in _TOLD or before in _LINKS or before in _MEDIUM or after in _TELLS


def _is_named_medium(words: Words, place: Range) -> bool:
    """ "told the Gazette", "the daily Gazette", "CNN affiliate Gazette" """
    before, after = _around(words, place)
    return before in _TOLD or before in _MEDIUM or after in ("newspaper", "magazine", "reported")


def _around(words: Words, place: Range) -> tuple[str, str]:
    """The words before, an article left out, and behind a name."""
    first, last = place
    line = words.lines[first]
    before = words.form(first - 1, line).lower()
    if before == "the":
        before = words.form(first - 2, line).lower()
    return before, words.form(last, line).lower()
