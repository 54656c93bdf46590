"""The promises of `JobStore` and `JobQueue`, kept by every implementation."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from service.jobs import Job, JobRequest, Outcome
from service.storage.jobs import SqliteJobs
from tests.aws.cloud import cloud
from tests.aws.stores import new_jobs
from tests.fakes import FakeClock

REQUEST = JobRequest("text/plain", "sentences=2", b"\x00any \xff bytes")
BRIEF, PROBLEM = Outcome(brief='{"a":1}'), Outcome(problem='{"b":2}')


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture(scope="module")
def moto():
    with cloud():
        yield


@pytest.fixture(params=["sqlite", "aws"])
def jobs(request, tmp_path, clock):
    if request.param == "aws":
        request.getfixturevalue("moto")
        yield new_jobs(clock)
        return
    store = SqliteJobs(tmp_path / "jobs.sqlite", now=clock)
    yield store
    store.close()


@pytest.fixture
def job(clock):
    def new(id="j1", **more):
        expires = clock() + timedelta(hours=1)
        return Job(id, clock(), expires, REQUEST.digest, request=REQUEST, **more)

    return new


def test_a_job_is_kept_as_it_came(jobs, job):
    assert jobs.add(job()) == job()
    assert jobs.get("j1") == job()
    assert jobs.get("j2") is None


def test_a_key_stands_for_the_first_job_of_its_owner(jobs, job):
    first = jobs.add(job("j1", owner="ann", key="k"))
    assert jobs.add(job("j2", owner="ann", key="k")) == first
    assert jobs.add(job("j3", owner="bob", key="k")).id == "j3"
    assert jobs.add(job("j4", owner="ann")).id == "j4"
    assert jobs.add(job("j5", owner="ann")).id == "j5"
    assert jobs.get("j2") is None


def test_jobs_are_offered_in_order_until_they_are_started(jobs, job):
    assert jobs.next(wait=0) is None
    for id in ("j1", "j2"):
        jobs.add(job(id))
    assert jobs.next(wait=0) == jobs.next(wait=0) == "j1"
    assert jobs.start("j1").request == REQUEST
    assert jobs.next(wait=0) == "j2"


def test_a_job_is_started_once(jobs, job):
    jobs.add(job())
    assert jobs.start("j1").status == "running"
    assert jobs.start("j1") is None
    assert jobs.start("never there") is None


@pytest.mark.parametrize(("outcome", "status"), [(BRIEF, "succeeded"), (PROBLEM, "failed")])
def test_a_job_that_is_over_has_its_outcome_and_has_forgotten_its_request(
    jobs, job, outcome, status
):
    jobs.add(job())
    jobs.start("j1")
    assert jobs.finish("j1", outcome)
    over = jobs.get("j1")
    assert (over.status, over.outcome, over.request) == (status, outcome, None)
    assert over.digest == REQUEST.digest
    assert jobs.next(wait=0) is None


def test_the_first_outcome_is_the_outcome(jobs, job):
    jobs.add(job())
    jobs.start("j1")
    assert jobs.finish("j1", BRIEF)
    assert not jobs.finish("j1", PROBLEM)
    assert not jobs.finish("never there", PROBLEM)
    assert jobs.get("j1").outcome == BRIEF


def test_a_job_expires_whatever_became_of_it(jobs, job, clock):
    jobs.add(job("j1", key="k"))
    jobs.add(job("j2"))
    jobs.finish("j2", BRIEF)
    clock.advance(hours=1)
    assert jobs.get("j1") is jobs.get("j2") is jobs.start("j1") is jobs.next(wait=0) is None
    assert jobs.add(job("j3", key="k")).id == "j3"


def test_of_many_who_start_a_job_one_does(jobs, job):
    jobs.add(job())
    with ThreadPoolExecutor(8) as threads:
        started = list(threads.map(jobs.start, ["j1"] * 32))
    assert sum(found is not None for found in started) == 1


def test_of_many_who_add_with_a_key_one_is_kept(jobs, job):
    with ThreadPoolExecutor(8) as threads:
        kept = list(threads.map(lambda n: jobs.add(job(f"j{n}", key="k")).id, range(32)))
    assert len(set(kept)) == 1


def test_who_waits_for_a_job_gets_it_when_it_comes(jobs, job):
    with ThreadPoolExecutor(1) as threads:
        waiting = threads.submit(jobs.next, wait=30)
        jobs.add(job())
        assert waiting.result(30) == "j1"
