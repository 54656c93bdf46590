"""Around every request: its id, its times, its line in the log, and nothing that escapes."""

from __future__ import annotations

import json
import logging
import re
import time
import traceback
import uuid
from datetime import UTC, datetime

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.http.metrics import Metrics
from service.http.problems import MEDIA_TYPE, internal_problem
from service.http.record import Record

access_log = logging.getLogger("service.access")
_ID = re.compile(r"[A-Za-z0-9._:-]{1,128}")


class Observe:
    """ASGI middleware: X-Request-Id and Server-Timing on every answer, one JSON line in the log."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        record = Record(_request_id(Headers(scope=scope)))
        scope.setdefault("state", {})["record"] = record
        answer = _Answer(send, record)
        try:
            await self._app(scope, receive, answer.send)
        except ClientDisconnect:
            answer.status = answer.status or 499  # nginx's word for a caller who left
        except Exception as error:
            answer.failure = error
            await answer.apologise()
        finally:
            seconds = time.monotonic() - answer.begun
            self._metrics.count(_route(scope), answer.status, seconds, record)
            access_log.info(_line(scope, answer, seconds))


class _Answer:
    """What goes out, watched."""

    def __init__(self, send: Send, record: Record) -> None:
        self._send = send
        self.record = record
        self.begun = time.monotonic()
        self.status = 0
        self.failure: Exception | None = None

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers["x-request-id"] = self.record.id
            headers["x-content-type-options"] = "nosniff"
            headers["server-timing"] = self._timing()
        await self._send(message)

    async def apologise(self) -> None:
        """A 500, unless an answer has begun."""
        if self.status:
            return
        body = internal_problem(self.record.id).json_text().encode()
        length = str(len(body)).encode()
        headers = [(b"content-type", MEDIA_TYPE.encode()), (b"content-length", length)]
        await self.send({"type": "http.response.start", "status": 500, "headers": headers})
        await self.send({"type": "http.response.body", "body": body})

    def _timing(self) -> str:
        total = time.monotonic() - self.begun
        stages = {**self.record.stages, "total": total}
        return ", ".join(f"{name};dur={1000 * seconds:.1f}" for name, seconds in stages.items())


def _request_id(headers: Headers) -> str:
    """The caller's id where it is one that can stand in a log, else a new one."""
    sent = headers.get("x-request-id", "")
    return sent if _ID.fullmatch(sent) else uuid.uuid4().hex


def _route(scope: Scope) -> str:
    """The route's pattern: ids in paths would make every line its own kind."""
    return getattr(scope.get("route"), "path", "") or "none"


def _line(scope: Scope, answer: _Answer, seconds: float) -> str:
    record = answer.record
    line = {
        "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "request_id": record.id,
        "method": scope["method"],
        "route": _route(scope),
        "status": answer.status,
        "ms": round(1000 * seconds, 1),
        "stages_ms": {name: round(1000 * spent, 1) for name, spent in record.stages.items()},
        "articles": record.articles,
        "words": record.words,
        "cache_hits": record.hits,
        "model": record.model,
    }
    if answer.failure is not None:
        # The message stays out: it may quote the article.
        line["error"] = type(answer.failure).__name__
        line["traceback"] = "".join(traceback.format_tb(answer.failure.__traceback__))
    return json.dumps(line)
