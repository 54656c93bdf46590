"""`/v1/jobs`: the same work, later."""

from __future__ import annotations

import re
import secrets

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from service.brief import Brief
from service.errors import InvalidRequest, KeyReused, NoSuchJob, NotOffered
from service.http.bodies import parse_submission, read_request
from service.http.openapi import ARTICLE_BODY, IDEMPOTENCY_KEY, JOB_HEADERS, QUERY
from service.http.parts import Parts, PartsOf
from service.http.problems import Problem, responses
from service.http.wire import JobAnswer
from service.jobs import Job, JobRequest
from service.ports import JobStore

router = APIRouter(tags=["jobs"])
_KEY = re.compile(r"[!-~]{1,255}")


@router.post(
    "/v1/jobs",
    status_code=202,
    response_model=JobAnswer,
    summary="One article, later",
    responses={202: {"headers": JOB_HEADERS}, **responses(400, 401, 408, 413, 415, 422, 429, 503)},
    openapi_extra={"requestBody": ARTICLE_BODY, "parameters": [*QUERY, IDEMPOTENCY_KEY]},
)
async def create_job(request: Request, parts: PartsOf) -> Response:
    """Takes what `POST /v1/briefs` takes; what can't be read is refused at once.

    The same `Idempotency-Key` with the same request gets the same job, however often it is sent.
    """
    _store(parts)
    asked = await read_request(request, parts.limits)
    parse_submission(asked)
    return await keep_job(request, parts, asked)


async def keep_job(request: Request, parts: Parts, asked: JobRequest) -> Response:
    """The answer to `asked`, once it is kept as a job: 202, and where to look for it."""
    key = _key(request)
    job = _new_job(request, parts, asked, key)
    kept = await run_in_threadpool(_store(parts).add, job)
    if kept.digest != job.digest:
        raise KeyReused("this key came with another request before", field="Idempotency-Key")
    root = request.scope.get("root_path", "")
    headers = {"location": f"{root}/v1/jobs/{kept.id}"}
    if kept.id != job.id:
        headers["idempotent-replayed"] = "true"
    return _job_response(kept, status=202, headers=headers)


@router.get(
    "/v1/jobs/{id}",
    response_model=JobAnswer,
    summary="How a job stands",
    responses=responses(401, 404, 503),
)
def get_job(id: str, request: Request, parts: PartsOf) -> Response:
    """The job with its brief or its problem, until it expires; only for the key that sent it."""
    job = _store(parts).get(id)
    if job is None or job.owner != request.state.owner:
        raise NoSuchJob("no job has this id; it may have expired")
    return _job_response(job)


def _store(parts: Parts) -> JobStore:
    if parts.jobs is None:
        raise NotOffered("this server takes no jobs; use POST /v1/briefs")
    return parts.jobs


def _key(request: Request) -> str | None:
    key = request.headers.get("idempotency-key")
    if key is not None and not _KEY.fullmatch(key):
        raise InvalidRequest(
            "1 to 255 visible ASCII characters are a key", field="Idempotency-Key", limit=255
        )
    return key


def _new_job(request: Request, parts: Parts, asked: JobRequest, key: str | None) -> Job:
    now = parts.now()
    return Job(
        id=secrets.token_hex(16),
        created=now,
        expires=now + parts.job_life,
        digest=asked.digest,
        owner=request.state.owner,
        key=key,
        request=asked,
    )


def _job_response(
    job: Job, *, status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    answer = job_answer(job).model_dump_json()
    return Response(answer, status_code=status, headers=headers, media_type="application/json")


def job_answer(job: Job) -> JobAnswer:
    """A job as its owner sees it: `brief` and `problem` only where there is one."""
    brief = job.outcome.brief if job.outcome else None
    problem = job.outcome.problem if job.outcome else None
    return JobAnswer(
        id=job.id,
        status=job.status,
        created=job.created,
        expires=job.expires,
        brief=Brief.model_validate_json(brief) if brief else None,
        problem=Problem.model_validate_json(problem) if problem else None,
    )
