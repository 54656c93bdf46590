"""Learn what makes an actor matter, from people's grades: `service/actors/salience_table.py`.

`python -m training.salience DATA` writes the table from DATA/actors/sel_wikinews_train.jsonl.gz.
The learner is a pairwise logistic regression: of two actors of an article, the higher grade should
get the higher score, the more so the farther the grades are apart.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from service.actors.find import cast_of, group_names
from service.actors.salience import Cast, Features, features_of
from service.actors.words import Range, Words, read_words
from service.article import Article
from service.encoding.entities import decode_entities
from service.ports import Encoder
from service.text.sentences import split_sentences
from service.text.spans import Span

# Set by hand, for the graders were asked what an article is about, and we ask who acts in it. A
# cited agency falls behind everyone. The country where something happens gets a high grade; that
# much less puts those who act before it, and costs half a point of the measures.
FIXED = {
    "only a source": -3.0,
    "a landmark": -0.3,
    "is place": -0.25,
    "is group": -0.25,
}
_RIDGE = 10.0  # chosen by five-fold cross-validation among 0.3, 3, 10, 30 and 60
_STEPS = 300
_APART = 0.3  # gains nearer than this are a tie
_TABLE = Path("service/actors/salience_table.py")

Normal = tuple[str, ...]  # a name as lower-case words
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Graded:
    """An entity with people's mean grade of its salience, 0 to 3, and its names in the article."""

    title: str
    grade: float
    spots: frozenset[Normal]


@dataclass(frozen=True, slots=True)
class GradedArticle:
    article: Article
    entities: tuple[Graded, ...]


@dataclass(frozen=True, slots=True)
class GradedCast:
    """The actors of an article: features and grades, in the same order."""

    features: list[Features]
    grades: list[float]


def normal(text: str) -> Normal:
    return tuple(re.sub(r"\W+", " ", text.lower()).split())


def read_graded(path: Path) -> Iterator[GradedArticle]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            entities = tuple(_graded(entity) for entity in row["entities"] if entity["spots"])
            yield GradedArticle(as_article(row["title"], row["paragraphs"]), entities)


def _graded(entity: dict[str, Any]) -> Graded:
    spots = frozenset(map(normal, entity["spots"])) - {()}
    return Graded(entity["title"] or "", entity["score"], spots)


def as_article(title: str, paragraphs: Sequence[str]) -> Article:
    """One text with the title above its paragraphs."""
    text = f"{title}\n\n"
    places = []
    for paragraph in filter(None, map(str.strip, paragraphs)):
        places.append(Span(len(text), len(text) + len(paragraph)))
        text += f"{paragraph}\n\n"
    return Article(text, tuple(places), title, Span(0, len(title)))


@dataclass(frozen=True, slots=True)
class Read:
    """A graded article, read by the encoder: its words and the actors we find."""

    words: Words
    sentence_salience: NDArray[np.float32]
    casts: list[Cast]
    entities: tuple[Graded, ...]
    marked: tuple[Normal, ...]  # what the model itself marks, but for times; each name once

    def names_of(self, cast: Cast) -> frozenset[Normal]:
        return frozenset(normal(self.text(place)) for place in cast.places)

    def text(self, place: Range) -> str:
        return self.words.span(*place).of(self.words.text)

    def matches(self, cast: Cast) -> list[Graded]:
        """The graded entities that `cast` shares a name with."""
        names = self.names_of(cast)
        return [entity for entity in self.entities if entity.spots & names]


def read_article(graded: GradedArticle, encoder: Encoder) -> Read:
    article = graded.article
    encoding = encoder.encode(article.text, split_sentences(article.text, article.paragraphs))
    words = read_words(article, encoding.sentences)
    found = decode_entities(encoding)
    casts = [cast_of(group) for group in group_names(words, found)]
    marked = dict.fromkeys(normal(e.span.of(article.text)) for e in found if e.kind != "time")
    return Read(words, encoding.salience, casts, graded.entities, tuple(marked))


