from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from service.actors.salience import shares, weigh
from training.salience import FIXED, GradedCast, learn

SCORES = st.lists(st.floats(-50, 50), max_size=40)


@given(SCORES)
def test_shares_are_parts_of_one_in_the_order_of_the_scores(scores: list[float]) -> None:
    parts = shares(scores)
    assert all(part >= 0 for part in parts)
    assert math.fsum(parts) <= 1
    assert [parts[i] for i in sorted(range(len(scores)), key=scores.__getitem__)] == sorted(parts)


def test_a_feature_without_a_weight_weighs_nothing() -> None:
    assert weigh({"in title": 1, "unheard of": 9}, {"in title": 0.5}) == 0.5


def test_what_graders_prefer_gets_weight_and_what_they_ignore_gets_none() -> None:
    casts = [
        GradedCast(
            [{"tells": 1.0, "noise": float(i % 2)}, {"tells": 0.0, "noise": float(i % 3 == 0)}],
            [3.0, 0.0],
        )
        for i in range(60)
    ]
    weights = learn(casts)
    assert weights["tells"] > 0.5
    assert abs(weights["noise"]) < weights["tells"] / 3


def test_weights_set_by_hand_are_not_learned() -> None:
    rows = [{"tells": 1.0, "only a source": 1.0}, {"tells": 0.0, "only a source": 0.0}]
    weights = learn([GradedCast(rows, [3.0, 0.0])] * 5)
    assert weights["only a source"] == FIXED["only a source"]
