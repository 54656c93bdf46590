from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.encoding.entities import decode_entities
from service.encoding.labels import LABELS
from service.models import load_models
from service.models.embedded import WIDTH, SentenceMeans
from service.text.sentences import split_sentences

PASSAGE = (
    "Prime Minister Elena Markovic met officials of the United Nations in Geneva. "
    "Markovic said the French delegation would leave Switzerland the next day. "
)


@pytest.fixture(scope="module")
def encoder():
    return load_models().encoder


def test_names_are_found_with_their_kinds(encoder):
    encoding = encoder.encode(PASSAGE, split_sentences(PASSAGE))
    found = {(e.span.of(PASSAGE), e.kind) for e in decode_entities(encoding)}
    assert {("Elena Markovic", "person"), ("Geneva", "place"), ("French", "group")} <= found
    assert ("United Nations", "organization") in found


def test_every_token_of_a_long_article_is_read_once(encoder):
    text = PASSAGE * 60  # several windows
    encoding = encoder.encode(text, split_sentences(text))
    assert encoding.labels.shape == (len(encoding.tokens), len(LABELS))
    assert np.exp(encoding.labels).sum(axis=1) == pytest.approx(1, abs=1e-3)
    assert np.isfinite(encoding.salience).all()


def test_a_window_changes_little_of_what_a_token_is_taken_for(encoder):
    text = PASSAGE * 60
    encoding = encoder.encode(text, split_sentences(text))
    kinds = [e.kind for e in decode_entities(encoding) if e.span.of(text) == "Markovic"]
    assert kinds.count("person") >= 58


def test_the_same_text_gives_the_same_numbers(encoder):
    one, other = (encoder.encode(PASSAGE, split_sentences(PASSAGE)) for _ in range(2))
    assert (one.salience == other.salience).all()
    assert (one.labels == other.labels).all()


def test_sentences_without_a_token_get_a_salience_too(encoder):
    text = "The harbour was closed. \u200b The mayor spoke."
    encoding = encoder.encode(text, split_sentences(text))
    assert len(encoding.salience) == len(encoding.sentences)


@given(
    lengths=st.lists(st.integers(0, 5), min_size=1, max_size=12).filter(any),
    cuts=st.sets(st.integers(1, 59), max_size=5),
)
def test_means_are_the_same_wherever_the_windows_end(lengths, cuts):
    borders = np.concatenate(([0], np.cumsum(lengths)))
    vectors = np.random.default_rng(3).normal(size=(borders[-1], WIDTH)).astype(np.float32)
    means = SentenceMeans(borders)
    seams = [0, *sorted(cut for cut in cuts if cut < len(vectors)), len(vectors)]
    for start, end in pairwise(seams):
        means.add(vectors[start:end], start=start)
    for i, length in enumerate(lengths):
        inside = vectors[borders[i] : borders[i + 1]]
        expected = inside.mean(axis=0) if length else np.zeros(WIDTH)
        assert means.means[i] == pytest.approx(expected, abs=1e-5)
