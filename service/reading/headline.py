"""Which block is the title."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence

from service.reading.lines import head, tail
from service.reading.traits import Traits
from service.reading.words import FUNCTION_WORDS
from service.text.spans import Span

_WORD = re.compile(r"\w+")
# After a bar stands the outlet, whatever its name; after a dash, only if its name says so.
_OUTLET = re.compile(
    r"\s+(?:[|»]\s+(?:[^\s|]+\s*){1,5}|[–—·-]\s+[^|–—·-]*\b(?:news|times|post|herald|tribune|journal|"
    r"gazette|press|tv|magazine|observer|guardian|chronicle|courier|telegraph|reuters|cnn|bbc|"
    r"[\w-]+\.(?:com|org|net))\b[^|–—·-]*)$",
    re.IGNORECASE,
)
_FULL_STOP = re.compile(r"(?<!\b[A-Z])\.[\"”’]?$")  # not that of "U.S."
FARTHEST = 12  # blocks above the article; a title stands no higher
STEM = 5  # characters that two forms of a word share: "trawler", "trawling"
SHORTEST, LONGEST = 2, 32  # words
ALMOST_BEST = 0.6  # of the best score: a block above with so much is the title
BODY_WORDS = 400  # of the article's beginning: a title speaks of what stands there


def find_title(text: str, blocks: Sequence[Traits], body: range) -> Span | None:
    """The block above the article that speaks most of what the article speaks of."""
    above = [b for b in blocks[max(0, body.start - FARTHEST) : body.start] if _may_be_title(b)]
    # A title with a full stop is rare, a standfirst without one as well.
    above = [b for b in above if not _FULL_STOP.search(tail(text, b.span, 8))] or above
    if not above:
        return None
    vocabulary = _content_words(_beginning(text, blocks, body))
    scores = [_title_score(text, block, vocabulary) for block in above]
    # What follows the title (a standfirst) often says more of the article than the title does.
    best = max(scores)
    if best <= 0:
        return None
    title = next(i for i, score in enumerate(scores) if score >= ALMOST_BEST * best)
    return _without_outlet(text, above[title].span)


def _may_be_title(block: Traits) -> bool:
    return block.sign is None and SHORTEST <= block.words <= LONGEST and block.hint < 2.0


def _title_score(text: str, block: Traits, vocabulary: frozenset[str]) -> float:
    words = _content_words(block.span.of(text))
    shared = len(words & vocabulary)
    length = min(block.words, 8) / 8
    doubts = (
        (block.repeated and shared < 3, 1.0),
        (block.separators >= 2, 0.5),
        (block.words < 3, 1.0),
        (block.inner_sentences, 1.5),
    )
    doubt = sum(weight for holds, weight in doubts if holds)
    return shared * math.sqrt(shared / max(len(words), 1)) + length - doubt


def _beginning(text: str, blocks: Sequence[Traits], body: range) -> str:
    parts: list[str] = []
    for index in body:
        if len(parts) >= 12:
            break
        parts.append(head(text, blocks[index].span, 8 * BODY_WORDS))
    return " ".join(parts)[: 8 * BODY_WORDS]


def _content_words(text: str) -> frozenset[str]:
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(w[:STEM] for w in words if len(w) > 2 and w not in FUNCTION_WORDS)


def _without_outlet(text: str, span: Span) -> Span:
    """The title without ' | The Daily Example'."""
    outlet = _OUTLET.search(span.of(text))
    return Span(span.start, span.start + outlet.start()) if outlet and outlet.start() > 10 else span


def find_given_title(text: str, blocks: Sequence[Traits], title: str) -> Span | None:
    """Where a title that is known from elsewhere stands as a block of its own."""
    wanted = _plain(title)
    if not wanted:
        return None
    for block in blocks:
        if block.words <= 2 * LONGEST and _plain(block.span.of(text)) == wanted:
            return block.span
    return None


def _plain(title: str) -> str:
    """A title without what sites change about it: quotation marks, spaces, case."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", title).casefold()))
