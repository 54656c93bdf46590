"""Who matters how much: plain features of an actor's mentions, weighed by a learned table."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from service.actors.actor import ActorKind
from service.actors.english import MEDIA
from service.actors.salience_table import WEIGHTS
from service.actors.words import Range, Words
from service.encoding.encoding import Floats

Features = dict[str, float]
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Cast:
    """An actor as salience sees it."""

    kind: ActorKind
    names: tuple[str, ...]
    places: tuple[Range, ...]  # in order


def shares(scores: Sequence[float]) -> list[float]:
    """Scores as parts of 1 (softmax), rounded down so that they never add up to more."""
    if not scores:
        return []
    raised = np.exp(np.array(scores) - max(scores))
    parts = raised / raised.sum()
    return [math.floor(float(part) * 10**_DIGITS) / 10**_DIGITS for part in parts]


def weigh(features: Features, weights: Mapping[str, float] = WEIGHTS) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def features_of(words: Words, cast: Cast, sentence_salience: Floats) -> Features:
    """The features of an actor, each near 0 to 1 or a logarithm; `training/salience.py` says which
    matter. sentence_salience: (n_sentences,)
    """
    lines = [words.lines[first] for first, _ in cast.places]
    n_lines = max(len(words.borders) - 2, 1)
    body = sorted({line for line in lines if line > 0})
    begins = sum(first == words.borders[words.lines[first]] for first, _ in cast.places)
    scores = [float(sentence_salience[line - 1]) for line in body]
    return {
        "in_title": float(0 in lines),
        "first": math.log1p(body[0] - 1 if body else n_lines),
        "mentions": math.log(len(lines)),
        "spread": len(body) / n_lines,
        "begins_sentence": begins / len(lines),
        "in_salient_sentence": max(scores, default=0.0),
        **{f"is_{kind}": float(cast.kind == kind) for kind in _KINDS},
        "is_source": float(_is_source(words, cast)),
    }


_KINDS = ("person", "organization", "place", "group")


def _is_source(words: Words, cast: Cast) -> bool:
    """Whether an actor only tells the news, as an agency does: "told CNN", "(Reuters)"."""
    if not any(name in MEDIA for name in cast.names):
        return False
    told = sum(_tells(words, place) for place in cast.places)
    return 2 * told >= len(cast.places)


def _tells(words: Words, place: Range) -> bool:
    first, last = place
    line = words.lines[first]
    before = words.form(first - 1, line).lower()
    if before == "the":
        before = words.form(first - 2, line).lower()
    after = words.form(last, line).lower()
    return before in _TOLD or after in _TELLS or (before == "(" and after == ")")


_TOLD = frozenset({"told", "to", "by", "via", "with", "tells", "telling", "at", "in", "courtesy"})
_TELLS = frozenset({"reported", "reports", "said", "says", "'s", "’s", "affiliate", "news", "that"})
