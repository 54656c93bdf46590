"""Numbers in digits and in words, by value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from service.grounding.words import Word, read_words
from service.text.spans import Span

_SMALL = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen",
)
_TENS = re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = re.findall(
    r"\w+",
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
)
_UNITS = {word: Fraction(n) for n, word in enumerate(_SMALL)}
_UNITS |= {word: Fraction(10 * n) for n, word in enumerate(_TENS, 2)}
_PLACES = {word: Fraction(n) for n, word in enumerate(_ORDINALS)}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_SCALES |= {"trillion": 10**12}
_ABBREVIATED = {"k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
_PARTS = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_DIGITS = re.compile(r"(\d[\d,]*(?:\.\d+)?)(st|nd|rd|th|k|mn?|bn?|tn)?", re.IGNORECASE)

# "one of them" counts nothing, and "the first time" seldom does.
_NOT_COUNTED = {"one", "first"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written, and its value."""

    span: Span
    value: Fraction


def find_numbers(text: str) -> Iterator[Number]:
    """Every number of `text`, in order: "312", "two dozen", "1.5 million", "a third", "21st"."""
    words = list(read_words(text))
    at = 0
    while at < len(words):
        length, value = _read(words, at)
        if value is not None and not (length == 1 and words[at].key in _NOT_COUNTED):
            yield Number(Span(words[at].span.start, words[at + length - 1].span.end), value)
        at += max(1, length)


def _read(words: Sequence[Word], at: int) -> tuple[int, Fraction | None]:
    """How many words from `at` make a number, and its value; 0 and None where there is none."""
    if [word.key for word in words[at : at + 2]] == ["half", "a"] and at + 2 < len(words):
        whole = _SCALES.get(words[at + 2].key)
        return (3, Fraction(whole, 2)) if whole else (1, Fraction(1, 2))
    total, group, taken = Fraction(0), None, 0
    for word in words[at:]:
        if taken and not _joined(words[at + taken - 1], word):
            break
        value = _value(word)
        if value is not None:
            if group is not None and not _continues(group, value):
                break
            group = (group or 0) + value
        elif word.key in _PARTS and _counts(words, at, taken, group):
            return taken + 1, Fraction(group or 1) / _PARTS[word.key]
        elif word.key in _SCALES and (group is not None or taken == 0):
            group, total = _scaled(total, group, _SCALES[word.key])
        elif word.key == "and" and taken and words[at + taken - 1].key in _SCALES:
            pass
        else:
            break
        taken += 1
    if taken and words[at + taken - 1].key == "and":
        taken -= 1
    return (taken, total + (group or 0)) if taken else (_place(words[at]))


def _scaled(
    total: Fraction, group: Fraction | None, scale: int
) -> tuple[Fraction | None, Fraction]:
    """The group and the total after a word like "hundred" or "million"."""
    counted = Fraction(1) if group is None else group
    if scale == 100:
        return counted * 100, total
    return None, total + counted * scale


def _continues(group: Fraction, value: Fraction) -> bool:
    """Whether "twenty" goes on with "one", and "two hundred" with "fifty"."""
    return (0 < value < 10 and group % 100 >= 20 and group % 10 == 0) or value < 100 <= group % 1000


def _counts(words: Sequence[Word], at: int, taken: int, group: Fraction | None) -> bool:
    """Whether a word like "third" is a part: "two thirds", "a third", "half"."""
    if taken:
        return group is not None
    before = words[at - 1].key if at else ""
    return before in ("a", "one", "per") or words[at].key in ("half", "halve")


def _value(word: Word) -> Fraction | None:
    if found := _DIGITS.fullmatch(word.text):
        scale = _ABBREVIATED.get((found[2] or "").lower(), 1)
        return Fraction(found[1].replace(",", "").rstrip(".")) * scale
    return _UNITS.get(word.key)


def _place(word: Word) -> tuple[int, Fraction | None]:
    found = _PLACES.get(word.key)
    return (0, None) if found is None else (1, found)


def _joined(before: Word, word: Word) -> bool:
    return word.span.start - before.span.end == 1
