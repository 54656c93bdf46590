"""What an invocation of the function says about the request that it carries."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send

from service.errors import AnswerTooLarge
from service.http.problems import MEDIA_TYPE, problem_of

# Lambda hands back 6 MB, counted in the JSON of the whole answer.
MAX_ANSWER = 6 * 1024 * 1024
# Seconds for what comes after a brief: its answer, or the job that it becomes.
RESERVE = 2.0


class Invocation:
    """ASGI middleware: a request has the invocation's time, its owner, and the path's root."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        event, context = scope.get("aws.event", {}), scope.get("aws.context")
        state = scope.setdefault("state", {})
        state["owner"] = _owner(event)
        if context is not None:
            left = context.get_remaining_time_in_millis() / 1_000
            state["seconds"] = max(left - RESERVE, 0.1)
        await self._app({**scope, **_paths(event)}, receive, send)


def _owner(event: dict[str, Any]) -> str:
    """Who asks, as far as the gateway knows; never the key itself."""
    key = event.get("requestContext", {}).get("identity", {}).get("apiKeyId")
    return hashlib.sha256(f"api key {key}".encode()).hexdigest() if key else ""


_PARAMETER = re.compile(r"\{(\w+)\+?\}")


def _paths(event: dict[str, Any]) -> dict[str, str]:
    """The whole path, and as ASGI's `root_path` what stands in it before the service's own.

    That is the stage (/prod) on an API's own domain, and what a custom domain is mapped under;
    nothing where the gateway adds nothing, as a function URL and a load balancer do.
    """
    context = event.get("requestContext", {})
    if "resource" in event and isinstance(full := context.get("path"), str):  # REST
        known = event.get("pathParameters") or {}
        own = _PARAMETER.sub(lambda name: known.get(name[1], ""), event["resource"])
    elif event.get("version") == "2.0":  # HTTP
        full = event["rawPath"]
        own = full.removeprefix(f"/{context.get('stage')}")
        if not own.startswith("/"):
            own = full
    else:
        return {}
    if not full.rstrip("/").endswith(own.rstrip("/")):
        return {}
    root = full.rstrip("/").removesuffix(own.rstrip("/"))
    return {"path": root + own, "root_path": root}


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
