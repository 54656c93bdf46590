"""Score the dates engine: TempEval-3's development documents and two peers' test suites.

`python -m benchmarks.quality.dates DATA` prints a table; `score_dates` gives the same figures
to a program. DATA is a folder with `dates/timebank.jsonl.gz` and so on.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.quality.date_duckling import score_duckling
from benchmarks.quality.date_recognizers import score_recognizers
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


Finder = Callable[[Document], Sequence[Expression]]


def read_documents(path: Path) -> Iterator[Document]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            gold = tuple(
                Expression(timex["start"], timex["end"], timex["type"], timex["value"])
                for timex in row["timex"]
            )
            created = date.fromisoformat(row["dct"][:10])
            yield Document(row["doc_id"], row["text"], created, gold)


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


def tally(documents: Iterable[Document], find: Finder) -> Tally:
    total = Tally()
    for document in documents:
        total.add(document.gold, find(document))
    return total


def print_rows(documents: Sequence[Document], finders: Mapping[str, Finder]) -> dict[str, Tally]:
    """Run each finder over the documents and print its precision, recall and F1."""
    print(f"  {len(documents)} documents".ljust(24) + "".join(f"{m:>22}" for m in MEASURES))
    print(" " * 24 + f"{'P':>8}{'R':>7}{'F1':>7}" * len(MEASURES))
    tallies = {name: tally(documents, find) for name, find in finders.items()}
    for name, total in tallies.items():
        cells = (total.figures(measure) for measure in MEASURES)
        print(f"  {name:<22}" + "".join(f"{p:8.1f}{r:7.1f}{f:7.1f}" for p, r, f in cells))
    return tallies


def score_dates(data: Path) -> dict[str, float]:
    """Print the tables of the development sets and the suites; returns the figures, in per cent.

    The peers run on every eighth document, with ours beside them: one takes seconds for each.
    """
    print("\nDates: timebank and aquaint, scored as TempEval-3")
    documents, ours = _development(data), {"service.dates": find_ours}
    total = print_rows(documents, ours)["service.dates"]
    print_rows(documents[::8], ours | _peers())
    suites = {**score_recognizers(data), **score_duckling(data)}
    for name, rate in suites.items():
        print(f"  {name:<28}{rate:8.2f}")
    suites["duckling.negatives_left_alone"] = -suites.pop("duckling.negatives_found")
    scores = {f"tempeval.{measure}_f1": total.figures(measure)[2] for measure in MEASURES}
    return {f"dates.{name}": figure for name, figure in {**scores, **suites}.items()}


def _development(data: Path) -> list[Document]:
    paths = [data / "dates" / f"{name}.jsonl.gz" for name in _DEVELOPMENT]
    return [document for path in paths for document in read_documents(path)]


def _peers() -> dict[str, Finder]:
    """The peers that are installed here."""
    from benchmarks.quality.date_peers import installed_peers

    return {name: _as_finder(find) for name, find in installed_peers().items()}


def _as_finder(find: Callable[[str, date], Iterable[tuple[Any, ...]]]) -> Finder:
    return lambda document: [Expression(*row) for row in find(document.text, document.created)]


if __name__ == "__main__":
    score_dates(Path(sys.argv[1]))
