"""Mentions without a name: "the North Korean leader", once the article has said who that is.

A phrase is somebody's where the article sets it beside the name ("North Korean leader Kim Jong-un")
and beside nobody else's. Nothing is guessed: "the leader" alone is no one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from service.actors.countries import COUNTRY_OF
from service.actors.role_borders import Role
from service.actors.role_words import OFFICES
from service.actors.salience import Cast
from service.actors.words import Forms, Range, Words, is_capital, is_possessive, is_word

_LONGEST = 6  # words of a phrase that an article repeats


def link_nominals(words: Words, casts: Sequence[Cast], roles: Sequence[Role | None]) -> list[Cast]:
    """`casts`, each with the places where its role stands for it: "the" and the role's words.

    A name inside such a phrase gives way, if its actor stands elsewhere too, for mentions don't
    overlap.
    """
    owners = _owners(words, casts, roles)
    names = {place: i for i, cast in enumerate(casts) for place in cast.places}
    begins = {place[0]: place for place in names}
    found: defaultdict[int, list[Range]] = defaultdict(list)
    given_up: defaultdict[int, set[Range]] = defaultdict(set)
    ends = {place[1] for place in names}
    for phrase, place in _standing(words, owners):
        unheard_of = place[0] < casts[owners[phrase]].places[0][0]
        if unheard_of or _is_apposed(words, place[0] - 1, ends):
            continue
        inside = [begins[i] for i in range(*place) if i in begins]
        if any(names[p] == owners[phrase] or p[1] > place[1] for p in inside):
            continue
        if any(len(casts[names[p]].places) - len(given_up[names[p]]) < 2 for p in inside):
            continue
        found[owners[phrase]].append(place)
        for name in inside:
            given_up[names[name]].add(name)
    return [
        replace(
            cast,
            places=tuple(place for place in cast.places if place not in given_up[i]),
            nominals=tuple(found[i]),
        )
        if found[i] or given_up[i]
        else cast
        for i, cast in enumerate(casts)
    ]


def _owners(words: Words, casts: Sequence[Cast], roles: Sequence[Role | None]) -> dict[Forms, int]:
    """Each phrase that the article sets beside one person only, with whose it is."""
    people = [(i, cast) for i, cast in enumerate(casts) if cast.kind == "person"]
    bearers: defaultdict[Forms, set[int]] = defaultdict(set)
    for i, _ in people:
        role = roles[i]
        if role is not None and not _is_past(words, role.first):
            for phrase in _phrases(words.forms[role.first : role.last]):
                bearers[phrase].add(i)
    for i, cast in people:
        for phrase in _borne(words, cast, frozenset(bearers)):
            bearers[phrase].add(i)
    return {phrase: bearer for phrase, (bearer, *more) in bearers.items() if not more}


def _is_past(words: Words, first: int) -> bool:
    """Whether an office is said to be over: "then-President | Ivo Vale"."""
    before = words.form(first - 1, words.lines[first]).lower()
    return before in ("then", "former", "ex", "late", "-", "ousted", "deposed")


def _borne(words: Words, cast: Cast, phrases: frozenset[Forms]) -> Iterator[Forms]:
    """Which phrases stand before one of an actor's names, or begin it: "Pope Adrian"."""
    for first, last in cast.places:
        for phrase in phrases:
            start = first - len(phrase)
            line = words.lines[first]
            before = _matches(words, phrase, start, line) and not _is_past(words, start)
            if before or (len(phrase) < last - first and _matches(words, phrase, first, line)):
                yield phrase


def _phrases(role: Forms) -> Iterator[Forms]:
    """What "the" may stand before: the role, and its office without the country it is held in."""
    lower = tuple(form.lower() for form in role)
    if len(role) > _LONGEST or any(is_possessive(form) or form == "." for form in role):
        return
    if len(role) > 1 or lower in OFFICES:
        yield lower
    if role[0] in COUNTRY_OF and lower[1:] in OFFICES:
        yield lower[1:]
    elif role[0] in _COMPASS and "".join(role[:2]) and lower[2:] in OFFICES:
        yield lower[2:]


_COMPASS = frozenset({"North", "South", "Saudi", "Sri", "New"})  # countries of two words


def _standing(words: Words, owners: dict[Forms, int]) -> Iterator[tuple[Forms, Range]]:
    if not owners:
        return
    heads = {phrase[0] for phrase in owners}
    phrases = sorted(owners, key=len, reverse=True)
    behind = words.borders[1]
    for article in [i for i, form in enumerate(words.forms[:-1]) if form in ("the", "The")]:
        start, line = article + 1, words.lines[article]
        if article < behind or words.forms[start].lower() not in heads:
            continue
        for phrase in phrases:
            end = start + len(phrase)
            if _matches(words, phrase, start, line) and not _goes_on(words, end, line):
                yield phrase, (start, end)
                behind = end
                break


def _is_apposed(words: Words, article: int, ends: set[int]) -> bool:
    """Whether a phrase stands behind a name: "Ivo Vale, then | the president"."""
    at = article
    while at > 0 and (words.forms[at - 1] in _BESIDE or words.forms[at - 1].isdigit()):
        at -= 1
    return at < article and at in ends


_BESIDE = frozenset({",", "(", "–", "—", "-", "then", "now", "formerly"})


def _matches(words: Words, phrase: Forms, start: int, line: int) -> bool:
    return all(words.form(start + k, line).lower() == form for k, form in enumerate(phrase))


def _goes_on(words: Words, end: int, line: int) -> bool:
    """Whether the phrase says more or stands beside a name: "the president | of Chad"."""
    after = words.form(end, line)
    if after in ("of", "-", "for", "in", "at", "and", "who", "elect"):
        return True
    if after == ",":
        return is_capital(words.form(end + 1, line))
    return is_word(after) and (is_capital(after) or words.glued(end))
