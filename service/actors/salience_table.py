"""What makes an actor matter: one weight a feature, learned by `training.salience`.

An actor's score is the sum of weight times feature; salience is the softmax of the
article's scores. The features are said in `salience.features_of`.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "in title": 0.12,
    "in title, a person": 0.33,
    "in first sentence": 0.20,
    "log of first sentence": -0.07,
    "log of order": -0.07,
    "named first": 0.19,
    "log of mentions": 0.21,
    "share of sentences": 0.38,
    "in salient sentence": 0.69,
    "share of best sentence": 0.07,
    "acts": 0.12,
    "as adjective": 0.06,
    "is person": -0.07,
    "share of mentions": 0.64,
    "only a source": -3.00,
    "a landmark": -0.30,
    "is place": -0.25,
    "is group": -0.25,
}
