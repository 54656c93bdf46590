"""One name, one kind: the model's votes over the article, and what the name's words say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from service.actors.countries import CAPITALS, COUNTRY_NAMES, COUNTRY_OF
from service.actors.english import (
    BELIEVERS,
    BODY_HEADS,
    CREEDS,
    FEMALE_TITLES,
    FIRM_HEADS,
    GENERIC,
    LANDMARKS,
    MALE_TITLES,
    MEDIA,
    MEMBERS,
    PARTIES,
    PRESS_HEADS,
    SAME_BODY,
    SITES,
    SURNAMES_TOO,
    THINGS,
    TITLES,
)
from service.actors.given_names import GIVEN_NAMES
from service.actors.marks import Mark
from service.actors.neighbours import is_body_beside
from service.actors.words import Forms, Words, initials, is_capital, plain

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
_BODIES = BODY_HEADS | FIRM_HEADS
_NAMED_BY_FIRST_WORD = FIRM_HEADS | {"Party", "Center", "Centre", "Institute"}
_BODY_NAMES = SAME_BODY.keys() | set(SAME_BODY.values())
_SURE = 0.8  # of a place that also ends someone's name, as in "Denzel Washington"; set by eye
_LONGEST_ACRONYM = 6

Verdict = tuple[str, float]  # a kind, and its mean score where the model gave it


def settle_kinds(words: Words, marks: Sequence[Mark]) -> list[Mark]:
    """`marks`, each with the kind that its name has in the whole article.

    Who has a person's surname is a person, and so is a part of a person's full name alone. A firm's
    short name and letters are the firm.
    """
    titled = {forms_of(words, mark) for mark in marks if _has_honorific(words, mark.first)}
    beside = {forms_of(words, mark) for mark in marks if is_body_beside(words, mark)} - titled
    verdicts = {
        forms: ("organization", 1.0) if forms in beside and told[0] != "place" else told
        for forms, told in vote(words, marks).items()
    }
    surnames = {forms[-1] for forms, (kind, _) in verdicts.items() if _is_full(kind, forms)}
    settled = {forms: _settle(forms, verdicts, surnames) for forms in verdicts}
    full = [forms for forms, kind in settled.items() if _is_full(kind, forms)]
    parts = {form for forms in full for form in forms[_after_titles(forms) :]}
    settled = {forms: _settle_part(forms, kind, verdicts, parts) for forms, kind in settled.items()}
    shorts = _short_names(settled) - parts.union(*titled)
    return [
        Mark(mark.first, mark.last, _of_body(forms, settled[forms], shorts), mark.score)
        for mark in marks
        for forms in (forms_of(words, mark),)
    ]


def forms_of(words: Words, mark: Mark) -> Forms:
    return words.forms[mark.first : mark.last]


def _is_full(kind: str, forms: Forms) -> bool:
    return kind == "person" and len(forms) > 1


def _after_titles(forms: Forms) -> int:
    """Where a person's own name begins in a mark: "Norvane CEO | Ann Stone"."""
    titles = (i + 1 for i, form in enumerate(forms[:-1]) if form.lower() in TITLES)
    return max(titles, default=0)


def _settle(forms: Forms, verdicts: Mapping[Forms, Verdict], surnames: set[str]) -> str:
    """The kind of a full name: "Cayman Naib" is a person where "Farid Naib" is one."""
    kind, _ = verdicts[forms]
    related = 2 <= len(forms) <= 3 and forms[-1] in surnames and forms[-1] not in GENERIC
    return "person" if related and kind != "organization" else kind


def _settle_part(
    forms: Forms, kind: str, verdicts: Mapping[Forms, Verdict], parts: set[str]
) -> str:
    """The kind of a lone word: somebody's first or last name, or a capital, if it is neither."""
    somebodys = forms[0] in parts or forms[0] in GIVEN_NAMES
    if len(forms) == 1 and forms[0] in CAPITALS and not somebodys:
        return "place" if kind == "person" else kind
    if len(forms) > 1 or forms[0] not in parts or forms[0] in GENERIC or forms[0] in COUNTRY_OF:
        return kind
    return kind if kind == "place" and verdicts[forms][1] > _SURE else "person"


def _short_names(settled: Mapping[Forms, str]) -> set[str]:
    """The first words of firms ("Halvorsen" Lines) and the letters of bodies ("SUL")."""
    bodies = [forms for forms, kind in settled.items() if kind == "organization" and forms[1:]]
    letters = {
        short for forms in bodies for short in initials(forms) if 1 < len(short) <= _LONGEST_ACRONYM
    }
    return letters | {forms[0] for forms in bodies if forms[-1] in _NAMED_BY_FIRST_WORD}


def _of_body(forms: Forms, kind: str, shorts: set[str]) -> str:
    """The kind of a lone word that is a body's short name, unless it names a country or a sort."""
    lone = len(forms) == 1 and forms[0] not in COUNTRY_OF and forms[0] not in GENERIC
    return "organization" if lone and kind == "person" and forms[0] in shorts else kind


def vote(words: Words, marks: Sequence[Mark]) -> dict[Forms, Verdict]:
    """The kind of each spelling; a title before it counts as a vote for a person."""
    votes: defaultdict[Forms, defaultdict[str, list[float]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for mark in marks:
        ballot = votes[forms_of(words, mark)]
        ballot[mark.kind].append(mark.score)
        if _has_honorific(words, mark.first):
            ballot["person"].append(1.0)
    return {forms: _elect(forms, ballot) for forms, ballot in votes.items()}


def _has_honorific(words: Words, first: int) -> bool:
    before = words.forms[first - 1] if first else ""
    if before == "." and first > 1:
        before = words.forms[first - 2]
    return is_capital(before) and before.lower() in _HONORIFICS


def _elect(forms: Forms, ballot: Mapping[str, Sequence[float]]) -> Verdict:
    """The kind that the name tells, else the one with the most votes."""
    name = plain(forms)
    if name in MEDIA or name in _BODY_NAMES:
        return "organization", 1.0
    if name in CREEDS:
        return "other", 1.0
    if name in COUNTRY_OF and ("person" not in ballot or len(forms) > 1):
        return "place" if name in COUNTRY_NAMES else "group", 1.0
    kind = max(sorted(ballot), key=lambda kind: sum(ballot[kind]))
    if name in PARTIES and kind == "person":
        return "organization", 1.0
    if len(forms) == 1 and forms[0] in BELIEVERS:
        return "group", 1.0
    told = _told_by_head(forms, kind)
    if told != kind:
        return told, 1.0
    if kind == "person" and len(forms) > 2 and forms[-1] in THINGS:
        kind = "place" if "place" in ballot else "other"
        return kind, 1.0
    return kind, sum(ballot[kind]) / len(ballot[kind])


def _told_by_head(forms: Forms, kind: str) -> str:
    """The kind that a name's last word, or its letters, tell better than the model."""
    head = forms[-1]
    if kind == "person" and (_is_acronym(forms) or "Bros" in forms):
        return "organization"
    if head in MEMBERS and kind == "person":
        return "group"
    if len(forms) < 2 or (kind == "person" and head in SURNAMES_TOO):
        return kind
    if head in _BODIES:
        return kind if kind == "group" or (kind == "place" and head in SITES) else "organization"
    if head in PRESS_HEADS and kind == "place":
        return "organization"
    return "place" if head in LANDMARKS and kind != "group" else kind


def _is_acronym(forms: Forms) -> bool:
    """Four capitals or more are letters; people go by three at most ("JFK")."""
    return len(forms) == 1 and forms[0].isupper() and 4 <= len(forms[0]) <= _LONGEST_ACRONYM
