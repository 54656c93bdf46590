"""Names that the model cuts short, made whole: titles of works, flights, compounds.

The words around a mark show it: a title stands between quotation marks, "Sea" before another
capital in the middle of a sentence is "Sea World", and "Star-Lord" is no star.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from service.actors.countries import COUNTRY_OF
from service.actors.english import (
    ARTICLES,
    CALENDAR,
    MEMBERS,
    OPENERS,
    THINGS,
    TITLES,
)
from service.actors.marks import AMERICANS, Mark
from service.actors.neighbours import is_body_beside
from service.actors.role_words import ROLES
from service.actors.tables import words_of
from service.actors.unmarked import is_loud
from service.actors.words import Forms, Words, is_capital, is_possessive, is_word

_LONGEST_TITLE = 8
_QUOTES = {'"': '"', "“": "”", "‘": "’"}
_INNER = words_of("of the a an and in to for on at with from by or & 's ’s , :")
_OFFICES = ROLES | TITLES
_NO_PART = CALENDAR | ARTICLES | OPENERS
_MOST_ADDED = 3


def make_whole(words: Words, marks: Sequence[Mark]) -> list[Mark]:
    """`marks`, each over the whole name that it is a part of."""
    known = {words.forms[mark.first : mark.last] for mark in marks}
    marks = [_before_office(words, mark, known) for mark in marks]
    marks = list(_with_heads(words, marks))
    marks = _over(_flights(words, marks), marks)
    marks = _over(list(_titles(words, marks)), marks)
    marks = list(_compounds(words, marks))
    starts = {mark.first for mark in marks}
    known = {words.forms[mark.first : mark.last] for mark in marks}
    return [_lengthen(words, mark, starts, known) for mark in marks]


def _with_heads(words: Words, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Marks of places with the kind of place before them: "Port | Anselm"."""
    behind = 0
    for mark in marks:
        at = mark.first - 1
        head = mark.kind == "place" and at >= behind and words.lines[at] == words.lines[mark.first]
        if head and words.forms[at] in _PLACE_HEADS and not words.glued(mark.first):
            mark = mark.over(at, mark.last)
        behind = mark.last
        yield mark


_PLACE_HEADS = words_of("Port Fort Mount Lake Cape Camp")


def _before_office(words: Words, mark: Mark, known: set[Forms]) -> Mark:
    """A mark without the beginning of an office: "U.S. | Vice President", "Keld | City Manager"."""
    last, line = mark.last, words.lines[mark.first]
    while mark.kind != "person" and last - mark.first > 1 and _is_title(words.form(last, line)):
        local = words.forms[last - 1] in _LOCAL and words.forms[mark.first : last - 1] in known
        form = words.forms[last - 1]
        if form.lower() not in TITLES and form != "District" and not local:
            break
        last -= 1
    return mark.over(mark.first, last)


def _is_title(form: str) -> bool:
    return is_capital(form) and form.lower() in TITLES


_LOCAL = words_of("City County State Town")


def _over(wholes: Sequence[Mark], marks: Sequence[Mark]) -> list[Mark]:
    """`marks` with `wholes` in the place of what they cover."""
    if not wholes:
        return list(marks)
    covered = {i for whole in wholes for i in range(whole.first, whole.last)}
    kept = [mark for mark in marks if covered.isdisjoint(range(mark.first, mark.last))]
    return sorted([*kept, *wholes], key=lambda mark: mark.first)


def _flights(words: Words, marks: Sequence[Mark]) -> list[Mark]:
    """ "Norvane Airways Flight 12", with whose flight it is."""
    owners = {mark.last: mark for mark in marks if mark.kind != "person"}
    found = []
    for i in [i for i, form in enumerate(words.forms[:-1]) if form == "Flight"]:
        if words.forms[i + 1][-1].isdigit():
            first = owners[i].first if i in owners else i
            found.append(Mark(first, i + 2, "other", 1.0))
    return found


def _titles(words: Words, marks: Sequence[Mark]) -> Iterator[Mark]:
    """What stands between quotation marks and is written as a title, where marks cut it up."""
    ends: dict[int, int] = {mark.first: mark.last for mark in marks}
    parts = {i for mark in marks for i in range(mark.first, mark.last)}
    people = {mark.last: mark.first for mark in marks if mark.kind == "person"}
    behind = 0
    for i in [i for i, form in enumerate(words.forms) if form in _QUOTES]:
        if i < behind or not _opens_quote(words, i):
            continue
        last = _title_end(words, i + 1, _QUOTES[words.forms[i]])
        if last is None:
            continue
        behind = last
        whole = range(i + 1, last)
        cut = any(k in parts for k in whole) and ends.get(i + 1) != last
        if cut and last not in parts and not _is_call(words, whole, people.get(last, i)):
            yield Mark(i + 1, last, "other", 1.0)


def _is_call(words: Words, whole: range, person: int) -> bool:
    """Whether words in quotes only say something to or of the person that begins at `person`."""
    before = words.forms[whole.start : max(person, whole.start)]
    return bool(before) and _INNER.isdisjoint(form.lower() for form in before)


