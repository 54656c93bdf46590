"""Choose the sentences of a summary: of the most salient, the set that says most."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.encoding.encoding import Encoding, Floats
from service.errors import InvalidRequest
from service.options import SummaryOptions
from service.summary.ranking import Candidates, best_summary
from service.text.spans import Span

SPARE = 4  # candidates beyond the sentences asked for; more cost time and gain nothing
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

    At most `options.sentences`, and together at most `options.words` words. Raises InvalidRequest
    where no sentence is as short as asked.
    """
    texts = [sentence.of(text) for sentence in encoding.sentences]
    lengths = [len(sentence.split()) for sentence in texts]
    limit = options.words if options.words is not None else sum(lengths)
    numbers = candidates_of(texts, encoding.salience, size=options.sentences, words=limit)
    if not numbers:
        raise _too_few_words(texts, limit)
    chosen = best_summary(
        Candidates(texts, encoding.salience, numbers),
        size=options.sentences,
        fits=lambda chosen: sum(lengths[i] for i in chosen) <= limit,
    )
    return tuple(
        Choice(encoding.sentences[i], round(float(encoding.salience[i]), 4)) for i in chosen
    )


def candidates_of(
    texts: Sequence[str], salience: Floats, *, size: int, words: int | None = None
) -> list[int]:
    """The most salient whole sentences of at most `words` words, and some more than are wanted.

    Where none is whole, whatever there is.
    """
    whole = [i for i, sentence in enumerate(texts) if is_whole(sentence)] or range(len(texts))
    fitting = [i for i in whole if words is None or len(texts[i].split()) <= words]
    return sorted(fitting, key=lambda i: (-salience[i], i))[: size + SPARE]


def is_whole(sentence: str) -> bool:
    """Whether it begins and ends as sentences do, and is long enough to make a point."""
    return (
        len(_WORD.findall(sentence)) >= FEWEST_WORDS
        and _OPENER.match(sentence) is not None
        and _CLOSER.match(sentence) is not None
    )


def _too_few_words(texts: Sequence[str], limit: int) -> InvalidRequest:
    whole = [sentence for sentence in texts if is_whole(sentence)] or texts
    shortest = min(len(sentence.split()) for sentence in whole)
    return InvalidRequest(
        f"no sentence of this article has at most {limit} words; ask for {shortest} or more",
        field="summary.words",
        limit=shortest,
        actual=limit,
    )
