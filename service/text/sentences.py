"""Where sentences begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import sentencex

from service.text.spans import Span, strip_span

_CLOSERS = "\"'”’)]»"
_TERMINATORS = ".?!…"
# "at 9 a.m. Thursday", "until 5 p.m. EST, Nov. 6": a stop after the half of a day ends no sentence
# before a day, a month or a zone.
_HALF_OF_DAY = re.compile(r"\d ?[ap]\.m\.\s*$", re.I)
_AFTER_CLOCK = re.compile(
    r"\s*\(?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[ECMP][SD]?T|GMT|UTC|BST|\d{4} GMT"
    r"|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|Eastern|Central|Pacific)\b"
)
# "June 30-Aug. 23", "No. 1": a shortened month or a number's sign before its number.
_BEFORE_NUMBER = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[Nn]os?)\.\s*$")
# "on E! channel", "world No 1. player": a sign of the name that a lower-case word goes on from.
_PART_OF_NAME = re.compile(r"(?:\b[A-Z]\w*!|\bNo\.? \d+\.)\s*$")
_LOWER_WORD = re.compile(r"\s*[a-z]+\b")
# "(CNN)U.S. officials": where nothing stands between an initial and what follows, no sentence ends.
_INITIAL = re.compile(r"(?<!\w)[A-Z]\.$")


def split_sentences(text: str, blocks: Iterable[Span] | None = None) -> tuple[Span, ...]:
    """The sentences of `text`, in order, without the white space around them.

    No sentence crosses the border of a block (a paragraph); without `blocks` the text is one.
    """
    if blocks is None:
        whole = strip_span(text, 0, len(text))
        blocks = [whole] if whole else []
    return tuple(sentence for block in blocks for sentence in _split_block(text, block))


def _split_block(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for boundary in sentencex.get_sentence_boundaries("en", block.of(text)):
        end = block.start + boundary["end_index"]
        if end < block.end and _runs_on(text, end):
            continue
        sentence = strip_span(text, start, end)
        if sentence:
            yield sentence
        start = end


def _runs_on(text: str, border: int) -> bool:
    """Whether the sentence goes on: after '"Why?"' with 'he asked', after "9 a.m." with a day."""
    before, after = text[max(0, border - 12) : border], text[border : border + 24]
    if _HALF_OF_DAY.search(before):
        return _AFTER_CLOCK.match(after) is not None
    if _BEFORE_NUMBER.search(before):
        return after.lstrip()[:1].isdigit()
    if _PART_OF_NAME.search(before):
        return _LOWER_WORD.match(after) is not None
    if _INITIAL.search(before) and after[:1].isupper():
        return True
    before = before.rstrip()
    quote_closed = before[-1:] in _CLOSERS and before.rstrip(_CLOSERS)[-1:] in _TERMINATORS
    return quote_closed and after[:1].islower()
