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


def salience_loss(scores: Tensor, shares: Tensor, real: Tensor) -> Tensor:
    """Ranks an article's sentences (listwise) and makes the sigmoid of a score mean something.

    All arguments (n_articles, n_sentences); shares: how likely a sentence stands in a good summary;
    `real` is false in padding.
    """
    scores = scores.float().masked_fill(~real, -1e4)
    target = shares / shares.sum(dim=-1, keepdim=True).clamp(min=1e-6)
    listwise = -(target * scores.log_softmax(dim=-1)).sum(dim=-1).mean()
    pointwise = binary_cross_entropy_with_logits(scores[real], shares[real])
    return listwise + pointwise
