"""Find every time expression of an article and say what it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from service.dates import english_context as english
from service.dates.grammar import Grammar, Parser
from service.dates.guards import is_time
from service.dates.language import english_language
from service.dates.meaning import AGE, Calendar, Chosen, Meaning, Range
from service.dates.refine import refine
from service.dates.resolve import Context, resolve
from service.dates.tense import Direction, Evidence, direction_at, read_tense
from service.dates.timex import DateMention, Timex
from service.dates.tokens import Token, read_tokens
from service.dates.words import words_before
from service.text.spans import Span


def find_dates(
    text: str, sentences: Sequence[Span], *, published: date | datetime | None
) -> tuple[DateMention, ...]:
    """Every time expression in `sentences`, in order, resolved in news style.

    Relative times count from `published`, or from the date mentioned before where the words
    say so. Without a published date they stay open: listed with no value and basis "none".
    """
    day = published.date() if isinstance(published, datetime) else published
    found: list[DateMention] = []
    context = Context(day)
    for sentence in sentences:
        evidence = None
        for span, meaning in _read(text, sentence):
            if evidence is None:
                evidence = read_tense(text, sentence.start, sentence.end, english_language().tense)
            direction = _direction(text, span, evidence)
            context = Context(day, context.mentioned, context.quarter, direction)
            timex, basis = resolve(refine(text, span, meaning, direction), context)
            found.append(DateMention(span, timex, basis, sentence))
            context = _remember(context, timex, meaning)
    return tuple(found)


def _direction(text: str, span: Span, evidence: Evidence) -> Direction:
    """Whether a time looks back or ahead: what stands right before it, or else its sentence."""
    *_, verb, last = ["", "", *words_before(text, span)]
    if (verb if last in english.PREPOSITIONS else last) in english.BESIDE_AHEAD:
        return 1
    return direction_at(evidence, span.start) or (1 if last in english.DEADLINE else 0)


def _remember(context: Context, timex: Timex, meaning: Meaning) -> Context:
    """What a later "that day" or "a year earlier" can hang on."""
    value = timex.value
    if timex.type not in ("DATE", "TIME") or value is None or timex.earliest is None:
        return context
    reported = isinstance(meaning, Calendar | Chosen) and "-Q" in value
    # The quarter a report is about is the first it names; later ones are compared with it.
    quarter = context.quarter or (value if reported else None)
    return Context(context.published, value.partition("T")[0], quarter)


def read_meanings(text: str, sentence: Span) -> list[tuple[Span, Meaning]]:
    """The time expressions of a sentence and what their words say, before any article is known."""
    return list(_read(text, sentence))


def _read(text: str, sentence: Span) -> Iterator[tuple[Span, Meaning]]:
    language = english_language()
    if not language.may_hold_time(text, sentence):
        return
    for run in read_tokens(text, sentence.start, sentence.end, language.lexicon):
        if _has_core(run, language.core):
            yield from _read_run(text, run, language.grammar)


def _has_core(run: Sequence[Token], core: frozenset[str]) -> bool:
    return any(sense in core for token in run for sense, _ in token.senses)


def _read_run(text: str, run: Sequence[Token], grammar: Grammar) -> Iterator[tuple[Span, Meaning]]:
    parser = grammar.parser(run)
    position = 0
    while position < len(run):
        for end, meaning in _longest_first(parser, position):
            found = [] if meaning is AGE else list(_expressions(run[position:end], meaning))
            if all(is_time(text, span, part) for span, part in found):
                yield from found
                position = end
                break
        else:
            position += 1


def _longest_first(parser: Parser, position: int) -> Iterator[tuple[int, Meaning | Range]]:
    """The expressions at `position`; a row of two only where it is longer than any one."""
    one = parser.parses("mention", position)
    row = parser.longest("range", position)
    if row and row[0] > max(one, default=0) and not _is_cut_off(parser, position, row[0]):
        yield row
    for end in sorted(one, reverse=True):
        yield end, one[end]


def _is_cut_off(parser: Parser, start: int, end: int) -> bool:
    """Whether the second of a row goes on beyond it: "2 July to 10 | July" is two whole dates."""
    link = start + _link_at(parser.tokens[start:end])
    one = parser.longest("mention", link + 1)
    return one is not None and one[0] > end


def _expressions(
    tokens: Sequence[Token], meaning: Meaning | Range
) -> Iterator[tuple[Span, Meaning]]:
    """An expression with its extent; a row is two, parted by the word between them."""
    if not isinstance(meaning, Range):
        yield Span(tokens[0].start, tokens[-1].end), meaning
        return
    link = _link_at(tokens)
    yield Span(tokens[0].start, tokens[link - 1].end), meaning.first
    yield Span(tokens[link + 1].start, tokens[-1].end), meaning.second


def _link_at(tokens: Sequence[Token]) -> int:
    """The place of the "to" of a row, or the last of what can stand for it."""
    for name in ("TO", "AND", "OR", "TILDE", "DASH"):
        for place in range(len(tokens) - 2, 0, -1):
            if any(sense == name for sense, _ in tokens[place].senses):
                return place
    raise AssertionError("a row of two has a word between them")
