"""What makes an actor matter: one weight a feature, learned by `training.salience`.

An actor's score is the sum of weight times feature; salience is the softmax of the
article's scores. The features are said in `salience.features_of`.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "in title": 0.04,
    "in title, a person": 0.25,
    "in first sentence": 0.15,
    "log of first sentence": -0.11,
    "log of order": -0.03,
    "named first": 0.23,
    "log of mentions": 0.22,
    "share of sentences": 0.63,
    "in salient sentence": 0.74,
    "acts": 0.29,
    "as adjective": 0.04,
    "is person": 0.00,
    "is place": 0.17,
    "is group": -0.04,
    "only a source": -3.00,
}
