"""So many at once and no more, and none for ever."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from service.errors import DeadlineExceeded
from service.http.problems import TYPE
from service.http.record import Record, Stopwatch
from service.http.slots import Slots
from tests.fakes import GatedEncoder, ticking


@pytest.fixture
def gated(serve, parts):
    """A server with one slot, and the gate that its briefs wait at."""
    encoder = GatedEncoder()
    models = replace(parts.desk.models(), encoder=encoder)
    yield encoder, lambda **limits: serve(limits, desk={"models": lambda: models}, slots=Slots(1))
    encoder.gate.set()


def test_beyond_the_limit_one_is_told_to_come_back(gated, article):
    encoder, serve = gated
    client = serve()
    with client, ThreadPoolExecutor() as threads:
        first = threads.submit(client.post, "/v1/briefs", json={"text": article})
        assert encoder.come.wait(30)
        second = client.post("/v1/briefs", json={"text": article})
        assert (second.status_code, second.headers["retry-after"]) == (429, "1")
        assert second.json()["limit"] == 1
        assert client.get("/healthz").status_code == 200  # whatever is going on
        encoder.gate.set()
        assert first.result().status_code == 200
        assert client.post("/v1/briefs", json={"text": article}).status_code == 200


def test_a_brief_that_takes_too_long_is_given_up_and_keeps_its_slot(gated, article):
    _, serve = gated
    client = serve(seconds=0.2)
    with client:
        late = client.post("/v1/briefs", json={"text": article})
        assert (late.status_code, late.json()["type"]) == (503, TYPE + "deadline-exceeded")
        assert late.json()["limit"] == 0.2
        assert client.post("/v1/briefs", json={"text": article}).status_code == 429


def test_a_problem_gives_its_slot_back(serve, article):
    client = serve(slots=Slots(1))
    for _ in range(3):
        assert client.post("/v1/briefs", json={"text": "Too short."}).status_code == 422
    assert client.post("/v1/briefs", json={"text": article}).status_code == 200


def test_no_stage_begins_after_the_time_is_up():
    record = Record("1")
    watch = Stopwatch(record, seconds=2, clock=ticking())
    with watch.stage("read"):
        pass
    with pytest.raises(DeadlineExceeded), watch.stage("encode"):
        pytest.fail("it began")
    assert record.stages == {"read": 1.0}
