from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from starlette.testclient import TestClient

from service.desk import Desk
from service.http.app import create_app
from service.http.parts import Parts
from service.http.slots import Slots
from service.http.wire import ModelCard
from service.limits import Limits
from service.ports import Fetched
from service.storage.jobs import SqliteJobs
from service.storage.memory import MemoryCache
from tests.fakes import FakeClock, FakeFetcher, fake_models

CARD = ModelCard(
    name="fake",
    kind="embedded",
    version="1",
    sha256="0" * 64,
    languages=("en",),
    licence="Apache-2.0",
    default=True,
    runtime="onnx",
    bytes=1,
)
PAGE = (
    b"<html><head><title>Ferry runs aground</title></head><body><article>"
    b"<h1>Ferry runs aground</h1>"
    + b"<p>A ferry carrying 312 passengers ran aground off Port Anselm on Tuesday night, and the "
    b"coast guard brought everyone ashore before dawn, officials said.</p><p>The harbour master, "
    b"Ruth Adler, said the captain had reported a failed rudder. Nobody was hurt.</p>"
    * 3
    + b"</article></body></html>"
)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def parts(tmp_path, clock) -> Iterator[Parts]:
    """The service with every door open, on fakes."""
    models = fake_models()
    page = Fetched("https://news.example/ferry", "text/html", "utf-8", PAGE)
    desk = Desk(lambda: models, MemoryCache(), FakeFetcher({page.url: page}), Limits())
    jobs = SqliteJobs(tmp_path / "jobs.sqlite", now=clock, max_queued=3)
    yield Parts(desk, Slots(2), lambda: (CARD,), jobs, job_life=timedelta(hours=1), now=clock)
    jobs.close()


@pytest.fixture
def serve(parts) -> Iterator[Callable[..., TestClient]]:
    """A client of the service with other limits, another desk, other parts."""
    clients: list[TestClient] = []

    def start(limits: dict[str, Any] | None = None, desk: dict[str, Any] | None = None, **other):
        changed = replace(parts.desk, limits=Limits(**limits or {}), **desk or {})
        client = TestClient(create_app(replace(parts, desk=changed, **other)))
        clients.append(client)
        return client

    yield start
    for client in clients:
        client.close()


@pytest.fixture
def client(serve) -> TestClient:
    return serve()
