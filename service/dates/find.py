"""Find every time expression of an article and say what it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import cache

from service.dates import english
from service.dates.grammar import Grammar
from service.dates.guards import is_time, refine
from service.dates.holidays import name_words
from service.dates.meaning import AGE, Calendar, Chosen, Meaning
from service.dates.resolve import Context, resolve
from service.dates.rules_calendar import CALENDAR_TABLES
from service.dates.rules_clock import CLOCK_TABLES
from service.dates.rules_numbers import NUMBER_TABLES
from service.dates.rules_relative import RELATIVE_TABLES
from service.dates.tense import direction_at, read_tense
from service.dates.timex import DateMention, Timex
from service.dates.tokens import Senses, Token, read_tokens
from service.text.spans import Span


@cache
def _language() -> tuple[dict[str, Senses], Grammar, frozenset[str]]:
    """The words, the grammar and the words that a time expression cannot do without."""
    lexicon = dict(english.build_lexicon())
    for word, name in name_words():
        key = word.lower()
        if (name, None) not in lexicon.get(key, ()):
            lexicon[key] = (*lexicon.get(key, ()), (name, None))
        if word in lexicon and word != key:
            lexicon[word] = (*lexicon[word], (name, None))
    tables = {**NUMBER_TABLES, **CALENDAR_TABLES, **RELATIVE_TABLES, **CLOCK_TABLES}
    return lexicon, Grammar(tables), english.CORE


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
                evidence = read_tense(text, sentence.start, sentence.end, english.TENSE)
            direction = direction_at(evidence, span.start)
            context = Context(day, context.mentioned, context.quarter, direction)
            timex, basis = resolve(refine(text, span, meaning), context)
            found.append(DateMention(span, timex, basis, sentence))
            context = _remember(context, timex, meaning)
    return tuple(found)


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
    lexicon, grammar, core = _language()
    for run in read_tokens(text, sentence.start, sentence.end, lexicon):
        if _has_core(run, core):
            yield from _read_run(text, run, grammar)


def _has_core(run: Sequence[Token], core: frozenset[str]) -> bool:
    return any(sense in core for token in run for sense, _ in token.senses)


def _read_run(text: str, run: Sequence[Token], grammar: Grammar) -> Iterator[tuple[Span, Meaning]]:
    parser = grammar.parser(run)
    position = 0
    while position < len(run):
        parse = parser.longest("mention", position)
        if parse is None:
            position += 1
            continue
        end, meaning = parse
        span = Span(run[position].start, run[end - 1].end)
        if meaning is AGE:
            position = end
        elif is_time(text, span, meaning):
            yield span, meaning
            position = end
        else:
            position += 1
