"""`python -m benchmarks.speed.functions`: the function under AWS's own runtime client.

How soon it is ready, how fast, how large, and what its briefs cost: as the zip, built for this
machine's processor and Python, and as the image of `make image`, if it is here and can be run.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.lambda_runtime import LambdaRuntime, Program, here
from benchmarks.speed.cost import Warm, table
from benchmarks.speed.programs import thousand_words
from infra.zip_package import LEFT_OUT, RUNTIME, build

EVENT = Path(__file__).parents[2] / "tests" / "events" / "apigateway_rest.json"
IMAGE = "article-briefs"
STARTS, CALLS = 3, 8


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds from the process's start to its first answer and of a warm one, and peak memory."""

    start: float
    warm: float
    megabytes: float


def measure(text: str, *, program: Program = here, cores: Sequence[int] = ()) -> Measured:
    """The function's times with an article that is new each time, on these cores or on all."""
    starts, warm, peaks = [], [], []
    for _ in range(STARTS):
        with LambdaRuntime("service.aws.handler.handler", program=_pinned(program, cores)) as run:
            run.invoke(_event(text, title="0"))
            assert run.seconds_to_answer is not None
            starts.append(run.seconds_to_answer)
            warm += [_seconds(run.invoke(_event(text, title=str(n)))) for n in range(1, CALLS)]
            peaks.append(run.memory())
    return Measured(statistics.median(starts), statistics.median(warm), max(peaks))


def _event(text: str, *, title: str) -> dict[str, Any]:
    event: dict[str, Any] = json.loads(EVENT.read_text())
    return event | {"body": json.dumps({"text": text, "title": title})}


def _seconds(answer: Mapping[str, Any]) -> float:
    """What the function itself says that it took: the rest is our harness."""
    assert answer["statusCode"] == 200, answer
    several = {name: values[0] for name, values in answer.get("multiValueHeaders", {}).items()}
    timing = {**several, **answer.get("headers", {})}["server-timing"]
    return float(timing.rpartition("dur=")[2]) / 1_000


def _pinned(program: Program, cores: Sequence[int]) -> Program:
    if not cores:
        return program
    on = ("taskset", "--cpu-list", ",".join(map(str, cores)))
    return lambda environment: (*on, *program(environment))


@contextmanager
def zipped() -> Iterator[tuple[Program, int]]:
    """What starts the runtime client on the zip's packages alone, and their bytes."""
    with TemporaryDirectory() as folder:
        size = build(
            Path(folder),
            architecture=platform.machine(),
            python=f"{sys.version_info.major}.{sys.version_info.minor}",
            left_out=LEFT_OUT - RUNTIME,
        )
        yield of_zip(Path(folder)), size


def of_zip(folder: Path) -> Program:
    """Of this Python, the standard library alone; and nothing is compiled for the next start."""
    alone = ("env", f"PYTHONPATH={folder}", "PYTHONDONTWRITEBYTECODE=1")
    return lambda _: (*alone, sys.executable, "-S", "-P", "-m", "awslambdaric")


@contextmanager
def image() -> Iterator[tuple[Program, int] | None]:
    """What starts the image's runtime client, and the image's bytes; None where there is none."""
    buildah = ("buildah", "--storage-driver", os.environ.get("STORAGE_DRIVER", "vfs"))
    if shutil.which("buildah") is None or _run(*buildah, "images", "-q", IMAGE) is None:
        yield None
        return
    size = _run(*buildah, "inspect", "--type", "image", "--format", "{{.Docker.Size}}", IMAGE)
    with ExitStack() as stack:
        container = _run(*buildah, "from", "--pull-never", IMAGE)
        assert container is not None
        stack.callback(_run, *buildah, "rm", container)
        mounted = _run(*buildah, "mount", container)
        assert mounted is not None

        def program(environment: Mapping[str, str]) -> Sequence[str]:
            given = [f"--env={name}={value}" for name, value in environment.items()]
            start = ("/opt/briefs/bin/python", "-m", "awslambdaric")
            return (*buildah, "run", "--isolation", "chroot", *given, container, "--", *start)

        yield program, int(size or 0) or _bytes(Path(mounted))


def _bytes(folder: Path) -> int:
    files = (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    return sum(file.stat().st_size for file in files)


def _run(*command: str) -> str | None:
    """What a command prints; None where it fails."""
    done = subprocess.run(command, capture_output=True, text=True)
    return done.stdout.strip() if done.returncode == 0 else None


def report(text: str) -> None:
    """Print all of it."""
    print(f"\nthe function under AWS's runtime client, an article of {len(text.split())} words")
    print("                                      first answer      warm     peak")
    measured = {}
    with zipped() as (program, size):
        measured["zip"] = _measure_both("zip", text, program, size)
    with image() as found:
        if found is None:
            print("  the image                            not here: make image (needs buildah)")
        else:
            measured["image"] = _measure_both("image", text, *found)
    warm = {name: Warm(one.warm, two.warm) for name, (one, two) in measured.items()}
    starts = {name: two.start for name, (_, two) in measured.items()}
    print("\nUS dollars of us-east-1 with this processor's times (benchmarks/speed/cost.py)\n")
    print(table(warm, starts))


def _measure_both(name: str, text: str, program: Program, size: int) -> tuple[Measured, Measured]:
    """On one core and on two, printed."""
    one, two = (measure(text, program=program, cores=cores) for cores in ((0,), (0, 1)))
    _row(f"the {name}, {size / 1e6:.0f} MB, one core", one)
    _row("the same, two cores", two)
    return one, two


def _row(name: str, measured: Measured) -> None:
    print(
        f"  {name:<36} {measured.start:8.2f} s  {1_000 * measured.warm:6.0f} ms"
        f"  {measured.megabytes:4.0f} MB"
    )


if __name__ == "__main__":
    report(thousand_words())
