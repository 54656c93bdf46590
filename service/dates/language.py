"""A language's words and rules, put together once: another language is another such value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from service.dates import english, english_context
from service.dates.grammar import Grammar
from service.dates.holidays import name_words
from service.dates.rules_amounts import AMOUNT_TABLES
from service.dates.rules_calendar import CALENDAR_TABLES
from service.dates.rules_clock import CLOCK_TABLES
from service.dates.rules_numbers import NUMBER_TABLES
from service.dates.rules_ranges import RANGE_TABLES
from service.dates.rules_relative import RELATIVE_TABLES
from service.dates.rules_sets import SET_TABLES
from service.dates.rules_timed import TIMED_TABLES
from service.dates.tense import TenseWords
from service.dates.tokens import Senses
from service.text.spans import Span

_WORD_OR_FIGURE = re.compile(r"[^\W\d_]+|\d")
_FIGURES = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class Language:
    """Words with their classes, rules over classes, and what no time expression does without."""

    lexicon: Mapping[str, Senses]
    grammar: Grammar
    core: frozenset[str]
    core_words: frozenset[str]
    tense: TenseWords

    def may_hold_time(self, text: str, sentence: Span) -> bool:
        """Whether a sentence has a figure or a core word; most have none and need no reading."""
        words = _WORD_OR_FIGURE.findall(text, sentence.start, sentence.end)
        return not self.core_words.isdisjoint(map(str.lower, words))


@cache
def english_language() -> Language:
    """The words and rules of English."""
    lexicon = _with_holidays(english.build_lexicon())
    tables = {
        **NUMBER_TABLES,
        **CALENDAR_TABLES,
        **RELATIVE_TABLES,
        **AMOUNT_TABLES,
        **CLOCK_TABLES,
        **TIMED_TABLES,
        **SET_TABLES,
        **RANGE_TABLES,
    }
    core_words = _FIGURES | {
        part.lower()
        for word, senses in lexicon.items()
        if any(sense in english.CORE for sense, _ in senses)
        for part in _WORD_OR_FIGURE.findall(word)
    }
    grammar = Grammar(tables)
    return Language(lexicon, grammar, english.CORE, core_words, english_context.TENSE)


def _with_holidays(words: Mapping[str, Senses]) -> dict[str, Senses]:
    """`words` and those of holidays' names, each under its own class."""
    lexicon = dict(words)
    for word, name in name_words():
        key = word.lower()
        if (name, None) not in lexicon.get(key, ()):
            lexicon[key] = (*lexicon.get(key, ()), (name, None))
        if word in lexicon and word != key:
            lexicon[word] = (*lexicon[word], (name, None))
    return lexicon
