from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.summary.ranking import FEATURES, Candidates, best_summary
from service.summary.ranking_table import WEIGHTS

TEXTS = [
    "The harbour of Port Anselm was closed on Monday after a ferry ran aground.",
    "He said that it would open again.",
    "Divers found a hole as long as a bus in the hull of the ferry.",
    "The harbour of Port Anselm was closed on Monday, the mayor said.",
    "“Nobody was hurt,” the coast guard of the island said in the evening.",
    "But the beaches will stay closed.",
]
EVEN = [0.5] * len(TEXTS)


def rank(texts, salience):
    return Candidates(texts, np.array(salience, np.float32), range(len(texts)))


def features(chosen, salience=EVEN, texts=TEXTS):
    found = rank(texts, salience[: len(texts)]).features(chosen)
    return dict(zip(FEATURES, found.tolist(), strict=True))


def test_the_table_has_a_weight_for_each_feature():
    assert list(WEIGHTS) == list(FEATURES)


def test_salience_adds_up():
    assert features([0, 2], [0.2, 0, 0.6, 0, 0, 0])["salience"] == pytest.approx(0.8)


def test_what_the_article_keeps_saying_is_its_theme_and_counts_once():
    once, twice = features([0])["share of the theme"], features([0, 3])["share of the theme"]
    assert 0 < once <= 1
    assert twice < 2 * once
    assert features([0, 1, 2, 3, 4, 5])["share of the theme"] == pytest.approx(1)


@pytest.mark.parametrize(
    ("chosen", "hanging"),
    [([1], 1), ([0, 1], 0), ([0, 5], 1), ([4, 5], 0), ([0, 2], 0)],
)
def test_a_sentence_hangs_without_the_one_that_it_leans_on(chosen, hanging):
    assert features(chosen)["left hanging"] == hanging


@pytest.mark.parametrize(
    ("opening", "hangs"),
    [
        ("In other words, nobody had looked at the rudder.", 1),
        ("Another 30 people waited on the pier.", 1),
        ("Then the fog came in from the sea.", 1),
        ("In other ports nobody had looked at the rudder.", 0),
        ("Thirty people waited on the pier.", 0),
    ],
)
def test_what_links_a_sentence_to_the_last_leaves_it_hanging(opening, hangs):
    texts = [TEXTS[2], TEXTS[0], opening]
    assert features([0, 2], texts=texts)["left hanging"] == hangs
    assert features([1, 2], texts=texts)["left hanging"] == 0


def test_the_first_sentence_leans_on_nothing():
    assert (
        features([0], texts=["It rained on Port Anselm all day long.", *TEXTS[1:]])["left hanging"]
        == 0
    )


@pytest.mark.parametrize(
    ("opening", "leans"),
    [
        ("The ferry had been on its way to the islands since noon.", 1),
        ("The collision took place off Port Anselm.", 1),
        ("Family knew him by his middle name, Tore.", 1),
        ("It was the third time that a ferry ran aground.", 1),
        ("The mayor of Port Anselm closed the harbour.", 0),
        ("A sailor said that he saw the light too late.", 0),
        ("When he was 15, Tore Lind went to sea.", 0),
        ("Divers found a hole in the hull of the ferry.", 0),
    ],
)
def test_an_opening_leans_on_what_it_takes_for_known(opening, leans):
    texts = [TEXTS[0], opening, TEXTS[2]]
    assert features([1, 2], texts=texts)["opening leans"] == leans
    assert features([0, 1], texts=texts)["opening leans"] == 0


def test_what_is_said_twice_is_a_share():
    assert 0 < features([0, 3])["share said twice"] < 0.5
    assert features([0, 2])["share said twice"] == 0


@pytest.mark.parametrize(
    ("text", "nobodys"),
    [
        ("“You are an angel, my friend.”", 1),
        ('"Nothing can be done before the tide turns', 1),
        ("“Nobody was hurt,” the coast guard said.", 0),
        ("The mayor said “no” to that.", 0),
    ],
)
def test_a_quote_needs_somebody_who_says_it(text, nobodys):
    assert features([0], texts=[text])["nobody's quotes"] == nobodys


def test_an_article_that_repeats_no_word_has_no_theme():
    assert (
        features([0, 1], texts=["Rain fell.", "Boats sank."], salience=[0.1, 0.2])[
            "share of the theme"
        ]
        == 0
    )


@given(st.lists(st.floats(0, 1, width=32), min_size=6, max_size=6), st.integers(1, 6))
def test_no_single_exchange_makes_the_best_summary_better(salience, size):
    candidates = rank(TEXTS, salience)
    chosen = best_summary(candidates, size=size, fits=lambda _: True)
    assert len(chosen) == size
    assert chosen == sorted(set(chosen))
    near = [s for s in combinations(range(6), size) if len(set(s) & set(chosen)) >= size - 1]
    assert candidates.worth(chosen) == pytest.approx(max(map(candidates.worth, near)))


def test_nothing_fits_where_nothing_may():
    assert best_summary(rank(TEXTS, EVEN), size=3, fits=lambda _: False) == []
