"""CNN/DailyMail rows as training examples: cleaned text, sentences, and what each is worth."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from service.text.sentences import split_sentences
from service.text.spans import Span
from training.rouge import grams, inclusion

# What news agencies and the Daily Mail put before the first sentence.
_DATELINE = re.compile(
    r"^(?:(?:[A-Z][\w.,'’ -]{0,60})?\([\w .]{2,30}\)\s*(?:--|—|–)|\((?:CNN|[\w.]+\.com)\))\s*"
)
_BYLINE = re.compile(
    r"^By\. (?:[^.]{2,40}\. )(?:And [^.]{2,40}\. )?"
    r"(?:Follow @@ ?[\w ]+\. ?)?(?:PUBLISHED:? ?[^A-Z]*)?"
)
# Sentences of the site, not of the article, wherever they stand.
_SITE = re.compile(
    r"^(?:by|scroll down for video|click here|follow @|read more|watch|e-?mail us|published|updated"
    r"|share this|last updated|see also|more on|copyright|all rights reserved"
    r"|this material may not)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Example:
    """An article's sentences with, for each, its share in good summaries."""

    text: str
    sentences: tuple[Span, ...]
    shares: NDArray[np.float64]  # (n_sentences,) 0 to 1: see `rouge.inclusion`


def clean_start(text: str) -> str:
    """`text` without the byline or dateline before its first sentence."""
    return _DATELINE.sub("", _BYLINE.sub("", text, count=1), count=1)


def build_example(text: str, summary: str, *, size: int = 3) -> Example | None:
    """The example of one row; None where no sentence says anything of the summary."""
    text = clean_start(text)
    sentences = tuple(s for s in split_sentences(text) if _is_prose(s.of(text)))
    shares = inclusion([grams(s.of(text)) for s in sentences], grams(summary), size=size)
    return Example(text, sentences, shares) if shares.any() else None


def _is_prose(sentence: str) -> bool:
    return len(sentence.split()) >= 3 and not _SITE.match(sentence)
