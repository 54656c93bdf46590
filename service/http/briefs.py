"""`POST /v1/briefs`, alone and by the batch."""

from __future__ import annotations

import time
from functools import partial
from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import ValidationError

from service.brief import Brief
from service.desk import Desk
from service.errors import BriefError, DeadlineExceeded, InvalidRequest
from service.http.answers import brief_response
from service.http.bodies import parse_submission, read_json, read_request
from service.http.jobs import keep_job
from service.http.openapi import ARTICLE_BODY, BATCH_BODY, BRIEF_ANSWER, HANDED_OVER, QUERY
from service.http.parts import PartsOf, seconds_left
from service.http.problems import invalid, problem_of, responses
from service.http.record import Record, Stopwatch, record_of
from service.http.wire import BatchAnswer, BatchRequest, BatchResult
from service.request import BriefRequest, Submission

router = APIRouter(tags=["briefs"])


@router.post(
    "/v1/briefs",
    response_model=Brief,
    summary="One article, one brief",
    responses={
        200: BRIEF_ANSWER,
        202: HANDED_OVER,
        **responses(400, 401, 408, 413, 415, 422, 429, 502, 503, 504),
    },
    openapi_extra={"requestBody": ARTICLE_BODY, "parameters": QUERY},
)
async def create_brief(request: Request, parts: PartsOf) -> Response:
    """The brief of an article that comes as JSON, or as itself with the options in the query.

    `Accept: text/markdown` gets it for reading; `If-None-Match` with an earlier ETag gets a 304.
    Where the server's time for one answer is short, a brief that takes longer becomes a job: 202.
    """
    asked = await read_request(request, parts.limits)
    submission = parse_submission(asked)
    seconds = seconds_left(request, parts)
    watch = Stopwatch(record_of(request), seconds=seconds, deadline=parts.limits.deadline_seconds)
    work = partial(parts.desk.answer, submission, watch)
    try:
        answer = await parts.slots.run(work, seconds=seconds)
    except DeadlineExceeded:
        if not parts.hands_over:
            raise
        return await keep_job(request, parts, asked)
    return brief_response(request, record_of(request).note(answer))


@router.post(
    "/v1/briefs/batch",
    response_model=BatchAnswer,
    summary="Several articles",
    responses=responses(400, 401, 408, 413, 415, 422, 429, 503),
    openapi_extra={"requestBody": BATCH_BODY},
)
async def create_batch(request: Request, parts: PartsOf) -> Response:
    """A brief or a problem for each article, in order; 200 even when some failed."""
    batch = await read_json(request, BatchRequest, parts.limits)
    check_number(len(batch.articles), parts.limits.batch, field="articles")
    seconds = seconds_left(request, parts, articles=len(batch.articles))
    work = partial(_answer_all, parts.desk, batch, record_of(request), seconds)
    answer = await parts.slots.run(work, seconds=seconds)
    return Response(answer.model_dump_json(), media_type="application/json")


def check_number(actual: int, limit: int, *, field: str) -> None:
    """Raise InvalidRequest for more articles than go into one request."""
    if actual > limit:
        raise InvalidRequest(
            f"{actual} articles are sent; up to {limit} go into one request",
            field=field,
            limit=limit,
            actual=actual,
        )


def _answer_all(desk: Desk, batch: BatchRequest, record: Record, seconds: float) -> BatchAnswer:
    # What is left of the time when the last article begins is its own to end in.
    end = time.monotonic() + 0.8 * seconds

    def watch() -> Stopwatch:
        left = end - time.monotonic()
        limits = desk.limits
        return Stopwatch(
            record, seconds=min(limits.seconds, left), deadline=limits.deadline_seconds
        )

    results = (_answer_one(desk, article, record, watch()) for article in batch.articles)
    return BatchAnswer(results=tuple(results))


def _answer_one(desk: Desk, article: Any, record: Record, watch: Stopwatch) -> BatchResult:
    try:
        return BatchResult(brief=record.note(desk.answer(_submission(article), watch)))
    except BriefError as error:
        return BatchResult(problem=problem_of(error))


def _submission(article: Any) -> Submission:
    try:
        return BriefRequest.model_validate(article).submission()
    except ValidationError as error:
        raise invalid(error) from None
