"""What makes an actor matter: one weight a feature, learned by `training.salience`.

An actor's score is the sum of weight times feature; salience is the softmax of the
article's scores. The features are said in `salience.features_of`.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "in title": 0.06,
    "in title, a person": 0.20,
    "in first sentence": 0.13,
    "log of first sentence": -0.11,
    "log of order": -0.07,
    "named first": 0.17,
    "log of mentions": 0.21,
    "share of sentences": 0.39,
    "in salient sentence": 0.73,
    "acts": 0.17,
    "as adjective": -0.03,
    "is person": -0.06,
    "share of mentions": 0.88,
    "only a source": -3.00,
    "a landmark": -0.30,
    "is place": -0.25,
    "is group": -0.25,
}
