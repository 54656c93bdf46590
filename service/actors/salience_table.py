"""What makes an actor matter: one weight a feature, learned by `training.salience`.

An actor's score is the sum of weight times feature; salience is the softmax of the
article's scores. The features are said in `salience.features_of`.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "in title": 0.10,
    "in title, a person": 0.26,
    "in first sentence": 0.14,
    "log of first sentence": -0.09,
    "log of order": -0.08,
    "named first": 0.11,
    "log of mentions": 0.23,
    "share of sentences": 0.45,
    "in salient sentence": 0.71,
    "acts": 0.13,
    "as adjective": -0.02,
    "is person": -0.06,
    "share of mentions": 0.70,
    "only a source": -3.00,
    "a landmark": -0.30,
    "is place": -0.25,
    "is group": -0.25,
}
