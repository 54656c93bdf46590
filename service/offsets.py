"""Places counted in the unit that the caller's language slices by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from service.brief import Brief
from service.options import OffsetUnit

_LENGTHS: dict[OffsetUnit, Callable[[str], int]] = {
    "codepoint": len,
    "utf16": lambda text: len(text.encode("utf-16-le")) // 2,
    "utf8": lambda text: len(text.encode("utf-8")),
}


def in_unit(brief: Brief, text: str, unit: OffsetUnit) -> Brief:
    """`brief`, whose places count code points of `text`, with places that count `unit`."""
    if unit == "codepoint" or text.isascii():
        return brief
    answer = brief.model_dump()
    unsupported = answer["summary"].pop("unsupported")  # places of the summary, not the article
    _move(answer, text, unit)
    _move(unsupported, brief.summary.text, unit)
    answer["summary"]["unsupported"] = unsupported
    return Brief.model_validate(answer)


def _move(answer: Any, text: str, unit: OffsetUnit) -> None:
    places = list(_places(answer))
    moved = _positions(text, {place[end] for place in places for end in ("start", "end")}, unit)
    for place in places:
        place["start"], place["end"] = moved[place["start"]], moved[place["end"]]


def _places(answer: Any) -> Iterator[dict[str, Any]]:
    """Every object with a `start`, at whatever depth."""
    if isinstance(answer, dict):
        if answer.get("start") is not None:
            yield answer
        answer = answer.values()
    elif not isinstance(answer, list | tuple):
        return
    for part in answer:
        yield from _places(part)


def _positions(text: str, offsets: set[int], unit: OffsetUnit) -> dict[int, int]:
    """Where each of `offsets` is in `unit`, in one pass over the text."""
    length = _LENGTHS[unit]
    moved: dict[int, int] = {}
    before = position = 0
    for offset in sorted(offsets):
        position += length(text[before:offset])
        moved[offset] = position
        before = offset
    return moved
