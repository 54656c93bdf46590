"""How the tables of words are written."""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """The words between white space."""
    return frozenset(text.split())
