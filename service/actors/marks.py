"""Names as the model marks them, with their borders mended.

A model's borders are off by a word now and then: it takes a title into a name, leaves a first name
out, breaks a name at a hyphen. English spelling says where a name ends, so it is mended here, name
by name, before names are compared with each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from service.actors.countries import COUNTRY_OF
from service.actors.english import (
    ADJECTIVES,
    ARTICLES,
    CALENDAR,
    COMPANY_FORMS,
    GENERIC,
    LINKS,
    PARTICLES,
    PORTFOLIOS,
)
from service.actors.words import Words, is_possessive, is_word, plain
from service.encoding.entities import Entity

LONGEST = 16  # words in a name; a longer one is a list, or a model gone astray
AMERICANS = frozenset({"American", "Americans"})  # as in "African-Americans"
_NEVER_ALONE = CALENDAR | ADJECTIVES | PORTFOLIOS
_BASED = frozenset({"based", "led", "backed", "born"})
_STATES = COUNTRY_OF.keys() | {"UN", "EU", "NATO", "U", "United", "European", "South", "North"}
_BREAKS = frozenset({",", "and", "or", ";", ":", "–", "—", "(", ")", '"', "“", "”"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A name that the model marks: words [first, last), its kind, and how sure the model is."""

    first: int
    last: int
    kind: str
    score: float

    def over(self, first: int, last: int) -> Mark:
        """This mark with other borders."""
        return (
            self
            if (first, last) == (self.first, self.last)
            else Mark(first, last, self.kind, self.score)
        )


def read_marks(words: Words, entities: Iterable[Entity]) -> list[Mark]:
    """The names among `entities`, in order, not overlapping, without possessives and other signs.

    Times are left out, and so is what holds no capital letter.
    """
    raw = [mark for entity in entities if entity.kind != "time" for mark in _read(words, entity)]
    trimmed = [mark for piece in raw if (mark := trim(words, piece))]
    return [mark for mark in _join(words, trimmed) if _is_name(words, mark)]


def _read(words: Words, entity: Entity) -> Iterator[Mark]:
    """The words of an entity; a list ("Trump and Kim") gives several marks."""
    covered = words.covered(entity.span, entity.sentence + 1)
    if covered is None:
        return
    first, last = covered
    start = first
    for i in range(first, last + 1):
        if i == last or _breaks(words, range(start, i), entity.kind):
            if start < i <= start + LONGEST:
                based = i < last and words.forms[i] in _BASED
                yield Mark(start, i, "place" if based else entity.kind, entity.score)
            start = i + 1


def _breaks(words: Words, before: range, kind: str) -> bool:
    """Whether a name ends behind `before`: at a sign, at the owner of a house, at "-based"."""
    i = before.stop
    form = words.forms[i]
    if form in _BASED or is_possessive(form):
        return _is_owner(words, before)
    if form == "and" and kind != "person":
        return _are_states(words, before)
    if form == "," and i + 1 < len(words.forms):
        return words.forms[i + 1] not in COMPANY_FORMS
    return form in _BREAKS


def _is_owner(words: Words, before: range) -> bool:
    """Whether `before` is a place or a state that something belongs to: "Lorvan-| based"."""
    forms = words.forms[before.start : before.stop]
    if words.forms[before.stop] in _BASED:
        return forms[-1:] == ("-",)
    return plain(forms) in COUNTRY_OF


def _are_states(words: Words, before: range) -> bool:
    """Whether "and" stands between two states, or unions of them: "UN and US"."""
    left = plain(words.forms[before.start : before.stop])
    return left in _STATES and words.forms[before.stop + 1] in _STATES


def trim(words: Words, mark: Mark) -> Mark | None:
    first, last = mark.first, mark.last
    while first < last and not _may_begin(words, first):
        first += 1
    while first < last and not _may_end(words, last - 1):
        last -= 1
    last += takes_stop(words, first, last)
    return mark.over(first, last) if first < last else None


def _may_begin(words: Words, i: int) -> bool:
    form = words.forms[i]
    if form.islower() and form not in PARTICLES:
        return False
    return is_word(form) and form not in ARTICLES


def _may_end(words: Words, i: int) -> bool:
    form = words.forms[i]
    if is_possessive(form) or not is_word(form) or form in LINKS:
        return form == "." and _is_abbreviated(words, i)
    hyphened = words.glued(i) and words.forms[i - 1] == "-"
    return not form.islower() or hyphened


def _is_abbreviated(words: Words, i: int) -> bool:
    return words.glued(i) and _wants_stop(words, i - 1)


def _wants_stop(words: Words, i: int) -> bool:
    form = words.forms[i]
    if form in ("Jr", "Sr", "Inc", "Corp", "Ltd", "Co", "Bros"):
        return True
    initials = i > 1 and words.forms[i - 1] == "." and words.glued(i) and words.glued(i - 1)
    return len(form) == 1 and form.isupper() and initials


def takes_stop(words: Words, first: int, last: int) -> int:
    """1 if the full stop behind a name is part of its spelling ("U.S.", "Jr.")."""
    follows = first < last < len(words.forms) and words.forms[last] == "."
    return int(follows and words.glued(last) and _wants_stop(words, last - 1))


def _join(words: Words, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Marks with the parts of a broken name put together."""
    held: Mark | None = None
    for mark in marks:
        if held is None:
            held = mark
        elif mark.first < held.last:
            continue
        elif _belong(words, held, mark):
            score = max(held.score, mark.score)
            kind = "person" if mark.kind == "person" else held.kind
            held = Mark(held.first, mark.last, kind, score)
        else:
            yield held
            held = mark
    if held is not None:
        yield held


def _belong(words: Words, left: Mark, right: Mark) -> bool:
    gap = words.forms[left.last : right.first]
    if not gap and plain(words.forms[left.first : right.last]) in COUNTRY_OF:
        return True
    if words.lines[left.first] != words.lines[right.first] or right.last - left.first > LONGEST:
        return False
    if left.kind == "group" and gap == ("-",) and words.forms[right.first] in AMERICANS:
        return True
    if left.kind == right.kind == "place" and not gap:
        return True
    if "person" in (left.kind, right.kind) and not gap:
        return left.kind not in ("place", "group") and not words.glued(right.first)
    if left.kind == "person" and gap == (".",) and len(words.forms[left.last - 1]) == 1:
        return True  # "Tonja B. Carter"
    if left.kind == right.kind == "person":
        lone = left.last - left.first == right.last - right.first == 1
        if lone and gap == ("the",):
            return True  # "Ivo the Good"
        return all(form in PARTICLES for form in gap) or (
            gap == ("-",) and words.glued(right.first) and left.last - left.first > 1
        )
    if left.kind == "organization" and right.kind in ("organization", "place"):
        heads = words.forms[left.last - 1] in GENERIC
        return (not gap and right.kind == left.kind) or (gap in (("of",), ("for",)) and heads)
    return False


def _is_name(words: Words, mark: Mark) -> bool:
    forms = words.forms[mark.first : mark.last]
    if not any(c.isupper() for form in forms for c in form):
        return False
    return len(forms) > 1 or (forms[0] not in _NEVER_ALONE and len(forms[0]) > 1)
