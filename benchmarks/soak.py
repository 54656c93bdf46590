"""How the server bears a long time and a sudden death.

    python -m benchmarks.soak load --minutes 10   mixed inputs at the limit of concurrency
    python -m benchmarks.soak kill --jobs 200     kill -9 in the middle of so many jobs, twice

Both start a server of their own, print their figures, and end with code 1 where a promise was
broken: no answer but 200, 429 and the problems that were asked for; no memory that grows after the
warm-up; every job over, each once.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

ARTICLE = (Path(__file__).parents[1] / "tests" / "articles" / "port-anselm.txt").read_text()
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in ARTICLE.split("\n\n"))
PAGE = f"<html><body><article>{PARAGRAPHS}</article></body></html>"
# Growth that is no leak: allocators keep what the longest article so far has needed.
ALLOWED_GROWTH = 1.1


class Server:
    """`briefs serve` in a process, its state in `data`."""

    def __init__(self, data: Path, **settings: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port: int = probe.getsockname()[1]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "service", "serve", "--port", str(self.port)],
            env=os.environ | {"BRIEFS_DATA": str(data)} | settings,
            stdout=subprocess.DEVNULL,
        )
        while self.status("GET", "/readyz") != 200:
            if self._process.poll() is not None:
                raise SystemExit("the server did not start")
            time.sleep(0.2)

    def ask(self, method: str, path: str, body: str = "", kind: str = "") -> tuple[int, Any]:
        """The status of the answer, 0 where there is none, and its JSON."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request(method, path, body.encode(), {"Content-Type": kind} if kind else {})
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())
        except (OSError, HTTPException, ValueError):
            return 0, None
        finally:
            connection.close()

    def status(self, method: str, path: str) -> int:
        return self.ask(method, path)[0]

    def memory(self) -> int:
        """Megabytes in memory."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) // 1024

    def stop(self, how: signal.Signals) -> None:
        self._process.send_signal(how)
        self._process.wait()


def inputs(number: int) -> tuple[str, str, str, int]:
    """The path, the body, its kind and the status that is right: ten sorts, no two the same."""
    sort, text = number % 10, f"{ARTICLE}\n\nEdition {number}, said the editor of the paper."
    if sort == 0:
        return "/v1/briefs", PAGE.replace("312", str(number)), "text/html", 200
    if sort == 1:
        return "/v1/briefs?sentences=1", text * 8, "text/plain", 200
    if sort == 2:
        return "/v1/briefs", json.dumps({"text": "Too short."}), "application/json", 422
    if sort == 3:
        return "/v1/briefs", "{", "application/json", 400
    if sort == 4:
        batch = {"articles": [{"text": text}, {"text": ""}]}
        return "/v1/briefs/batch", json.dumps(batch), "application/json", 200
    if sort == 5:
        return "/summarization", json.dumps({"inputs": text}), "application/json", 200
    if sort == 6:
        return "/v1/briefs", "x" * 6_000_000, "text/plain", 413
    if sort == 7:
        return "/v1/briefs", json.dumps({"text": ARTICLE}), "application/json", 200  # remembered
    offsets = "utf16" if sort == 8 else "utf8"
    body = json.dumps({"text": text.replace("ferry", "🛳 fërry"), "offsets": offsets})
    return "/v1/briefs", body, "application/json", 200


@dataclass
class Tally:
    """What the clients have seen."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    statuses: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)  # of answers with 200

    def add(self, number: int, expected: int, status: int, seconds: float) -> None:
        with self.lock:
            self.statuses[status] += 1
            if status == 200:
                self.seconds.append(seconds)
            if status not in (expected, 429):
                self.wrong.append(f"input {number}: {status} where {expected} was right")


def client(server: Server, tally: Tally, first: int, step: int, until: float) -> None:
    """Ask one question after another."""
    number = first
    while time.monotonic() < until:
        path, body, kind, expected = inputs(number)
        begin = time.monotonic()
        status, _ = server.ask("POST", path, body, kind)
        tally.add(number, expected, status, time.monotonic() - begin)
        if status == 429:
            time.sleep(0.2)
        number += step


def load(minutes: float) -> bool:
    """Whether the server bore it."""
    slots = max(2, os.cpu_count() or 1)
    tally, memory = Tally(), list[int]()
    with tempfile.TemporaryDirectory() as data:
        server = Server(Path(data), BRIEFS_CONCURRENT=str(slots))
        begin = time.monotonic()
        until = begin + 60 * minutes
        clients = [
            threading.Thread(target=client, args=(server, tally, n, slots + 1, until))
            for n in range(slots + 1)
        ]
        for thread in clients:
            thread.start()
        while time.monotonic() < until:
            time.sleep(60 * minutes / 100)
            memory.append(server.memory())
        for thread in clients:
            thread.join()
        server.stop(signal.SIGTERM)
    return _report_load(tally, memory, minutes)


def _report_load(tally: Tally, memory: list[int], minutes: float) -> bool:
    warm_up = max(memory[: len(memory) * 3 // 10])
    peak = max(memory[len(memory) * 3 // 10 :])
    seconds = sorted(tally.seconds) or [0.0]
    middle, late = seconds[len(seconds) // 2], seconds[len(seconds) * 99 // 100]
    print(f"{sum(tally.statuses.values())} requests in {minutes:g} minutes: {dict(tally.statuses)}")
    print(f"answers with 200: p50 {middle:.2f} s, p99 {late:.2f} s")
    print(f"memory: {warm_up} MB after the warm-up (30 %), at most {peak} MB later")
    print("\n".join(tally.wrong[:10]) or "no answer but the right one or 429")
    return not tally.wrong and peak <= ALLOWED_GROWTH * warm_up


def kill(jobs: int) -> bool:
    """Whether all jobs ended, each once, though the server died twice."""
    with tempfile.TemporaryDirectory() as data:
        server = Server(Path(data))
        ids = [
            server.ask("POST", "/v1/jobs", json.dumps({"text": f"{ARTICLE}\n\nEdition {n}."}),
                       "application/json")[1]["id"]
            for n in range(jobs)
        ]  # fmt: skip
        for share in (3, 2):  # dies at a third, and again at half
            _wait_for(Path(data), jobs // share)
            server.stop(signal.SIGKILL)
            print(f"killed with {_over(Path(data))} of {jobs} jobs over")
            server = Server(Path(data))
        _wait_for(Path(data), jobs)
        answers = [server.ask("GET", f"/v1/jobs/{id}")[1] for id in ids]
        server.stop(signal.SIGTERM)
    succeeded = sum(answer["status"] == "succeeded" for answer in answers)
    distinct = len({answer["brief"]["id"] for answer in answers if "brief" in answer})
    print(f"{succeeded} of {jobs} succeeded, {distinct} different briefs")
    return bool(succeeded == distinct == jobs)


def _over(data: Path) -> int:
    with sqlite3.connect(f"file:{data / 'jobs.sqlite'}?mode=ro", uri=True) as database:
        query = "SELECT count(*) FROM jobs WHERE status IN ('succeeded', 'failed')"
        return int(database.execute(query).fetchone()[0])


def _wait_for(data: Path, number: int) -> None:
    while _over(data) < number:
        time.sleep(0.1)


def main() -> None:
    """Run one of the two."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    programs = parser.add_subparsers(dest="program", required=True)
    programs.add_parser("load").add_argument("--minutes", type=float, default=10)
    programs.add_parser("kill").add_argument("--jobs", type=int, default=200)
    asked = parser.parse_args()
    held = load(asked.minutes) if asked.program == "load" else kill(asked.jobs)
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()
