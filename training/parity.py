"""What int8 and ONNX cost: `python -m training.parity CHECKPOINT MODEL DATA`.

The trained network in torch, float32, and the embedded model that was exported from it read the
same rows through the same service code; printed is what each reaches by the gate's measures.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from rouge_score.rouge_scorer import RougeScorer

from benchmarks.quality.entities import score_conll, score_gmb
from benchmarks.quality.rows import read_rows
from benchmarks.quality.summaries import MEASURES, ours, read_row
from service.encoding.encoding import Floats
from service.encoding.tokens import Ints
from service.models import load_models
from service.models.embedded import OnnxEncoder
from service.ports import Models
from training.export import ArticleReader, WindowReader, load_checkpoint
from training.model import BriefModel


class TorchEncoder(OnnxEncoder):
    """The embedded encoder's windows and means around the network as it was trained."""

    def __init__(self, model: BriefModel, folder: Path) -> None:
        super().__init__(folder, threads=1)
        self._window, self._article = WindowReader(model.tokens), ArticleReader(model.sentences)

    @torch.no_grad()
    def run_tokens(self, ids: Ints, cases: Ints) -> tuple[Floats, Floats]:
        vectors, labels = self._window(torch.from_numpy(ids), torch.from_numpy(cases))
        return vectors.numpy(), labels.numpy()

    @torch.no_grad()
    def run_sentences(self, means: Floats) -> Floats:
        salience: Floats = self._article(torch.from_numpy(means)).numpy()
        return salience


def measure(models: Models, data: Path, *, rows: int) -> dict[str, float]:
    """The gate's figures on the first rows of each set."""
    pick, scorer = ours(models), RougeScorer(list(MEASURES), use_stemmer=True)
    records = read_rows(data / "summaries/cnndm_val.jsonl.gz", most=rows)
    read = [row for r in records if (row := read_row(r["text"], r["summary"]))]
    found = [scorer.score(row.reference, row.quote(pick(row))) for row in read]
    conll = read_rows(data / "entities/eval_only_cleanconll_dev.jsonl.gz", most=4 * rows)
    gmb = read_rows(data / "entities/gmb_dev.jsonl.gz", most=4 * rows)
    return {
        **{m: 100 * float(np.mean([scores[m].fmeasure for scores in found])) for m in MEASURES},
        "cleanconll F1": score_conll(conll, models)["all"].f1,
        "gmb F1": score_gmb(gmb, models)[0].f1,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("model", type=Path, help="the model store that holds embedded/")
    parser.add_argument("data", type=Path)
    parser.add_argument("--rows", type=int, default=500)
    asked = parser.parse_args()
    embedded = load_models(asked.model)
    trained = TorchEncoder(load_checkpoint(asked.checkpoint), asked.model / "embedded")
    before = measure(Models(trained, embedded.name), asked.data, rows=asked.rows)
    after = measure(embedded, asked.data, rows=asked.rows)
    for name, value in before.items():
        lost = value - after[name]
        print(f"{name:<14} torch {value:6.2f}  embedded {after[name]:6.2f}  lost {lost:+.2f}")


if __name__ == "__main__":
    main()
