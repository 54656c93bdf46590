"""The words of a sentence, read once from left to right, with what each can be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Senses = tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Token:
    """Characters [start, end) of the text; `senses` are the word classes it can stand for."""

    start: int
    end: int
    word: str
    senses: Senses


# Every alternative is a row of fixed or single-class repeats: none can be tried in two ways,
# so the scan is linear in the text whatever the text is.
_TOKEN = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?(?!\d))"
    r"|(?P<full>(?<!\d)(?<!\d[-/.])\d{1,4}([-/.])\d{1,2}\3\d{1,4}(?![\d/]|[.-]\d))"
    r"|(?P<halved>(?<![\d:.,])\d{1,2}(?::\d\d)?[ap]\b(?!\.m))"
    r"|(?P<clock>(?<![\d:.])\d{1,2}:\d\d(?::\d\d)?(?![\d:]))"
    r"|(?P<compact>(?<!\d)(?<!\d[.,])(?:19|20)\d\d[01]\d[0-3]\d(?!\d))"
    r"|(?P<decade>(?:\d{4}|\d\d)['’]?s\b)"
    r"|(?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<pair>(?<![\d/.,-])\d{1,4} ?/ ?\d{1,4}(?![\d/]|[.,]\d))"
    r"|(?P<grouped>\d{1,3}(?:,\d{3}){1,6}(?!\d))"
    r"|(?P<decimal>\d+\.\d+)"
    r"|(?P<digits>\d+)"
    r"|(?P<possessive>['’]s\b)"
    r"|(?P<word>o['’]clock|[^\W\d_]+)"
    r"|(?P<mark>[^\s\w]|_)"
)


def read_tokens(
    text: str, start: int, end: int, lexicon: Mapping[str, Senses]
) -> Iterator[list[Token]]:
    """The runs of tokens of text[start:end] that `lexicon` or the shape of a number knows.

    A word nobody knows ends a run: no time expression reaches across it.
    """
    run: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup
        word = match.group()
        if kind == "word" or kind == "mark" or kind == "possessive":
            senses = lexicon.get(word) or lexicon.get(word.lower())
            if senses is None:
                if run:
                    yield run
                    run = []
                continue
        else:
            senses = _number_senses(kind or "full", word)
        run.append(Token(match.start(), match.end(), word, senses))
    if run:
        yield run


def _number_senses(kind: str, word: str) -> Senses:
    if kind == "digits":
        return _digit_senses(word)
    if kind == "ordinal":
        return (("ORDINAL", int(word[:-2])),)
    if kind == "decade":
        return (("DECADE", word.rstrip("s'’")),)
    if kind == "decimal":
        point = word.find(".")
        return (("DECIMAL", float(word)), ("POINTED", (word[:point], word[point + 1 :])))
    if kind == "grouped":
        return (("COUNT", int(word.replace(",", ""))),)
    return ((kind.upper(), word),)


def _digit_senses(word: str) -> Senses:
    if len(word) > 6:
        return (("MANY", word),)
    number = int(word)
    senses: list[tuple[str, Any]] = [("DIGITS", number)]
    if len(word) <= 2 and 1 <= number <= 31:
        senses.append(("DAY", number))
    if len(word) <= 2 and number <= 24:
        senses.append(("HOUR", number))
    if len(word) == 2:
        senses.append(("TWO", word))
    if len(word) == 4 or (len(word) == 3 and word[0] != "0"):
        senses.append(("FOUR", word) if len(word) == 4 else ("THREE", word))
    return tuple(senses)
