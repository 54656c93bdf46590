"""What makes a set of sentences a good summary: one weight a feature, learned by
`training.ranking`. The features are said in `ranking`.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "salience": 0.19466,
    "log of words": -0.00876,
    "log of place": -0.00157,
    "is the first sentence": 0.00172,
    "share of the theme": 0.08339,
    "share said twice": -0.30000,
    "left hanging": -0.04000,
    "opening leans": -0.04000,
    "nobody's quotes": -0.02000,
}
