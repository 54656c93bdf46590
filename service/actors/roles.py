"""What someone is, in the article's own words: "North Korean leader", "chief executive of Acme".

Three places say it: words before the name, words behind it between commas, and "is" or "was".
Where the grammar isn't plain nothing is said: a wrong role is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from service.actors.role_borders import CLOSERS, Role, Scene, ending_at, is_double_dash, phrase
from service.actors.role_words import (
    BODY_ROLES,
    COPULAS,
    DETERMINERS,
    ROLES,
)
from service.actors.words import Range, is_capital, is_possessive

_COMMAS = frozenset({",", "–", "—", "-", "("})


def find_role(scene: Scene, places: Iterable[Range], kind: str) -> Role | None:
    """The role of an actor named at `places`: the first telling one, else what there is."""
    heads = ROLES if kind == "person" else BODY_ROLES
    best: Role | None = None
    for place in places:
        for role in _roles_at(scene, place, heads):
            if best is None or role.weight > best.weight:
                best = role
        if best is not None and best.weight >= _TELLING:
            return best
    return best


_TELLING = 3


def _roles_at(scene: Scene, place: Range, heads: frozenset[str]) -> Iterator[Role]:
    line = scene.words.lines[place[0]]
    for find in (_before, _appositive_before, _behind, _predicate):
        role = find(scene, place, line, heads)
        if role is not None:
            yield role


def _before(scene: Scene, place: Range, line: int, heads: frozenset[str]) -> Role | None:
    """ "US Secretary of State | Mike Pompeo" """
    return ending_at(scene, place[0], line, heads)


def _appositive_before(scene: Scene, place: Range, line: int, heads: frozenset[str]) -> Role | None:
    """ "Kim's right-hand man, | Kim Yong-chol," """
    words = scene.words
    first, last = place
    if words.form(first - 1, line) != "," or words.form(last, line) not in CLOSERS:
        return None
    role = ending_at(scene, first - 1, line, heads)
    if role is None:
        return None
    before = words.form(role.first - 1, line).lower()
    owned = any(is_possessive(form) for form in words.forms[role.first : role.last])
    if owned or before in ("the", "another", "its", "his", "her", "their"):
        return role
    listed = words.form(last, line) != "," or words.form(last + 1, line) in ("and", "or")
    return role if before in ("a", "an") and not listed else None


def _behind(scene: Scene, place: Range, line: int, heads: frozenset[str]) -> Role | None:
    """ "Jane Doe, 45, | chief executive of Acme |," """
    words = scene.words
    at = place[1] + is_double_dash(words, place[1])
    if words.form(at, line) not in _COMMAS or words.glued(at + 1):
        return None
    at += 1
    if words.form(at, line).isdigit() and words.form(at + 1, line) == ",":
        at += 2
    if words.form(at, line) == "who" and words.form(at + 1, line) in COPULAS:
        at += 2
    return phrase(scene, at, line, heads, closed=True)


def _predicate(scene: Scene, place: Range, line: int, heads: frozenset[str]) -> Role | None:
    """ "Jane Doe is | the chief executive of Acme |." """
    words = scene.words
    first, last = place
    opens = words.opens(first) or words.form(first - 1, line) in (",", "that", "But", "and")
    if not opens or words.form(last, line) not in COPULAS:
        return None
    behind = words.form(last + 1, line)
    if behind not in DETERMINERS and not (is_capital(behind) and behind.lower() in heads):
        return None
    return phrase(scene, last + 1, line, heads, closed=False)
