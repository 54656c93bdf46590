"""From label scores to named spans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from service.encoding.encoding import Encoding, Floats
from service.encoding.labels import KINDS, LABELS, OUTSIDE, inside
from service.text.spans import Span


@dataclass(frozen=True, slots=True)
class Entity:
    """A name (or time) as the model marks it, not crossing a sentence's border."""

    span: Span
    kind: str  # one of labels.KINDS
    sentence: int  # which of the encoding's sentences it stands in
    score: float  # mean probability of its labels, 0 to 1


def decode_entities(encoding: Encoding) -> tuple[Entity, ...]:
    """The best legal label sequence of each sentence, as spans, in order of the text.

    Words are never split: a word has the labels of its first token.
    """
    return tuple(
        entity
        for sentence in range(len(encoding.sentences))
        for entity in _decode(encoding, sentence)
    )


def _decode(encoding: Encoding, sentence: int) -> Iterator[Entity]:
    tokens = encoding.tokens
    first, last = tokens.borders[sentence], tokens.borders[sentence + 1]
    words = tokens.words[first:last]
    heads = first + np.flatnonzero(np.diff(words, prepend=-1))
    if not len(heads):
        return
    tails = np.append(heads[1:], last) - 1
    labels = best_path(encoding.labels[heads])
    begin = 0
    while begin < len(labels):
        if labels[begin] == OUTSIDE:
            begin += 1
            continue
        kind = KINDS[(labels[begin] - 1) // 2]
        end = begin + 1
        while end < len(labels) and labels[end] == inside(kind):
            end += 1
        scores = encoding.labels[heads[begin:end], labels[begin:end]]
        span = Span(int(tokens.starts[heads[begin]]), int(tokens.ends[tails[end - 1]]))
        yield Entity(span, kind, sentence, float(np.exp(scores).mean()))
        begin = end


def _legal_moves() -> Floats:
    """(n_labels, n_labels): 0 where the second may follow the first, else minus infinity."""
    moves = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for after, label in enumerate(LABELS):
        if label.startswith("I-"):
            moves[:, after] = -np.inf
            moves[[after - 1, after], after] = 0
    return moves


_MOVES = _legal_moves()
_INSIDES = np.array([label.startswith("I-") for label in LABELS])


def _is_legal(path: NDArray[np.intp]) -> bool:
    """Whether every "I" follows its own kind."""
    before = np.append(OUTSIDE, path[:-1])
    follows = (before == path) | (before == path - 1)
    return bool(follows[_INSIDES[path]].all())


def best_path(scores: Floats) -> list[int]:
    """The likeliest sequence in which every "I" follows its own kind (Viterbi).

    scores: (n_words, n_labels) log probabilities.
    """
    likeliest = scores.argmax(axis=1)
    if _is_legal(likeliest):
        return [int(label) for label in likeliest]
    total = scores[0] + np.array(
        [-np.inf if lab.startswith("I-") else 0 for lab in LABELS], np.float32
    )
    back = np.zeros(scores.shape, np.int64)
    for i in range(1, len(scores)):
        reach = total[:, None] + _MOVES
        back[i] = reach.argmax(axis=0)
        total = reach.max(axis=0) + scores[i]
    path = [int(total.argmax())]
    for i in range(len(scores) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]
