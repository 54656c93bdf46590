"""Score the dates engine: TempEval-3's development documents and two peers' test suites.

`python -m benchmarks.quality DATA --only dates` prints the tables. A quarter of the documents is
held apart: rules are written from the errors in the other three, and only counted on this one. It
was split off late: the first rules were written with all documents in sight.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.quality import date_duckling, date_recognizers
from benchmarks.quality.date_peers import FindAll, installed_peers
from service.dates import find_dates
from service.text.sentences import split_sentences
from service.text.spans import Span

_DEVELOPMENT = ("timebank", "aquaint")
_PARAGRAPH = re.compile(r"(?:.+\n?)+")


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression as a system or an annotator gives it."""

    start: int
    end: int
    type: str | None
    value: str | None

    def overlaps(self, other: Expression) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """A document with its creation day and the expressions its annotators marked."""

    name: str
    text: str
    created: date
    gold: tuple[Expression, ...]


Finder = Callable[[Sequence[Document]], Sequence[Sequence[Expression]]]


def read_documents(path: Path) -> Iterator[Document]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            gold = tuple(
                Expression(timex["start"], timex["end"], timex["type"], timex["value"])
                for timex in row["timex"]
            )
            created = date.fromisoformat(row["dct"][:10])
            yield Document(row["doc_id"], row["text"], created, gold)


def is_held_apart(document: Document) -> bool:
    return zlib.crc32(document.name.encode()) % 4 == 0


def find_ours(document: Document) -> list[Expression]:
    paragraphs = [Span(*match.span()) for match in _PARAGRAPH.finditer(document.text)]
    sentences = split_sentences(document.text, paragraphs)
    return [
        Expression(mention.span.start, mention.span.end, mention.timex.type, mention.timex.value)
        for mention in find_dates(document.text, sentences, published=document.created)
    ]


@dataclass(slots=True)
class Tally:
    """Counts over documents, scored as TempEval-3 does: one found for one marked expression."""

    found: int = 0
    marked: int = 0
    strict: int = 0
    relaxed: int = 0
    type: int = 0
    value: int = 0

    def add(self, gold: Sequence[Expression], found: Sequence[Expression]) -> None:
        self.found += len(found)
        self.marked += len(gold)
        for mark, match in pair_up(gold, found):
            if match is not None and mark is not None:
                self.relaxed += 1
                self.strict += (mark.start, mark.end) == (match.start, match.end)
                self.type += mark.type == match.type
                self.value += mark.value == match.value

    def figures(self, measure: str) -> tuple[float, float, float]:
        """Precision, recall and F1 of a measure, in per cent."""
        right = getattr(self, measure)
        precision = 100 * right / max(self.found, 1)
        recall = 100 * right / max(self.marked, 1)
        f1 = 2 * precision * recall / (precision + recall) if right else 0.0
        return precision, recall, f1


def pair_up(
    gold: Sequence[Expression], found: Sequence[Expression]
) -> Iterator[tuple[Expression | None, Expression | None]]:
    """Each marked expression with the found one that overlaps it, one to one; equal ends first."""
    free = list(found)
    left = []
    for mark in gold:
        same = next((one for one in free if (one.start, one.end) == (mark.start, mark.end)), None)
        if same:
            free.remove(same)
            yield mark, same
        else:
            left.append(mark)
    for mark in left:
        match = next((one for one in free if one.overlaps(mark)), None)
        if match:
            free.remove(match)
        yield mark, match
    yield from ((None, one) for one in free)


MEASURES = ("strict", "relaxed", "type", "value")


def tally(documents: Sequence[Document], find: Finder) -> Tally:
    total = Tally()
    for document, found in zip(documents, find(documents), strict=True):
        total.add(document.gold, found)
    return total


def _ours(documents: Sequence[Document]) -> list[list[Expression]]:
    return [find_ours(document) for document in documents]


def _as_finder(find: FindAll) -> Finder:
    def expressions(documents: Sequence[Document]) -> list[list[Expression]]:
        rows = find([(document.text, document.created) for document in documents])
        return [[Expression(*row) for row in found] for found in rows]

    return expressions


def print_rows(title: str, documents: Sequence[Document], finders: Mapping[str, Finder]) -> Tally:
    """Run each finder over the documents and print what it reached; returns the first's tally."""
    print(f"\n  {title}: {len(documents)} documents")
    print(" " * 24 + "".join(f"{measure:^22}" for measure in MEASURES))
    print(" " * 24 + f"{'P':>8}{'R':>7}{'F1':>7}" * len(MEASURES))
    tallies = []
    for name, find in finders.items():
        tallies.append(tally(documents, find))
        cells = (tallies[-1].figures(measure) for measure in MEASURES)
        print(f"  {name:<22}" + "".join(f"{p:8.1f}{r:7.1f}{f:7.1f}" for p, r, f in cells))
    return tallies[0]


def score_dates(data: Path) -> dict[str, float]:
    """Print the tables of the development sets and the suites; returns the figures, in per cent."""
    print("\nDates: timebank and aquaint, scored as TempEval-3")
    documents, ours = _development(data), {"service.dates": _ours}
    total = print_rows("all", documents, ours)
    print_rows("developed on", [d for d in documents if not is_held_apart(d)], ours)
    peers = {name: _as_finder(find) for name, find in installed_peers().items()}
    apart = print_rows("held apart", [d for d in documents if is_held_apart(d)], ours | peers)
    scores = {
        **{f"tempeval.{measure}_f1": total.figures(measure)[2] for measure in MEASURES},
        **{f"tempeval.apart.{measure}_f1": apart.figures(measure)[2] for measure in MEASURES},
        **_score_suites(data),
    }
    return {f"dates.{name}": figure for name, figure in scores.items()}


def _score_suites(data: Path) -> dict[str, float]:
    scores: dict[str, float] = {}
    for name, suite in (
        ("recognizers", date_recognizers.score(data)),
        ("duckling", date_duckling.score(data)),
    ):
        scores[name] = suite.rate
        print(f"\n  {name}: {suite.passed} of {suite.counted} counted pass, {suite.rate:.2f} %")
        print(f"  ({suite.passed_of_all} of all {suite.all}). Left out, by their own words:")
        for kind, number in suite.left_out.most_common():
            print(f"  {number:6} {kind:<18} {suite.reasons[kind]}")
    left_alone, negatives = date_duckling.negatives_left_alone(data)
    print(f"\n  duckling's negatives: {left_alone} of {negatives} left alone")
    return {**scores, "duckling.negatives_left_alone": 100 * left_alone / negatives}


def _development(data: Path) -> list[Document]:
    paths = [data / "dates" / f"{name}.jsonl.gz" for name in _DEVELOPMENT]
    return [document for path in paths for document in read_documents(path)]
