"""What the application is made of, chosen by `service.wiring`."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import Depends, Request

from service.desk import Desk
from service.http.metrics import Metrics
from service.http.slots import Slots
from service.http.wire import ModelCard
from service.limits import Limits
from service.ports import JobStore


def utc_now() -> datetime:
    """The clock on the wall."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Parts:
    """The desk, and what stands around it."""

    desk: Desk
    slots: Slots
    models: Callable[[], tuple[ModelCard, ...]]
    jobs: JobStore | None = None  # None: this server takes no jobs
    job_life: timedelta = timedelta(hours=24)
    hands_over: bool = False  # a brief that would be late goes on as a job
    key_digests: tuple[str, ...] = ()  # none: open to everybody
    gateway_keys: bool = False  # what stands before this server asks for X-API-Key
    hosts: tuple[str, ...] = ()  # that this server is known by; none: any
    cors_origins: tuple[str, ...] = ()  # none: no page of another site may ask
    show_metrics: bool = False
    metrics: Metrics = field(default_factory=Metrics)
    now: Callable[[], datetime] = utc_now

    @property
    def limits(self) -> Limits:
        return self.desk.limits


def parts_of(request: Request) -> Parts:
    """The parts of the application that got `request`."""
    parts: Parts = request.app.state.parts
    return parts


PartsOf = Annotated[Parts, Depends(parts_of)]


def seconds_left(request: Request, parts: Parts, *, articles: int = 1) -> float:
    """What so many articles may take: the limit, or what is left to the function that runs us."""
    return min(articles * parts.limits.seconds, getattr(request.state, "seconds", math.inf))
