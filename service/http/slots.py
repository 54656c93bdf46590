"""So many briefs at once, and no more."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Semaphore
from typing import TypeVar

from service.errors import DeadlineExceeded, Overloaded

T = TypeVar("T")


class Slots:
    """Threads for the work, one a slot; whoever comes when all are taken is told to come back.

    There is no queue: one would only move the waiting to where nobody sees it.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        self._free = Semaphore(number)
        self._threads = ThreadPoolExecutor(number, thread_name_prefix="brief")

    async def run(self, work: Callable[[], T], *, seconds: float) -> T:
        """What `work` returns or raises; Overloaded without a slot, DeadlineExceeded when late.

        Work that is late keeps its slot until it really ends.
        """
        if not self._free.acquire(blocking=False):
            raise Overloaded(
                f"{self.number} briefs are being made, as many as this server makes at once; "
                "try again in a moment",
                limit=self.number,
            )
        future = asyncio.wrap_future(self._threads.submit(self._release_after, work))
        future.add_done_callback(_look_away)
        try:
            return await asyncio.wait_for(asyncio.shield(future), seconds)
        except TimeoutError:
            raise late(seconds) from None

    def _release_after(self, work: Callable[[], T]) -> T:
        try:
            return work()
        finally:
            self._free.release()


def late(seconds: float) -> DeadlineExceeded:
    """What is said when the time is up."""
    return DeadlineExceeded(
        f"not done in {seconds:g} seconds; send a shorter article, or send it as a job",
        limit=seconds,
    )


def _look_away(future: asyncio.Future[T]) -> None:
    """Take note of an error that perhaps nobody waits for any more."""
    if not future.cancelled():
        future.exception()
