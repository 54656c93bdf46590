"""Lines become blocks: a paragraph, a heading or a piece of furniture, each a span of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from service.text.spans import Span

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_CONTENT = re.compile(r"\S[^\n\r\v\f\x85\u2028\u2029]*")  # a line from its first sign on
_FIRST_WORD = re.compile(r"\S{1,40}")

WIDEST_WRAP = 140  # columns; a line longer than this was not wrapped by hand or by a mailer
NARROWEST_WRAP = 40
FILLED = 0.88  # of the width: a line this full, with the next word, could not have taken that word
# Of the lines of English wrapped at 60 to 80 columns that end no sentence, 70 to 90 in 100 go on in
# lower case; of those in lists and of headings, hardly any.
LOWER_CASE_STARTS = 0.5
SLACK = 4  # columns that a line may be wider, for a word that didn't fit the measure
WIDER_LINES = 0.2  # of the long lines: furniture may be wider than the text
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]»]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the white space around it."""

    span: Span
    indent: int  # columns; means nothing after a gap
    after_gap: bool  # whether a blank line, or the text's beginning, stands before it


def split_blocks(text: str) -> tuple[Span, ...]:
    """The blocks of `text`, in order: hard-wrapped lines joined, every other line on its own."""
    lines = tuple(_lines(text))
    width = _wrap_width(text, lines)
    return tuple(_join(text, lines, width)) if width else tuple(line.span for line in lines)


def has_more_lines(text: str, limit: int) -> bool:
    """Whether more than `limit` lines aren't blank; looks no further than it must."""
    return sum(1 for _ in islice(_CONTENT.finditer(text), limit + 1)) > limit


def _lines(text: str) -> Iterator[Line]:
    end = 0
    for found in _CONTENT.finditer(text):
        start = found.start()
        first = _BREAK.search(text, end, start)
        second = _BREAK.search(text, first.end(), start) if first else None
        indent = start - (first.end() if first else end)
        length = len(found.group().rstrip())
        yield Line(Span(start, start + length), indent, after_gap=not first or bool(second))
        end = start + length


def _wrap_width(text: str, lines: tuple[Line, ...]) -> int:
    """The column that the text was wrapped at; 0 where it wasn't."""
    long = [line for line in lines if len(line.span) >= NARROWEST_WRAP]
    unfinished = [
        (a, b)
        for a, b in pairwise(lines)
        if not b.after_gap and len(a.span) >= NARROWEST_WRAP and not _ends_sentence(text, a)
    ]
    continued = sorted(len(a.span) for a, b in unfinished if text[b.span.start].islower())
    if not continued:
        return 0
    width = continued[int(0.95 * (len(continued) - 1))]
    full = [(a, b) for a, b in unfinished if FILLED * width <= len(a.span) <= width + SLACK]
    going_on = sum(text[b.span.start].islower() for _, b in full)
    wider = sum(len(line.span) > width + SLACK for line in long)
    wrapped = going_on >= LOWER_CASE_STARTS * len(full) and wider <= WIDER_LINES * len(long)
    return width if wrapped and width <= WIDEST_WRAP else 0


def _goes_on(text: str, line: Line, following: Line) -> bool:
    """Whether a sentence certainly runs over the border between two lines."""
    return text[following.span.start].islower() and not _ends_sentence(text, line)


def _ends_sentence(text: str, line: Line) -> bool:
    return bool(_SENTENCE_END.search(tail(text, line.span, 8)))


def _join(text: str, lines: Iterable[Line], width: int) -> Iterator[Span]:
    block: Span | None = None
    previous: Line | None = None
    for line in lines:
        if block and previous and _same_paragraph(text, previous, line, width):
            block = Span(block.start, line.span.end)
        else:
            if block:
                yield block
            block = line.span
        previous = line
    if block:
        yield block


def _same_paragraph(text: str, line: Line, following: Line, width: int) -> bool:
    if following.after_gap or len(line.span) > WIDEST_WRAP:
        return False
    if _goes_on(text, line, following):
        return True
    if following.indent > line.indent + 1:
        return False
    word = _FIRST_WORD.match(text, following.span.start, following.span.end)
    needed = len(line.span) + 1 + (len(word.group()) if word else 0)
    return len(line.span) >= FILLED * width or needed > width


def tail(text: str, span: Span, length: int) -> str:
    """The last `length` characters of a span."""
    return text[max(span.start, span.end - length) : span.end]


def head(text: str, span: Span, length: int) -> str:
    """The first `length` characters of a span."""
    return text[span.start : min(span.end, span.start + length)]
