"""Does the jobs, one after another, in a thread of the server."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event, Thread

from service.desk import Desk
from service.errors import BriefError
from service.http.bodies import parse_submission
from service.http.problems import internal_problem, problem_of
from service.http.record import Record, Stopwatch
from service.jobs import Job, Outcome
from service.ports import JobQueue, JobStore

log = logging.getLogger(__name__)


def do_job(job: Job, desk: Desk) -> Outcome:
    """What becomes of `job`; whatever happens, it has an outcome."""
    assert job.request is not None, "only a job that is over has forgotten its request"
    watch = Stopwatch(Record(job.id), seconds=desk.limits.job_seconds)
    try:
        answer = desk.answer(parse_submission(job.request), watch)
    except BriefError as error:
        return Outcome(problem=problem_of(error).json_text())
    except Exception as error:
        log.error("job %s failed: %s", job.id, type(error).__name__)  # its message may quote
        return Outcome(problem=internal_problem(job.id).json_text())
    return Outcome(brief=answer.brief.model_dump_json())


class Worker:
    """A thread that takes one job after another until it is told to stop.

    A job that a stop or a crash interrupts is offered again by the queue.
    """

    def __init__(self, store: JobStore, queue: JobQueue, do: Callable[[Job], Outcome]) -> None:
        self._store = store
        self._queue = queue
        self._do = do
        self._stop = Event()
        self._thread = Thread(target=self._run, name="jobs", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, *, wait: float) -> None:
        """Take no further job; finish this one if that takes no longer than `wait` seconds."""
        self._stop.set()
        self._thread.join(wait)

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._work()
            except Exception as error:  # the store's trouble: the next round may do
                log.error("the jobs wait: %s", type(error).__name__)
                self._stop.wait(1)

    def _work(self) -> None:
        id = self._queue.next(wait=0.5)
        job = self._store.start(id) if id else None
        if job is not None:
            self._store.finish(job.id, self._do(job))
