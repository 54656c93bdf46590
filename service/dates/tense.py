"""Whether the words around a time look back or ahead: the simple evidence news style gives."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

Direction = Literal[-1, 0, 1]

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class TenseWords:
    """The words that look ahead and those that look back; and endings that look back."""

    ahead: Collection[str]
    behind: Collection[str]
    behind_endings: tuple[str, ...]
    not_behind: Collection[str]


_REACH = 3
"""How many words after "will" belong to its verb: "will have been named" looks ahead."""

Evidence = Sequence[tuple[int, Direction]]


def read_tense(text: str, start: int, end: int, words: TenseWords) -> Evidence:
    """Where in text[start:end] a word looks back (-1) or ahead (1), in order."""
    found: list[tuple[int, Direction]] = []
    since_ahead = _REACH + 1
    for match in _WORD.finditer(text, start, end):
        word = match.group().lower()
        since_ahead += 1
        if word in words.ahead:
            found.append((match.start(), 1))
            since_ahead = 0
        elif since_ahead > _REACH and _looks_back(word, words):
            found.append((match.start(), -1))
    return found


def _looks_back(word: str, words: TenseWords) -> bool:
    if word in words.behind:
        return True
    return word.endswith(words.behind_endings) and word not in words.not_behind


def direction_at(evidence: Evidence, place: int) -> Direction:
    """What the nearest evidence before `place` says, or else the first after it; 0 for none."""
    before: Direction = 0
    for where, direction in evidence:
        if where > place:
            return before or direction
        before = direction
    return before
