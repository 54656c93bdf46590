"""Which names mean the same: "Kim" and "Kim Jong-un", "KCNA" and "Korean Central News Agency"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from service.actors.countries import COUNTRY_OF
from service.actors.english import (
    COMPANY_FORMS,
    CREEDS,
    GENERATIONS,
    GENERIC,
    MEDIA,
    NICKNAMES,
    OPENERS,
    PARTICLES,
    PARTIES,
    SAME_BODY,
)
from service.actors.spellings import Pair, Spelling
from service.actors.states import unite_countries
from service.actors.words import Forms, Words, initials, is_capital, is_word, name_parts, plain

_OF = re.compile(r"(Department|Ministry|University) of ([A-Z]\w+)")
_NAMELESS = GENERIC | CREEDS
_HOUSES = frozenset({("Congress",), ("Senate",), ("Parliament",), ("Army",), ("Navy",)})
_SMALL = frozenset({"of", "for", "and", "the", "on", "in", "to", "&", "de", "-", ".", "'s", "’s"})


def merge_aliases(words: Words, spellings: Sequence[Spelling]) -> list[list[Spelling]]:
    """The spellings in groups, one for each actor; both in order of first place.

    A short name goes to the full name that the article has first; people who have no full name in
    common stay apart.
    """
    found = _Merger(spellings)
    found.unite_equal(spellings)
    people = [spelling for spelling in spellings if spelling.kind == "person"]
    others = [spelling for spelling in spellings if spelling.kind != "person"]
    found.unite(_full_people(people))
    found.unite(_short_people(people))
    found.unite(unite_countries(words, others))
    found.unite(_acronyms(others))
    found.unite(_in_brackets(words, others))
    found.unite(_short_bodies(words, others))
    return found.groups()


class _Merger:
    """Union by name; the group's first spelling stands for it."""

    def __init__(self, spellings: Sequence[Spelling]) -> None:
        self._spellings = spellings
        self._parent = {spelling: spelling for spelling in spellings}

    def unite(self, pairs: Iterable[Pair]) -> None:
        for one, other in pairs:
            self._parent[self._root(other)] = self._root(one)

    def unite_equal(self, spellings: Iterable[Spelling]) -> None:
        """Spellings that differ in full stops or, for long words, in capitals."""
        seen: dict[tuple[str, bool], Spelling] = {}
        for spelling in spellings:
            if len(spelling.forms) == 1 and spelling.gender:
                continue  # Mr or Mrs
            key = (_folded(spelling.forms), spelling.kind == "person")
            self.unite([(seen.setdefault(key, spelling), spelling)])

    def _root(self, spelling: Spelling) -> Spelling:
        root = spelling
        while self._parent[root] is not root:
            root = self._parent[root]
        while self._parent[spelling] is not root:
            self._parent[spelling], spelling = root, self._parent[spelling]
        return root

    def groups(self) -> list[list[Spelling]]:
        groups: defaultdict[Spelling, list[Spelling]] = defaultdict(list)
        for spelling in self._spellings:
            groups[self._root(spelling)].append(spelling)
        return list(groups.values())


def _folded(forms: Forms) -> str:
    name = plain(forms)
    name = PARTIES.get(name) or SAME_BODY.get(name, name)
    if (body := _OF.fullmatch(name)) is not None:
        name = f"{body[2]} {body[1]}"  # "Department of Justice" is the Justice Department
    return name.title() if name.isupper() and len(name) > 5 else name.replace("-", " ")


def _full_people(people: Sequence[Spelling]) -> Iterator[Pair]:
    """Full names of one person: with and without middle names, initials and short forms."""
    known: dict[tuple[str, str, str], Spelling] = {}
    for person in people:
        parts = name_parts(person.forms)
        plainly = [part for part in parts if part not in GENERATIONS]
        if len(plainly) < 2:
            continue
        generation = next((part for part in parts if part in GENERATIONS), "")
        given = NICKNAMES.get(plainly[0], plainly[0])
        key = (given, plainly[-1], generation)
        yield known.setdefault(key, person), person


def _short_people(people: Sequence[Spelling]) -> Iterator[Pair]:
    """One-word names (and "bin Laden") with the full name that ends, or else begins, so."""
    by_tail: defaultdict[Forms, list[Spelling]] = defaultdict(list)
    by_head: dict[Forms, Spelling] = {}
    for person in people:
        if not _is_full(person.forms):
            continue
        core = person.forms[: _core_length(person.forms)]
        for cut in range(1, len(core)):
            if is_capital(core[cut]) or core[cut] in PARTICLES:
                by_tail[_loose(core[cut:])].append(person)
            by_head.setdefault(core[:cut], person)
    for person in people:
        whole = _only_bearer(by_tail.get(person.forms, ()))
        if person.forms[1:] and whole:
            yield whole, person  # "Malcolm Orr" of "John Malcolm Orr"
        elif not _is_full(person.forms) or person.forms[0].lower() in PARTICLES:
            bearers = by_tail.get(_loose(person.forms), ())
            whole = _bearer(person, bearers) if bearers else by_head.get(person.forms)
            if whole and whole is not person:
                yield whole, person


