"""Jobs in a file, which outlive the process."""

from __future__ import annotations

import stat
from datetime import timedelta

import pytest

from service.errors import NotOffered, Overloaded
from service.jobs import Job, JobRequest, Outcome
from service.storage.jobs import SqliteJobs
from tests.fakes import FakeClock

REQUEST = JobRequest("text/plain", "", b"text")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "state" / "jobs.sqlite"


@pytest.fixture
def open_jobs(file):
    opened = []

    def open_(**limits):
        opened.append(SqliteJobs(file, now=FakeClock(), **limits))
        return opened[-1]

    yield open_
    for jobs in opened:
        jobs.close()


def job(id):
    now = FakeClock().now
    return Job(id, now, now + timedelta(hours=1), REQUEST.digest, request=REQUEST)


def test_what_a_dead_process_had_begun_is_offered_again(open_jobs):
    before = open_jobs()
    for id in ("done", "begun", "waiting"):
        before.add(job(id))
    before.start("done")
    before.finish("done", Outcome(brief="{}"))
    before.start("begun")
    after = open_jobs()  # as after a kill -9: nothing was closed
    assert after.next(wait=0) == "begun"
    assert after.start("begun").request == REQUEST
    assert after.next(wait=0) == "waiting"
    assert after.get("done").status == "succeeded"


def test_a_job_that_two_processes_do_has_one_outcome(open_jobs):
    before = open_jobs()
    before.add(job("j"))
    before.start("j")
    after = open_jobs()
    after.start("j")
    assert after.finish("j", Outcome(brief='"after"'))
    assert not before.finish("j", Outcome(brief='"before"'))
    assert before.get("j").outcome.brief == '"after"'


def test_the_queue_has_an_end_which_is_told(open_jobs):
    jobs = open_jobs(max_queued=1)
    jobs.add(job("a"))
    with pytest.raises(Overloaded) as caught:
        jobs.add(job("b"))
    assert (caught.value.limit, caught.value.actual) == (1, 1)
    jobs.start("a")
    jobs.add(job("b"))


def test_only_the_owner_of_the_process_reads_the_file(open_jobs, file):
    open_jobs()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_file_that_is_no_database_is_left_alone_and_named(open_jobs, file):
    file.parent.mkdir()
    file.write_bytes(b"my notes " * 999)
    with pytest.raises(NotOffered, match=r"jobs\.sqlite"):
        open_jobs()
    assert file.read_bytes() == b"my notes " * 999


def test_a_place_that_can_t_be_written_is_named(tmp_path):
    (tmp_path / "state").write_text("in the way")
    with pytest.raises(NotOffered, match="BRIEFS_DATA"):
        SqliteJobs(tmp_path / "state" / "jobs.sqlite", now=FakeClock())
