"""Where implementations are chosen; for the cloud's, see `service.aws.wiring`."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

from fastapi import FastAPI

from service.desk import Desk
from service.errors import ModelError
from service.http.app import Lifespan, create_app
from service.http.parts import Parts, utc_now
from service.http.slots import Slots
from service.http.wire import ModelCard
from service.models import ModelFacts, list_models, load_models
from service.ports import BriefCache, Fetcher, JobStore, Models
from service.settings import Settings
from service.storage.cache import SqliteCache
from service.storage.jobs import SqliteJobs
from service.storage.memory import NoCache
from service.worker import Worker, do_job

log = logging.getLogger(__name__)
LOOPBACK = ("localhost", "127.0.0.1", "::1")


def local_app(settings: Settings, *, loopback: bool) -> FastAPI:
    """The local server: cache and jobs in SQLite files, a thread for the jobs."""
    if not settings.api_keys_sha256:
        log.warning("API_KEYS_SHA256 is not set: everybody who reaches this server may use it")
    desk = make_desk(settings, fetches=loopback, cache=_file_cache(settings))
    parts = make_parts(settings, desk)
    if loopback and not settings.hosts:
        parts = replace(parts, hosts=LOOPBACK)
    if not settings.jobs:
        return create_app(parts)
    store = SqliteJobs(settings.data / "jobs.sqlite", now=utc_now, max_queued=settings.queued_jobs)
    return create_app(replace(parts, jobs=store), lifespan=_working(store, desk))


def make_desk(settings: Settings, *, fetches: bool, cache: BriefCache | None = None) -> Desk:
    """The desk; `fetches` is whether URLs are fetched where the settings don't say."""
    allowed = fetches if settings.fetch is None else settings.fetch
    return Desk(
        models=_load(settings),
        cache=cache or NoCache(),
        fetcher=make_fetcher(settings) if allowed else None,
        limits=settings.limits,
    )


def make_fetcher(settings: Settings) -> Fetcher:
    """The fetcher with the settings' limits."""
    # Here, so that a function that fetches nothing doesn't wait for the HTTP client (0.14 s).
    from service.fetch import SafeFetcher

    return SafeFetcher(
        seconds=settings.fetch_seconds,
        max_bytes=settings.fetch_bytes,
        max_unpacked=settings.fetch_unpacked_bytes,
        allowed=frozenset(settings.fetch_allowed),
    )


def _load(settings: Settings) -> Callable[[], Models]:
    """The models, loaded now; where that fails, what says so each time it is asked."""
    try:
        models = load_models(
            settings.models, threads=settings.threads, room=settings.rewriter_bytes
        )
    except ModelError as error:
        log.error("not ready: %s", error)
        kind, detail = type(error), error.detail

        def fail() -> Models:
            raise kind(detail)

        return fail
    return lambda: models


def _file_cache(settings: Settings) -> BriefCache:
    if not settings.cache:
        return NoCache()
    return SqliteCache(
        settings.data / "cache.sqlite",
        now=utc_now,
        max_bytes=settings.cache_bytes,
        max_age=timedelta(days=settings.cache_days),
    )


def make_parts(settings: Settings, desk: Desk, jobs: JobStore | None = None) -> Parts:
    """What the application is made of, as the settings say."""
    return Parts(
        desk=desk,
        slots=Slots(settings.concurrent),
        models=lambda: tuple(_card(facts) for facts in list_models(settings.models)),
        jobs=jobs,
        job_life=timedelta(hours=settings.job_hours),
        key_digests=settings.api_keys_sha256,
        hosts=settings.hosts,
        cors_origins=settings.cors_origins,
        show_metrics=settings.metrics,
    )


def _card(facts: ModelFacts) -> ModelCard:
    manifest = facts.manifest
    return ModelCard(
        name=manifest.name,
        kind=manifest.kind,
        version=manifest.version,
        sha256=facts.sha256,
        languages=manifest.languages,
        licence=manifest.licence,
        default=facts.default,
        runtime=manifest.runtime,
        bytes=facts.bytes,
    )


def _working(store: SqliteJobs, desk: Desk) -> Lifespan:
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        worker = Worker(store, store, lambda job: do_job(job, desk))
        if _is_ready(desk):
            worker.start()
        yield
        worker.stop(wait=desk.limits.job_seconds)
        store.close()

    return lifespan


def _is_ready(desk: Desk) -> bool:
    """Whether there is a model; without one the jobs had better wait for it than fail."""
    try:
        desk.models()
    except ModelError:
        return False
    return True