def _only_bearer(bearers: Sequence[Spelling]) -> Spelling | None:
    one = bearers[0] if len({bearer.forms for bearer in bearers}) == 1 else None
    opens = one and (one.forms[0] in OPENERS | GENERIC or one.forms[0].endswith("ing"))
    return None if opens else one


def _bearer(short: Spelling, bearers: Sequence[Spelling]) -> Spelling | None:
    """Whose surname it is: the first bearer's, or behind a title the first of that gender."""
    if not short.gender:
        return bearers[0]
    of_gender = [bearer for bearer in bearers if bearer.gender == short.gender]
    unknown = [bearer for bearer in bearers if not bearer.gender]
    return next(iter([*of_gender, *unknown]), None)


def _loose(forms: Forms) -> Forms:
    """A name whose particle may have a capital at the head of a sentence: "Von der Leyen"."""
    return (forms[0].lower(), *forms[1:]) if forms[0].lower() in PARTICLES else forms


def _core_length(forms: Forms) -> int:
    """How many words a name has without "Jr."."""
    length = len(forms)
    while length > 1 and (forms[length - 1] in GENERATIONS or forms[length - 1] in (".", ",")):
        length -= 1
    return length


def _is_full(forms: Forms) -> bool:
    """Whether a name has two parts; what a hyphen joins is one ("Smith-Jones")."""
    joined = {i + 1 for i in range(1, len(forms)) if forms[i] == "-" and is_capital(forms[i - 1])}
    return sum(is_capital(form) for i, form in enumerate(forms) if i not in joined) > 1


def _acronyms(others: Sequence[Spelling]) -> Iterator[Pair]:
    full: dict[str, Spelling] = {}
    for spelling in others:
        for letters in initials(spelling.forms):
            full.setdefault(letters, spelling)
    for spelling in others:
        name = plain(spelling.forms)
        if name.isupper() and 2 <= len(name) <= 8 and name in full and name not in COUNTRY_OF:
            yield full[name], spelling


def _in_brackets(words: Words, others: Sequence[Spelling]) -> Iterator[Pair]:
    """ "Full Name (FN)" and "DPRK (North Korea)": what stands in brackets behind a name, alone."""
    ends = {last: spelling for spelling in others for _, last in spelling.places}
    for spelling in others:
        for first, last in spelling.places:
            before = ends.get(first - 1)
            closed = last < len(words.forms) and words.forms[last] == ")"
            if before is None or not closed or words.forms[first - 1] != "(":
                continue
            if before.forms != spelling.forms and _may_equal(before.forms, spelling.forms):
                yield before, spelling


def _may_equal(one: Forms, other: Forms) -> bool:
    """Whether one name can be the other's short form, or both mean a country."""
    if plain(one) in COUNTRY_OF and plain(other) in COUNTRY_OF:
        return True
    short, full = sorted((plain(one), plain(other)), key=len)
    return short.isupper() and len(short) > 1 and full[0] == short[0] and short not in MEDIA


def _short_bodies(words: Words, others: Sequence[Spelling]) -> Iterator[Pair]:
    """ "Acme" for "Acme Corporation", "Supreme Court" for the US one, "Colts" for a team."""
    whole: dict[Forms, Spelling] = {}
    for spelling in others:
        if spelling.kind in ("organization", "other"):
            for short in _shortened(spelling.forms):
                whole.setdefault(short, spelling)
    for spelling in others:
        longer = whole.get(spelling.forms) if plain(spelling.forms) not in PARTIES else None
        if longer is None or longer is spelling or spelling.kind != longer.kind:
            continue
        if _is_introduced(words, longer, spelling):
            yield longer, spelling


def _is_introduced(words: Words, longer: Spelling, shorter: Spelling) -> bool:
    """Whether `longer` may be what `shorter` stands for: news gives the full name first.

    "Google" that comes before "Google Security", and far oftener, is more than that; legal forms
    alone may come later.
    """
    rest = longer.forms[len(shorter.forms) :]
    formal = all(form in COMPANY_FORMS or not is_word(form) for form in rest)
    owner = longer.forms[: len(longer.forms) - len(shorter.forms)]
    if formal or plain(owner) in COUNTRY_OF or len(shorter.places) <= 2 * len(longer.places):
        return True
    return _first_in_body(words, longer) < _first_in_body(words, shorter)


def _first_in_body(words: Words, spelling: Spelling) -> int:
    body = (first for first, _ in spelling.places if words.lines[first] > 0)
    return next(body, len(words.forms))


def _shortened(forms: Forms) -> Iterator[Forms]:
    """What a body's name may be cut to: its beginning, or its end."""
    for cut in range(1, len(forms)):
        if is_distinctive(forms[:cut]):
            yield forms[:cut]
        if is_distinctive(forms[cut:]) and forms[cut - 1] not in _SMALL:
            yield forms[cut:]
    owner = next((n for n in (4, 2, 1) if plain(forms[:n]) in COUNTRY_OF), 0)
    if owner and (len(forms) > owner + 1 or forms[owner:] in _HOUSES):
        yield forms[owner:]


def is_distinctive(forms: Forms) -> bool:
    """Whether the first words of a body's name may stand for it; "Bank of", "New York" may not."""
    if plain(forms) in COUNTRY_OF or forms[-1] in _SMALL or not is_word(forms[-1]):
        return False
    return any(is_capital(form) and form not in _NAMELESS for form in forms)
