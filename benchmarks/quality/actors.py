"""Score the actors: ranking on SEL-Wikinews, merging on ECB+, each beside its baseline.

`python -m benchmarks.quality.actors DATA` prints a table; `score_actors` gives the same figures to
a program. DATA is a folder with `actors/sel_wikinews_train.jsonl.gz` and `actors/ecbplus.jsonl.gz`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.quality.actor_merging import (
    Cluster,
    b_cubed,
    cluster_by_text,
    cluster_ours,
    read_chains,
)
from benchmarks.quality.actor_salience import read_all, score_found, score_given

# What is measured, ours and the baselines to put beside it.
ROWS = {
    "SEL-Wikinews, entities given: nDCG@5": ("given.ndcg5", ("first", "frequency")),
    "SEL-Wikinews, entities given: top-1": ("given.top1", ("first", "frequency")),
    "SEL-Wikinews end to end: salient among first 5": ("found5", ("model",)),
    "SEL-Wikinews end to end: salient among first 10": ("found10", ("model",)),
    "ECB+ merging: B-cubed F1": ("merging.f1", ("text",)),
}


def score_actors(data: Path) -> dict[str, float]:
    """Print each figure beside its baselines; returns ours, in per cent."""
    reads = read_all(data)
    scores = {**score_given(reads), **score_found(reads), **_score_merging(data)}
    print("\nActors: SEL-Wikinews in five folds, ECB+")
    for title, (measure, baselines) in ROWS.items():
        beside = ", ".join(f"{name} {scores[f'{measure}.{name}']:.1f}" for name in baselines)
        print(f"  {title:<50}{scores[f'{measure}.ours']:6.1f}   ({beside})")
    return {f"actors.{measure}": scores[f"{measure}.ours"] for measure, _ in ROWS.values()}


def _score_merging(data: Path) -> dict[str, float]:
    documents = list(read_chains(data / "actors" / "ecbplus.jsonl.gz"))
    clusters: dict[str, Cluster] = {"ours": cluster_ours, "text": cluster_by_text}
    return {f"merging.f1.{name}": b_cubed(documents, one)[2] for name, one in clusters.items()}


if __name__ == "__main__":
    score_actors(Path(sys.argv[1]))
