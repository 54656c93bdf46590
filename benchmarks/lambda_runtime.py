"""A function under AWS's own runtime client, and the part of Lambda that the client talks to.

Speaks the runtime API (2018-06-01): hands out one event at a time, takes its answer, refuses what
Lambda refuses. It does not end a function at its deadline; the function has to keep it by itself.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue
from signal import SIGKILL
from threading import Lock, Thread
from types import TracebackType
from typing import IO, Any, Self

# What an invocation may bring, and what it may take back.
MAX_PAYLOAD = 6 * 1024 * 1024
_API = "/2018-06-01/runtime"
_ARN = "arn:aws:lambda:eu-central-1:123456789012:function:briefs"
_PATIENCE = 60  # seconds after its time until a function that doesn't answer is given up


# What starts the runtime client, given the environment of the function.
Program = Callable[[Mapping[str, str]], Sequence[str]]


def here(_: Mapping[str, str]) -> Sequence[str]:
    """The runtime client of this environment."""
    return (sys.executable, "-m", "awslambdaric")


class PayloadTooLarge(Exception):
    """Lambda would not have carried this."""


class FunctionFailed(Exception):
    """The function reported an error instead of an answer, or died."""


@dataclass(frozen=True, slots=True)
class _Invocation:
    payload: bytes
    seconds: float
    id: str = field(default_factory=lambda: str(uuid.uuid4()))


class LambdaRuntime(AbstractContextManager["LambdaRuntime"]):
    """`python -m awslambdaric HANDLER`, running; `seconds_to_answer` is its first answer's time."""

    def __init__(
        self,
        handler: str,
        *,
        environment: Mapping[str, str] | None = None,
        program: Program | None = None,
        log: IO[bytes] | None = None,
    ) -> None:
        self.seconds_to_answer: float | None = None
        self._alone = Lock()  # one environment has one invocation at a time
        self._waiting: Queue[_Invocation] = Queue()
        self._answers: Queue[tuple[str, bytes]] = Queue()
        self._server = _Server(("127.0.0.1", 0), _RuntimeApi)
        self._server.runtime = self
        self._thread = Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        given = {**self._environment(handler), **(environment or {})}
        self._begun = time.perf_counter()
        self._process = subprocess.Popen(
            [*(program or here)(given), handler],
            env={**os.environ, **given},
            stdout=log or subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            cwd=Path(__file__).parents[1],
        )

    def _environment(self, handler: str) -> dict[str, str]:
        return {
            "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{self._server.server_port}",
            "AWS_LAMBDA_FUNCTION_NAME": "briefs",
            "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "2048",
            "_HANDLER": handler,
        }

    def invoke(self, event: object, *, seconds: float = 60) -> Any:
        """What the function answers to `event`, which says that it has so many `seconds`.

        Raises PayloadTooLarge or FunctionFailed.
        """
        payload = json.dumps(event).encode()
        if len(payload) > MAX_PAYLOAD:
            raise PayloadTooLarge(f"the event has {len(payload)} bytes")
        with self._alone:
            self._waiting.put(_Invocation(payload, seconds))
            kind, body = self._answer(seconds)
        self.seconds_to_answer = self.seconds_to_answer or time.perf_counter() - self._begun
        if kind == "error":
            raise FunctionFailed(body.decode())
        if len(body) > MAX_PAYLOAD:
            raise PayloadTooLarge(f"the answer has {len(body)} bytes")
        return json.loads(body)

    def _answer(self, seconds: float) -> tuple[str, bytes]:
        for _ in range(_PATIENCE + int(seconds)):
            try:
                return self._answers.get(timeout=1)
            except Empty:
                if self._process.poll() is not None:
                    break
        raise FunctionFailed(f"no answer; the process ended with {self._process.poll()}")

    def memory(self) -> float:
        """The most that the function has held in memory, in MB.

        Of its largest process: what starts an image's client is its parent, and is not counted.
        """
        return max(_peak(id) for id in _family(self._process.pid))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for id in reversed(_family(self._process.pid)):
            with suppress(ProcessLookupError):
                os.kill(id, SIGKILL)
        self._process.wait()
        self._server.shutdown()
        self._server.server_close()

    def __enter__(self) -> Self:
        return self


def _family(id: int) -> list[int]:
    """The process and all below it, parents first."""
    children = Path(f"/proc/{id}/task").glob("*/children")
    below = (int(child) for file in children for child in file.read_text().split())
    return [id, *(each for child in below for each in _family(child))]


def _peak(id: int) -> float:
    try:
        status = Path(f"/proc/{id}/status").read_text()
    except FileNotFoundError:
        return 0
    peaks = [line for line in status.splitlines() if line.startswith("VmHWM")]
    return int(peaks[0].split()[1]) / 1024 if peaks else 0


class _Server(ThreadingHTTPServer):
    runtime: LambdaRuntime

    def handle_error(self, *_: object) -> None:
        """A client that was ended leaves its connection open: nothing to say."""


class _RuntimeApi(BaseHTTPRequestHandler):
    """What a runtime client asks of Lambda."""

    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path == f"{_API}/restore/next":  # the picture is taken, and we are back
            return self._send(200, b"{}")
        if self.path != f"{_API}/invocation/next":
            return self._send(404, b"{}")
        invocation = self.server.runtime._waiting.get()
        deadline = int(1_000 * (time.time() + invocation.seconds))
        headers = {
            "Lambda-Runtime-Aws-Request-Id": invocation.id,
            "Lambda-Runtime-Deadline-Ms": str(deadline),
            "Lambda-Runtime-Invoked-Function-Arn": _ARN,
            "Lambda-Runtime-Trace-Id": "Root=1-65f1a2b3-0123456789abcdef01234567;Sampled=0",
        }
        return self._send(200, invocation.payload, headers)

    def do_POST(self) -> None:
        body = self._read()
        if self.path.endswith("/response") and len(body) > MAX_PAYLOAD:
            self._send(413, b'{"errorType":"RequestEntityTooLarge"}')
        else:
            self._send(202, b'{"status":"OK"}')
        kind = "error" if self.path.endswith("/error") else "response"
        self.server.runtime._answers.put((kind, body))

    def _read(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def _send(self, status: int, body: bytes, headers: Mapping[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""
