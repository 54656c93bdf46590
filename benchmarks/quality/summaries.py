"""ROUGE of the summaries on CNN/DailyMail rows, beside Lead-3, the oracle and two peers.

Every system gets the same sentences (those that reading leaves) and picks three of them. Scored
with Google's `rouge-score`, stemmed; 0 to 100. Rows are shared out over the cores, a model of one
thread each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from multiprocessing.pool import Pool as PoolType
from pathlib import Path

import numpy as np
from rouge_score.rouge_scorer import RougeScorer
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from benchmarks.quality.openings import OPENINGS
from benchmarks.quality.rows import read_rows
from service.errors import BriefError
from service.models import load_models
from service.options import SummaryOptions
from service.ports import Models
from service.reading import read_text
from service.summary import select_sentences
from service.text.sentences import split_sentences
from service.text.spans import Span
from training.rouge import grams, greedy_oracle

MEASURES = ("rouge1", "rouge2", "rougeLsum")
SENTENCES = 3
OPENING_ROWS = 500  # of cnndm_val, for each way to open
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


def read_row(text: str, reference: str) -> Row | None:
    """None for an article that reading refuses, which then counts for no system."""
    try:
        article = read_text(text)
    except BriefError:
        return None
    sentences = split_sentences(article.text, article.paragraphs)
    return Row(article.text, sentences, reference)


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


Scores = np.ndarray[tuple[int, int], np.dtype[np.float64]]  # (n_rows, 3): F of each measure
_pickers: dict[str, Picker] = {}
_scorer = RougeScorer(list(MEASURES), use_stemmer=True)


def _start_worker() -> None:
    _pickers.update(
        {
            "lead-3": lead,
            "the model": ours(load_models(threads=1)),
            "oracle": oracle,
            **{name: peer(name) for name in _PEERS},
        }
    )


def _score_row(task: tuple[str, str, Sequence[str]]) -> list[list[float]] | None:
    """F of each measure for each system that is asked for; None where reading refuses the text."""
    text, reference, systems = task
    row = read_row(text, reference)
    if row is None:
        return None
    found = [_scorer.score(reference, row.quote(_pickers[name](row))) for name in systems]
    return [[100 * scores[m].fmeasure for m in MEASURES] for scores in found]


def score_rows(
    rows: Iterable[tuple[str, str]], systems: Sequence[str], pool: PoolType
) -> dict[str, Scores]:
    """What each system reaches on (text, reference) rows."""
    tasks = ((text, reference, systems) for text, reference in rows)
    scored = [row for row in pool.imap(_score_row, tasks, chunksize=8) if row is not None]
    by_system = np.array(scored).transpose(1, 0, 2)
    return dict(zip(systems, by_system, strict=True))


def score_summaries(data: Path, *, most: int | None = None) -> dict[str, float]:
    """Print the tables; returns the model's margins over Lead-3, and what it keeps of its lead."""
    folder = data / "summaries"
    systems = ("lead-3", "the model", "oracle", *_PEERS)
    with Pool(initializer=_start_worker) as pool:
        whole = score_rows(_pairs(folder / "cnndm_val.jsonl.gz", most), systems, pool)
        _print_table("cnndm_val", whole)
        cased = score_rows(_pairs(folder / "cnndm_val_cased.jsonl.gz", most), systems, pool)
        _print_table("cnndm_val_cased (letter case as published)", cased)
        lost = _score_openings(folder / "cnndm_val.jsonl.gz", most or OPENING_ROWS, pool)
    margins = _margins(whole).mean(axis=0)
    best_peer = max(whole[name].mean(axis=0)[0] for name in _PEERS)
    return {
        **{f"summaries.{m}.over_lead": float(v) for m, v in zip(MEASURES, margins, strict=True)},
        "summaries.cased.rouge1.over_lead": float(_margins(cased).mean(axis=0)[0]),
        "summaries.rouge1.over_peers": float(whole["the model"].mean(axis=0)[0] - best_peer),
        "summaries.openings.kept": 100 * (1 - lost),
    }


def _score_openings(file: Path, most: int, pool: PoolType) -> float:
    """Print what other openings cost; returns the model's loss as a share of Lead-3's, over all."""
    rows, systems = list(_pairs(file, most)), ("lead-3", "the model")
    plain = score_rows(rows, systems, pool)
    print(f"  other openings, {len(rows)} rows: ROUGE-1 lost")
    lost = np.zeros(2)
    for name, change in OPENINGS.items():
        changed = [(change(text, i), reference) for i, (text, reference) in enumerate(rows)]
        scores = score_rows(changed, systems, pool)
        by_system = [
            plain[system].mean(axis=0)[0] - scores[system].mean(axis=0)[0] for system in systems
        ]
        print("    {:<16} lead-3 {:5.2f}, the model {:5.2f}".format(name, *by_system))
        lost += by_system
    return float(lost[1] / lost[0])


def _pairs(file: Path, most: int | None) -> Iterator[tuple[str, str]]:
    return ((record["text"], record["summary"]) for record in read_rows(file, most=most))


def _margins(scores: dict[str, Scores]) -> Scores:
    return scores["the model"] - scores["lead-3"]


def _print_table(name: str, scores: dict[str, Scores]) -> None:
    n_rows = len(scores["lead-3"])
    print(f"\nSummaries: {name}, {n_rows} rows, {SENTENCES} sentences; ROUGE-1/2/Lsum F")
    for system, values in scores.items():
        print(f"  {system:<10} " + " / ".join(f"{mean:5.2f}" for mean in values.mean(axis=0)))
    margins = _margins(scores)
    within = ", ".join("[{:+.2f}, {:+.2f}]".format(*bootstrap(column)) for column in margins.T)
    print(f"  margin over lead-3 {margins.mean(axis=0).round(2)}, within {within} (95 %)")


def bootstrap(
    values: np.ndarray[tuple[int], np.dtype[np.float64]], *, rounds: int = 1000
) -> tuple[float, float]:
    """The 95 % interval of the mean, by resampling rows with a fixed seed."""
    rng = np.random.default_rng(0)
    means = [rng.choice(values, len(values)).mean() for _ in range(rounds)]
    return float(np.quantile(means, 0.025)), float(np.quantile(means, 0.975))
