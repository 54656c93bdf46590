"""What one pass of the encoder says of an article."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from service.encoding.tokens import Tokens
from service.text.spans import Span

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Encoding:
    """Sentences and tokens with what the model thinks of each."""

    sentences: tuple[Span, ...]
    tokens: Tokens
    salience: Floats  # (n_sentences,) 0 to 1: how likely the sentence belongs into a summary
    sentence_vectors: Floats  # (n_sentences, width)
    labels: Floats  # (n_tokens, n_labels) log probabilities, in the order of labels.LABELS

    def __post_init__(self) -> None:
        if len(self.salience) != len(self.sentences) or len(self.labels) != len(self.tokens):
            raise ValueError("one salience a sentence, one row of labels a token")
