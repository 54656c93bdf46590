import numpy as np
import pytest

from service.encoding.entities import decode_entities
from service.encoding.labels import LABELS
from service.models import load_models
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
