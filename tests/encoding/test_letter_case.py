import numpy as np
import pytest

from service.encoding.letter_case import CAPITALIZED, LOWER, MIXED, UPPER, letter_case

CORPUS = [
    ("peace", LOWER),
    ("Marta", CAPITALIZED),
    ("A", CAPITALIZED),
    ("NATO", UPPER),
    ("U2", CAPITALIZED),
    ("iPhone", MIXED),
    ("McDowell", MIXED),
    ("1990s", LOWER),
    ("—", LOWER),
    ("Élodie", CAPITALIZED),
    ("ÉTAT", UPPER),
]


@pytest.mark.parametrize(("word", "case"), CORPUS)
def test_a_words_case(word, case):
    text = f"x {word} X"
    assert letter_case(text, np.array([2]), np.array([2 + len(word)])).tolist() == [case]
