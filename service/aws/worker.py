"""The Lambda function that does the jobs whose ids SQS brings.

What fails is offered again, alone: the rest of its batch is done. What is brought twice is done
once (Powertools remembers it), and a job has one outcome (its store sees to that).
"""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    process_partial_response,
)
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.idempotency import (
    DynamoDBPersistenceLayer,
    IdempotencyConfig,
    idempotent_function,
)

from service.aws.clients import client
from service.aws.invocation import RESERVE
from service.aws.observe import Observer
from service.aws.settings import cloud_settings, needed
from service.aws.wiring import cloud_desk, make_jobs
from service.http.problems import problem_of
from service.http.record import Record
from service.http.slots import late
from service.jobs import Job, Outcome
from service.worker import do_job


class StillRunning(Exception):
    """Another worker has begun this job; if it died, the job is free by the time it comes again."""


_settings = cloud_settings()
_observer = Observer("briefs-worker")
_desk = cloud_desk(_settings)
_store = make_jobs(_settings)
_batches = BatchProcessor(EventType.SQS, raise_on_entire_batch_failure=False)
_done_before = IdempotencyConfig(expires_after_seconds=int(_settings.job_hours * 3_600))
_memory = DynamoDBPersistenceLayer(
    needed(_settings.idempotency_table, "BRIEFS_IDEMPOTENCY_TABLE"),
    boto3_client=client("dynamodb"),
)


def _work(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """The ids of the messages that have to come again."""
    _done_before.register_lambda_context(context)
    left = len(event["Records"])

    def work_one(record: SQSRecord) -> None:
        nonlocal left
        seconds = context.get_remaining_time_in_millis() / 1_000 - RESERVE
        share, left = seconds / left, left - 1
        _do(id=record.body, seconds=min(share, _desk.limits.job_seconds))

    return process_partial_response(event, work_one, _batches, context)  # type: ignore[return-value]


@idempotent_function(  # type: ignore[untyped-decorator]
    data_keyword_argument="id", config=_done_before, persistence_store=_memory
)
def _do(*, id: str, seconds: float) -> str:
    """Do the job `id`; its status then. Raises StillRunning, or what its store raises."""
    job = _store.start(id)
    if job is None:
        known = _store.get(id)
        if known is not None and known.status == "running":
            raise StillRunning(id)
        return known.status if known else "expired"
    begun = time.monotonic()
    outcome = _outcome(job, seconds)
    _store.finish(id, outcome)
    status = 200 if outcome.brief else 422
    _observer.count(Record(id, articles=1), time.monotonic() - begun, status=status)
    return outcome.status


def _outcome(job: Job, seconds: float) -> Outcome:
    """What becomes of `job`, in time: the function must not be ended while it is at work."""
    limits = replace(_desk.limits, job_seconds=seconds)
    threads = ThreadPoolExecutor(1, thread_name_prefix="job")
    try:
        return threads.submit(do_job, job, replace(_desk, limits=limits)).result(seconds)
    except TimeoutError:
        return Outcome(problem=problem_of(late(seconds)).json_text())
    finally:
        threads.shutdown(wait=False)


handler = _observer.watch(_work)
