"""Choose the sentences of a summary: the most salient, each whole, none said twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.encoding.encoding import Encoding
from service.errors import InvalidRequest
from service.options import SummaryOptions
from service.text.spans import Span

FEWEST_WORDS = 5  # shorter sentences are answers and asides, not points
_WORD = re.compile(r"\w+")
_OPENER = re.compile(r"[\"'“‘«(\[]*[A-Z0-9À-ÖØ-ÞĀ-Ž$£€]")
_CLOSER = re.compile(r".*[.?!…][\"'”’»)\]]*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Choice:
    """A chosen sentence and its salience, 0 to 1."""

    span: Span
    score: float


def select_sentences(text: str, encoding: Encoding, options: SummaryOptions) -> tuple[Choice, ...]:
    """The sentences of the summary, in the article's order.

    At most `options.sentences`, and together at most `options.words` words; a sentence that repeats
    a chosen one is passed over. Raises InvalidRequest where no sentence is as short as asked.
    """
    candidates = _by_salience(text, encoding)
    chosen: list[int] = []
    words_left = options.words
    for index in candidates:
        sentence = encoding.sentences[index].of(text)
        length = len(sentence.split())
        if words_left is not None and length > words_left:
            continue
        if any(repeats(sentence, encoding.sentences[other].of(text)) for other in chosen):
            continue
        chosen.append(index)
        words_left = None if words_left is None else words_left - length
        if len(chosen) == options.sentences:
            break
    if not chosen:
        raise _too_few_words(text, [encoding.sentences[i] for i in candidates], options.words or 0)
    return tuple(
        Choice(encoding.sentences[i], round(float(encoding.salience[i]), 4)) for i in sorted(chosen)
    )


def is_whole(sentence: str) -> bool:
    """Whether it begins and ends as sentences do, and is long enough to make a point."""
    return (
        len(_WORD.findall(sentence)) >= FEWEST_WORDS
        and _OPENER.match(sentence) is not None
        and _CLOSER.match(sentence) is not None
    )


def repeats(sentence: str, other: str) -> bool:
    """Whether the two share three words in a row.

    Trigram blocking: Paulus et al., "A Deep Reinforced Model for Abstractive Summarization", 2018.
    """
    return not _trigrams(sentence).isdisjoint(_trigrams(other))


def _by_salience(text: str, encoding: Encoding) -> list[int]:
    """Whole sentences, most salient first; every sentence where none is whole."""
    order = [int(i) for i in (-encoding.salience).argsort(kind="stable")]
    whole = [i for i in order if is_whole(encoding.sentences[i].of(text))]
    return whole or order


def _trigrams(sentence: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(sentence.lower())
    return set(zip(words, words[1:], words[2:], strict=False))


def _too_few_words(text: str, sentences: Sequence[Span], limit: int) -> InvalidRequest:
    shortest = min(len(sentence.of(text).split()) for sentence in sentences)
    return InvalidRequest(
        f"no sentence of this article has at most {limit} words; ask for {shortest} or more",
        field="summary.words",
        limit=shortest,
        actual=limit,
    )
