"""Words as they are looked up: whatever their case, ending and typography."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.text.spans import Span

# Letters and digits; inside a word also dots (U.S., 1.5), commas (1,000), apostrophes and "&".
_WORD = re.compile(r"[^\W_]+(?:[.,'’&][^\W_]+)*(?:(?<=\b[^\W\d_])\.)?")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands, and the key it is looked up by."""

    text: str
    span: Span
    key: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def read_words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of `text` between `start` and `end`, in order."""
    for found in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Word(found[0], Span(*found.span()), key(found[0]))


def key(word: str) -> str:
    """What `word` is looked up by: "Years'" and "year" are one, and so are "U.S." and "US"."""
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word)).casefold()
    plain = "".join(c for c in plain if c.isalnum())
    return plain[:-1] if len(plain) > 3 and plain.endswith("s") and plain.isalpha() else plain


@dataclass(frozen=True, slots=True)
class Phrases:
    """A text in which any sequence of words can be looked up."""

    line: str  # the keys, each between spaces

    @classmethod
    def of(cls, *texts: str) -> Phrases:
        """The phrases of `texts`; none reaches from one into the next."""
        return cls(" | ".join(f" {' '.join(w.key for w in read_words(text))} " for text in texts))

    def have(self, words: Sequence[Word]) -> bool:
        """Whether these words stand here in this order, with nothing between them."""
        return f" {' '.join(word.key for word in words)} " in self.line
