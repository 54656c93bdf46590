"""What makes an actor matter: one weight a feature, learned by `training.salience`.

An actor's score is the sum of weight times feature; salience is the softmax of the
article's scores. The features are said in `salience.features_of`.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "in title": 0.04,
    "in title, a person": 0.16,
    "in first sentence": 0.19,
    "log of first sentence": -0.08,
    "log of order": -0.05,
    "named first": 0.24,
    "log of mentions": 0.23,
    "share of sentences": 0.59,
    "in salient sentence": 0.77,
    "acts": 0.16,
    "as adjective": -0.05,
    "is person": -0.07,
    "only a source": -3.00,
    "is place": -0.25,
    "is group": -0.25,
}
