"""Do we rank actors as people do? SEL-Wikinews: entities given, and end to end.

Every figure of ours is five-fold: the weights are learned on four fifths of the articles and judged
on the fifth. Gains are 2^grade - 1, as usual for nDCG. Entities without a place in the text are
left out of both; ties are broken by the entity's title, which tells nothing.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from service.actors.actor import ActorKind
from service.actors.salience import Cast, Features, features_of, step_back, weigh
from service.actors.words import Range, Words
from service.models import load_models
from training.salience import (
    Graded,
    GradedCast,
    Read,
    grade_cast,
    learn,
    normal,
    read_article,
    read_graded,
)

FOLDS = 5
SALIENT = 2.0  # the grade from which an entity counts as one a reader should be told


@dataclass(frozen=True, slots=True)
class Given:
    """The graded entities of an article as casts: features, grades, titles."""

    cast: GradedCast
    plain: list[Features]  # with names inside longer names counted, as the baselines do
    titles: list[str]


def read_all(data: Path) -> list[Read]:
    encoder = load_models().encoder
    path = data / "actors" / "sel_wikinews_train.jsonl.gz"
    return [read_article(graded, encoder) for graded in read_graded(path)]


def score_given(reads: Sequence[Read]) -> dict[str, float]:
    """nDCG@5 and top-1, entities given: ours, first position and frequency."""
    given = [give(read) for read in reads]
    scores: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for train, held in folds(len(given)):
        weights = learn([given[i].cast for i in train])
        for i in held:
            ours = [weigh(row, weights) for row in given[i].cast.features]
            scores["ours"].append(judge(given[i], ours))
            plain = given[i].plain
            scores["first"].append(judge(given[i], [-row["log of order"] for row in plain]))
            scores["frequency"].append(judge(given[i], [row["log of mentions"] for row in plain]))
    return {
        f"{measure}.{name}": 100 * sum(pair[k] for pair in pairs) / len(pairs)
        for name, pairs in scores.items()
        for k, measure in enumerate(("given.ndcg5", "given.top1"))
    }


def folds(count: int) -> list[tuple[list[int], list[int]]]:
    order = list(range(count))
    random.Random(0).shuffle(order)
    held = [order[fold::FOLDS] for fold in range(FOLDS)]
    return [([i for i in order if i not in set(part)], part) for part in held]


def judge(given: Given, scores: Sequence[float]) -> tuple[float, float]:
    """nDCG@5, and whether the first is one of the most salient."""
    grades = given.cast.grades
    order = sorted(range(len(grades)), key=lambda i: (-scores[i], given.titles[i]))
    ranked = [grades[i] for i in order]
    best = sorted(grades, reverse=True)
    return _gain(ranked) / _gain(best), float(ranked[0] == best[0])


def _gain(grades: Sequence[float]) -> float:
    return sum((2**grade - 1) / math.log2(i + 2) for i, grade in enumerate(grades[:5]))


def give(read: Read) -> Given:
    """The graded entities that stand in the text, as casts.

    They come in the order of their titles: the data's own order is that of the grades, and would
    tell two entities apart that begin at one place.
    """
    index = _index(read.words)
    entities = sorted(read.entities, key=lambda entity: entity.title)
    placed = [(entity, _places(read, entity, index)) for entity in entities]
    placed = [(entity, places) for entity, places in placed if places]
    everyone = {place for _, places in placed for place in places}
    casts = [Cast(_kind(read, places), _own(places, everyone)) for _, places in placed]
    features = features_of(read.words, casts, read.sentence_salience)
    plain = [Cast(cast.kind, places) for cast, (_, places) in zip(casts, placed, strict=True)]
    plain_features = features_of(read.words, plain, read.sentence_salience)
    grades = [entity.grade for entity, _ in placed]
    titles = [entity.title for entity, _ in placed]
    return Given(GradedCast(features, grades), plain_features, titles)


def _own(places: tuple[Range, ...], everyone: set[Range]) -> tuple[Range, ...]:
    """The places that are not inside a longer name of another entity; all, if none is."""
    return tuple(place for place in places if not _nested(place, everyone)) or places


def _index(words: Words) -> dict[str, list[int]]:
    """Where each lower-case word stands."""
    index: dict[str, list[int]] = defaultdict(list)
    for i, form in enumerate(words.forms):
        for part in normal(form)[:1]:
            index[part].append(i)
    return index


def _places(read: Read, entity: Graded, index: dict[str, list[int]]) -> tuple[Range, ...]:
    """Where the names of an entity stand, and the other names of the actor we take it for."""
    found = {
        place
        for spot in entity.spots
        for i in index.get(spot[0], ())
        if (place := _spelled(read.words, spot, i))
    }
    actor = next((cast for cast in read.casts if found & set(cast.places)), None)
    if actor is not None and actor.kind not in ("place", "group"):
        found |= set(actor.places)
    return tuple(sorted(place for place in found if not _nested(place, found)))


def _spelled(words: Words, spot: tuple[str, ...], start: int) -> Range | None:
    """The words from `start` on that spell `spot`, signs passed over."""
    line, i = words.lines[start], start
    for part in spot:
        while not normal(words.form(i, line)) and words.form(i, line):
            i += 1
        if normal(words.form(i, line)) != (part,):
            return None
        i += 1
    return start, i


def _nested(place: Range, places: set[Range]) -> bool:
    return any(other != place and other[0] <= place[0] and place[1] <= other[1] for other in places)


def _kind(read: Read, places: Sequence[Range]) -> ActorKind | None:
    """The kind of the actor with the most of these places."""
    shared = {i: len(set(cast.places) & set(places)) for i, cast in enumerate(read.casts)}
    most = max(shared, key=lambda i: shared[i], default=None)
    return read.casts[most].kind if most is not None and shared[most] else None


def score_found(reads: Sequence[Read]) -> dict[str, float]:
    """Of the salient entities, how many are among our first 5 and 10; beside the model's own
    entities in order of appearance.
    """
    counts: dict[str, int] = defaultdict(int)
    casts = [grade_cast(read) for read in reads]
    for train, held in folds(len(reads)):
        weights = learn([casts[i] for i in train])
        for i in held:
            read = reads[i]
            rows = casts[i].features
            weighed = [weigh(row, weights) for row in rows]
            scores = step_back(read.words, read.casts, rows, weighed)
            order = sorted(range(len(scores)), key=lambda k: (-scores[k], k))
            names = [read.names_of(read.casts[k]) for k in order]
            _count(counts, "ours", read, names)
            _count(counts, "model", read, [frozenset([name]) for name in read.marked])
    total = sum(len(_salient(read)) for read in reads)
    return {name: 100 * count / total for name, count in counts.items()}


def _salient(read: Read) -> list[Graded]:
    return [entity for entity in read.entities if entity.grade >= SALIENT]


def _count(
    counts: dict[str, int], name: str, read: Read, ranked: Sequence[frozenset[tuple[str, ...]]]
) -> None:
    for most in (5, 10):
        names = frozenset().union(*ranked[:most])
        counts[f"found{most}.{name}"] += sum(bool(e.spots & names) for e in _salient(read))
