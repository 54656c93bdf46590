"""A peer's test suite: what of it is counted, and how much of that passes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Suite:
    """How many cases there are, are counted and pass; those left out, by kind, with the reason."""

    all: int
    counted: int
    passed: int
    passed_of_all: int
    left_out: Counter[str]
    reasons: Mapping[str, str]

    @property
    def rate(self) -> float:
        return 100 * self.passed / max(self.counted, 1)


def run_suite(
    cases: Iterable[T],
    passes: Callable[[T], bool],
    *,
    kind_left_out: Callable[[T], str | None],
    reasons: Mapping[str, str],
) -> Suite:
    """Every case is run; one that is left out counts neither way."""
    results = [(kind_left_out(case), passes(case)) for case in cases]
    return Suite(
        all=len(results),
        counted=sum(kind is None for kind, _ in results),
        passed=sum(right for kind, right in results if kind is None),
        passed_of_all=sum(right for _, right in results),
        left_out=Counter(kind for kind, _ in results if kind),
        reasons=reasons,
    )
