"""Counts for Prometheus, in its text form."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from threading import Lock

from service.http.record import Record

# Seconds: a cached brief, an ordinary one, a long one, and what times out.
BUCKETS = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """What was answered since the start; labels are route patterns, never what callers sent."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._requests: Counter[tuple[str, int]] = Counter()
        self._buckets: Counter[tuple[str, float]] = Counter()
        self._seconds: defaultdict[str, float] = defaultdict(float)
        self._stages: defaultdict[str, float] = defaultdict(float)
        self._totals: Counter[str] = Counter()

    def count(self, route: str, status: int, seconds: float, record: Record) -> None:
        """One request is over."""
        with self._lock:
            self._requests[route, status] += 1
            self._seconds[route] += seconds
            for bucket in BUCKETS:
                self._buckets[route, bucket] += seconds <= bucket
            for name, spent in record.stages.items():
                self._stages[name] += spent
            self._totals["articles"] += record.articles
            self._totals["words"] += record.words
            self._totals["cache_hits"] += record.hits

    def text(self) -> str:
        """All of it, in the exposition format 0.0.4."""
        with self._lock:
            return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield "# TYPE briefs_requests_total counter"
        for (route, status), number in sorted(self._requests.items()):
            yield f'briefs_requests_total{{route="{route}",status="{status}"}} {number}'
        yield "# TYPE briefs_request_seconds histogram"
        for route in sorted(self._seconds):
            yield from self._histogram(route)
        yield "# TYPE briefs_stage_seconds_total counter"
        for name, spent in sorted(self._stages.items()):
            yield f'briefs_stage_seconds_total{{stage="{name}"}} {spent:.6f}'
        for name in ("articles", "words", "cache_hits"):
            yield f"# TYPE briefs_{name}_total counter"
            yield f"briefs_{name}_total {self._totals[name]}"

    def _histogram(self, route: str) -> Iterator[str]:
        count = sum(number for (name, _), number in self._requests.items() if name == route)
        for bucket in BUCKETS:
            number = self._buckets[route, bucket]
            yield f'briefs_request_seconds_bucket{{route="{route}",le="{bucket}"}} {number}'
        yield f'briefs_request_seconds_bucket{{route="{route}",le="+Inf"}} {count}'
        yield f'briefs_request_seconds_sum{{route="{route}"}} {self._seconds[route]:.6f}'
        yield f'briefs_request_seconds_count{{route="{route}"}} {count}'
