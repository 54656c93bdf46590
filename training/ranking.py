"""Learn what makes a good summary of good sentences: `service/summary/ranking_table.py`.

`python -m training.ranking DATA` reads articles of DATA/summaries/cnndm_train.jsonl.gz with the
embedded model, scores every summary of three among an article's most salient sentences against what
its editor wrote, and fits the scores from the features by ridge regression within articles.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice
from multiprocessing import Pool
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from service.errors import BriefError
from service.models import load_models
from service.ports import Encoder
from service.reading import read_text
from service.summary.ranking import FEATURES, Candidates
from service.summary.select import candidates_of
from service.text.sentences import split_sentences
from training.articles import clean_start
from training.prepare import read_rows
from training.rouge import Grams, f_score, grams

SIZE = 3
# Set by hand, for ROUGE hardly sees it: words that come twice, a sentence that leans on one left
# out, an opening that takes somebody for known, and a quote that nobody is said to say. They cost
# next to nothing, and make all rare.
FIXED = {
    "share said twice": -0.3,
    "left hanging": -0.04,
    "opening leans": -0.04,
    "nobody's quotes": -0.02,
}
_RIDGE = 10.0
_TABLE = Path("service/summary/ranking_table.py")

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ranked:
    """An article's summaries: features (n_summaries, n_features) and ROUGE (n_summaries,)."""

    features: Matrix
    scores: Matrix


_encoder: Encoder


def _start_worker() -> None:
    global _encoder
    _encoder = load_models(threads=1).encoder


def rank_row(row: dict[str, str]) -> Ranked | None:
    """All summaries of one row; None where reading refuses it or leaves no choice."""
    try:
        article = read_text(clean_start(row["text"]))
    except BriefError:
        return None
    spans = split_sentences(article.text, article.paragraphs)
    encoding = _encoder.encode(article.text, spans)
    texts = [span.of(article.text) for span in spans]
    numbers = candidates_of(texts, encoding.salience, size=SIZE)
    if len(numbers) <= SIZE:
        return None
    reference = grams(row["summary"])
    counted = {i: grams(texts[i]) for i in numbers}
    summaries = list(combinations(sorted(numbers), SIZE))
    candidates = Candidates(texts, encoding.salience, numbers)
    return Ranked(
        np.array([candidates.features(summary) for summary in summaries]),
        np.array([f_score(_join([counted[i] for i in s]), reference) for s in summaries]),
    )


def _join(parts: list[Grams]) -> Grams:
    words, pairs = zip(*parts, strict=True)
    return sum(words, Counter()), sum(pairs, Counter())


def learn(articles: list[Ranked]) -> dict[str, float]:
    """One weight a feature: fitted all together, then those in FIXED put in their place.

    Fitted to what the fixed ones leave, the others would make up for them: every penalty on what a
    first sentence cannot be would come back as a penalty on being the first.
    """
    features = np.concatenate([a.features - a.features.mean(axis=0) for a in articles])
    scores = np.concatenate([a.scores - a.scores.mean() for a in articles])
    scale = features.std(axis=0) + 1e-9
    scaled = features / scale
    ridge = _RIDGE * np.eye(len(FEATURES))
    weights = np.linalg.solve(scaled.T @ scaled + ridge, scaled.T @ scores) / scale
    return dict(zip(FEATURES, weights.tolist(), strict=True)) | FIXED


def reached(articles: list[Ranked], weights: dict[str, float]) -> float:
    """Mean ROUGE-1/2 of the summaries that the weights choose, 0 to 100."""
    table = np.array([weights[name] for name in FEATURES])
    return 100 * float(np.mean([a.scores[np.argmax(a.features @ table)] for a in articles]))


def cross_validate(articles: list[Ranked], *, folds: int = 5) -> Iterator[float]:
    for fold in range(folds):
        held = articles[fold::folds]
        yield reached(held, learn([a for i, a in enumerate(articles) if i % folds != fold]))


def write_table(weights: dict[str, float], path: Path = _TABLE) -> None:
    lines = "\n".join(f'    "{name}": {weight:.5f},' for name, weight in weights.items())
    path.write_text(
        '"""What makes a set of sentences a good summary: one weight a feature, learned by\n'
        "`training.ranking`. The features are said in `ranking`.\n"
        '"""\n\n'
        f"from __future__ import annotations\n\nWEIGHTS: dict[str, float] = {{\n{lines}\n}}\n",
        encoding="utf-8",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--every", type=int, default=10, help="read one in so many articles")
    asked = parser.parse_args()
    rows = read_rows(asked.data / "summaries" / "cnndm_train.jsonl.gz")
    rows = islice(rows, 0, None, asked.every)  # all through, for CNN comes before the Daily Mail
    with Pool(initializer=_start_worker) as pool:
        ranked = pool.imap(rank_row, rows, chunksize=16)
        articles = [article for article in ranked if article is not None]
    print(f"{len(articles)} articles, five-fold {np.mean(list(cross_validate(articles))):.2f}")
    write_table(learn(articles))


if __name__ == "__main__":
    main()
