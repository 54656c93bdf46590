"""What makes a set of sentences a good summary: one weight a feature, learned by
`training.ranking`. The features are said in `ranking`.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "salience": 0.18168,
    "log of words": -0.00758,
    "log of place": -0.00150,
    "is the first sentence": -0.00372,
    "share of the theme": 0.06833,
    "share said twice": -0.30000,
    "left hanging": -0.02000,
    "opening leans": -0.02000,
    "nobody's quotes": -0.02000,
}
