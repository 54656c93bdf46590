"""What of an article a model is given that can't read all of it at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from service.encoding.encoding import Encoding
from service.ports import Rewriter
from service.text.spans import Span

_SPARE = 2  # tokens a sentence: two sentences may be cut up otherwise when they are joined


def fits(text: str, sentences: Sequence[Span], rewriter: Rewriter) -> bool:
    """Whether the model can read all the sentences at once."""
    return rewriter.tokens(joined(text, sentences)) <= rewriter.window


def joined(text: str, sentences: Sequence[Span]) -> str:
    """The sentences as one line."""
    return " ".join(" ".join(sentence.of(text).split()) for sentence in sentences)


def most_salient(text: str, encoding: Encoding, rewriter: Rewriter) -> list[Span]:
    """The most salient sentences that the model can read at once, in the article's order."""
    room = rewriter.window - rewriter.tokens("")
    chosen = []
    for number in np.argsort(-encoding.salience, kind="stable").tolist():
        length = _length(text, encoding.sentences[number], rewriter)
        if length <= room:
            chosen.append(number)
            room -= length
    return [encoding.sentences[number] for number in sorted(chosen)]


def sections(text: str, sentences: Sequence[Span], rewriter: Rewriter) -> list[list[Span]]:
    """All the sentences in as few runs as the model can read one by one, of about equal length.

    A sentence that is longer than the model's window is in none.
    """
    room = rewriter.window - rewriter.tokens("")
    lengths = [_length(text, sentence, rewriter) for sentence in sentences]
    total = sum(length for length in lengths if length <= room)
    even = total / -(-total // room) if total else room
    runs: list[list[Span]] = [[]]
    used = 0
    for sentence, length in zip(sentences, lengths, strict=True):
        if length > room:
            continue
        if runs[-1] and (used + length > room or used >= even):
            runs.append([])
            used = 0
        runs[-1].append(sentence)
        used += length
    return [run for run in runs if run]


def _length(text: str, sentence: Span, rewriter: Rewriter) -> int:
    return rewriter.tokens(joined(text, [sentence])) - rewriter.tokens("") + _SPARE
