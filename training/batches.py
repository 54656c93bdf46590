"""Batches from prepared arrays: articles in windows, and runs of tagged sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from service.encoding.labels import LABELS
from service.encoding.letter_case import CAPITALIZED, LOWER, UPPER

CLS, SEP = 101, 102
TOKENS_PER_SENTENCE = 27  # mean over the prepared corpora
ROOM = 510  # tokens of a window beside the two special ones
# How much of an article is read in training: most of what matters comes early, and short is cheap.
LENGTHS, LENGTH_SHARES = (320, ROOM, 2 * ROOM), (0.3, 0.4, 0.3)
MOVED, PRECEDED = 0.25, 0.15  # of the articles, how many begin elsewhere: see `_vary`
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article: its tokens, and its share in good summaries."""

    ids: Ints
    cases: Ints
    share: float


@dataclass(frozen=True, slots=True)
class Windows:
    """Padded windows (n_windows, length), and where each token's sentence stands."""

    ids: Tensor
    mask: Tensor
    cases: Tensor
    sentence_of: Tensor  # counted over the whole batch; -1 for special tokens and padding


class Articles:
    """Prepared articles, one after another, ready to be read by index."""

    def __init__(self, file: Path) -> None:
        arrays = np.load(file)
        self._ids, self._cases = arrays["ids"], arrays["cases"]
        self._shares = arrays["shares"]
        self._token_borders = np.concatenate(([0], np.cumsum(arrays["lengths"], dtype=np.int64)))
        self._borders = np.concatenate(([0], np.cumsum(arrays["articles"], dtype=np.int64)))

    def __len__(self) -> int:
        return len(self._borders) - 1

    def length(self, index: int) -> int:
        """How many tokens an article has."""
        first, last = self._token_borders[self._borders[index : index + 2]]
        return int(last - first)

    def __getitem__(self, index: int) -> list[Sentence]:
        return [self._sentence(i) for i in range(self._borders[index], self._borders[index + 1])]

    def _sentence(self, i: int) -> Sentence:
        tokens = slice(
            self._token_borders[i], min(self._token_borders[i + 1], self._token_borders[i] + ROOM)
        )
        return Sentence(
            self._ids[tokens].astype(np.int64),
            self._cases[tokens].astype(np.int64),
            float(self._shares[i]),
        )


def cut(sentences: list[Sentence], *, tokens: int) -> list[Sentence]:
    """The first sentences that hold at most so many tokens, but at least one."""
    lengths = np.cumsum([len(s.ids) for s in sentences])
    return sentences[: max(1, int(np.searchsorted(lengths, tokens, side="right")))]


def pack_windows(articles: list[list[Sentence]]) -> Windows:
    """Whole sentences in windows of at most ROOM tokens; no window holds two articles."""
    rows: list[tuple[list[int], list[int], list[int]]] = []
    number = 0
    for article in articles:
        rows.append(([], [], []))
        for sentence in article:
            if len(rows[-1][0]) + len(sentence.ids) > ROOM:
                rows.append(([], [], []))
            rows[-1][0].extend(sentence.ids)
            rows[-1][1].extend(sentence.cases)
            rows[-1][2].extend([number] * len(sentence.ids))
            number += 1
    return _pad(rows)


def _pad(rows: list[tuple[list[int], list[int], list[int]]]) -> Windows:
    length = max(len(ids) for ids, _, _ in rows) + 2
    ids = torch.zeros(len(rows), length, dtype=torch.long)
    mask, cases = torch.zeros_like(ids), torch.zeros_like(ids)
    places = torch.full_like(ids, -1)
    for i, (row_ids, row_cases, row_places) in enumerate(rows):
        n = len(row_ids)
        ids[i, 0], ids[i, n + 1] = CLS, SEP
        ids[i, 1 : n + 1] = torch.tensor(row_ids)
        cases[i, 1 : n + 1] = torch.tensor(row_cases)
        places[i, 1 : n + 1] = torch.tensor(row_places)
        mask[i, : n + 2] = 1
    return Windows(ids, mask, cases, places)


@dataclass(frozen=True, slots=True)
class TaggedRuns:
    """Windows of tagged sentences; allowed: (n_windows, length, n_labels), false where unscored."""

    windows: Windows
    allowed: Tensor