def _opens_quote(words: Words, i: int) -> bool:
    opens_line = i == words.borders[words.lines[i]]
    return words.glued(i + 1) and (opens_line or not words.glued(i) or words.forms[i - 1] == ")")


def _title_end(words: Words, first: int, quote: str) -> int | None:
    """Where the title that begins at `first` ends, before its comma and closing quote."""
    line, last = words.lines[first], first
    while last - first <= _LONGEST_TITLE and (form := words.form(last, line)) != quote:
        if not (form in _INNER or (is_word(form) and (is_capital(form) or form.isdigit()))):
            return None
        last += 1
    if words.form(last, line) != quote or not words.glued(last):
        return None
    if words.forms[last - 1] == ",":
        last -= 1
    ends = words.forms[first], words.forms[last - 1]
    wordy = last - first > 1 and all(is_capital(form) for form in ends)
    return last if wordy and words.forms[first] not in _GREETINGS else None


_GREETINGS = words_of("Yes No Thank Dear Hello Hi God Mr Mrs Dr Oh")


def _compounds(words: Words, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Marks with the halves of "Star-Lord" and "al-Qaeda" together.

    Two names that stand alone elsewhere stay two: the "Kim-Trump" talks.
    """
    untied = [mark for mark in marks if not _tied(words, mark)]
    alone = {words.forms[mark.last - 1] for mark in untied}
    alone |= {words.forms[mark.first] for mark in untied if mark.last - mark.first == 1}
    held: Mark | None = None
    for mark in marks:
        if held is None:
            held = _joined(words, mark, alone)
        elif mark.last <= held.last:
            continue
        elif mark.first <= held.last and held.kind == mark.kind == "person":
            held = held.over(held.first, mark.last)  # "Ann-Christin | Hahn"
        else:
            yield held
            held = _joined(words, mark.over(max(mark.first, held.last), mark.last), alone)
    if held is not None:
        yield held


def _joined(words: Words, mark: Mark, alone: set[str]) -> Mark:
    """A lone word's mark with what hyphens join to it."""
    first, last = mark.first, mark.last
    if last - first > 1:
        return mark
    head = words.forms[first]
    if head in AMERICANS and first and words.forms[first - 1] == "Native":
        return Mark(first - 1, last, "group", mark.score)
    if _is_hyphen(words, first - 1) and words.forms[first - 2] in _ARABIC:
        first -= 2
    if _is_hyphen(words, last) and is_capital(words.forms[last + 1]):
        parts = {head, words.forms[last + 1]}
        if words.forms[last + 1] in AMERICANS and head in _DESCENTS:
            return Mark(first, last + 2, "group", mark.score)
        if head in _ARABIC or parts.isdisjoint(alone | _SIDES | COUNTRY_OF.keys()):
            last += 2
    return mark.over(first, last)


_ARABIC = words_of("al Al el El")
_SIDES = words_of("North South East West Pro Anti Non Ex Mid Sino Anglo African")
_DESCENTS = words_of("African Arab Asian Mexican")


def _tied(words: Words, mark: Mark) -> bool:
    """Whether a hyphen stands beside a mark, or before its last word."""
    return any(_is_hyphen(words, i) for i in (mark.first - 1, mark.last - 2, mark.last))


def _is_hyphen(words: Words, i: int) -> bool:
    inside = 0 < i < len(words.forms) - 1
    return inside and words.forms[i] == "-" and words.glued(i) and words.glued(i + 1)


def _lengthen(words: Words, mark: Mark, starts: set[int], known: set[Forms]) -> Mark:
    """A lone mark with the capitals behind it: "Sea | World", "Arab | Spring".

    What is behind may be somebody's office or name; then it is no part of this one.
    """
    line = words.lines[mark.first]
    if line == 0 or mark.last - mark.first > 2:
        return mark
    if mark.kind == "person" and not is_body_beside(words, mark):
        return mark
    last = mark.last
    while last - mark.last < _MOST_ADDED and last not in starts and _is_part(words, last, line):
        last += 1
    if last == mark.last or words.forms[mark.last : last] in known or is_loud(words, line):
        return mark
    if last in starts or _goes_on(words, last, line):
        return mark
    thing = mark.kind == "group" or words.forms[last - 1] in THINGS
    return Mark(mark.first, last, "other" if thing else mark.kind, mark.score)


def _is_part(words: Words, i: int, line: int) -> bool:
    form = words.form(i, line)
    if not (form.isalpha() and is_capital(form) and not words.glued(i)):
        return False
    return not (form in _NO_PART or form in MEMBERS or form.isupper() or form.lower() in _OFFICES)


def _goes_on(words: Words, i: int, line: int) -> bool:
    """Whether what ends before word `i` is only the beginning of something else."""
    after = words.form(i, line)
    if is_possessive(after):
        return is_capital(words.form(i + 1, line))
    joined = words.glued(i) and after in _JOINTS
    return joined or is_capital(after) or after.lower() in _OFFICES


_JOINTS = frozenset("-–/@_")
