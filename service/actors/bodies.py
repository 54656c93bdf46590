"""Names of bodies, mended: a court is not left without its "Supreme"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from service.actors.countries import COUNTRY_OF
from service.actors.english import ARTICLES, BODY_HEADS, CALENDAR, OPENERS
from service.actors.marks import LONGEST, Mark
from service.actors.words import Range, Words, is_capital, is_word

_OFFICES = frozenset(
    {"President", "Minister", "Senator", "Sen", "Gov", "Rep", "Governor", "Mayor", "Deputy"}
)
_CERTAINTY = 0.9  # of a body that spelling alone shows: more than a doubtful model's


def mend_bodies(words: Words, marks: Sequence[Mark]) -> list[Mark]:
    """`marks`, with each body's name whole, also where the model marks a part of it or none."""
    run_of = {i: run for run in _body_runs(words) for i in range(*run)}
    kept = [mark for mark in marks if not _is_part(mark, run_of)]
    taken = {i for mark in kept for i in range(mark.first, mark.last)}
    found = [
        Mark(first, last, "organization", _CERTAINTY)
        for first, last in dict.fromkeys(run_of.values())
        if taken.isdisjoint(range(first, last))
    ]
    return sorted([*kept, *found], key=lambda mark: mark.first)


def _is_part(mark: Mark, run_of: dict[int, Range]) -> bool:
    """Whether the name of a body goes on beyond `mark` without breaking it."""
    run = run_of.get(mark.last - 1)
    return run is not None and run[0] <= mark.first and mark.last - mark.first < run[1] - run[0]


def _body_runs(words: Words) -> Iterator[Range]:
    """Capitalised words that end in "Court", "Party" and the like, two at least."""
    floor = 0
    for i, form in enumerate(words.forms):
        if form not in BODY_HEADS or words.lines[i] == 0 or words.glued(i):
            continue
        first = i
        low = max(floor, words.borders[words.lines[i]])
        while first > low and i - first < LONGEST and _continues(words, first - 1):
            first -= 1
        last = _end_of_complement(words, i + 1)
        floor = last
        if last - first > 1:
            yield first, last


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
