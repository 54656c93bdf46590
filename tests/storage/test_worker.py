"""The thread that does the jobs."""

from __future__ import annotations

from datetime import timedelta
from threading import Event

import pytest

from service.jobs import Job, JobRequest, Outcome
from service.storage.jobs import SqliteJobs
from service.worker import Worker
from tests.fakes import FakeClock

REQUEST = JobRequest("text/plain", "", b"text")


@pytest.fixture
def jobs(tmp_path):
    store = SqliteJobs(tmp_path / "jobs.sqlite", now=FakeClock())
    yield store
    store.close()


def job(id):
    now = FakeClock().now
    return Job(id, now, now + timedelta(hours=1), REQUEST.digest, request=REQUEST)


def test_every_job_is_done_in_order(jobs):
    done, all_done = [], Event()

    def do(job):
        done.append(job.id)
        if len(done) == 3:
            all_done.set()
        return Outcome(brief="{}")

    jobs.add(job("a"))
    worker = Worker(jobs, jobs, do)
    worker.start()
    for id in "bc":
        jobs.add(job(id))
    assert all_done.wait(30)
    worker.stop(wait=30)
    assert done == ["a", "b", "c"]
    assert [jobs.get(id).status for id in "abc"] == ["succeeded"] * 3


def test_a_stop_lets_the_job_in_hand_end_and_begins_no_other(jobs):
    begun, go_on = Event(), Event()

    def do(job):
        begun.set()
        assert go_on.wait(30)
        return Outcome(brief="{}")

    for id in "ab":
        jobs.add(job(id))
    worker = Worker(jobs, jobs, do)
    worker.start()
    assert begun.wait(30)
    worker.stop(wait=0)
    go_on.set()
    worker.stop(wait=30)
    assert [jobs.get(id).status for id in "ab"] == ["succeeded", "queued"]
