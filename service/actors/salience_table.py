"""What makes an actor matter: one weight a feature, learned by `training.salience`.

An actor's score is the sum of weight times feature; salience is the softmax of the
article's scores. The features are said in `salience.features_of`.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "in title": 0.12,
    "in title, a person": 0.29,
    "in first sentence": 0.16,
    "log of first sentence": -0.09,
    "log of order": -0.07,
    "named first": 0.17,
    "log of mentions": 0.22,
    "share of sentences": 0.48,
    "in salient sentence": 0.69,
    "share of best sentence": 0.16,
    "acts": 0.12,
    "as adjective": -0.03,
    "is person": -0.06,
    "share of mentions": 0.58,
    "only a source": -3.00,
    "a landmark": -0.30,
    "is place": -0.25,
    "is group": -0.25,
}
