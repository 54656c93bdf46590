"""The grounding check on planted errors: does it find them, and leave the rest alone?

Extractive summaries of `cnndm_val_cased` are true by construction. In every other one a name, a
place, a number or a date is swapped for one of the same kind that another article's summary has
and this article hasn't. What is a name or place is the embedded model's word, what a number or
date that of Recognizers-Text, which the check knows nothing of. Harder, and printed for
information: a name swapped for another of the article's own.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from recognizers_date_time import recognize_datetime
from recognizers_number import recognize_number
from recognizers_text import Culture

from benchmarks.quality.rows import read_rows
from service.actors import find_actors
from service.dates import find_dates
from service.encoding.entities import decode_entities
from service.errors import BriefError
from service.options import SummaryOptions
from service.ports import Models
from service.reading import read_text
from service.rewriting import Scene, check_sentences, evidence_of
from service.summary import select_sentences
from service.text.sentences import split_sentences

KINDS = ("name", "place", "number", "date")
_POINTED = re.compile(
    r"\d|day$|january|february|march|april|june|july|august|\w+ber\b|\bmay\b", re.I
)


@dataclass(frozen=True, slots=True)
class Found:
    """An expression of a kind, in which of the summary's sentences, and where in it."""

    kind: str
    sentence: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """An article, its extractive summary, and what can be swapped in it."""

    scene: Scene
    summary: tuple[str, ...]
    found: tuple[Found, ...]

    def has(self, text: str) -> bool:
        """Whether the article has `text`, in whatever case."""
        article = self.scene.article
        return text.lower() in f"{article.title or ''} {article.text}".lower()