class Tagged:
    """Prepared tagged sentences."""

    def __init__(self, file: Path) -> None:
        arrays = np.load(file)
        self._ids, self._cases, self._allowed = arrays["ids"], arrays["cases"], arrays["allowed"]
        self._borders = np.concatenate(([0], np.cumsum(arrays["lengths"], dtype=np.int64)))

    def __len__(self) -> int:
        return len(self._borders) - 1

    def run(self, start: int, stop: int) -> tuple[Ints, Ints, Ints]:
        """The ids, cases and allowed labels (as bits) of the sentences [start, stop)."""
        tokens = slice(self._borders[start], self._borders[min(stop, len(self))])
        return (
            self._ids[tokens][:ROOM].astype(np.int64),
            self._cases[tokens][:ROOM].astype(np.int64),
            self._allowed[tokens][:ROOM].astype(np.int64),
        )


def pack_tagged(runs: list[tuple[Ints, Ints, Ints]]) -> TaggedRuns:
    windows = _pad([(list(ids), list(cases), [0] * len(ids)) for ids, cases, _ in runs])
    allowed = torch.zeros(*windows.ids.shape, len(LABELS), dtype=torch.bool)
    for i, (_, _, bits) in enumerate(runs):
        of_labels = (bits[:, None] >> np.arange(len(LABELS))) & 1
        allowed[i, 1 : len(bits) + 1] = torch.from_numpy(of_labels.astype(bool))
    return TaggedRuns(windows, allowed)


def tagged_batches(
    tagged: Tagged, rng: np.random.Generator, pace: np.random.Generator, *, tokens: int
) -> Iterator[TaggedRuns]:
    """Endless batches of about `tokens` tokens: runs of one to eight neighbouring sentences.

    A few runs are read as if in capitals, in lower case or with every word capitalised, as in
    headlines, so that case helps where it is there and does not hurt where it is not. `pace` draws
    what processes that train together must agree on, lest one wait for the other.
    """
    while True:
        sentences = int(pace.integers(1, 9))
        runs: list[tuple[Ints, Ints, Ints]] = []
        for _ in range(max(1, tokens // (sentences * TOKENS_PER_SENTENCE))):
            start = int(rng.integers(len(tagged)))
            ids, cases, allowed = tagged.run(start, start + sentences)
            runs.append((ids, _recase(cases, rng), allowed))
        yield pack_tagged(runs)


def _recase(cases: Ints, rng: np.random.Generator) -> Ints:
    chance = rng.random()
    if chance < 0.04:
        return np.full_like(cases, UPPER)
    if chance < 0.08:
        return np.full_like(cases, LOWER)
    if chance < 0.12:
        return np.maximum(cases, CAPITALIZED)
    return cases


def article_batches(
    articles: Articles, rng: np.random.Generator, pace: np.random.Generator, *, size: int
) -> Iterator[list[list[Sentence]]]:
    """Endless batches, shuffled anew each epoch, each cut to a length of its own.

    Articles of a like length stand together. `pace` draws the lengths and the order, which
    processes that train together must agree on.
    """
    while True:
        order = rng.permutation(len(articles))
        for start in range(0, len(order) - size * 16 + 1, size * 16):
            pool = sorted(order[start : start + size * 16], key=articles.length)
            for batch in pace.permutation(16):
                tokens = int(pace.choice(LENGTHS, p=LENGTH_SHARES))
                chosen = pool[batch * size : (batch + 1) * size]
                yield [_vary(articles, int(i), rng, tokens=tokens) for i in chosen]


def _vary(
    articles: Articles, index: int, rng: np.random.Generator, *, tokens: int
) -> list[Sentence]:
    """An article's first `tokens`, now and then without its usual beginning or its case.

    Most news opens with its point; a quarter of the articles are read with their first sentences at
    the end, and a seventh after some sentences of another article, so that the model doesn't learn
    to look at the place alone.
    """
    sentences = cut(articles[index], tokens=tokens)
    chance = rng.random()
    if chance < MOVED and len(sentences) > 6:
        moved = int(rng.integers(1, 4))
        sentences = sentences[moved:] + sentences[:moved]
    elif MOVED <= chance < MOVED + PRECEDED:
        foreign = cut(articles[int(rng.integers(len(articles)))], tokens=80)
        sentences = cut([replace(s, share=0.0) for s in foreign] + sentences, tokens=tokens)
    if rng.random() < 0.3:
        return [replace(s, cases=np.zeros_like(s.cases)) for s in sentences]
    return sentences
