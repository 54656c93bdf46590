"""Real implementations of the ports that need no model, no network and no clock."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from threading import Event

import numpy as np

from service.brief import ModelName
from service.encoding.encoding import Encoding
from service.encoding.labels import LABELS, begin, inside
from service.encoding.tokens import Tokens
from service.errors import DeadlineExceeded, FetchFailed, UnknownModel
from service.options import SummaryOptions
from service.ports import Fetched, Models
from service.text.sentences import split_sentences
from service.text.spans import Span

_WORD = re.compile(r"\w+|[^\w\s]")


def dice(*seed: object) -> int:
    """A number that looks like chance and isn't."""
    return int.from_bytes(hashlib.sha256(repr(seed).encode("utf-8", "replace")).digest()[:4], "big")


class FakeEncoder:
    """An `Encoder` that takes words with a capital for persons; the rest is dice."""

    def encode(self, text: str, sentences: Sequence[Span]) -> Encoding:
        words = [
            [(s.start + w.start(), s.start + w.end()) for w in _WORD.finditer(s.of(text))]
            for s in sentences
        ]
        places = [place for sentence in words for place in sentence]
        borders = np.cumsum([0, *map(len, words)])
        starts, ends = np.array(places, dtype=np.int64).reshape(-1, 2).T
        numbers = np.arange(len(places), dtype=np.int64)
        tokens = Tokens(numbers, numbers * 0, starts, ends, numbers, borders.astype(np.int64))
        salience = np.array([dice(s.of(text)) % 1000 / 1000 for s in sentences], np.float32)
        vectors = np.array([[dice(s.of(text), i) % 100 - 50 for i in range(8)] for s in sentences])
        return Encoding(
            tuple(sentences), tokens, salience, vectors.astype(np.float32), _labels(text, places)
        )


def _labels(text: str, places: list[tuple[int, int]]) -> np.ndarray:
    labels = np.full((len(places), len(LABELS)), -9.0, np.float32)
    before = False
    for row, (start, end) in enumerate(places):
        name = text[start:end].istitle()
        labels[row, (inside if before else begin)("person") if name else 0] = -0.01
        before = name
    return labels


def fake_models() -> Models:
    return Models(FakeEncoder(), ModelName(name="fake", version="1"))


class FakeRewriter:
    """A `Rewriter` that reads `window` words, and writes the drafts that it was given.

    Without any it copies the first three sentences of what it reads.
    """

    def __init__(self, *drafts: str, window: int = 10_000) -> None:
        self.drafts = drafts
        self.window = window
        self.read: list[str] = []

    def tokens(self, text: str) -> int:
        return len(text.split())

    def write(self, text: str, options: SummaryOptions, *, seconds: float) -> tuple[str, ...]:
        if seconds <= 0:
            raise DeadlineExceeded("the summary was not written in time")
        assert self.tokens(text) <= self.window
        self.read.append(text)
        return self.drafts or (" ".join(span.of(text) for span in split_sentences(text)[:3]),)


class FakeRewriters:
    """`Rewriters` of one."""

    def __init__(self, rewriter: FakeRewriter, name: str = "fake-writer") -> None:
        self.rewriter = rewriter
        self.known = ModelName(name=name, version="1")

    def name(self, asked: str | None) -> ModelName:
        if asked not in (None, self.known.name):
            raise UnknownModel(f"the abstractive models here are: {self.known.name}")
        return self.known

    def load(self, asked: str | None) -> FakeRewriter:
        return self.rewriter


class GatedEncoder(FakeEncoder):
    """Lets nobody through until the gate is opened, and tells that somebody has come."""

    def __init__(self) -> None:
        self.come = Event()
        self.gate = Event()

    def encode(self, text: str, sentences: Sequence[Span]) -> Encoding:
        self.come.set()
        assert self.gate.wait(30), "nobody opened the gate"
        return super().encode(text, sentences)


class BrokenEncoder(FakeEncoder):
    """Has a bug, whose message quotes the article."""

    def encode(self, text: str, sentences: Sequence[Span]) -> Encoding:
        raise RuntimeError(text)


class FakeFetcher:
    """A `Fetcher` of a small internet."""

    def __init__(self, pages: dict[str, Fetched]) -> None:
        self._pages = pages

    def fetch(self, url: str) -> Fetched:
        if url not in self._pages:
            raise FetchFailed("no such page", field="url")
        return self._pages[url]


class FakeClock:
    """Stands still until it is told to go on."""

    def __init__(self, now: datetime = datetime(2026, 1, 1, tzinfo=UTC)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: float) -> None:
        self.now += timedelta(**by)


def ticking(step: float = 1.0) -> Callable[[], float]:
    """A clock that goes on by `step` each time it is read."""
    time = 0.0

    def read() -> float:
        nonlocal time
        time += step
        return time

    return read
