"""`python -m benchmarks.quality DATA`: score everything on held data, compare with the floors.

Exit code 1 below a floor. `--update` raises the floors to what was reached; it refuses to lower one
unless `--allow-lower` is given too. `--only NAME` scores one part, for work on it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.quality import floors
from benchmarks.quality.actors import score_actors
from benchmarks.quality.dates import score_dates
from benchmarks.quality.entities import score_entities
from benchmarks.quality.grounding import score_grounding
from benchmarks.quality.summaries import score_summaries
from service.models import load_models

FILES = (
    "summaries/cnndm_val.jsonl.gz",
    "summaries/cnndm_val_cased.jsonl.gz",
    "entities/gmb_dev.jsonl.gz",
    "entities/eval_only_cleanconll_dev.jsonl.gz",
    "dates/timebank.jsonl.gz",
    "dates/aquaint.jsonl.gz",
    "actors/sel_wikinews_train.jsonl.gz",
    "actors/ecbplus.jsonl.gz",
)
PARTS = ("entities", "dates", "actors", "summaries", "grounding")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-lower", action="store_true")
    parser.add_argument("--only", choices=PARTS)
    asked = parser.parse_args()
    missing = [name for name in FILES if not (asked.data / name).is_file()]
    if missing:
        print(f"the gate needs {', '.join(missing)} in {asked.data}", file=sys.stderr)
        return 2
    models = load_models()
    parts: dict[str, Callable[[], dict[str, float]]] = {
        "entities": partial(score_entities, asked.data, models),
        "dates": partial(score_dates, asked.data),
        "actors": partial(score_actors, asked.data),
        "summaries": partial(score_summaries, asked.data),
        "grounding": partial(score_grounding, asked.data, models),
    }
    figures: dict[str, float] = {}
    for name, part in parts.items():
        if asked.only in (None, name):
            figures |= part()
    corpus = floors.corpus_hash([asked.data / name for name in FILES])
    if asked.update:
        floors.write_floors(figures, corpus=corpus, may_lower=asked.allow_lower)
    return _report(figures, corpus, only=asked.only)


def _report(figures: dict[str, float], corpus: str, *, only: str | None) -> int:
    if corpus != floors.recorded_corpus():
        print("\nthis is not the data that the floors were recorded on", file=sys.stderr)
        return 1
    expected = {
        name: floor
        for name, floor in floors.read_floors().items()
        if only is None or name.startswith(only)
    }
    lines = floors.fallen(figures, expected)
    print("\n" + ("\n".join(lines) if lines else f"all {len(expected)} floors hold"))
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
