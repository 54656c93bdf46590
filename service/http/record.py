"""What is noted about a request while it is answered: never a word of an article."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from fastapi import Request

from service.brief import Brief
from service.desk import Answer
from service.http.slots import late


@dataclass(slots=True)
class Record:
    """The line in the log that a request will be."""

    id: str
    stages: dict[str, float] = field(default_factory=dict)  # name → seconds
    articles: int = 0
    words: int = 0
    hits: int = 0
    model: str | None = None

    def note(self, answer: Answer) -> Brief:
        """Count an answer; its brief is handed through."""
        self.articles += 1
        self.words += answer.brief.article.words
        self.hits += answer.cached
        self.model = f"{answer.brief.model.name}@{answer.brief.model.version}"
        return answer.brief


def record_of(request: Request) -> Record:
    """The record that `service.http.observe` began for this request."""
    record: Record = request.state.record
    return record


class Stopwatch:
    """Adds the times of a brief's stages to a record; a stage that would begin too late doesn't."""

    def __init__(
        self,
        record: Record,
        *,
        seconds: float,
        deadline: float = float("inf"),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`deadline` is when whoever asked is told something, if that is before the `seconds`."""
        self._record = record
        self._seconds = seconds
        self._clock = clock
        self._end = clock() + seconds
        self._deadline = clock() + min(seconds, deadline)

    def left(self) -> float:
        """The seconds until the deadline."""
        return self._deadline - self._clock()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """The time between entering and leaving; raises DeadlineExceeded on entering late."""
        begin = self._clock()
        if begin > self._end:
            raise late(self._seconds)
        try:
            yield
        finally:
            spent = self._record.stages.get(name, 0.0) + self._clock() - begin
            self._record.stages[name] = spent
