"""The embedded model: two small ONNX graphs and a tokenizer, run on the CPU."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from service.encoding.encoding import Encoding, Floats
from service.encoding.labels import LABELS
from service.encoding.tokens import Ints, Tokens, tokenize
from service.encoding.windows import Window, windows
from service.text.spans import Span

WIDTH = 384  # of a token's vector


class OnnxEncoder:
    """The `Encoder` that `training.export` writes: every token is read once, in whatever window.

    Windows go through one by one and unpadded, so memory doesn't grow with the article.
    """

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        """`threads` is for the arithmetic of one window; 0 takes every core."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3  # errors: a warning about the machine is not the user's
        self._tokens = onnxruntime.InferenceSession(folder / "tokens.onnx", options)
        self._sentences = onnxruntime.InferenceSession(folder / "sentences.onnx", options)
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        framed = self._tokenizer.encode("")
        self._first, self._last = np.array(framed.ids[:1]), np.array(framed.ids[-1:])

    def encode(self, text: str, sentences: Sequence[Span]) -> Encoding:
        tokens = tokenize(self._tokenizer, text, sentences)
        if not len(tokens):
            raise ValueError("nothing to encode: no sentence has a token")
        means, labels = SentenceMeans(tokens.borders), []
        for window in windows(len(tokens)):
            vectors, of_window = self._read(tokens, window)
            means.add(vectors, start=window.keep_start)
            labels.append(of_window)
        salience = self.run_sentences(means.means)
        return Encoding(tuple(sentences), tokens, salience, means.means, np.concatenate(labels))

    def _read(self, tokens: Tokens, window: Window) -> tuple[Floats, Floats]:
        """The vectors and labels of the tokens that this window keeps."""
        inside = slice(window.start, window.end)
        ids = np.concatenate((self._first, tokens.ids[inside], self._last))
        cases = np.pad(tokens.cases[inside], 1)
        vectors, labels = self.run_tokens(ids[None], cases[None])
        kept = slice(1 + window.keep_start - window.start, 1 + window.keep_end - window.start)
        return vectors[kept], labels[kept]

    def run_tokens(self, ids: Ints, cases: Ints) -> tuple[Floats, Floats]:
        """ids, cases: (1, length) → vectors (length, width), labels (length, n_labels)."""
        vectors, labels = self._tokens.run(None, {"ids": ids, "cases": cases})
        return vectors, labels

    def run_sentences(self, means: Floats) -> Floats:
        """means: (n_sentences, width) → salience (n_sentences,)."""
        salience: Floats = self._sentences.run(None, {"sentences": means})[0]
        return salience


class SentenceMeans:
    """The mean of each sentence's token vectors, built up as the tokens are read.

    What is kept grows by a vector a sentence, not a token: a book must fit too.
    """

    def __init__(self, borders: Ints) -> None:
        """borders: (n_sentences + 1,), where each sentence's tokens begin."""
        self._borders, self._shares = borders, 1 / np.maximum(np.diff(borders), 1)
        self.means: Floats = np.zeros((len(borders) - 1, WIDTH), np.float32)

    def add(self, vectors: Floats, *, start: int) -> None:
        """The next tokens, from number `start` on: (n_tokens, WIDTH)."""
        end = start + len(vectors)
        first = int(np.searchsorted(self._borders, start, side="right")) - 1
        last = int(np.searchsorted(self._borders, end, side="left"))
        begins = np.maximum(self._borders[first:last], start)
        filled = np.flatnonzero(np.diff(np.append(begins, end)))
        sums = np.add.reduceat(vectors, begins[filled] - start)
        self.means[first + filled] += sums * self._shares[first + filled, None]


def warm_up(encoder: OnnxEncoder) -> None:
    """Run once, so that the first article doesn't pay for what is set up on first use."""
    text = "Warm."
    encoding = encoder.encode(text, [Span(0, len(text))])
    assert encoding.labels.shape[1] == len(LABELS)
