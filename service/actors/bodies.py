"""Names of bodies, mended: a court is not left without its "Supreme"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from service.actors.countries import COUNTRY_OF
from service.actors.english import (
    ARTICLES,
    BODY_HEADS,
    CALENDAR,
    FIRM_HEADS,
    NAMED_HOUSES,
    OPENERS,
    OWNING_GROUPS,
    SURNAMES_TOO,
)
from service.actors.marks import LONGEST, Mark
from service.actors.words import Range, Words, is_capital, is_possessive, is_word

_OFFICES = frozenset(
    {"President", "Minister", "Senator", "Sen", "Gov", "Rep", "Governor", "Mayor", "Deputy"}
)
_NO_SURNAMES = FIRM_HEADS - SURNAMES_TOO
_MINISTERS = frozenset({"Minister", "Ministers"})
_CERTAINTY = 0.9  # of a body that spelling alone shows: more than a doubtful model's


def mend_bodies(words: Words, marks: Sequence[Mark]) -> list[Mark]:
    """`marks`, with each body's name whole, also where the model marks a part of it or none."""
    marks = [_with_head(words, mark) for mark in marks]
    run_of = {i: run for run in _body_runs(words) for i in range(*run)}
    kept = [mark for mark in marks if not _is_part(mark, run_of) and not _is_field(words, mark)]
    taken = {i for mark in kept for i in range(mark.first, mark.last)}
    found = [
        Mark(first, last, "organization", _CERTAINTY)
        for first, last in dict.fromkeys(run_of.values())
        if taken.isdisjoint(range(first, last))
    ]
    return sorted([*kept, *found], key=lambda mark: mark.first)


def _with_head(words: Words, mark: Mark) -> Mark:
    """A mark with the company word that the model left out: "Halvorsen | Lines"."""
    heads = _NO_SURNAMES if mark.kind == "person" else FIRM_HEADS
    last, line = mark.last, words.lines[mark.first]
    while words.form(last, line) in heads and not words.glued(last):
        last += 1
    return mark.over(mark.first, last)


def _is_part(mark: Mark, run_of: dict[int, Range]) -> bool:
    """Whether the name of a body goes on beyond `mark` without breaking it."""
    run = run_of.get(mark.last - 1)
    return run is not None and run[0] <= mark.first and mark.last - mark.first < run[1] - run[0]


def _is_field(words: Words, mark: Mark) -> bool:
    """Whether a mark is what somebody is minister of: "Transport | Minister"."""
    after = words.form(mark.last, words.lines[mark.first])
    return mark.kind in ("organization", "other") and after in _MINISTERS


def _body_runs(words: Words) -> Iterator[Range]:
    """Capitalised words that end in "Court", "Party" and the like, two at least."""
    floor = 0
    for i in [i for i, form in enumerate(words.forms) if form in BODY_HEADS]:
        if words.lines[i] == 0 or words.glued(i):
            continue
        low = max(floor, words.borders[words.lines[i]])
        first = _beginning(words, i, low)
        last = _end_of_complement(words, i + 1)
        floor = last
        if last - first > 1:
            yield first, last


def _beginning(words: Words, head: int, low: int) -> int:
    """Where the body's name begins that has its last word at `head`."""
    first = _owner_before(words, head, low)
    while first > low and head - first < LONGEST:
        if _continues(words, first - 1):
            first -= 1
        elif _is_saint(words, first - 1, low):
            first -= 2
        else:
            break
    return first


def _owner_before(words: Words, head: int, low: int) -> int:
    """Where the owner begins whose name a house has: "Brede's | Hospital"; else `head`."""
    if head - 2 < low or not is_possessive(words.forms[head - 1]) or not words.glued(head - 1):
        return head
    owner = words.forms[head - 2]
    plural = words.forms[head - 1] in ("'", "’") and owner not in COUNTRY_OF
    named = words.forms[head] in NAMED_HOUSES or owner in OWNING_GROUPS
    return head - 2 if is_capital(owner) and (plural or (named and _may_own(owner))) else head


def _may_own(owner: str) -> bool:
    return owner not in COUNTRY_OF and owner not in CALENDAR


def _is_saint(words: Words, i: int, low: int) -> bool:
    """Whether the full stop at `i` is that of "St. Brede"."""
    return i - 1 >= low and words.forms[i - 1 : i + 1] == ("St", ".") and words.glued(i)


def _end_of_complement(words: Words, at: int) -> int:
    """Where a body's name ends that has its head before `at`: there, or behind "of Justice"."""
    line = words.lines[at - 1]
    if words.form(at, line) != "of":
        return at
    end = at + 1
    while _is_inner(words, end, line):
        end += 1
    return end if end > at + 1 else at


def _is_inner(words: Words, i: int, line: int) -> bool:
    form = words.form(i, line)
    if form == "and":
        return is_capital(words.form(i + 1, line)) and words.forms[i - 1] not in COUNTRY_OF
    return is_word(form) and is_capital(form) and form not in CALENDAR


def _continues(words: Words, i: int) -> bool:
    """Whether word `i` can stand in a body's name before its last word."""
    form = words.forms[i]
    if not is_word(form) or not is_capital(form) or words.glued(i + 1):
        return False
    if form in CALENDAR or form in ARTICLES or form in _OFFICES:
        return False
    return not (words.opens(i) and form in OPENERS)
