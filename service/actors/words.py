"""The words of an article, numbered, so that rules speak of neighbours instead of characters."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import add

from service.actors.english import COMPANY_FORMS
from service.article import Article
from service.text.spans import Span

# A word keeps its inner apostrophe ("O'Neill"); a possessive and every other sign stand alone.
_WORD = re.compile(r"\w+(?:['’](?![sS]\b)\w+)*|['’][sS]\b|[^\w\s]")
_POSSESSIVES = frozenset({"'s", "’s", "'S", "’S", "'", "’"})

Range = tuple[int, int]  # words [first, last)
Forms = tuple[str, ...]  # the words of a name


@dataclass(frozen=True, slots=True)
class Words:
    """The words and signs of the title (line 0, maybe empty), then of each sentence."""

    text: str
    forms: tuple[str, ...]
    starts: tuple[int, ...]  # first character of each word
    ends: tuple[int, ...]
    lines: tuple[int, ...]  # the line each word is on
    borders: tuple[int, ...]  # line i is words [borders[i], borders[i + 1])

    def span(self, first: int, last: int) -> Span:
        return Span(self.starts[first], self.ends[last - 1])

    def spelled(self, first: int, last: int) -> str:
        return self.text[self.starts[first] : self.ends[last - 1]]

    def glued(self, i: int) -> bool:
        """Whether nothing stands between word `i - 1` and word `i`."""
        return 0 < i < len(self.forms) and self.ends[i - 1] == self.starts[i]

    def form(self, i: int, line: int) -> str:
        """The word at `i`, or "" outside of `line`."""
        inside = self.borders[line] <= i < self.borders[line + 1]
        return self.forms[i] if inside else ""

    def opens(self, i: int) -> bool:
        """Whether a sentence or a quotation begins with word `i`: its capital says nothing."""
        start = self.borders[self.lines[i]]
        return i == start or self.forms[i - 1] in _OPENING_SIGNS

    def covered(self, span: Span, line: int) -> Range | None:
        """The words of `line` that `span` touches."""
        low, high = self.borders[line], self.borders[line + 1]
        first = bisect_right(self.ends, span.start, low, high)
        last = bisect_left(self.starts, span.end, low, high)
        return (first, last) if first < last else None


_OPENING_SIGNS = frozenset("\"'“‘”:;([{–—-•*.!?…")


def read_words(article: Article, sentences: Sequence[Span]) -> Words:
    """The words of the title, where it stands apart in the text, and of `sentences`."""
    title = article.title_span
    if title is not None and any(title.overlaps(sentence) for sentence in sentences):
        title = None
    matches: list[re.Match[str]] = []
    lines: list[int] = []
    borders = [0]
    for line, place in enumerate((title, *sentences)):
        if place is not None:
            matches += _WORD.finditer(article.text, place.start, place.end)
        lines += [line] * (len(matches) - len(lines))
        borders.append(len(matches))
    forms = tuple([match[0] for match in matches])
    starts = tuple([match.start() for match in matches])
    ends = tuple(map(add, starts, map(len, forms)))
    return Words(article.text, forms, starts, ends, tuple(lines), tuple(borders))


def word_before(words: Words, first: int) -> str:
    """The word before the one at `first`, an article left out, in lower case."""
    line = words.lines[first]
    before = words.form(first - 1, line).lower()
    return words.form(first - 2, line).lower() if before in ("the", "a", "an") else before


def is_possessive(form: str) -> bool:
    return form in _POSSESSIVES


def is_capital(form: str) -> bool:
    return form[:1].isupper()


def is_word(form: str) -> bool:
    return form[:1].isalnum()


def plain(forms: Forms) -> str:
    """A spelling as one string, without full stops: "U.S." and "US" are one."""
    if len(forms) == 1:
        return forms[0]
    joined = " ".join([form for form in forms if form != "."])
    if all(len(form) == 1 for form in forms):
        joined = joined.replace(" ", "")
    return joined.replace(" - ", "-")


def initials(forms: Forms) -> set[str]:
    """What a name of several words may be shortened to: its capitals, with or without "of"."""
    wordy = [form for form in forms if is_word(form)]
    if len(wordy) < 2:
        return set()
    capitals = "".join(form[0] for form in wordy if is_capital(form))
    everything = "".join(form[0] for form in wordy).upper()
    without_form = "".join(
        form[0] for form in wordy if is_capital(form) and form not in COMPANY_FORMS
    )
    return {letters for letters in (capitals, everything, without_form) if len(letters) > 1}


def name_parts(forms: Forms) -> tuple[str, ...]:
    """The words of a name, without its stops and hyphens."""
    return tuple(form for form in forms if is_word(form))
