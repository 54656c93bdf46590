"""Which sentences of an article a sentence of its summary rests on."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from service.encoding.encoding import Encoding, Floats
from service.grounding.words import read_words

MOST = 3  # sentences that one sentence may sum up
GAIN = 0.15  # of its words, by which another source has to add; less is chance
_MEANING = 0.3  # the weight of likeness in meaning beside that of the same words
_SHORT = 4  # shorter words are the same in any text


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's sentences as the encoder read them, and their words."""

    encoding: Encoding
    words: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, text: str, encoding: Encoding) -> Reading:
        return cls(encoding, tuple(_content(span.of(text)) for span in encoding.sentences))


def rests_on(sentence: str, vector: Floats, reading: Reading) -> tuple[tuple[int, ...], float]:
    """The numbers of the sentences it rests on, in the article's order, and how well: 0 to 1.

    The latter is the share of its words that they have.
    """
    words = _content(sentence)
    likeness = _likeness(words, vector, reading)
    chosen: list[int] = []
    covered: frozenset[str] = frozenset()
    for number in np.argsort(-likeness, kind="stable")[: 4 * MOST].tolist():
        gained = (reading.words[number] & words) - covered
        if not chosen or len(gained) >= max(1, GAIN * len(words)):
            chosen.append(number)
            covered |= gained
        if len(chosen) == MOST:
            break
    return tuple(sorted(chosen)), round(len(covered) / len(words), 4) if words else 1.0


def closest(sentence: str, vector: Floats, reading: Reading, but: Container[int]) -> list[int]:
    """The numbers of the article's sentences, the closest in words and meaning first."""
    likeness = _likeness(_content(sentence), vector, reading)
    return [n for n in np.argsort(-likeness, kind="stable").tolist() if n not in but]


def _likeness(
    words: frozenset[str], vector: Floats, reading: Reading
) -> NDArray[np.float64]:  # (n_sentences,)
    vectors = reading.encoding.sentence_vectors
    norms = np.linalg.norm(vectors, axis=1) * np.linalg.norm(vector)
    meaning = vectors @ vector / np.maximum(norms, 1e-9)
    shared = [len(words & other) / max(len(words), 1) for other in reading.words]
    likeness: NDArray[np.float64] = np.array(shared) + _MEANING * meaning
    return likeness


def _content(sentence: str) -> frozenset[str]:
    words = list(read_words(sentence))
    long = frozenset(w.key for w in words if len(w.key) >= _SHORT or w.key.isdigit())
    return long or frozenset(w.key for w in words)
