"""Who only tells the news: agencies, papers and stations quoted as a source, and reporters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from service.actors.actor import ActorKind
from service.actors.english import MEDIA
from service.actors.words import Range, Words, plain, word_before

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
_CREDITED = frozenset({"contributed", "reported", "wrote"})
_WRITERS = frozenset({"Journalist", "Journalists", "Reporter", "Reporters"})
_CORRESPONDENTS = frozenset({"correspondent", "reporter", "anchor", "producer", "photographer"})


def credit_lines(words: Words) -> frozenset[int]:
    """The lines that credit reporters: "CNN's Ann Stone contributed to this report." """
    return frozenset(
        line
        for line, (first, last) in enumerate(pairwise(words.borders))
        if _is_credit(words.forms[first:last])
    )


def _is_credit(forms: Sequence[str]) -> bool:
    told = not _CREDITED.isdisjoint(forms)
    return told and (forms[0] in MEDIA | _WRITERS or {"contributed", "to"}.issubset(forms))


def is_source(
    words: Words, places: Sequence[Range], kind: ActorKind | None, credits: frozenset[int]
) -> bool:
    """Whether an actor stands in the article as a source of news and hardly as anything else.

    `credits` are the article's `credit_lines`.
    """
    names = [plain(forms) for forms in {words.forms[first:last] for first, last in places}]
    media = any(name in MEDIA for name in names)
    if media or (kind == "organization" and all(map(_CALL_SIGN.fullmatch, names))):
        return sum(_is_cited(words, place) for place in places) >= _MOST * len(places)
    if kind == "person":
        credited = all(words.lines[first] in credits for first, _ in places)
        return credited or any(_is_correspondent(words, place) for place in places)
    return all(_is_named_medium(words, place) for place in places)


def _is_cited(words: Words, place: Range) -> bool:
    """ "told CNN", "the Times reported", "(Reuters)", "in an interview with the BBC" """
    before, after = _around(words, place)
    if before in ("(", "/") or after in (")", "'s", "’s"):
        return True
    return before in _TOLD or before in _LINKS or before in _MEDIUM or after in _TELLS


def _is_correspondent(words: Words, place: Range) -> bool:
    """ "CNN's aviation correspondent Ann Stone" """
    first = place[0]
    before = words.forms[max(first - 5, words.borders[words.lines[first]]) : first]
    return bool(before) and before[-1] in _CORRESPONDENTS and not MEDIA.isdisjoint(before)


def _is_named_medium(words: Words, place: Range) -> bool:
    """ "told the Gazette", "the daily Gazette", "CNN affiliate Gazette" """
    before, after = _around(words, place)
    return before in _TOLD or before in _MEDIUM or after in ("newspaper", "magazine", "reported")


def _around(words: Words, place: Range) -> tuple[str, str]:
    """The words before, an article left out, and behind a name."""
    first, last = place
    return word_before(words, first), words.form(last, words.lines[first]).lower()
