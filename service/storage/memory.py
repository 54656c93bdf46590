"""The cache without a file: for tests, and where no disk outlives the process."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from service.brief import Brief


class MemoryCache:
    """A `BriefCache` of the `size` briefs that were asked for last."""

    def __init__(self, size: int = 1_000) -> None:
        self._size = size
        self._briefs: OrderedDict[str, Brief] = OrderedDict()
        self._lock = Lock()

    def get(self, fingerprint: str) -> Brief | None:
        with self._lock:
            if fingerprint in self._briefs:
                self._briefs.move_to_end(fingerprint)
            return self._briefs.get(fingerprint)

    def put(self, fingerprint: str, brief: Brief) -> None:
        with self._lock:
            self._briefs[fingerprint] = brief
            self._briefs.move_to_end(fingerprint)
            while len(self._briefs) > self._size:
                self._briefs.popitem(last=False)


class NoCache:
    """A `BriefCache` that remembers nothing."""

    def get(self, fingerprint: str) -> None:  # noqa: ARG002
        return None

    def put(self, fingerprint: str, brief: Brief) -> None:
        """Forget it."""
