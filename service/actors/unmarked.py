"""Names that the model passes over, as far as spelling shows them.

Two words with capitals in the middle of a sentence are a name; one may be anything. What kind of
name they don't show, so most are "other".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from service.actors.countries import COUNTRY_OF
from service.actors.english import (
    ADJECTIVES,
    ARTICLES,
    CALENDAR,
    FEMALE_TITLES,
    FIRM_HEADS,
    GENERIC,
    LANDMARKS,
    MALE_TITLES,
    OPENERS,
    PORTFOLIOS,
    SURNAMES_TOO,
    TITLES,
)
from service.actors.given_names import GIVEN_NAMES
from service.actors.marks import LONGEST, Mark
from service.actors.role_words import ROLES
from service.actors.tables import words_of
from service.actors.words import Forms, Range, Words, is_capital

_DOUBTFUL = 0.3  # below what the model is sure of, so that its vote wins elsewhere in the article
_LOUD = 0.5  # of a line's words: more capitals than this are a headline's, and no names
_LINKS = words_of("of de")
_PLACE_OPENERS = words_of("Port Fort San Santa Mt")
_HONORIFICS = FEMALE_TITLES | MALE_TITLES
# Written with capitals, and nobody.
_NOBODY = words_of(
    """AIDS CD CEO DNA DVD EST GMT GPS HIV ID MRI PM AM TV UFO URL VIP Bible Christmas Internet God
    Lord Earth Web Catholic Christian Jewish Muslim Muslims Islam Islamic Sunni Shiite Orthodox
    Hispanic Democrat Democratic Republicans Republican English I II III IV V A"""
)
_OFFICES = ROLES | TITLES | _LINKS
_JOINTS = frozenset("-–/@_")  # what they join is no word of its own
_NO_PART = CALENDAR | ARTICLES
_EMPTY = _NOBODY | ADJECTIVES | GENERIC | CALENDAR | PORTFOLIOS | OPENERS | ARTICLES


def add_unmarked(words: Words, marks: Sequence[Mark]) -> list[Mark]:
    """`marks` and the names beside them that only their capitals tell."""
    taken = {i for mark in marks for i in range(mark.first, mark.last)}
    known = {words.forms[mark.first : mark.last] for mark in marks}
    runs = [run for run in _runs(words) if _is_free(run, taken)]
    found = [
        Mark(*run, _kind(words, run), _DOUBTFUL)
        for run in runs
        if words.forms[slice(*run)] not in known and _is_name(words.forms[slice(*run)])
    ]
    return sorted([*marks, *found], key=lambda mark: mark.first)


def _is_free(run: Range, taken: set[int]) -> bool:
    """Whether no name stands in `run` or touches it: else it is a title, or a part."""
    return taken.isdisjoint(range(run[0] - 1, run[1] + 1))


def _runs(words: Words) -> Iterator[Range]:
    """Words with capitals, one after another, that don't open a sentence."""
    forms, behind = words.forms, words.borders[1]
    capitals = [i for i, form in enumerate(forms) if form[0].isupper()]
    following = {i - 1 for i in capitals}
    for i in capitals:
        linked = i + 1 < len(forms) and forms[i + 1] in _LINKS
        if not (linked or i in following) or i < behind or not _is_part(words, i):
            continue
        line = words.lines[i]
        end = words.borders[line + 1]
        behind = _run_end(words, i, end)
        first = _behind_titles(words, i, behind)
        if first + 1 < behind <= first + LONGEST and not is_loud(words, line):
            yield first, behind


def is_loud(words: Words, line: int) -> bool:
    """Whether a line is written as a headline."""
    alphabetic = [f for f in words.forms[slice(*words.borders[line : line + 2])] if f.isalpha()]
    return sum(map(is_capital, alphabetic)) > _LOUD * len(alphabetic)


def _run_end(words: Words, first: int, end: int) -> int:
    at = first
    while at < end and _is_part(words, at):
        at += 1
        linked = at + 1 < end and words.forms[at] in _LINKS and _is_part(words, at + 1)
        at += linked
    return at


def _is_part(words: Words, i: int) -> bool:
    form = words.forms[i]
    if not is_capital(form) or not form.isalnum() or form in _NO_PART:
        return False
    joined = words.glued(i + 1) and words.forms[i + 1] in _JOINTS
    return not joined and not words.opens(i) and not words.glued(i)


def _behind_titles(words: Words, first: int, last: int) -> int:
    while first < last and (words.forms[first].lower() in TITLES or words.forms[first] in _LINKS):
        first += 1
    return first


def _is_name(forms: Forms) -> bool:
    """Whether two words or more are a name, and neither an office nor the title of a song."""
    if not OPENERS.isdisjoint(forms):
        return False
    if all(form in COUNTRY_OF or form.lower() in _OFFICES for form in forms):
        return False
    return not all(form in _EMPTY or form in _LINKS for form in forms)


def _kind(words: Words, run: Range) -> str:
    given, head = words.forms[run[0]], words.forms[run[1] - 1]
    before = words.forms[run[0] - 1].lower()
    if before in _HONORIFICS or given in GIVEN_NAMES:
        return "person"
    if head in SURNAMES_TOO:
        return "other"
    firm = head in FIRM_HEADS
    place = head in LANDMARKS or given in LANDMARKS or given in _PLACE_OPENERS
    return "organization" if firm else "place" if place else "other"
