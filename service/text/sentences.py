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
    if _HALF_OF_DAY.search(text, max(0, border - 8), border):
        return _AFTER_CLOCK.match(text, border) is not None
    before = text[max(0, border - 8) : border].rstrip()
    quote_closed = before[-1:] in _CLOSERS and before.rstrip(_CLOSERS)[-1:] in _TERMINATORS
    return quote_closed and text[border : border + 1].islower()
