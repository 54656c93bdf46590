"""The function under AWS's own runtime client: how soon ready, how fast, and what a brief costs.

The environment's own packages first; then the image of `make image`, if it is here and can be run.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.lambda_runtime import LambdaRuntime, Program, here

EVENT = Path(__file__).parents[2] / "tests" / "events" / "apigateway_rest.json"
IMAGE = "article-briefs"
STARTS, CALLS = 3, 8

# US dollars, us-east-1, 2025; the free tier isn't counted.
GB_SECOND = {"arm64": 0.0000133334, "x86_64": 0.0000166667}
A_MILLION_CALLS = 0.20
A_MILLION_REST_REQUESTS = 3.50
# On demand: one read of 4 KB and one write of 1 KB, by the million; a kept brief has about 5 KB.
A_MILLION_READS, A_MILLION_WRITES, WRITES_A_BRIEF = 0.125, 0.625, 5
# A full virtual processor; a function with less memory gets that share of one.
VCPU_MB = 1769


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


def dollars(seconds: float, *, memory_mb: int, architecture: str = "arm64") -> float:
    """A million briefs: the function, the gateway, and the cache's reads and writes."""
    function = 1e6 * seconds * memory_mb / 1024 * GB_SECOND[architecture]
    cache = A_MILLION_READS + WRITES_A_BRIEF * A_MILLION_WRITES
    return function + A_MILLION_CALLS + A_MILLION_REST_REQUESTS + cache


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
    one, two = measure(text, cores=(0,)), measure(text, cores=(0, 1))
    _row("one core (1,769 MB)", one)
    _row("two cores (3,538 MB)", two)
    with image() as found:
        if found is None:
            print("  the image                            not here: make image (needs buildah)")
        else:
            program, size = found
            _row(f"the image, {size / 1e6:.0f} MB, two cores", measure(text, program=program))
    print(
        "\na brief's cost in US dollars, arm64, by the function's memory (this processor's times)"
    )
    print("                  ms   a thousand     a million")
    for memory in (1024, 1769, 2048, 3538):
        seconds = _scaled(one, two, memory)
        million = dollars(seconds, memory_mb=memory)
        print(f"  {memory:6} MB  {1_000 * seconds:6.0f}  {million / 1_000:10.4f}  {million:12.2f}")


def _row(name: str, measured: Measured) -> None:
    print(
        f"  {name:<36} {measured.start:8.2f} s  {1_000 * measured.warm:6.0f} ms"
        f"  {measured.megabytes:4.0f} MB"
    )


def _scaled(one: Measured, two: Measured, memory: int) -> float:
    """Between the two that were measured in a straight line of speed; below, a share of one."""
    shares = memory / VCPU_MB
    if shares <= 1:
        return one.warm / shares
    return 1 / (1 / one.warm + (1 / two.warm - 1 / one.warm) * min(shares - 1, 1))
