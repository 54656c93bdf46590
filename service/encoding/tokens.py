"""A text as the model's tokens, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from service.encoding.letter_case import letter_case
from service.text.spans import Span

_BATCH = 512  # sentences
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of some sentences of a text, without the special ones, one after another."""

    ids: Ints  # (n_tokens,)
    cases: Ints  # (n_tokens,)
    starts: Ints  # (n_tokens,) first character in the text
    ends: Ints  # (n_tokens,) one past the last
    words: Ints  # (n_tokens,) number of the word a token belongs to, rising
    borders: Ints  # (n_sentences + 1,) sentence i is tokens[borders[i] : borders[i + 1]]

    def __len__(self) -> int:
        return len(self.ids)


def tokenize(tokenizer: Tokenizer, text: str, sentences: Sequence[Span]) -> Tokens:
    """The tokens of `sentences`; a sentence of nothing but unknown white space may have none."""
    ids: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    words: list[int] = []
    borders = [0]
    n_words = 0
    for sentence, encoding in _encode(tokenizer, text, sentences):
        ids += encoding.ids
        starts += [sentence.start + start for start, _ in encoding.offsets]
        ends += [sentence.start + end for _, end in encoding.offsets]
        words += [n_words + (word or 0) for word in encoding.word_ids]
        n_words = words[-1] + 1 if words else 0
        borders.append(len(ids))
    tokens = [np.array(values, dtype=np.int64) for values in (ids, starts, ends, words, borders)]
    ids_, starts_, ends_, words_, borders_ = tokens
    return Tokens(ids_, _word_cases(text, starts_, ends_, words_), starts_, ends_, words_, borders_)


def _encode(
    tokenizer: Tokenizer, text: str, sentences: Sequence[Span]
) -> Iterator[tuple[Span, Encoding]]:
    """Each sentence with its encoding; some at a time, for encodings are far larger than texts."""
    for start in range(0, len(sentences), _BATCH):
        batch = sentences[start : start + _BATCH]
        texts = [sentence.of(text) for sentence in batch]
        yield from zip(batch, tokenizer.encode_batch(texts, add_special_tokens=False), strict=True)


def _word_cases(text: str, starts: Ints, ends: Ints, words: Ints) -> Ints:
    """The letter case of each token's whole word."""
    if not len(words):
        return np.zeros(0, dtype=np.int64)
    first = np.flatnonzero(np.diff(words, prepend=-1))
    last = np.append(first[1:], len(words)) - 1
    cases = letter_case(text, starts[first], ends[last])
    return np.repeat(cases, last - first + 1)
