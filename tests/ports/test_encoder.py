"""The promise of `Encoder`, kept by every implementation."""

from __future__ import annotations

import numpy as np
import pytest

from service.encoding.labels import LABELS
from service.models import load_models
from service.text.sentences import split_sentences
from tests.fakes import FakeEncoder


@pytest.fixture(scope="module", params=["fake", "embedded"])
def encoder(request):
    return FakeEncoder() if request.param == "fake" else load_models().encoder


def test_the_same_sentences_give_the_same_numbers(encoder, article):
    sentences = split_sentences(article)
    first, second = encoder.encode(article, sentences), encoder.encode(article, sentences)
    for name in ("salience", "sentence_vectors", "labels"):
        assert np.array_equal(getattr(first, name), getattr(second, name))


def test_every_sentence_has_its_number_and_every_token_its_labels(encoder, article):
    sentences = split_sentences(article)
    encoding = encoder.encode(article, sentences)
    assert encoding.sentences == tuple(sentences)
    assert encoding.salience.shape == (len(sentences),)
    assert ((encoding.salience >= 0) & (encoding.salience <= 1)).all()
    assert encoding.labels.shape == (len(encoding.tokens), len(LABELS))
    assert len(encoding.tokens.borders) == len(sentences) + 1
    assert encoding.tokens.borders[-1] == len(encoding.tokens)
