"""What only looks like a time: May the person, $2019, Route 66."""

from __future__ import annotations

from service.dates.meaning import Meaning
from service.text.spans import Span

_NOT_BEFORE = "$£€¥#@%&/\\.:-+="


def is_time(text: str, span: Span, meaning: Meaning) -> bool:
    """Whether an expression the grammar accepts is one where it stands."""
    before = text[span.start - 1 : span.start]
    after = text[span.end : span.end + 1]
    if before.isalnum() or after.isalnum():
        return False
    return True
