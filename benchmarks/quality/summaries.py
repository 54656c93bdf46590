"""ROUGE of the summaries on CNN/DailyMail rows, beside Lead-3, the oracle and two peers.

Every system gets the same sentences (those that reading leaves) and picks three of them. Scored
with Google's `rouge-score`, stemmed; 0 to 100.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rouge_score.rouge_scorer import RougeScorer
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from benchmarks.quality.rows import read_rows
from service.errors import BriefError
from service.options import SummaryOptions
from service.ports import Models
from service.reading import read_text
from service.summary import select_sentences
from service.text.sentences import split_sentences
from service.text.spans import Span
from training.rouge import grams, greedy_oracle

MEASURES = ("rouge1", "rouge2", "rougeLsum")
SENTENCES = 3
_PEERS = {"lexrank": LexRankSummarizer, "textrank": TextRankSummarizer}


@dataclass(frozen=True, slots=True)
class Row:
    """An article as every system sees it, and what its editor wrote."""

    text: str
    sentences: tuple[Span, ...]
    reference: str

    def quote(self, chosen: Iterable[int]) -> str:
        return "\n".join(self.sentences[i].of(self.text) for i in sorted(chosen))


Picker = Callable[[Row], Sequence[int]]


def read_articles(file: Path, *, most: int | None) -> list[Row]:
    """The rows that can be briefed; one that reading refuses counts for no system."""
    rows = []
    for record in read_rows(file, most=most):
        try:
            article = read_text(record["text"])
        except BriefError:
            continue
        sentences = split_sentences(article.text, article.paragraphs)
        rows.append(Row(article.text, sentences, record["summary"]))
    return rows


def lead(row: Row) -> Sequence[int]:
    return range(min(SENTENCES, len(row.sentences)))


def oracle(row: Row) -> Sequence[int]:
    candidates = [grams(s.of(row.text)) for s in row.sentences]
    return greedy_oracle(candidates, grams(row.reference), most=SENTENCES)


def ours(models: Models) -> Picker:
    def pick(row: Row) -> Sequence[int]:
        encoding = models.encoder.encode(row.text, row.sentences)
        chosen = select_sentences(row.text, encoding, SummaryOptions(sentences=SENTENCES))
        return [row.sentences.index(choice.span) for choice in chosen]

    return pick


class _Words:
    """sumy's tokenizer, without the download that its own wants."""

    language = "english"

    def to_words(self, sentence: str) -> list[str]:
        return [word for word in sentence.lower().split() if any(c.isalnum() for c in word)]


def sumy_document(text: str, sentences: Sequence[Span]) -> ObjectDocumentModel:
    """Our sentences as a document of sumy's."""
    return ObjectDocumentModel([Paragraph([Sentence(s.of(text), _Words()) for s in sentences])])


def peer(name: str) -> Picker:
    """One of sumy's summarizers, given our sentences."""
    summarizer = _PEERS[name]()

    def pick(row: Row) -> Sequence[int]:
        document = sumy_document(row.text, row.sentences)
        numbers = {id(sentence): i for i, sentence in enumerate(document.sentences)}
        return [numbers[id(sentence)] for sentence in summarizer(document, SENTENCES)]

    return pick


def score(rows: Sequence[Row], pick: Picker) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """F of each measure for each row: (n_rows, 3)."""
    scorer = RougeScorer(list(MEASURES), use_stemmer=True)
    found = [scorer.score(row.reference, row.quote(pick(row))) for row in rows]
    return np.array([[100 * scores[m].fmeasure for m in MEASURES] for scores in found])


def score_summaries(data: Path, models: Models, *, most: int | None = 1000) -> dict[str, float]:
    """Print the table of `cnndm_val`; returns the model's margins over Lead-3."""
    rows = read_articles(data / "summaries" / "cnndm_val.jsonl.gz", most=most)
    systems: dict[str, Picker] = {
        "lead-3": lead,
        "the model": ours(models),
        "oracle": oracle,
        **{name: peer(name) for name in _PEERS},
    }
    scores = {name: score(rows, pick) for name, pick in systems.items()}
    print(f"\nSummaries: cnndm_val, {len(rows)} rows, {SENTENCES} sentences; ROUGE-1/2/Lsum F")
    for name, values in scores.items():
        print(f"  {name:<10} " + " / ".join(f"{mean:5.2f}" for mean in values.mean(axis=0)))
    difference = scores["the model"] - scores["lead-3"]
    low, high = bootstrap(difference[:, 0])
    margins = difference.mean(axis=0)
    print(
        f"  margin over lead-3 {margins.round(2)}, ROUGE-1 within [{low:+.2f}, {high:+.2f}] (95 %)"
    )
    over_peers = scores["the model"].mean(axis=0)[0] - max(
        scores[name].mean(axis=0)[0] for name in _PEERS
    )
    return {
        **{f"summaries.{m}.over_lead": float(v) for m, v in zip(MEASURES, margins, strict=True)},
        "summaries.rouge1.over_peers": float(over_peers),
    }


def bootstrap(
    values: np.ndarray[tuple[int], np.dtype[np.float64]], *, rounds: int = 1000
) -> tuple[float, float]:
    """The 95 % interval of the mean, by resampling rows with a fixed seed."""
    rng = np.random.default_rng(0)
    means = [rng.choice(values, len(values)).mean() for _ in range(rounds)]
    return float(np.quantile(means, 0.025)), float(np.quantile(means, 0.975))
