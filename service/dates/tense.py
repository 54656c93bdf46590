"""Whether the words around a time look back or ahead: the simple evidence news style gives."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

Direction = Literal[-1, 0, 1]

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class TenseWords:
    """The words, and pairs of words, that look ahead; and words and endings that look back.

    An ending says nothing right after a determiner, where it is an adjective's.
    """

    ahead: Collection[str]
    ahead_pairs: Collection[tuple[str, str]]
    behind: Collection[str]
    behind_endings: tuple[str, ...]
    not_behind: Collection[str]
    determiners: Collection[str]


_REACH = 3
"""How many words after "will" belong to its verb: "will have been named" looks ahead."""


class Clue(NamedTuple):
    """Where a word gives evidence, and what it says of a time after it and of one before it."""

    where: int
    of_later: Direction
    of_earlier: Direction


Evidence = Sequence[Clue]


def read_tense(text: str, start: int, end: int, words: TenseWords) -> Evidence:
    """What the words of text[start:end] say about the times beside them, in order."""
    found: list[Clue] = []
    since_ahead = _REACH + 1
    last = ""
    for match in _WORD.finditer(text, start, end):
        word = match.group().lower()
        since_ahead += 1
        looks_back = _looks_back(word, last, words)
        if word in words.ahead or (last, word) in words.ahead_pairs:
            # "a rally planned for Friday" is ahead; "on Friday he planned to leave" is behind.
            of_earlier: Direction = -1 if word.endswith(words.behind_endings) else 1
            found.append(Clue(match.start(), 1, of_earlier))
            since_ahead = 0
        elif since_ahead > _REACH and looks_back:
            found.append(Clue(match.start(), -1, -1))
        last = word
    return found


def _looks_back(word: str, last: str, words: TenseWords) -> bool:
    if word in words.behind:
        return True
    ending = word.endswith(words.behind_endings) and word not in words.not_behind
    return ending and last not in words.determiners


def direction_at(evidence: Evidence, place: int) -> Direction:
    """What the nearest evidence before `place` says, or else the first after it; 0 for none."""
    following = bisect_right(evidence, place, key=lambda clue: clue.where)
    if following:
        return evidence[following - 1].of_later
    return evidence[0].of_earlier if evidence else 0
