"""Who matters how much: plain features of an actor's mentions, weighed by a learned table."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from service.actors.actor import ActorKind
from service.actors.countries import COUNTRY_NAMES, COUNTRY_OF
from service.actors.english import LANDMARKS
from service.actors.salience_table import WEIGHTS
from service.actors.sources import credit_lines, is_source
from service.actors.words import Forms, Range, Words, is_possessive, plain
from service.encoding.encoding import Floats

Features = dict[str, float]
KINDS: tuple[ActorKind, ...] = ("person", "place", "group")  # told from all others
_DIGITS = 4
_AUXILIARIES = frozenset({"has", "have", "had", "is", "was", "will", "says", "said", "would"})


@dataclass(frozen=True, slots=True)
class Cast:
    """An actor as salience sees it: what it is, and where it stands."""

    kind: ActorKind | None  # None: not one that the model marks
    places: tuple[Range, ...]  # of its names; in order, never empty
    nominals: tuple[Range, ...] = ()  # where its role stands for it


def shares(scores: Sequence[float]) -> list[float]:
    """Scores as parts of 1 (softmax), rounded down so that they never add up to more."""
    if not scores:
        return []
    raised = np.exp(np.array(scores) - max(scores))
    parts = raised / raised.sum()
    return [math.floor(float(part) * 10**_DIGITS) / 10**_DIGITS for part in parts]


def step_back(
    words: Words, casts: Sequence[Cast], features: Sequence[Features], scores: Sequence[float]
) -> list[float]:
    """`scores`, with a place that does nothing in the article behind whoever else comes first.

    Graders give the place of an event a high grade; a reader who asks who acts does not. To set
    it back further costs more than a point of every measure.
    """
    idle = [_is_idle(words, *pair) for pair in zip(casts, features, strict=True)]
    others = [
        score
        for cast, row, score in zip(casts, features, scores, strict=True)
        if cast.kind not in _NO_LEADERS and not row["only a source"]
    ]
    ceiling = max(others, default=math.inf) - _BEHIND
    return [min(s, ceiling) if place else s for s, place in zip(scores, idle, strict=True)]


# "Other" may be anything, a ship or a song, and a people is not who did it.
_NO_LEADERS = ("place", "group", "other")
_BEHIND = 0.01  # next to them, and no further


def _is_idle(words: Words, cast: Cast, features: Features) -> bool:
    """Whether a place only is where something happens: no verb, no possessive, no officials."""
    if cast.kind != "place" or features["acts"] or features["as adjective"]:
        return False
    return not any(
        is_possessive(words.form(last, words.lines[first])) for first, last in cast.places
    )


def weigh(features: Features, weights: Mapping[str, float] = WEIGHTS) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def features_of(words: Words, casts: Sequence[Cast], sentence_salience: Floats) -> list[Features]:
    """What may make each actor matter, as numbers near 0 to 1 or logarithms.

    sentence_salience: (n_sentences,)
    """
    order = sorted(range(len(casts)), key=lambda i: casts[i].places[0])
    ranks = {i: rank for rank, i in enumerate(order)}
    credits = credit_lines(words)
    total = sum(len(cast.places) for cast in casts)
    lines = [sorted({words.lines[first] for first, _ in cast.places}) for cast in casts]
    crowds = Counter([line for body in lines for line in body])
    return [
        {
            **_where(words, cast, ranks[i]),
            **_how_often(words, cast, sentence_salience),
            "share of best sentence": max(
                [float(sentence_salience[line - 1]) / crowds[line] for line in lines[i] if line],
                default=0.0,
            ),
            **_as_what(words, cast),
            "share of mentions": len(cast.places) / total,
            "only a source": float(is_source(words, cast.places, cast.kind, credits)),
            "a landmark": float(_is_landmark(words, cast)),
        }
        for i, cast in enumerate(casts)
    ]


def _where(words: Words, cast: Cast, rank: int) -> Features:
    lines = [words.lines[first] for first, _ in cast.places]
    body = [line for line in lines if line > 0]
    in_title = float(lines[0] == 0)
    return {
        "in title": in_title,
        "in title, a person": in_title * (cast.kind == "person"),
        "in first sentence": float(bool(body) and body[0] == 1),
        "log of first sentence": math.log(body[0] if body else len(words.borders)),
        "log of order": math.log1p(rank),
        "named first": 1 / (1 + rank),
    }


def _how_often(words: Words, cast: Cast, sentence_salience: Floats) -> Features:
    body = {words.lines[first] - 1 for first, _ in cast.places} - {-1}
    return {
        "log of mentions": math.log(len(cast.places)),
        "share of sentences": len(body) / max(len(words.borders) - 2, 1),
        "in salient sentence": max((float(sentence_salience[line]) for line in body), default=0.0),
    }


def _as_what(words: Words, cast: Cast) -> Features:
    acts = sum([_acts(words, place) for place in cast.places])
    adjectives = 0
    if cast.kind != "person":
        names = Counter([words.forms[first:last] for first, last in cast.places])
        adjectives = sum([count for name, count in names.items() if _is_adjective(name)])
    return {
        "acts": acts / len(cast.places),
        "as adjective": adjectives / len(cast.places),
        **{f"is {kind}": float(cast.kind == kind) for kind in KINDS},
    }


def _is_landmark(words: Words, cast: Cast) -> bool:
    """Whether a place cannot act: a strait, a street."""
    return cast.kind == "place" and words.forms[cast.places[0][1] - 1] in LANDMARKS


def _acts(words: Words, place: Range) -> bool:
    """Whether a verb follows, as far as a word's ending tells."""
    after = words.form(place[1], words.lines[place[0]])
    return after in _AUXILIARIES or after.endswith("ed")


def _is_adjective(name: Forms) -> bool:
    """Whether a country stands as its adjective or people: "Iranian"."""
    if len(name) > 2:
        return False
    spelled = plain(name)
    return spelled in COUNTRY_OF and spelled not in COUNTRY_NAMES
