"""From the lines of a batch to their results, in order, in one process or several."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache

from service.answering import Result, answer_line
from service.desk import Desk
from service.errors import NotOffered
from service.settings import Settings
from service.wiring import make_desk


def answers(lines: Iterator[bytes], settings: Settings, *, workers: int) -> Iterator[Result]:
    """The result of each line, in the order of the lines."""
    if workers == 1:
        desk = _desk(settings)
        return (answer_line(desk, line) for line in lines)
    return _in_processes(lines, settings.model_copy(update={"threads": 1}), workers)


def _in_processes(lines: Iterator[bytes], settings: Settings, workers: int) -> Iterator[Result]:
    """One line at work and one waiting for each worker, so that memory is bounded."""
    # Spawned: a fork would copy the model's threads in whatever state they are.
    context = multiprocessing.get_context("spawn")
    waiting: deque[Future[Result]] = deque()
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        try:
            for line in lines:
                waiting.append(pool.submit(_answer, settings, line))
                if len(waiting) >= 2 * workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool:
            raise NotOffered("a worker process died; run the same command to go on") from None
        finally:
            for future in waiting:
                future.cancel()


def _answer(settings: Settings, line: bytes) -> Result:
    return answer_line(_desk(settings), line)


@cache
def _desk(settings: Settings) -> Desk:
    """The desk of this process, with its model loaded once; the model's absence ends it all."""
    desk = make_desk(settings, fetches=True)
    desk.models()
    return desk
