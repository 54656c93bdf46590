"""Who Mr and Mrs Keller are: a surname behind a title goes to the Keller of that gender."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from service.actors.english import FEMALE_TITLES, MALE_TITLES
from service.actors.given_names import FEMALE_NAMES, MALE_NAMES
from service.actors.spellings import Gender, Spelling
from service.actors.words import Range, Words, is_capital, name_parts

_FEMALE = FEMALE_TITLES | {"wife", "widow", "mother", "daughter", "girlfriend", "actress", "niece"}
_MALE = MALE_TITLES | {"husband", "widower", "father", "son", "boyfriend", "nephew"}


def part_couples(words: Words, spellings: Sequence[Spelling]) -> list[Spelling]:
    """`spellings` with people's gender where it is known; who shares a surname is told apart by it.

    "Mrs Keller" and "Mr Keller" become two spellings; so does "Mrs Keller" beside a bare "Keller".
    """
    known = [_with_gender(words, one) if _is_full(one) else one for one in spellings]
    families: defaultdict[str, list[Spelling]] = defaultdict(list)
    for one in known:
        if _is_full(one):
            families[name_parts(one.forms)[-1]].append(one)
    parted = [part for one in known for part in _part(words, one, families)]
    return sorted(parted, key=lambda spelling: spelling.first)


def _is_full(one: Spelling) -> bool:
    return one.kind == "person" and len(name_parts(one.forms)) > 1


def _with_gender(words: Words, one: Spelling) -> Spelling:
    told = (title_gender(words, place) for place in one.places)
    gender: Gender = next((known for known in told if known), _given_gender(one.forms[0]))
    return replace(one, gender=gender) if gender else one


def _given_gender(given: str) -> Gender:
    return "female" if given in FEMALE_NAMES else "male" if given in MALE_NAMES else ""


def title_gender(words: Words, place: Range) -> Gender:
    """The gender that the word before a name tells: "Mrs. Keller", "his wife, Marta Keller"."""
    line = words.lines[place[0]]
    at = place[0] - 1
    before = words.form(at, line)
    if before in (".", ","):
        before = words.form(at - 1, line)
    title = before.lower()
    return "female" if title in _FEMALE else "male" if title in _MALE else ""


def _part(
    words: Words, one: Spelling, families: Mapping[str, Sequence[Spelling]]
) -> Iterator[Spelling]:
    if one.kind != "person" or len(one.forms) > 1 or not is_capital(one.forms[0]):
        yield one
        return
    places: defaultdict[Gender, list[Range]] = defaultdict(list)
    for place in one.places:
        places[title_gender(words, place)].append(place)
    family = {relative.gender for relative in families.get(one.forms[0], ())}
    if len(places.keys() - {""}) + len(family - {""} - places.keys()) < 2:
        yield one  # nobody to be mistaken for
        return
    yield from (replace(one, places=tuple(own), gender=gender) for gender, own in places.items())
