"""What an invocation of the function says about the request that it carries."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.errors import AnswerTooLarge
from service.http.problems import MEDIA_TYPE, problem_of

# Lambda hands back 6 MB, counted in the JSON of the whole answer.
MAX_ANSWER = 6 * 1024 * 1024
# Seconds for what comes after a brief: its answer, or the job that it becomes.
RESERVE = 2.0


class Invocation:
    """ASGI middleware: a request has the invocation's time, its owner, and its stage's paths."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        event, context = scope.get("aws.event", {}), scope.get("aws.context")
        state = scope.setdefault("state", {})
        state["owner"] = _owner(event)
        if context is not None:
            left = context.get_remaining_time_in_millis() / 1_000
            state["seconds"] = max(left - RESERVE, 0.1)
        await self._app(scope, receive, _with_stage(send, _stage(event)))


def _owner(event: dict[str, Any]) -> str:
    """Who asks, as far as the gateway knows; never the key itself."""
    key = event.get("requestContext", {}).get("identity", {}).get("apiKeyId")
    return hashlib.sha256(f"api key {key}".encode()).hexdigest() if key else ""


def _stage(event: dict[str, Any]) -> str:
    """What a REST API's own domain puts before every path, such as /prod; "" elsewhere."""
    full, path = event.get("requestContext", {}).get("path"), event.get("path")
    if isinstance(full, str) and isinstance(path, str) and full.endswith(path):
        return full.removesuffix(path)
    return ""


def _with_stage(send: Send, stage: str) -> Send:
    """`send`, for answers whose Location begins with the stage."""

    async def forward(message: Message) -> None:
        if message["type"] == "http.response.start" and stage:
            headers = MutableHeaders(scope=message)
            if headers.get("location", "").startswith("/"):
                headers["location"] = stage + headers["location"]
        await send(message)

    return forward


def fit(answer: dict[str, Any]) -> dict[str, Any]:
    """`answer`; or, where Lambda would not carry it, the problem that says so."""
    size = len(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace"))
    if size <= MAX_ANSWER:
        return answer
    problem = problem_of(
        AnswerTooLarge(
            f"the answer has {size} bytes and {MAX_ANSWER} can be sent from here; "
            "send fewer articles at once, or ask for it without include_text",
            limit=MAX_ANSWER,
            actual=size,
        )
    )
    headers = {"content-type": MEDIA_TYPE, "x-content-type-options": "nosniff"}
    several = {name: [value] for name, value in headers.items()}
    # In the shape that the event asked for: a load balancer may want its headers as lists.
    shape = {"multiValueHeaders": several} if "multiValueHeaders" in answer else {}
    return {
        "statusCode": problem.status,
        "headers": headers,
        **shape,
        "body": problem.json_text(),
        "isBase64Encoded": False,
    }
