"""What makes a set of sentences a good summary: one weight a feature, learned by
`training.ranking`. The features are said in `ranking`.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "salience": 0.16572,
    "log of words": -0.00684,
    "log of place": -0.00142,
    "is the first sentence": -0.00921,
    "share of the theme": 0.05945,
    "share said twice": -0.30000,
    "left hanging": -0.04000,
    "opening leans": -0.04000,
    "nobody's quotes": -0.02000,
}
