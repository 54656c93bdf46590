"""What to call an actor: the fullest name that the article gives it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from service.actors.actor import ActorKind
from service.actors.countries import COUNTRY_NAMES, COUNTRY_OF
from service.actors.spellings import Spelling
from service.actors.words import Words, plain

_KINDS: dict[str, ActorKind] = {
    "person": "person",
    "organization": "organization",
    "place": "place",
    "group": "group",
    "other": "other",
}


def kind_of(group: Sequence[Spelling]) -> ActorKind:
    """The kind of most of a group's mentions; a country with its people is a place."""
    if len(group) == 1:
        return _KINDS[group[0].kind]
    if any(one.kind == "place" and plain(one.forms) in COUNTRY_NAMES for one in group):
        return "place"
    counts: Counter[str] = Counter()
    for spelling in group:
        counts[spelling.kind] += len(spelling.places) * (1 + (len(spelling.forms) > 1))
    return _KINDS[max(sorted(counts), key=counts.__getitem__)]


def best_name(words: Words, group: Sequence[Spelling], kind: ActorKind) -> str:
    """The fullest of a group's names, as the article spells it; the commonest of equals."""
    best = max(group, key=lambda spelling: (*_fullness(spelling, kind), -spelling.first))
    place = next((p for p in best.places if words.forms[slice(*p)] == best.forms), best.places[0])
    return words.spelled(*place)


def _fullness(spelling: Spelling, kind: ActorKind) -> tuple[int, int, int, int]:
    name = plain(spelling.forms)
    is_country = name in COUNTRY_OF
    own = 2 if kind == "place" and name in COUNTRY_NAMES else int(not is_country)
    parts = len([form for form in spelling.forms if len(form) > 1])
    if kind == "place":
        parts = 0 if is_country else min(parts, 2)
    if kind == "person":
        parts = min(parts, 3)
    shouted = name.isupper() and len(name) > 5
    return own, parts, int(not shouted), len(spelling.places)
