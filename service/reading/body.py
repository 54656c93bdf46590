"""Which blocks are the article: the densest run of prose, and what belongs to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from service.reading.lines import head
from service.reading.signs import END_MARKER
from service.reading.traits import DOUBTFUL, Traits, describe
from service.text.spans import Span

_NO_WORD = re.compile(r"[\W_]+")
_QUOTED = re.compile(r"(?<=[\s(])[“\"]([^“”\"\n]{20,200})[”\"](?=\s|$)", re.MULTILINE)
HEAD_SIGNS = frozenset({"byline", "date line"})
HEAD_BLOCKS = 6
HEAD_WORDS = 40  # of a standfirst at most
KEY_LENGTH = 200  # characters that two blocks are compared by
NEAREST_GAP = 3  # blocks of furniture that an article goes on after, whatever follows
SELF_STANDING = 20  # words of prose that belong to the article even far from the rest of it,
SELF_STANDING_SHARE = 0.4  # or this share of its longest run
AFTER_END_MARKER = 0.25  # the share of all prose that may stand after "Comments" and be dropped


def describe_all(text: str, blocks: Sequence[Span]) -> tuple[Traits, ...]:
    """Every block, described; knows which of them say the same, or what another one quotes."""
    keys = [_key(head(text, block, KEY_LENGTH)) for block in blocks]
    count = Counter(keys)
    quoted = Counter(_key(quotation) for quotation in _QUOTED.findall(text))
    return tuple(
        describe(
            text, block, repeated=count[key] > 1 and bool(key), pull_quote=quoted[key] > count[key]
        )
        for block, key in zip(blocks, keys, strict=True)
    )


def _key(text: str) -> str:
    return _NO_WORD.sub(" ", text).casefold().strip()


def article_range(text: str, blocks: Sequence[Traits]) -> range:
    """The indexes from the article's first block to its last; all where no prose stands out."""
    blocks = blocks[: _end_marker(text, blocks)]
    sure = [index for index, block in enumerate(blocks) if block.is_clean_prose]
    if not sure:
        return range(len(blocks))
    runs = _runs(blocks, sure)
    words = [sum(blocks[index].words for index in run) for run in runs]
    enough = min(SELF_STANDING, SELF_STANDING_SHARE * max(words))
    kept = [run for run, long in zip(runs, words, strict=True) if long >= enough]
    found = _with_neighbours(blocks, kept[0][0], kept[-1][-1])
    return range(_after_head(blocks, found), found.stop)


def _runs(blocks: Sequence[Traits], sure: Sequence[int]) -> list[list[int]]:
    """Blocks of prose with no more than `NEAREST_GAP` pieces of furniture between two of them."""
    runs = [[sure[0]]]
    for index in sure[1:]:
        between = blocks[runs[-1][-1] + 1 : index]
        if sum(1 for block in between if not _is_sentence(block)) > NEAREST_GAP:
            runs.append([])
        runs[-1].append(index)
    return runs


def _after_head(blocks: Sequence[Traits], body: range) -> int:
    """The first block after a standfirst: after a byline or date that stands under a few words."""
    words = 0
    for index in body[:HEAD_BLOCKS]:
        if blocks[index].sign in HEAD_SIGNS and words <= HEAD_WORDS:
            rest = [i for i in body if i > index and blocks[i].is_clean_prose]
            enough = sum(blocks[i].words for i in rest) > 3 * words
            return rest[0] if rest and enough else body.start
        words += blocks[index].words if blocks[index].is_prose else 0
    return body.start


def _is_sentence(block: Traits) -> bool:
    return block.ends_sentence and block.sign is None and block.hint == 0


def _end_marker(text: str, blocks: Sequence[Traits]) -> int:
    """Where "Comments" or "Related stories" ends the article; the number of blocks if nowhere."""
    prose = list(accumulate(block.words if block.is_clean_prose else 0 for block in blocks))
    for index, block in enumerate(blocks):
        marks = block.words <= 8 and END_MARKER.match(head(text, block.span, 80))
        if marks and prose[-1] - prose[index] < AFTER_END_MARKER * prose[-1]:
            return index
    return len(blocks)


def _with_neighbours(blocks: Sequence[Traits], first: int, last: int) -> range:
    """Reaches out to the short sentences right before and after."""
    while first > 0 and _adjoins(blocks[first - 1]):
        first -= 1
    while last + 1 < len(blocks) and _adjoins(blocks[last + 1]):
        last += 1
    return range(first, last + 1)


def _adjoins(block: Traits) -> bool:
    return _is_sentence(block) and block.score >= DOUBTFUL


def is_article_prose(block: Traits) -> bool:
    """Whether a block between the article's first and last belongs to it.

    Short sentences, list items and unfinished lines do; headings, captions and buttons don't.
    """
    if block.sign is not None:
        return False
    if block.is_prose:
        return True
    if block.hint >= 2.0:
        return False
    if block.ends_sentence or block.runs_on:
        return block.separators < 2
    if block.bulleted:
        return block.words >= 3
    return block.words >= 12 and block.function_share >= 0.3 and block.capital_share < 0.35
