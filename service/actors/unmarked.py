"""Names that the model passes over, as far as spelling shows them.

Two words with capitals in the middle of a sentence are a name; one may be anything. What kind of
name they don't show, so most are "other".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from service.actors.countries import COUNTRY_OF
from service.actors.english import (
    ADJECTIVES,
    ARTICLES,
    CALENDAR,
    COMPANY_FORMS,
    COMPANY_HEADS,
    FEMALE_TITLES,
    GENERIC,
    LANDMARKS,
    MALE_TITLES,
    OPENERS,
    PORTFOLIOS,
    SURNAMES_TOO,
    TITLES,
)
from service.actors.given_names import FEMALE_NAMES, MALE_NAMES
from service.actors.marks import LONGEST, Mark
from service.actors.role_words import ROLES
from service.actors.tables import words_of
from service.actors.words import Forms, Range, Words, is_capital

_DOUBTFUL = 0.3  # below what the model is sure of, so that its vote wins elsewhere in the article
_LOUD = 0.5  # of a line's words: more capitals than this are a headline's, and no names
_LINKS = words_of("of de")
_HONORIFICS = FEMALE_TITLES | MALE_TITLES
# Written with capitals, and nobody.
_NOBODY = words_of(
    """AIDS CD CEO DNA DVD EST GMT GPS HIV ID MRI PM AM TV UFO URL VIP Bible Christmas Internet God
    Lord Earth Web Catholic Christian Jewish Muslim Muslims Islam Islamic Sunni Shiite Orthodox
    Hispanic Democrat Democratic Republicans Republican English I II III IV V A"""
)
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
    for line, (begin, end) in enumerate(pairwise(words.borders)):
        if line == 0 or _is_loud(words.forms[begin:end]):
            continue
        first = begin
        while first < end:
            last = _run_end(words, first, end)
            if last > first + 1:
                first_own = _behind_titles(words, first, last)
                if first_own + 1 < last <= first_own + LONGEST:
                    yield first_own, last
            first = max(last, first + 1)


def _is_loud(forms: Forms) -> bool:
    alphabetic = [form for form in forms if form.isalpha()]
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
    wordy = is_capital(form) and form.isalnum() and form not in CALENDAR and form not in ARTICLES
    return wordy and not words.opens(i) and not words.glued(i) and not words.glued(i + 1)


def _behind_titles(words: Words, first: int, last: int) -> int:
    while first < last and (words.forms[first].lower() in TITLES or words.forms[first] in _LINKS):
        first += 1
    return first


def _is_name(forms: Forms) -> bool:
    """Whether two words or more are a name, and neither an office nor the title of a song."""
    if not OPENERS.isdisjoint(forms):
        return False
    if all(form in COUNTRY_OF or form.lower() in ROLES | TITLES | _LINKS for form in forms):
        return False
    return not all(form in _EMPTY or form in _LINKS for form in forms)


def _kind(words: Words, run: Range) -> str:
    given, head = words.forms[run[0]], words.forms[run[1] - 1]
    before = words.forms[run[0] - 1].lower()
    if before in _HONORIFICS or given in FEMALE_NAMES | MALE_NAMES:
        return "person"
    if head in SURNAMES_TOO:
        return "other"
    firm = head in COMPANY_HEADS | COMPANY_FORMS
    return "organization" if firm else "place" if head in LANDMARKS else "other"
