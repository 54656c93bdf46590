"""Letter case as an input feature, for an encoder whose vocabulary has none.

The model's word pieces are lower case; names are told from words by their capitals. So each token
also carries the case of the word it belongs to, which the encoder reads as a token type.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

LOWER, CAPITALIZED, UPPER, MIXED = range(4)


def letter_case(text: str, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.int64]:
    """The case of each word `text[start:end]`: LOWER (or no letter), CAPITALIZED, UPPER or MIXED.

    A single capital ("A") counts as CAPITALIZED; UPPER needs two letters.
    """
    upper = np.fromiter((c.isupper() for c in text), np.int64, len(text))
    lower = np.fromiter((c.islower() for c in text), np.int64, len(text))
    n_upper = _sums(upper, starts, ends)
    n_lower = _sums(lower, starts, ends)
    first = upper[starts] == 1
    case = np.full(len(starts), MIXED)
    case[(n_upper > 1) & (n_lower == 0)] = UPPER
    case[(n_upper == 1) & first] = CAPITALIZED
    case[n_upper == 0] = LOWER
    return case


def _sums(
    flags: NDArray[np.int64], starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> NDArray[np.int64]:
    totals = np.concatenate(([0], np.cumsum(flags)))
    counts: NDArray[np.int64] = totals[ends] - totals[starts]
    return counts
