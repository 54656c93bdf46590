"""What the two tasks are trained to make small."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, log_softmax


def label_loss(scores: Tensor, allowed: Tensor) -> Tensor:
    """Mean negative log probability of the allowed labels, over the tokens that have any.

    scores: (…, n_labels) logits; allowed: the same shape, true for each label that may be right.
    """
    known = allowed.any(dim=-1)
    log_p = log_softmax(scores[known].float(), dim=-1)
    inside = log_p.masked_fill(~allowed[known], -torch.inf)
    return -inside.logsumexp(dim=-1).mean()


def salience_loss(scores: Tensor, gains: Tensor, oracle: Tensor, real: Tensor) -> Tensor:
    """Ranks an article's sentences (listwise) and makes the sigmoid of a score mean something.

    All arguments (n_articles, n_sentences); `real` is false in padding. The target of the softmax
    is half the oracle's sentences, half every sentence by its own ROUGE, sharpened (temperature
    0.05, which leaves about four sentences of an article in play).
    """
    scores = scores.float().masked_fill(~real, -1e4)
    taken = (oracle > 0).float()
    by_oracle = taken / taken.sum(dim=-1, keepdim=True).clamp(min=1)
    by_gain = (gains / 0.05).masked_fill(~real, -1e4).softmax(dim=-1)
    target = (by_oracle + by_gain) / 2
    listwise = -(target * scores.log_softmax(dim=-1)).sum(dim=-1).mean()
    pointwise = binary_cross_entropy_with_logits(scores[real], taken[real])
    return listwise + pointwise
