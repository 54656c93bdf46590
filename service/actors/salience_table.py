"""What makes an actor matter: one weight a feature, learned by `training.salience`.

An actor's score is the sum of weight times feature; salience is the softmax of the
article's scores. The features are said in `salience.features_of`.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "in title": 0.04,
    "in title, a person": 0.23,
    "in first sentence": 0.16,
    "log of first sentence": -0.11,
    "log of order": -0.02,
    "named first": 0.23,
    "log of mentions": 0.24,
    "share of sentences": 0.65,
    "in salient sentence": 0.70,
    "acts": 0.27,
    "as adjective": -0.03,
    "is person": -0.09,
    "only a source": -3.00,
    "is place": -0.25,
    "is group": -0.25,
}
