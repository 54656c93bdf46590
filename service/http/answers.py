"""How an answer leaves: JSON or Markdown, with an ETag, or not at all if the caller has it."""

from __future__ import annotations

import hashlib
import re

from fastapi import Request, Response

from service.brief import Brief
from service.http.problems import MEDIA_TYPE, Problem
from service.http.record import record_of
from service.markdown import to_markdown

MARKDOWN = "text/markdown"


def brief_response(request: Request, brief: Brief) -> Response:
    """`brief` as the caller wants it; 304 without a body if `If-None-Match` names it."""
    wants_markdown = prefers_markdown(request.headers.get("accept", ""))
    body = (to_markdown(brief) if wants_markdown else brief.model_dump_json()).encode()
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {
        "etag": etag,
        "vary": "Accept",
        "cache-control": "private, no-cache",
        "x-cache": "hit" if record_of(request).hits else "miss",
    }
    if _names(request.headers.get("if-none-match", ""), etag):
        return Response(status_code=304, headers=headers)
    media_type = f"{MARKDOWN}; charset=utf-8" if wants_markdown else "application/json"
    return Response(body, media_type=media_type, headers=headers)


def problem_response(problem: Problem, *, headers: dict[str, str] | None = None) -> Response:
    """`problem` as RFC 9457 sends it."""
    return Response(
        problem.json_text(), status_code=problem.status, media_type=MEDIA_TYPE, headers=headers
    )


def prefers_markdown(accept: str) -> bool:
    """Whether Markdown is wanted more than JSON; JSON for those who don't care."""
    weights = {"application/json": 0.0, MARKDOWN: 0.0}
    for part in accept.split(",")[:50]:
        media_type, *parameters = (piece.strip().lower() for piece in part.split(";"))
        for name in weights:
            if media_type in (name, name.partition("/")[0] + "/*", "*/*"):
                weights[name] = max(weights[name], _quality(parameters))
    return weights[MARKDOWN] > weights["application/json"]


def _quality(parameters: list[str]) -> float:
    for parameter in parameters:
        if found := re.fullmatch(r"q\s*=\s*([01](?:\.\d{0,3})?)", parameter):
            return float(found[1])
    return 1.0


def _names(if_none_match: str, etag: str) -> bool:
    tags = [tag.strip().removeprefix("W/") for tag in if_none_match.split(",")]
    return etag in tags or tags == ["*"]
