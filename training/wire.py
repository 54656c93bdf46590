"""Sports pages and company news in the manner of a news wire, written from templates.

The tagged corpora hold hardly any sport, where a place's name means a team ("Kent closed on 108 for
three"), and few companies. These sentences are ours: `wire_grammar` has the patterns, the names in
them come from the training corpora and are recombined at random.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from service.actors.countries import COUNTRY_NAMES, COUNTRY_OF
from service.encoding.labels import OUTSIDE, begin, inside
from training.entities import TaggedSentence
from training.wire_grammar import FILLERS, KINDS, PATTERNS

_SLOT = re.compile(r"\{(\w+)\}")
# What is no name here may still be a time or an event, which the patterns don't mark.
_NO_NAME = frozenset({OUTSIDE, *(label(k) for k in ("time", "other") for label in (begin, inside))})

_NO_COUNTRIES = {"Europe", "European Union", "EU", "E.U.", "United Nations", "UN", "U.N."}


def collect_names(sentences: Iterable[TaggedSentence]) -> dict[str, list[str]]:
    """The fillers that `wire_grammar` leaves open, from the names marked in `sentences`."""
    people: list[list[str]] = []
    places: list[list[str]] = []
    for sentence in sentences:
        people += _marked(sentence, "person")
        places += _marked(sentence, "place")
    return {
        "city": sorted({" ".join(place) for place in places if len(place) < 3} - set(COUNTRY_OF)),
        "country": sorted(COUNTRY_NAMES - _NO_COUNTRIES),
        "nationality": sorted(set(COUNTRY_OF) - COUNTRY_NAMES),
        "first_name": sorted({person[0] for person in people if len(person) == 2}),
        "surname": sorted({person[-1] for person in people if len(person) in (2, 3)}),
    }


def _marked(sentence: TaggedSentence, kind: str) -> list[list[str]]:
    """The names that are surely of this kind, of words in ordinary capitals."""
    names: list[list[str]] = []
    first, later = {begin(kind)}, {inside(kind)}
    going = False
    for word, allowed in zip(sentence.words, sentence.allowed, strict=True):
        if allowed == first:
            names.append([])
        going = allowed == first or (going and allowed == later)
        if going:
            names[-1].append(word)
    return [name for name in names if all(_is_capitalized(word) for word in name)]


def _is_capitalized(word: str) -> bool:
    return len(word) > 2 and word[0].isupper() and word[1:].islower()


class WireDesk:
    """Writes tagged sentences, the same for the same names and seed."""

    def __init__(self, names: dict[str, list[str]], *, seed: int) -> None:
        self._fillers = FILLERS | names
        self._rng = np.random.default_rng(seed)

    def write(self, n: int) -> Iterator[TaggedSentence]:
        for _ in range(n):
            yield self._fill_pattern(self._one(PATTERNS))

    def _fill_pattern(self, pattern: str) -> TaggedSentence:
        words: list[str] = []
        allowed: list[frozenset[int]] = []
        for piece in pattern.split():
            slot = _SLOT.fullmatch(piece)
            kind = KINDS.get(slot[1].lower()) if slot else None
            filled = self._fill(piece).split()
            if kind is None:
                marks = [_NO_NAME] * len(filled)
            else:
                outside = filled[0].lower() == "the"
                named = len(filled) - outside
                marks = [_NO_NAME] * outside + [frozenset({begin(kind)})]
                marks += [frozenset({inside(kind)})] * (named - 1)
            words += filled
            allowed += marks
        return TaggedSentence(words, allowed)

    def _fill(self, text: str) -> str:
        return _SLOT.sub(lambda slot: self._filler(slot[1]), text)

    def _filler(self, slot: str) -> str:
        if slot.isupper():
            return self._filler(slot.lower()).upper()
        if set(slot) == {"n"}:
            return "".join(str(digit) for digit in self._rng.integers(1, 10, len(slot)))
        return self._fill(self._one(self._fillers[slot]))

    def _one(self, choices: Sequence[str]) -> str:
        return choices[int(self._rng.integers(len(choices)))]
