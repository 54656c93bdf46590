"""`briefs batch`: one request a line in, one result a line out."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer


def batch(
    requests: Annotated[
        Path, typer.Argument(metavar="IN.jsonl", exists=True, dir_okay=False, help="requests")
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="OUT.jsonl", dir_okay=False, help="results")
    ],
    workers: Annotated[int, typer.Option(min=1, max=64, help="processes")] = 1,
) -> None:
    """Write the result of each line of IN.jsonl, in order; run it again to go on after a stop.

    A line is a request of POST /v1/briefs; its result has a `brief` or a `problem`, and as
    `input` the start of the line's SHA-256.
    """
    # Here, so that `briefs --help` doesn't wait for the model's runtime (0.5 s of 0.7).
    from service.cli.answering import answers
    from service.cli.lines import count_lines, open_results, read_lines
    from service.cli.progress import progress_bar
    from service.settings import read_settings

    settings = read_settings()
    lines = read_lines(requests, longest=settings.body_bytes)
    with open_results(output, lines) as (results, done):
        left = count_lines(requests) - done
        counts: Counter[str] = Counter()
        for result in progress_bar(answers(lines, settings, workers=workers), left, done):
            results.write(result.line)
            results.flush()
            counts[result.kind] += 1
    print(_sentence(counts, done), file=sys.stderr)


def _sentence(counts: Counter[str], done: int) -> str:
    before = f", {done} from before" if done else ""
    return f"briefs: {counts['brief']} briefs, {counts['problem']} problems{before}"
