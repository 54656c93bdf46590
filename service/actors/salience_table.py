"""What makes an actor matter: one weight a feature, learned by `training.salience`.

An actor's score is the sum of weight times feature; salience is the softmax of the
article's scores. The features are said in `salience.features_of`.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "in title": 0.04,
    "in title, a person": 0.27,
    "in first sentence": 0.23,
    "log of first sentence": -0.11,
    "log of order": -0.05,
    "named first": 0.16,
    "log of mentions": 0.24,
    "share of sentences": 0.68,
    "in salient sentence": 0.61,
    "acts": 0.21,
    "as adjective": -0.09,
    "is person": -0.12,
    "only a source": -3.00,
    "is place": -0.25,
    "is group": -0.25,
}
