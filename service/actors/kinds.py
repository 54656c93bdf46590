"""One name, one kind: what the model says of a name, summed over the article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from service.actors.countries import COUNTRY_NAMES, COUNTRY_OF
from service.actors.english import FEMALE_TITLES, GENERIC, MALE_TITLES, MEDIA, THINGS
from service.actors.marks import Mark
from service.actors.words import Forms, Words, is_capital, plain

_HONORIFICS = (
    FEMALE_TITLES
    | MALE_TITLES
    | {
        "dr",
        "sen",
        "gov",
        "rep",
        "gen",
        "president",
        "minister",
        "officer",
        "sgt",
        "judge",
        "coach",
    }
)
_SURE = 0.8  # of a place that also ends someone's name, as in "Denzel Washington"; set by eye

Verdict = tuple[str, float]  # a kind, and its mean score where the model gave it


def settle_kinds(words: Words, marks: Sequence[Mark]) -> list[Mark]:
    """`marks`, each with the kind that its name has in the whole article.

    Who has a person's surname is a person, and so is a part of a person's full name alone.
    """
    verdicts = vote(words, marks)
    surnames = {forms[-1] for forms, (kind, _) in verdicts.items() if _is_full(kind, forms)}
    settled = {forms: _settle(forms, verdicts, surnames) for forms in verdicts}
    parts = {form for forms, kind in settled.items() if _is_full(kind, forms) for form in forms}
    settled = {forms: _settle_part(forms, kind, verdicts, parts) for forms, kind in settled.items()}
    return [
        Mark(mark.first, mark.last, settled[words.forms[mark.first : mark.last]], mark.score)
        for mark in marks
    ]


def _is_full(kind: str, forms: Forms) -> bool:
    return kind == "person" and len(forms) > 1


def _settle(forms: Forms, verdicts: Mapping[Forms, Verdict], surnames: set[str]) -> str:
    """The kind of a full name: "Cayman Naib" is a person where "Farid Naib" is one."""
    kind, _ = verdicts[forms]
    related = 2 <= len(forms) <= 3 and forms[-1] in surnames and forms[-1] not in GENERIC
    return "person" if related and kind != "organization" else kind


def _settle_part(
    forms: Forms, kind: str, verdicts: Mapping[Forms, Verdict], parts: set[str]
) -> str:
    """The kind of a lone word that may be a person's first or last name."""
    if len(forms) > 1 or forms[0] not in parts or forms[0] in GENERIC or forms[0] in COUNTRY_OF:
        return kind
    return kind if kind == "place" and verdicts[forms][1] > _SURE else "person"


def vote(words: Words, marks: Iterable[Mark]) -> dict[Forms, Verdict]:
    """The kind of each spelling; a title before it counts as a vote for a person."""
    votes: defaultdict[Forms, defaultdict[str, list[float]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for mark in marks:
        ballot = votes[words.forms[mark.first : mark.last]]
        ballot[mark.kind].append(mark.score)
        if mark.first and _has_honorific(words, mark.first):
            ballot["person"].append(1.0)
    return {forms: _elect(forms, ballot) for forms, ballot in votes.items()}


def _has_honorific(words: Words, first: int) -> bool:
    before = words.forms[first - 1]
    if before == "." and first > 1:
        before = words.forms[first - 2]
    return is_capital(before) and before.lower() in _HONORIFICS


def _elect(forms: Forms, ballot: Mapping[str, Sequence[float]]) -> Verdict:
    name = plain(forms)
    if name in COUNTRY_OF and ("person" not in ballot or len(forms) > 1):
        return "place" if name in COUNTRY_NAMES else "group", 1.0
    if name in MEDIA:
        return "organization", 1.0
    kind = max(sorted(ballot), key=lambda kind: sum(ballot[kind]))
    if kind == "person" and len(forms) > 2 and forms[-1] in THINGS:
        kind = "place" if "place" in ballot else "other"
        return kind, 1.0
    return kind, sum(ballot[kind]) / len(ballot[kind])
