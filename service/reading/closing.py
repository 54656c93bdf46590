"""Sentences at an article's end that are about the article: who helped to report it."""

from __future__ import annotations

import re

from service.reading.lines import tail
from service.reading.signs import CLOSING_SENTENCE
from service.text.spans import Span, strip_span

# An initial ("Catherine E. Shoichet") ends no sentence.
_BORDER = re.compile(r"(?:(?<!\b[A-Z])[.!?][\"”’)]*\s+(?:---\s+)?|\s-{2,3}\s)(?=[\"“‘(]*[A-Z©])")
FARTHEST = 1_200  # characters before the end
MOST_SENTENCES = 4


def without_closing(text: str, paragraph: Span) -> Span | None:
    """The paragraph up to its closing credits; None where it is nothing else."""
    for _ in range(MOST_SENTENCES):
        border = _last_border(text, paragraph)
        if not CLOSING_SENTENCE.match(text, border, paragraph.end):
            break
        shorter = strip_span(text, paragraph.start, border)
        if shorter is None:
            return None
        paragraph = shorter
    return paragraph


def _last_border(text: str, paragraph: Span) -> int:
    """Where the last sentence begins."""
    offset = paragraph.end - len(tail(text, paragraph, FARTHEST))
    borders = [found.end() for found in _BORDER.finditer(text, offset, paragraph.end)]
    if borders:
        return borders[-1]
    return paragraph.start if len(paragraph) <= FARTHEST else paragraph.end
