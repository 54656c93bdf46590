"""Every spelling of a name in the article: one spelling, one kind, found wherever it stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from service.actors.countries import COUNTRY_OF
from service.actors.english import (
    COMPANY_FORMS,
    GENERIC,
    OPENERS,
    TITLES,
)
from service.actors.kinds import vote
from service.actors.marks import AMERICANS, Mark
from service.actors.words import Forms, Range, Words, is_capital, is_word

Gender = Literal["", "female", "male"]  # "": not known


@dataclass(frozen=True, slots=True, eq=False)
class Spelling:
    """A name as it is spelled, with every place where it stands (never inside a longer name).

    One is equal to itself alone; Mr and Mrs Keller are two spellings of one word.
    """

    forms: Forms
    kind: str
    places: tuple[Range, ...]
    gender: Gender = ""

    @property
    def first(self) -> int:
        return self.places[0][0]


Pair = tuple[Spelling, Spelling]  # the same actor; the first was there earlier or is fuller


def spell(words: Words, marks: Sequence[Mark]) -> list[Spelling]:
    """The spellings of the article, in order of their first place."""
    marks = list(_split_pairs(words, marks))
    kinds = {forms: kind for forms, (kind, _) in vote(words, marks).items()}
    marked = {(mark.first, mark.last) for mark in marks}
    places: defaultdict[Forms, list[Range]] = defaultdict(list)
    for forms, place in find_forms(words, kinds):
        if place in marked or _may_stand(words, place, kinds[forms]):
            places[forms].append(place)
    counts = Counter(words.forms[mark.first : mark.last] for mark in marks)
    parts = {form for forms, kind in kinds.items() if kind == "person" for form in forms[1:]}
    written = set(words.forms)
    spelled = [
        Spelling(forms, kinds[forms], tuple(found))
        for forms, found in places.items()
        if (forms[-1] in parts or _is_trusted(counts[forms], len(found)))
        and not _is_common(words, forms, found, written)
    ]
    return sorted(spelled, key=lambda spelling: spelling.first)


def _is_trusted(marked: int, found: int) -> bool:
    """Where the model passes over a word most of the time, it is that word and no name.

    A fourth: the rule is for words like "May" that are marked once; a name that the model finds
    hard is still marked more often than that in GMB's development sentences.
    """
    return 4 * marked >= found


def _is_common(words: Words, forms: Forms, found: Sequence[Range], written: set[str]) -> bool:
    """Whether a word only has a capital at the head of sentences, and elsewhere none: no name."""
    if len(forms) > 1 or forms[0].lower() not in written:
        return False
    return all(words.opens(first) for first, _ in found)


def _split_pairs(words: Words, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Marks with "Kim-Trump" as two, where each of them stands alone elsewhere."""
    alone = {words.forms[mark.last - 1] for mark in marks} | {
        words.forms[mark.first] for mark in marks if mark.last - mark.first == 1
    }
    for mark in marks:
        forms = words.forms[mark.first : mark.last]
        pair = len(forms) == 3 and forms[1] in "-–/" and forms[2] not in AMERICANS
        if pair and forms[0] in alone and forms[2] in alone:
            yield Mark(mark.first, mark.first + 1, mark.kind, mark.score)
            yield Mark(mark.last - 1, mark.last, mark.kind, mark.score)
        else:
            yield mark


def find_forms(words: Words, names: Iterable[Forms]) -> Iterator[tuple[Forms, Range]]:
    """Every place of `names`, in order, the longest name first, never overlapping.

    In a headline that is all capitals, letter case is no matter.
    """
    loud = _shouts(words)
    trie = _grow(names)
    shouted = _grow(names, upper=True) if loud else trie
    i = 0
    while i < len(words.forms):
        headline = loud and words.lines[i] == 0
        if not headline and words.forms[i] not in trie:
            i += 1
            continue
        found = _longest(words, shouted if headline else trie, i, upper=headline)
        if found is None:
            i += 1
            continue
        name, end = found
        yield name, (i, end)
        i = end


Trie = dict[str, Any]
_END = ""


def _grow(names: Iterable[Forms], *, upper: bool = False) -> Trie:
    trie: Trie = {}
    for name in names:
        node = trie
        for form in name:
            node = node.setdefault(form.upper() if upper else form, {})
        node.setdefault(_END, name)
    return trie


def _longest(words: Words, trie: Trie, start: int, *, upper: bool) -> tuple[Forms, int] | None:
    best = None
    node: Trie | None = trie
    i = start
    end = words.borders[words.lines[start] + 1]
    while node is not None and i < end:
        form = words.forms[i]
        node = node.get(form.upper() if upper else form)
        if node is None:
            break
        i += 1
        if _END in node:
            best = (node[_END], i)
    return best


def _shouts(words: Words) -> bool:
    """Whether the title is written in capitals."""
    title = [form for form in words.forms[: words.borders[1]] if form.isalpha() and len(form) > 1]
    return len(title) > 2 and sum(map(str.isupper, title)) > 0.7 * len(title)


def _may_stand(words: Words, place: Range, kind: str) -> bool:
    """Whether a name that the model passed over really stands there, alone."""
    first, last = place
    line = words.lines[first]
    if last - first == 1 and words.opens(first) and words.forms[first] in OPENERS:
        return False
    return not _runs_on(words, last, line) and not _is_led(words, first, line, kind)


def _runs_on(words: Words, last: int, line: int) -> bool:
    """Whether a longer name goes on behind: "Trump | Tower", "Kim Jong | -un"."""
    after = words.form(last, line)
    if line == 0 or not after:
        return False
    if after == "-" and words.glued(last):
        part = words.form(last + 1, line)
        return words.glued(last + 1) and part.islower() and len(part) < 5 and part not in _TAILS
    if not is_capital(after) or words.glued(last):
        return False
    return after not in COMPANY_FORMS and after.lower() not in TITLES


_TAILS = frozenset({"led", "era", "born", "run", "only", "held"})


def _is_led(words: Words, first: int, line: int, kind: str) -> bool:
    """Whether a longer name has begun before: "Paris | Hilton"."""
    before = words.form(first - 1, line)
    if line == 0 or kind != "person" or not is_capital(before) or words.opens(first - 1):
        return False
    if words.glued(first) or not is_word(before):
        return False
    titled = before.lower() in TITLES or before in GENERIC or before in COUNTRY_OF
    return not titled and not before.isupper()
