"""The words beside an expression."""

from __future__ import annotations

import re

from service.text.spans import Span

_NEXT = re.compile(r"[ -]([^\W\d_]+)")
_BEFORE = re.compile(r"([^\W\d_]+)[ .-]{1,2}$")
_REACH = 20


def next_word(text: str, span: Span) -> str:
    """The word right after, as it is written; empty where a mark or a figure comes first."""
    following = _NEXT.match(text[span.end : span.end + _REACH])
    return following.group(1) if following else ""


def words_before(text: str, span: Span) -> list[str]:
    """What stands between blanks shortly before, in lower case, with its marks and figures."""
    return text[max(0, span.start - _REACH) : span.start].lower().split()


def word_before(text: str, span: Span) -> str:
    """The last of `words_before`, or nothing."""
    words = words_before(text, span)
    return words[-1] if words else ""


def name_before(text: str, span: Span) -> str:
    """The word right before, as it is written; empty where a mark or a figure stands between."""
    before = _BEFORE.search(text[max(0, span.start - _REACH) : span.start])
    return before.group(1) if before else ""
