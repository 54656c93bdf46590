"""CNN/DailyMail rows as training examples: cleaned text, sentences, and what each is worth."""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.text.sentences import split_sentences
from service.text.spans import Span
from training.rouge import f_score, grams, greedy_oracle

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
    """An article's sentences with, for each, its own ROUGE and its rank in the greedy oracle."""

    text: str
    sentences: tuple[Span, ...]
    gains: list[float]  # mean ROUGE-1/2 F of the sentence alone
    oracle: list[int]  # 1 for the first sentence the oracle takes, 2, 3; 0 for the rest


def clean_start(text: str) -> str:
    """`text` without the byline or dateline before its first sentence."""
    return _DATELINE.sub("", _BYLINE.sub("", text, count=1), count=1)


def build_example(text: str, summary: str, *, oracle_sentences: int = 3) -> Example | None:
    """The example of one row; None where no sentence says anything of the summary."""
    text = clean_start(text)
    sentences = tuple(s for s in split_sentences(text) if _is_prose(s.of(text)))
    counted = [grams(s.of(text)) for s in sentences]
    reference = grams(summary)
    ranks = [0] * len(sentences)
    for rank, index in enumerate(greedy_oracle(counted, reference, most=oracle_sentences), 1):
        ranks[index] = rank
    if not any(ranks):
        return None
    return Example(text, sentences, [f_score(c, reference) for c in counted], ranks)


def _is_prose(sentence: str) -> bool:
    return len(sentence.split()) >= 3 and not _SITE.match(sentence)
