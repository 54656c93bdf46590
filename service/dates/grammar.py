"""A small grammar engine: rules are rows of word classes, kept in a trie and walked once.

A pattern is words apart by blanks. An upper-case word is a class of tokens; a lower-case word
is the name of a table of rules, which must stand before the one that uses it, so that nothing
is recursive and every rule matches a bounded number of tokens. `X?` may be left out, `X|Y` is
either. At each position a table is parsed once and remembered: time is linear in the tokens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from service.dates.tokens import Token

Found = dict[str, Any]
Build = Callable[[Found], Any]
Table = Mapping[str, Build]


def always(meaning: Any) -> Build:
    """The builder of a rule whose words mean one thing only."""
    return lambda _: meaning


@dataclass(slots=True)
class _Node:
    """A state of the trie: where each class and each table leads, and what ends here."""

    classes: dict[str, _Node] = field(default_factory=dict)
    tables: dict[str, _Node] = field(default_factory=dict)
    rule: tuple[int, Build] | None = None

    def then(self, step: str) -> _Node:
        edges = self.classes if step.isupper() else self.tables
        return edges.setdefault(step, _Node())


class Grammar:
    """Tables of rules by name, ready to parse; immutable once built."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self._roots = {name: _Node() for name in tables}
        self._first: dict[str, frozenset[str]] = {}
        for name, table in tables.items():
            for number, (pattern, build) in enumerate(table.items()):
                for steps in _spellings(pattern):
                    self._add(name, steps, (number, build))
            self._first[name] = self._firsts(self._roots[name])

    def _add(self, name: str, steps: Sequence[str], rule: tuple[int, Build]) -> None:
        node = self._roots[name]
        for step in steps:
            if not step.isupper() and step not in self._first:
                raise ValueError(f"{name}: {step} is not an earlier table")
            node = node.then(step)
        if node.rule is None:
            node.rule = rule

    def _firsts(self, root: _Node) -> frozenset[str]:
        inner = (self._first[name] for name in root.tables)
        return frozenset(root.classes).union(*inner)

    def classes(self) -> frozenset[str]:
        """Every class of tokens that a rule names."""
        return frozenset().union(*(_classes_below(root) for root in self._roots.values()))

    def parser(self, tokens: Sequence[Token]) -> Parser:
        return Parser(self._roots, self._first, tokens)


class Parser:
    """The parses of one run of tokens."""

    def __init__(
        self,
        roots: Mapping[str, _Node],
        first: Mapping[str, frozenset[str]],
        tokens: Sequence[Token],
    ) -> None:
        self.tokens = tokens
        self._roots = roots
        self._first = first
        self._senses = [frozenset(sense for sense, _ in token.senses) for token in tokens]
        self._parses: dict[tuple[str, int], dict[int, Any]] = {}

    def longest(self, table: str, start: int) -> tuple[int, Any] | None:
        """The end and the meaning of the longest parse of `table` at token `start`."""
        parses = self.parses(table, start)
        if not parses:
            return None
        end = max(parses)
        return end, parses[end]

    def parses(self, table: str, start: int) -> dict[int, Any]:
        """Every end a parse of `table` at `start` can have, with its meaning there."""
        if start >= len(self.tokens) or self._first[table].isdisjoint(self._senses[start]):
            return {}
        key = (table, start)
        known = self._parses.get(key)
        if known is None:
            known = self._parses[key] = self._parse(table, start)
        return known

    def _parse(self, table: str, start: int) -> dict[int, Any]:
        """At each end the first rule of the table that reaches it wins."""
        best: dict[int, tuple[int, Any]] = {}
        matches: list[tuple[int, int, Build, Found]] = []
        self._walk(self._roots[table], start, {}, matches)
        for end, number, build, found in matches:
            if end in best and best[end][0] <= number:
                continue
            meaning = build(found)
            if meaning is not None:
                best[end] = (number, meaning)
        return {end: meaning for end, (_, meaning) in best.items()}

    def _walk(
        self,
        node: _Node,
        position: int,
        found: Found,
        matches: list[tuple[int, int, Build, Found]],
    ) -> None:
        """Add to `matches` every rule below `node` that the tokens from `position` on spell."""
        if node.rule is not None:
            matches.append((position, *node.rule, found))
        if position >= len(self.tokens):
            return
        if node.classes:
            for sense, value in self.tokens[position].senses:
                following = node.classes.get(sense)
                if following:
                    self._walk(following, position + 1, _with(found, sense, value), matches)
        senses = self._senses[position]
        for table, following in node.tables.items():
            if self._first[table].isdisjoint(senses):
                continue
            for end, meaning in self.parses(table, position).items():
                self._walk(following, end, _with(found, table, meaning), matches)


def _classes_below(node: _Node) -> set[str]:
    below = [*node.classes.values(), *node.tables.values()]
    return set(node.classes).union(*map(_classes_below, below))


def _with(found: Found, name: str, value: Any) -> Found:
    """`found` and one more; a second one of the same name is `name2`, a third `name3`."""
    if name in found:
        name += "3" if name + "2" in found else "2"
    return {**found, name: value}


def _spellings(pattern: str) -> Iterator[tuple[str, ...]]:
    """Every row of classes a pattern stands for."""
    choices = []
    for word in pattern.split():
        options = word.rstrip("?").split("|")
        choices.append([*options, ""] if word.endswith("?") else options)
    for row in product(*choices):
        yield tuple(step for step in row if step)
