"""What a summary says and its article doesn't: names, numbers, dates and quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from service.dates import DateMention
from service.grounding.evidence import Evidence
from service.grounding.numbers import Number, find_numbers
from service.grounding.words import Word, read_words
from service.text.spans import Span

Kind = Literal["name", "number", "date", "quotation"]

_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|(?<!\w)‘([^‘’]+)’(?!\w)")
_SCORE = re.compile(r"\d+(?:[-–:/]\d+)+")  # 2-1, 5:40, 24/7
_INSIDE_NAMES = {"of", "the", "and", "for", "de", "van", "von", "bin", "al", "la", "du", "del"}
_NOW = {"PRESENT_REF", "PAST_REF", "FUTURE_REF", None}
_ABOUT = {"about", "around", "nearly", "almost", "over", "roughly", "approximately", "some", "than"}
_CLOSE = 0.1  # as far as "nearly 300" may be from the number meant


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """Something that is said, and where in the text that says it."""

    span: Span
    kind: Kind


def find_unsupported(
    sentence: str, evidence: Evidence, *, dates: Sequence[DateMention], names: Sequence[Span]
) -> tuple[Claim, ...]:
    """What `sentence` claims without the article's support, in order.

    `dates` and `names` are those found in it: a capital at its beginning is one of a name only if
    it belongs to one of `names`, or other capitals follow.
    """
    taken = [mention.span for mention in dates]
    quotations = [Claim(span, "quotation") for span in _false_quotations(sentence, evidence)]
    days = [Claim(m.span, "date") for m in dates if not _knows_date(sentence, m, evidence)]
    people = [
        Claim(Span(run[0].span.start, run[-1].span.end), "name")
        for run in _names(sentence, taken, names)
        if not _knows_name(run, evidence)
    ]
    counts = [Claim(span, "number") for span in _false_numbers(sentence, taken, evidence)]
    return tuple(sorted((*quotations, *days, *people, *counts)))


def _false_quotations(sentence: str, evidence: Evidence) -> Iterator[Span]:
    for found in _QUOTED.finditer(sentence):
        start, end = found.span(found.lastindex or 0)
        words = list(read_words(sentence, start, end))
        if words and not evidence.phrases.have(words):
            yield Span(start, end)


def _knows_date(sentence: str, mention: DateMention, evidence: Evidence) -> bool:
    timex = mention.timex
    words = list(read_words(sentence, mention.span.start, mention.span.end))
    if (
        not words
        or (timex.value in _NOW and not _names_a_day(words))
        or evidence.phrases.have(words)
    ):
        return True
    return timex.value is not None and evidence.knows_day(
        timex.value, (timex.earliest, timex.latest)
    )


def _names_a_day(words: Sequence[Word]) -> bool:
    """Whether an open date still says which: a weekday, a month, a number."""
    return any(word.capital or word.text[0].isdigit() for word in words)


def _names(sentence: str, taken: Sequence[Span], names: Sequence[Span]) -> Iterator[list[Word]]:
    """Each run of words with capitals, with the small words inside it."""
    words = list(read_words(sentence))
    run: list[Word] = []
    for number, word in enumerate(words):
        apart = run and not _adjoins(sentence, run[-1], word)
        if apart:
            yield from _name(run, names, first=run[0] is words[0])
            run = []
        free = not any(span.overlaps(word.span) for span in taken)
        if (free and word.capital) or (
            run and word.key in _INSIDE_NAMES and number + 1 < len(words)
        ):
            run.append(word)
        elif run:
            yield from _name(run, names, first=run[0] is words[0])
            run = []
    if run:
        yield from _name(run, names, first=run[0] is words[0])


def _name(run: list[Word], names: Sequence[Span], *, first: bool) -> Iterator[list[Word]]:
    while run and not run[-1].capital:
        run = run[:-1]
    if first and run and not any(span.overlaps(run[0].span) for span in names):
        rest = run[1:]
        while rest and not rest[0].capital:
            rest = rest[1:]
        run = run if rest and len(rest) == len(run) - 1 else rest
    if run and run[0].text != "I":
        yield run


def _adjoins(sentence: str, before: Word, word: Word) -> bool:
    between = sentence[before.span.end : word.span.start]
    return between in (" ", "-", ". ") and (between != ". " or len(before.text) < 4)


def _knows_name(run: Sequence[Word], evidence: Evidence) -> bool:
    """Whether the article has this name, or all of its words as names of the same actor."""
    if evidence.phrases.have(run):
        return True
    pieces = list(_pieces(run, evidence))
    return all(piece is not None for piece in pieces) and _belong_together(
        [piece for piece in pieces if piece], evidence
    )


def _pieces(run: Sequence[Word], evidence: Evidence) -> Iterator[Sequence[Word] | None]:
    """`run` in the longest pieces that the article has; None for a word that it hasn't."""
    at = 0
    while at < len(run):
        length = next(
            (n for n in range(len(run) - at, 0, -1) if evidence.phrases.have(run[at : at + n])), 0
        )
        word = run[at]
        if length or word.key in _INSIDE_NAMES:
            yield run[at : at + max(length, 1)]
        elif len(word.key) > 1 and _also_called(word, evidence):
            yield [word]
        else:
            yield None
        at += max(length, 1)


def _also_called(word: Word, evidence: Evidence) -> bool:
    """Whether the article knows a name that stands for the same: Iran's, Iranian; WHO."""
    return word.key in evidence.acronyms or any(word.key in names for names in evidence.names)


def _belong_together(pieces: Sequence[Sequence[Word]], evidence: Evidence) -> bool:
    """Whether the pieces are one actor's, whole names each, or words that aren't names."""
    keys = [frozenset(w.key for w in piece) - _INSIDE_NAMES for piece in pieces]
    proper = [k for k in keys if k and not k <= evidence.common]
    together = frozenset[str]().union(*proper) if proper else frozenset()
    return any(together <= names for names in evidence.names) or all(
        k in evidence.names or len(k) > 1 or k <= evidence.acronyms for k in proper
    )


def _false_numbers(sentence: str, taken: Sequence[Span], evidence: Evidence) -> Iterator[Span]:
    free = list(taken)
    for found in _SCORE.finditer(sentence):
        span = Span(*found.span())
        if not any(other.overlaps(span) for other in taken):
            free.append(span)
            if not evidence.phrases.have(list(read_words(sentence, span.start, span.end))):
                yield span
    for number in find_numbers(sentence):
        if any(span.overlaps(number.span) for span in free):
            continue
        if number.value not in evidence.numbers and not _is_about(sentence, number, evidence):
            yield number.span


def _is_about(sentence: str, number: Number, evidence: Evidence) -> bool:
    """Whether the number is said to be inexact, and the article has one that is close."""
    before = [word.key for word in read_words(sentence, 0, number.span.start)]
    if not before or before[-1] not in _ABOUT:
        return False
    return any(
        abs(value - number.value) <= _CLOSE * abs(value) for value in evidence.numbers if value
    )
