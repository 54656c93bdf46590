import runpy

import numpy as np
import pytest

from service.summary.ranking import FEATURES
from training.ranking import FIXED, Ranked, learn, reached, write_table


@pytest.fixture
def articles():
    """Summaries whose score is three of their features, weighted, whatever the others are."""
    rng = np.random.default_rng(0)
    true = np.array([0.5 if name == "salience" else 0.0 for name in FEATURES])
    true[[FEATURES.index(name) for name in FIXED]] = list(FIXED.values())
    rows = [rng.normal(size=(20, len(FEATURES))) for _ in range(50)]
    return [Ranked(features, features @ true + rng.normal() / 10) for features in rows]


def test_what_makes_the_score_is_found(articles):
    weights = learn(articles)
    assert weights["salience"] == pytest.approx(0.5, abs=0.02)
    assert weights["log of words"] == pytest.approx(0, abs=0.02)
    assert weights | FIXED == weights
    best = 100 * np.mean([article.scores.max() for article in articles])
    assert reached(articles, weights) == pytest.approx(best, rel=0.01)


def test_the_table_reads_as_it_was_written(articles, tmp_path):
    weights = learn(articles)
    write_table(weights, tmp_path / "table.py")
    read = runpy.run_path(str(tmp_path / "table.py"))["WEIGHTS"]
    assert read == pytest.approx(weights, abs=1e-5)
