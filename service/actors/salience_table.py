"""What makes an actor matter: one weight a feature, learned by `training.salience`.

An actor's score is the sum of weight times feature; salience is the softmax of the
article's scores. The features are said in `salience.features_of`.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "in title": 0.03,
    "in title, a person": 0.24,
    "in first sentence": 0.18,
    "log of first sentence": -0.14,
    "log of order": -0.07,
    "named first": 0.22,
    "log of mentions": 0.25,
    "share of sentences": 0.53,
    "in salient sentence": 0.32,
    "acts": 0.16,
    "as adjective": 0.03,
    "is person": -0.05,
    "only a source": -3.00,
    "is place": -0.25,
    "is group": -0.25,
}