def score_grounding(data: Path, models: Models, *, most: int | None = 1000) -> dict[str, float]:
    """Print recall and false alarms; returns both, the latter as what was left alone."""
    rows = list(_rows(data / "summaries" / "cnndm_val_cased.jsonl.gz", models, most))
    dice = random.Random(0)
    donors = {k: [f.text for row in rows for f in row.found if f.kind == k] for k in KINDS}
    hits: dict[str, list[bool]] = {kind: [] for kind in KINDS}
    alarms, harder = [], []
    for number, row in enumerate(rows):
        if number % 2 == 0:
            alarms.append(any(_claims(row.scene, list(row.summary), models)))
            continue
        order = [KINDS[(number // 2 + turn) % len(KINDS)] for turn in range(len(KINDS))]
        for kind in order:
            if swap := _plant(row, kind, donors[kind], dice):
                hits[kind].append(_is_found(row, swap, models))
                break
        if swap := _plant_own(row, dice):
            harder.append(_is_found(row, swap, models))
    return _report(hits, alarms, harder)


def _report(
    hits: dict[str, list[bool]], alarms: Sequence[bool], harder: Sequence[bool]
) -> dict[str, float]:
    planted = [hit for of_kind in hits.values() for hit in of_kind]
    recall, left = _rate(planted), 100 - _rate(alarms)
    print(f"\nGrounding: cnndm_val_cased, {len(planted)} summaries with an error planted")
    for kind, of_kind in hits.items():
        print(f"  {kind:<22} found {_rate(of_kind):6.1f} % of {len(of_kind)}")
    print(f"  {'all':<22} found {recall:6.1f} % of {len(planted)}")
    print(f"  {'untouched':<22} alarm {100 - left:6.1f} % of {len(alarms)}")
    print(f"  {'the article’s own name':<22} found {_rate(harder):6.1f} % of {len(harder)}")
    return {"grounding.recall": recall, "grounding.untouched_left_alone": left}


def _rate(values: Sequence[bool]) -> float:
    return 100 * sum(values) / max(len(values), 1)


def _rows(file: Path, models: Models, most: int | None) -> Iterator[Row]:
    for record in read_rows(file, most=most):
        try:
            article = read_text(record["text"])
        except BriefError:
            continue
        sentences = split_sentences(article.text, article.paragraphs)
        encoding = models.encoder.encode(article.text, sentences)
        entities = decode_entities(encoding)
        dates = find_dates(article.text, sentences, published=article.published.when)
        scene = Scene(article, encoding, find_actors(article, encoding, entities), dates)
        chosen = select_sentences(article.text, encoding, SummaryOptions())
        summary = tuple(choice.span.of(article.text) for choice in chosen)
        found = []
        for number, choice in enumerate(chosen):
            for entity in entities:
                if choice.span.contains(entity.span) and entity.kind in ("person", "place"):
                    kind = "name" if entity.kind == "person" else "place"
                    start = entity.span.start - choice.span.start
                    found.append(Found(kind, number, start, entity.span.of(article.text)))
        yield Row(scene, summary, (*found, *_counted(summary), *_dated(summary)))


def _counted(summary: Sequence[str]) -> Iterator[Found]:
    """Numbers but "one", which is a pronoun as often."""
    for number, sentence in enumerate(summary):
        for result in recognize_number(sentence, Culture.English):
            text = sentence[result.start : result.end + 1]
            if text.lower() not in ("one", "a", "zero"):
                yield Found("number", number, result.start, text)


def _dated(summary: Sequence[str]) -> Iterator[Found]:
    """Dates that point somewhere: a day, a month, a number, rather than "now" and "recently"."""
    for number, sentence in enumerate(summary):
        for result in recognize_datetime(sentence, Culture.English):
            text = sentence[result.start : result.end + 1]
            if "date" in result.type_name and _POINTED.search(text):
                yield Found("date", number, result.start, text)


@dataclass(frozen=True, slots=True)
class Swap:
    """A summary with an error in it, and where that is."""

    sentences: list[str]
    sentence: int
    start: int
    end: int


def _plant(row: Row, kind: str, donors: Sequence[str], dice: random.Random) -> Swap | None:
    places = [found for found in row.found if found.kind == kind]
    strange = [text for text in donors if not row.has(text) and not _counts(row, kind, text)]
    if not places or not strange:
        return None
    return _swap(row, dice.choice(places), dice.choice(strange))


def _counts(row: Row, kind: str, text: str) -> bool:
    """Whether the article has the number `text` in another spelling."""
    if kind != "number":
        return False
    values = {r.resolution["value"] for r in recognize_number(text, Culture.English)}
    return any(row.has(value) for value in values if value)


def _plant_own(row: Row, dice: random.Random) -> Swap | None:
    """A person's name swapped for another person's whom the article names too."""
    people = [actor.name for actor in row.scene.actors if actor.kind == "person"]
    places = [found for found in row.found if found.kind == "name" and " " in found.text]
    if not places:
        return None
    place = dice.choice(places)
    words = set(place.text.split())
    others = [name for name in people if " " in name and not words & set(name.split())]
    return _swap(row, place, dice.choice(others)) if others else None


def _swap(row: Row, place: Found, text: str) -> Swap:
    sentences = list(row.summary)
    sentence = sentences[place.sentence]
    end = place.start + len(place.text)
    sentences[place.sentence] = sentence[: place.start] + text + sentence[end:]
    return Swap(sentences, place.sentence, place.start, place.start + len(text))


def _claims(
    scene: Scene, sentences: list[str], models: Models
) -> Iterator[tuple[int, tuple[int, int]]]:
    checked = check_sentences(
        [sentences], evidence_of(scene), models.encoder, scene.article.published.when
    )
    for number, sentence in enumerate(sentences):
        yield from ((number, (c.span.start, c.span.end)) for c in checked[sentence].claims)


def _is_found(row: Row, swap: Swap, models: Models) -> bool:
    """Whether something is said to be unsupported where the error was planted."""
    return any(
        number == swap.sentence and start < swap.end and swap.start < end
        for number, (start, end) in _claims(row.scene, swap.sentences, models)
    )
