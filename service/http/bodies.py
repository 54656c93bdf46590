"""From the bytes of a request to what is asked."""

from __future__ import annotations

import asyncio
import codecs
import re
from typing import TypeVar
from urllib.parse import parse_qsl

from fastapi import Request
from pydantic import BaseModel, ValidationError

from service.errors import (
    InvalidRequest,
    RequestTooLarge,
    RequestTooSlow,
    UnsupportedMediaType,
)
from service.http.problems import invalid
from service.jobs import JobRequest
from service.limits import Limits
from service.request import (
    BriefRequest,
    Document,
    Page,
    PastedText,
    QueryOptions,
    Source,
    Submission,
)

JSON = "application/json"
RAW = ("text/plain", "text/html", "application/pdf")
# An answer before the end of the request looks to many clients like a broken connection, so a body
# that is too large is read on, and forgotten, up to this many times the limit.
PATIENCE = 10
# Each thing wrong with a request costs 20 microseconds and a kilobyte to say, so that a million of
# them would stop the server for half a minute. A full batch has some five hundred values.
MOST_VALUES = 1_000
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)

_CHARSET = re.compile(r""";\s*charset\s*=\s*"?([^\s";]+)""", re.IGNORECASE)

M = TypeVar("M", bound=BaseModel)


async def read_body(request: Request, limits: Limits) -> bytes:
    """The body; raises RequestTooLarge or RequestTooSlow."""
    try:
        async with asyncio.timeout(limits.seconds):
            return await _read(request, limits.body_bytes)
    except TimeoutError:
        raise RequestTooSlow(
            f"the request did not end in {limits.seconds:g} seconds", limit=limits.seconds
        ) from None


async def _read(request: Request, limit: int) -> bytes:
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise UnsupportedMediaType("compressed requests are not read; send it as it is")
    body = bytearray()
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size <= limit:
            body += chunk
        elif size > PATIENCE * limit:
            break
    if size > limit:
        detail = f"the request has {size} bytes; this server takes up to {limit}"
        raise RequestTooLarge(detail, limit=limit, actual=size)
    return bytes(body)


async def read_json(request: Request, model: type[M], limits: Limits) -> M:
    """The body, which has to be JSON, as a `model`."""
    media_type, _ = _content_type(request.headers.get("content-type", ""))
    body = await read_body(request, limits)
    if media_type != JSON:
        raise UnsupportedMediaType(f"send Content-Type: {JSON}, not {media_type or 'none'}")
    _refuse_query(request.url.query)
    return parse_json(body, model)


def parse_json(body: bytes, model: type[M]) -> M:
    """`body` as a `model`; raises MalformedRequest or InvalidRequest."""
    body = body.removeprefix(codecs.BOM_UTF8)  # Windows writes one
    _require_few(1 + _STRING.sub(b"", body).count(b","), "the request")
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        raise invalid(error) from None


def _require_few(values: int, where: str, *, field: str | None = None) -> None:
    if values > MOST_VALUES:
        raise InvalidRequest(
            f"{where} has {values} values; up to {MOST_VALUES} are looked at",
            field=field,
            limit=MOST_VALUES,
            actual=values,
        )


async def read_request(request: Request, limits: Limits) -> JobRequest:
    """The request as it came, to be parsed now or later."""
    content_type = request.headers.get("content-type", "")
    return JobRequest(content_type, request.url.query, await read_body(request, limits))


def parse_submission(request: JobRequest) -> Submission:
    """JSON with everything in it, or an article as the body and the options as the query."""
    media_type, charset = _content_type(request.content_type)
    if media_type == JSON:
        _refuse_query(request.query)
        return parse_json(request.body, BriefRequest).submission()
    if media_type not in RAW:
        known = ", ".join((JSON, *RAW))
        raise UnsupportedMediaType(
            f"{media_type or 'no Content-Type'} is not read; send one of {known}"
        )
    options = _query_options(request.query)
    return options.submission(_source(media_type, charset, request.body))


def _source(media_type: str, charset: str | None, body: bytes) -> Source:
    if media_type == "application/pdf":
        return Document(body)
    if media_type == "text/html":
        return Page(body, charset)
    return PastedText.decode(body, charset)


def _query_options(query: str) -> QueryOptions:
    pairs = parse_qsl(query, keep_blank_values=True)
    _require_few(len(pairs), "the query", field="query")
    options = dict(pairs)
    if len(options) < len(pairs):
        raise InvalidRequest("an option stands in the query twice", field="query")
    try:
        return QueryOptions.model_validate(options)
    except ValidationError as error:
        raise invalid(error) from None


def _refuse_query(query: str) -> None:
    """Options in a place where they would be overlooked."""
    if query:
        raise InvalidRequest(
            "with a JSON body the options stand in the body, not in the query", field="query"
        )


def _content_type(header: str) -> tuple[str, str | None]:
    """The media type and the charset; "" and None where they are not named."""
    media_type = header.partition(";")[0].strip().lower()
    charset = _CHARSET.search(header)
    return media_type, charset[1].lower() if charset else None