def grade_cast(read: Read) -> GradedCast:
    """The actors we find, with the grade of the entity they match; none is worth nothing."""
    grades = [max((e.grade for e in read.matches(cast)), default=0.0) for cast in read.casts]
    return GradedCast(features_of(read.words, read.casts, read.sentence_salience), grades)


def learn(casts: Sequence[GradedCast]) -> dict[str, float]:
    """One weight a feature, so that the softmax of an article's scores is like its gains."""
    casts = [cast for cast in casts if len(set(cast.grades)) > 1]
    names = [name for name in casts[0].features[0] if name not in FIXED]
    rows = [np.array([[row[name] for name in names] for row in cast.features]) for cast in casts]
    gains = [2.0 ** np.array(cast.grades) - 1 for cast in casts]
    spread = np.concatenate(rows).std(axis=0) + 1e-6
    scaled = [row / spread for row in rows]
    weights = _descend(*_pairs(scaled, gains), ridge=_RIDGE / len(casts))
    heat = max(
        np.arange(0.25, 4, 0.25), key=lambda heat: _likelihood(scaled, gains, weights * heat)
    )
    return dict(zip(names, (heat * weights / spread).tolist(), strict=True)) | FIXED


def _pairs(rows: Sequence[Matrix], gains: Sequence[Matrix]) -> tuple[Matrix, Matrix]:
    """Differences of rows whose gains differ, the better first, and how much each pair counts."""
    differences, counts = [], []
    for row, gain in zip(rows, gains, strict=True):
        better, worse = np.where(gain[:, None] - gain[None] > _APART)
        best = np.sort(gain)[::-1][:5]
        ideal = (best / np.log2(np.arange(2, 2 + len(best)))).sum()
        differences.append(row[better] - row[worse])
        counts.append((gain[better] - gain[worse]) / ideal)
    weights = np.concatenate(counts)
    return np.concatenate(differences), weights / weights.mean()


def _descend(pairs: Matrix, counts: Matrix, *, ridge: float) -> Matrix:
    """Adam on the weighted logistic loss; convex, so any start will do."""
    weights = np.zeros(pairs.shape[1])
    mean, square = weights.copy(), weights.copy()
    for step in range(1, _STEPS + 1):
        wrong = 1 / (1 + np.exp(np.clip(pairs @ weights, -30, 30)))
        slope = -(pairs.T @ (counts * wrong)) / len(pairs) + ridge * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        weights = weights - 0.05 * (mean / (1 - 0.9**step)) / (
            np.sqrt(square / (1 - 0.999**step)) + 1e-8
        )
    return weights


def _likelihood(rows: Sequence[Matrix], gains: Sequence[Matrix], weights: Matrix) -> float:
    """How well the softmax of the scores tells the gains' shares."""
    total = 0.0
    for row, gain in zip(rows, gains, strict=True):
        scores = row @ weights
        logs = scores - scores.max()
        logs -= np.log(np.exp(logs).sum())
        total += float((gain / gain.sum()) @ logs)
    return total


def write_table(weights: dict[str, float], path: Path = _TABLE) -> None:
    lines = "\n".join(f'    "{name}": {weight:.2f},' for name, weight in weights.items())
    path.write_text(
        '"""What makes an actor matter: one weight a feature, learned by `training.salience`.\n\n'
        "An actor's score is the sum of weight times feature; salience is the softmax of the\n"
        'article\'s scores. The features are said in `salience.features_of`.\n"""\n\n'
        f"from __future__ import annotations\n\nWEIGHTS: dict[str, float] = {{\n{lines}\n}}\n",
        encoding="utf-8",
    )


def main(data: Path) -> None:
    from service.models import load_models

    encoder = load_models().encoder
    graded = read_graded(data / "actors" / "sel_wikinews_train.jsonl.gz")
    write_table(learn([grade_cast(read_article(article, encoder)) for article in graded]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
