"""F1 of the entity labels on tagged sentences, spans and kinds both right.

GMB counts titles into a name ("President Bush") where a reader, and the model, does not. Its gold
is scored as trained, without titles; the figure against the gold as it stands is printed too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.quality.rows import read_rows
from service.encoding.entities import decode_entities
from service.ports import Models
from service.text.spans import Span
from training.entities import TITLES

_GMB = {
    "PER": "person",
    "ORG": "organization",
    "GEO": "place",
    "GPE": "group",
    "TIM": "time",
    "ART": "other",
    "EVE": "other",
    "NAT": "other",
}
_CONLL = {"PER": "person", "ORG": "organization", "LOC": "place"}

Tagged = tuple[int, int, str]  # words [start, end), kind


@dataclass(slots=True)
class Counts:
    """Right, found and marked spans."""

    right: int = 0
    found: int = 0
    marked: int = 0

    def add(self, found: set[Tagged], marked: set[Tagged]) -> None:
        self.right += len(found & marked)
        self.found += len(found)
        self.marked += len(marked)

    @property
    def f1(self) -> float:
        """0 to 100."""
        return 200 * self.right / max(self.found + self.marked, 1)


def spans_of(tags: Sequence[str], kinds: dict[str, str]) -> Iterator[Tagged]:
    """The spans of BIO tags whose kind is in `kinds`."""
    start, kind = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        border, _, name = tag.partition("-")
        if kind and not (border == "I" and name == kind):
            if kind in kinds:
                yield start, i, kinds[kind]
            kind = ""
        if border != "O" and not kind:
            start, kind = i, name


def trim_titles(words: Sequence[str], spans: Iterable[Tagged]) -> Iterator[Tagged]:
    """The same spans, persons without the titles before their names."""
    for start, end, kind in spans:
        first = start
        while kind == "person" and first < end and words[first].lower() in TITLES:
            first += 1
        if first < end:
            yield first, end, kind


def find(words: Sequence[str], models: Models) -> set[Tagged]:
    """What the model marks in a sentence, as words."""
    text = " ".join(words)
    starts = np.cumsum([0, *(len(word) + 1 for word in words)])
    encoding = models.encoder.encode(text, [Span(0, len(text))])
    found = set()
    for entity in decode_entities(encoding):
        first = int(np.searchsorted(starts, entity.span.start, side="right")) - 1
        last = int(np.searchsorted(starts, entity.span.end - 1, side="right")) - 1
        found.add((first, last + 1, entity.kind))
    return found


def score_gmb(rows: Iterable[dict[str, Any]], models: Models) -> tuple[Counts, Counts]:
    """Against the gold without titles, and against the gold as it stands."""
    trimmed, raw = Counts(), Counts()
    for row in rows:
        found, marked = find(row["tokens"], models), set(spans_of(row["tags"], _GMB))
        raw.add(found, marked)
        trimmed.add(found, set(trim_titles(row["tokens"], marked)))
    return trimmed, raw


def score_conll(rows: Iterable[dict[str, Any]], models: Models) -> dict[str, Counts]:
    """Person, organization and place, and the three together."""
    counts = {kind: Counts() for kind in (*_CONLL.values(), "all")}
    for row in rows:
        found = {span for span in find(row["tokens"], models) if span[2] in counts}
        marked = set(spans_of(row["tags"], _CONLL))
        counts["all"].add(found, marked)
        for kind in _CONLL.values():
            counts[kind].add(
                {span for span in found if span[2] == kind},
                {span for span in marked if span[2] == kind},
            )
    return counts


def score_entities(data: Path, models: Models) -> dict[str, float]:
    """Print F1 on `gmb_dev` and the CoNLL development set; returns the figures of the gate."""
    folder = data / "entities"
    trimmed, raw = score_gmb(read_rows(folder / "gmb_dev.jsonl.gz"), models)
    print(f"\nEntities: gmb_dev F1 {trimmed.f1:.2f} (with titles left in the gold {raw.f1:.2f})")
    conll = score_conll(read_rows(folder / "eval_only_cleanconll_dev.jsonl.gz"), models)
    print("  cleanconll_dev " + ", ".join(f"{kind} {c.f1:.2f}" for kind, c in conll.items()))
    return {
        "entities.gmb_dev": trimmed.f1,
        **{f"entities.cleanconll.{kind}": counts.f1 for kind, counts in conll.items()},
    }
