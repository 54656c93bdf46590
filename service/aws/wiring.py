"""Where the cloud's implementations are chosen; each is made once, before the first event."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from importlib.resources import files
from pathlib import Path

from starlette.types import ASGIApp

from service.aws.invocation import Invocation
from service.aws.observe import CloudMetrics, Observer
from service.aws.settings import CloudSettings, needed
from service.desk import Desk
from service.errors import BriefError
from service.http.app import create_app
from service.http.parts import utc_now
from service.ports import BriefCache, JobStore
from service.request import BriefRequest, Page
from service.storage.memory import MemoryCache, NoCache
from service.wiring import make_desk, make_parts


def lambda_app(settings: CloudSettings, observer: Observer) -> ASGIApp:
    """One invocation after another: no thread runs between them, and nothing need outlive one."""
    desk = cloud_desk(settings)
    _before_snapshot(lambda: warm(desk, html=True))
    jobs = make_jobs(settings) if settings.keeps_jobs else None
    parts = make_parts(settings, desk, jobs)
    parts = replace(
        parts,
        metrics=CloudMetrics(observer),
        hands_over=parts.jobs is not None,
        gateway_keys=settings.gateway_keys,
    )
    return Invocation(create_app(parts))


def cloud_desk(settings: CloudSettings) -> Desk:
    """The desk, ready: its model is loaded, and has read an article."""
    if settings.s3_models:
        settings = settings.model_copy(update={"models": _fetch_models(settings)})
    desk = make_desk(settings, fetches=False, cache=_cache(settings))
    warm(desk)
    return desk


def warm(desk: Desk, *, html: bool = False) -> None:
    """Read an article, so that nobody waits for what is set up by the first one.

    Reading a page as well takes longer than an article, and pays only before a snapshot.
    """
    example = files("service.http").joinpath("examples/request.json").read_text(encoding="utf-8")
    submission = BriefRequest.model_validate(json.loads(example)).submission()
    quiet = replace(desk, cache=NoCache())
    try:
        quiet.answer(submission)
        if html:
            page = f"<html><body><article><p>{example}</p></article></body></html>"
            quiet.answer(replace(submission, source=Page(page)))
    except BriefError:
        return  # without a model, say: each request will be told


def make_jobs(settings: CloudSettings) -> JobStore:
    """The job store of the stack; raises InvalidRequest where it has none."""
    from service.aws.blobs import Blobs
    from service.aws.clients import client, dynamodb
    from service.aws.jobs import DynamoJobs
    from service.aws.queue import SqsQueue

    return DynamoJobs(
        dynamodb(),
        needed(settings.jobs_table, "BRIEFS_JOBS_TABLE"),
        queue=SqsQueue(client("sqs"), needed(settings.jobs_queue, "BRIEFS_JOBS_QUEUE")),
        blobs=Blobs(client("s3"), needed(settings.bucket, "BRIEFS_BUCKET"), "jobs/"),
        now=utc_now,
        lease=timedelta(seconds=settings.job_lease_seconds),
    )


def _cache(settings: CloudSettings) -> BriefCache:
    if not settings.cache:
        return NoCache()
    if settings.cache_table is None:
        return MemoryCache()
    from service.aws.cache import DynamoCache
    from service.aws.clients import dynamodb

    return DynamoCache(
        # A brief is made again in less time than a second try takes.
        dynamodb(seconds=1, tries=2),
        settings.cache_table,
        now=utc_now,
        max_age=timedelta(days=settings.cache_days),
    )


def _fetch_models(settings: CloudSettings) -> Path:
    from service.aws.clients import client
    from service.aws.models import fetch_models

    store = Path(tempfile.gettempdir()) / "models"
    return fetch_models(client("s3", seconds=60), settings.s3_models, store)


def _before_snapshot(act: Callable[[], None]) -> None:
    """Have `act` done before SnapStart takes its picture, where it does."""
    try:
        from snapshot_restore_py import register_before_snapshot
    except ImportError:  # not on Linux
        return
    register_before_snapshot(act)
