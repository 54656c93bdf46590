"""What makes an actor matter: one weight a feature, learned by `training.salience`.

An actor's score is the sum of weight times feature; salience is the softmax of the
article's scores. The features are said in `salience.features_of`.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "in title": 0.04,
    "in title, a person": 0.26,
    "in first sentence": 0.22,
    "log of first sentence": -0.11,
    "log of order": -0.04,
    "named first": 0.16,
    "log of mentions": 0.25,
    "share of sentences": 0.67,
    "in salient sentence": 0.60,
    "acts": 0.21,
    "as adjective": -0.08,
    "is person": -0.12,
    "only a source": -3.00,
    "is place": -0.25,
    "is group": -0.25,
}
