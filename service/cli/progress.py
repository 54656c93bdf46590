"""How far a batch is, on standard error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

T = TypeVar("T")


def progress_bar(items: Iterable[T], left: int, done: int) -> Iterator[T]:
    """`items`, with a bar that begins at `done`."""
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=left + done, completed=done)
        for item in items:
            yield item
            progress.advance(task)


def progress_of(title: str, total: int, steps: Iterable[int]) -> None:
    """Take every step, and show how far they have come together."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(f"{title:<9}", total=total)
        for step in steps:
            progress.advance(task, step)
