"""ROUGE between sets of words and word pairs, fast enough to search with.

The gate reports with Google's `rouge-score`; this is only for building training targets, where the
same article is scored hundreds of times. Method: Lin, "ROUGE: A Package for Automatic Evaluation of
Summaries", 2004; the greedy oracle is that of Nallapati et al., "SummaRuNNer", 2017.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import TypeVar

import numpy as np
from nltk.stem.porter import PorterStemmer
from numpy.typing import NDArray

_WORD = re.compile(r"[a-z0-9]+")
_stem = lru_cache(maxsize=200_000)(PorterStemmer().stem)

_Gram = TypeVar("_Gram", str, tuple[str, str])
Grams = tuple[Counter[str], Counter[tuple[str, str]]]


def grams(text: str) -> Grams:
    """The stemmed words and word pairs of `text`, counted."""
    words = [_stem(w) if len(w) > 3 else w for w in _WORD.findall(text.lower())]
    return Counter(words), Counter(pairwise(words))


def f_score(candidate: Grams, reference: Grams) -> float:
    """Mean of ROUGE-1 F and ROUGE-2 F, 0 to 1."""
    return (_f(candidate[0], reference[0]) + _f(candidate[1], reference[1])) / 2


def _f(candidate: Counter[_Gram], reference: Counter[_Gram]) -> float:
    overlap = sum(min(n, reference[gram]) for gram, n in candidate.items() if gram in reference)
    total = candidate.total() + reference.total()
    return 2 * overlap / total if total else 0.0


def greedy_oracle(sentences: Sequence[Grams], reference: Grams, *, most: int) -> list[int]:
    """At most `most` sentences that, taken one by one, each raise the score most; best first."""
    chosen: list[int] = []
    union: Grams = (Counter(), Counter())
    best = 0.0
    while len(chosen) < most:
        scored = [
            (f_score((union[0] + s[0], union[1] + s[1]), reference), -i)
            for i, s in enumerate(sentences)
            if i not in chosen
        ]
        top, index = max(scored, default=(0.0, 0))
        if top <= best:
            break
        best = top
        chosen.append(-index)
        union = (union[0] + sentences[-index][0], union[1] + sentences[-index][1])
    return chosen


def inclusion(
    sentences: Sequence[Grams],
    reference: Grams,
    *,
    size: int,
    candidates: int = 10,
    temperature: float = 0.02,
) -> NDArray[np.float64]:
    """How likely each sentence stands in a good summary of `size` sentences: (n_sentences,).

    Every summary that can be made of the best candidates is scored whole, so that what repeats or
    is too long for its worth counts for less, and a softmax over the scores says how good each is;
    the result adds up to `size`, or to nothing where no sentence says anything of the reference.
    """
    alone = np.array([f_score(sentence, reference) for sentence in sentences])
    shares = np.zeros(len(sentences))
    if not alone.any():
        return shares
    best = np.argsort(-alone, kind="stable")[:candidates]
    summaries = np.array(list(combinations(best, min(size, len(best)))))
    of_words = _set_scores([words for words, _ in sentences], reference[0], summaries)
    of_pairs = _set_scores([pairs for _, pairs in sentences], reference[1], summaries)
    scores = of_words + of_pairs
    likely = np.exp((scores - scores.max()) / (2 * temperature))
    np.add.at(shares, summaries, (likely / likely.sum())[:, None])
    return shares


def _set_scores(
    sentences: Sequence[Counter[_Gram]], reference: Counter[_Gram], summaries: NDArray[np.int64]
) -> NDArray[np.float64]:
    """F of each row of `summaries`, which holds the numbers of its sentences."""
    counts = np.array([[s[gram] for gram in reference] for s in sentences])
    lengths = np.array([s.total() for s in sentences])
    overlap = np.minimum(counts[summaries].sum(axis=1), list(reference.values())).sum(axis=1)
    total = lengths[summaries].sum(axis=1) + reference.total()
    scores: NDArray[np.float64] = 2 * overlap / np.maximum(total, 1)
    return scores
