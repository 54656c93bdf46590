"""How good a set of sentences is as a summary, and the best set that can be found.

A sentence's salience says what it is worth by itself. A summary is more than its sentences: it
should say what the article keeps coming back to, say it once, be no longer than its worth, and make
sense without what was left out. Ranking whole summaries is the idea of Zhong et al., "Extractive
Summarization as Text Matching", 2020; here the match is a handful of plain features of the one
encoder pass and of the words, with learned weights (`ranking_table`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from service.encoding.encoding import Floats
from service.summary.english import (
    CONNECTIVES,
    FUNCTION_WORDS,
    LINKING_PHRASES,
    OF_A_PERSON,
    PRONOUNS,
)
from service.summary.ranking_table import WEIGHTS

_WORD = re.compile(r"\w+")
_ALL_QUOTE = re.compile(r"[\"“'‘][^\"“”]*[\"”'’]?$")  # nobody is named who says it
_OPENING = 5  # words
_MARKS = "\"“”'‘’.,;:()[]"
# Features that add up over the sentences, then those of the set as a whole.
OF_SENTENCES = (
    "salience",
    "log of words",
    "log of place",
    "is the first sentence",
)
OF_SETS = (
    "share of the theme",
    "share said twice",
    "left hanging",
    "opening leans",
    "nobody's quotes",
)
FEATURES = (*OF_SENTENCES, *OF_SETS)

Chosen = Sequence[int]  # numbers of sentences, rising
Matrix = NDArray[np.float64]


class Candidates:
    """The sentences of an article that may go into its summary, as the ranking sees them."""

    def __init__(self, texts: Sequence[str], salience: Floats, numbers: Sequence[int]) -> None:
        """`texts` and `salience` are of the whole article, `numbers` of its candidates."""
        words = [_WORD.findall(text.lower()) for text in texts]
        spoken = [words[i] for i in numbers]
        self.numbers = tuple(numbers)
        self._row = {number: row for row, number in enumerate(numbers)}
        self._of_sentences = np.array(
            [[salience[i], np.log(max(len(words[i]), 1)), np.log1p(i), i == 0] for i in numbers],
            np.float64,
        )
        self._themes = _themes(words, spoken)
        self._trigrams = [set(zip(w, w[1:], w[2:], strict=False)) for w in spoken]
        self._hangs = [i > 0 and _hangs(words[i]) for i in numbers]
        self._leans = [i > 0 and _leans(texts[i]) for i in numbers]
        self._quotes = [_ALL_QUOTE.match(texts[i]) is not None for i in numbers]

    def features(self, chosen: Chosen) -> Matrix:
        """The set's features, in the order of FEATURES: (n_features,)."""
        rows = [self._row[i] for i in chosen]
        said = self._themes[rows].max(axis=0).sum()
        spoken = sum(len(self._trigrams[row]) for row in rows)
        different = len(set().union(*(self._trigrams[row] for row in rows)))
        hanging = sum(self._hangs[self._row[i]] and i - 1 not in chosen for i in chosen)
        leans = self._hangs[rows[0]] or self._leans[rows[0]]
        quotes = sum(self._quotes[row] for row in rows)
        return np.append(
            self._of_sentences[rows].sum(axis=0),
            [said, 1 - different / max(spoken, 1), hanging, leans, quotes],
        )

    def worth(self, chosen: Chosen) -> float:
        """Higher is better, among sets of one size."""
        return float(_WEIGHTS @ self.features(chosen))


_WEIGHTS = np.array([WEIGHTS[name] for name in FEATURES])


def _themes(words: Sequence[Sequence[str]], spoken: Sequence[Sequence[str]]) -> Matrix:
    """What the sentences `spoken` say of what the article, `words`, keeps coming back to.

    (n_spoken, n_words): for each word that stands in more than one sentence, its share of all such
    standings where the sentence has it, else 0.
    """
    standings = Counter(word for sentence in words for word in _content(sentence))
    total = sum(n for n in standings.values() if n > 1) or 1
    repeated = [w for w in sorted(set().union(*map(_content, spoken))) if standings[w] > 1]
    has = np.array([[w in _content(s) for w in repeated] for s in spoken], np.float64)
    return has.reshape(len(spoken), -1) * [standings[w] / total for w in repeated]


def _content(words: Sequence[str]) -> set[str]:
    return {word for word in words if len(word) > 2 and word not in FUNCTION_WORDS}


def _hangs(words: Sequence[str]) -> bool:
    """Whether a sentence opens with what only the one before it explains ("He", "But that")."""
    if any(tuple(words[: len(phrase)]) == phrase for phrase in LINKING_PHRASES):
        return True
    opening = [word for word in words[:2] if word not in CONNECTIVES]
    return bool(words) and (words[0] in CONNECTIVES or (bool(opening) and opening[0] in PRONOUNS))


def _leans(text: str) -> bool:
    """Whether a sentence opens with somebody or something that it takes for known.

    "The livestreaming app took", "Family knew him": by its first words nothing has a name, and the
    definite article, or the pronoun, points to what stood before.
    """
    opening = [word.strip(_MARKS) for word in text.split()[:_OPENING]]
    if any(word[:1].isupper() for word in opening[1:]):
        return False
    lowered = [word.lower() for word in opening]
    if lowered[:1] == ["the"]:
        return True
    return "a" not in lowered and "an" not in lowered and not OF_A_PERSON.isdisjoint(lowered)


def best_summary(candidates: Candidates, *, size: int, fits: Callable[[Chosen], bool]) -> list[int]:
    """The best set found of at most `size` candidates that `fits`; empty where none does.

    Built one by one, then mended by exchanging one for another as long as that helps. `fits` must
    hold for every part of a set for which it holds.
    """
    chosen: list[int] = []
    while len(chosen) < size:
        grown = [sorted([*chosen, i]) for i in candidates.numbers if i not in chosen]
        possible = [larger for larger in grown if fits(larger)]
        if not possible:
            break
        chosen = max(possible, key=candidates.worth)
    return _mend(candidates, chosen, fits) if chosen else []


def _mend(candidates: Candidates, chosen: list[int], fits: Callable[[Chosen], bool]) -> list[int]:
    """`chosen`, with single sentences exchanged until no exchange makes it better."""
    worth = candidates.worth(chosen)
    while True:
        exchanged = [
            sorted([*(i for i in chosen if i != out), into])
            for out in chosen
            for into in candidates.numbers
            if into not in chosen
        ]
        best = max(filter(fits, exchanged), key=candidates.worth, default=chosen)
        if candidates.worth(best) <= worth:
            return chosen
        chosen, worth = best, candidates.worth(best)
