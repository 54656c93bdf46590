import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from service.encoding.encoding import Encoding
from service.encoding.entities import best_path, decode_entities
from service.encoding.labels import LABELS, OUTSIDE, begin, inside
from service.encoding.tokens import Tokens
from service.text.spans import Span


def is_legal(path):
    return all(
        not LABELS[label].startswith("I-") or (before in (label - 1, label))
        for before, label in zip([OUTSIDE, *path], path, strict=False)
    )


def total(scores, path):
    return sum(float(row[label]) for row, label in zip(scores, path, strict=True))


@given(st.integers(0, 2**32 - 1), st.integers(1, 3))
def test_the_path_is_the_best_of_all_legal_ones(seed, n_words):
    scores = np.log(np.random.default_rng(seed).dirichlet(np.ones(len(LABELS)), n_words))
    scores = scores.astype(np.float32)
    path = best_path(scores)
    legal = filter(is_legal, itertools.product(range(len(LABELS)), repeat=n_words))
    assert is_legal(path)
    assert total(scores, path) >= max(total(scores, p) for p in legal) - 1e-4


def encode(tokens, labels, borders):
    """An encoding in which each token surely has its label; tokens are (start, end, word)."""
    starts, ends, words = (np.array(column) for column in zip(*tokens, strict=True))
    scores = np.full((len(tokens), len(LABELS)), -9, np.float32)
    scores[np.arange(len(tokens)), labels] = -0.01
    sentences = tuple(
        Span(int(starts[a]), int(ends[b - 1])) for a, b in itertools.pairwise(borders)
    )
    none = np.zeros(len(tokens), np.int64)
    return Encoding(
        sentences,
        Tokens(none, none, starts, ends, words, np.array(borders)),
        np.zeros(len(sentences), np.float32),
        np.zeros((len(sentences), 2), np.float32),
        scores,
    )


def test_a_name_is_whole_words_whatever_its_later_pieces_say():
    text = "Orlanov met"
    encoding = encode(
        [(0, 3, 0), (3, 7, 0), (8, 11, 1)], [begin("person"), OUTSIDE, OUTSIDE], [0, 3]
    )
    assert [(e.span.of(text), e.kind) for e in decode_entities(encoding)] == [("Orlanov", "person")]


def test_no_name_crosses_a_sentence():
    text = "Orlan Brevik"
    encoding = encode([(0, 5, 0), (6, 12, 1)], [begin("person"), inside("person")], [0, 1, 2])
    first = decode_entities(encoding)[0]
    assert (first.span.of(text), first.sentence) == ("Orlan", 0)


def test_neighbours_of_one_kind_stay_apart_where_the_second_begins():
    text = "Orlan Brevik"
    encoding = encode([(0, 5, 0), (6, 12, 1)], [begin("person"), begin("person")], [0, 2])
    assert [e.span.of(text) for e in decode_entities(encoding)] == ["Orlan", "Brevik"]
