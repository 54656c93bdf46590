"""The grammar engine, and that its English tables are consistent."""

from __future__ import annotations

import pytest

from service.dates import english
from service.dates.grammar import Grammar, always
from service.dates.language import english_language
from service.dates.tokens import Token

_LEXICON = english_language().lexicon
# Classes that the shape of a number gives, not the lexicon.
_SHAPE_NAMES = (
    "ISO FULL CLOCK COMPACT HALVED DECADE ORDINAL PAIR COUNT DECIMAL POINTED DIGITS DAY HOUR TWO "
    "THREE FOUR MANY"
)
_SHAPES = frozenset(_SHAPE_NAMES.split())


def _tokens(words: str) -> list[Token]:
    return [Token(i, i + 1, word, ((word, word.lower()),)) for i, word in enumerate(words.split())]


def test_the_longest_rule_wins() -> None:
    grammar = Grammar({"t": {"A": always("short"), "A B?  C": always("long")}})
    assert grammar.parser(_tokens("A B C")).longest("t", 0) == (3, "long")
    assert grammar.parser(_tokens("A B")).longest("t", 0) == (1, "short")


def test_of_rules_as_long_the_first_wins() -> None:
    grammar = Grammar({"t": {"A|B": always("first"), "A": always("second")}})
    assert grammar.parser(_tokens("A")).longest("t", 0) == (1, "first")


def test_a_builder_may_decline() -> None:
    grammar = Grammar({"t": {"A B": always(None), "A": always("kept")}})
    assert grammar.parser(_tokens("A B")).longest("t", 0) == (1, "kept")


def test_a_table_can_use_earlier_ones_only() -> None:
    with pytest.raises(ValueError, match="not an earlier table"):
        Grammar({"t": {"later": always(1)}, "later": {"A": always(2)}})


def test_a_second_step_of_the_same_name_is_numbered() -> None:
    grammar = Grammar({"t": {"A A": lambda found: (found["A"], found["A2"])}})
    assert grammar.parser(_tokens("A A")).longest("t", 0) == (2, ("a", "a"))


def test_every_class_the_rules_name_is_known() -> None:
    known = {sense for senses in _LEXICON.values() for sense, _ in senses} | _SHAPES
    assert english_language().grammar.classes() <= known


def test_every_core_class_is_known() -> None:
    known = {sense for senses in _LEXICON.values() for sense, _ in senses} | _SHAPES
    assert known >= english.CORE
