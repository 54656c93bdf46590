"""The labels a token can get: outside every name, or the beginning or inside of one kind (BIO)."""

from __future__ import annotations

KINDS = ("person", "organization", "place", "group", "time", "other")
OUTSIDE = 0
LABELS = ("O", *(f"{border}-{kind}" for kind in KINDS for border in "BI"))


def begin(kind: str) -> int:
    """The label of a name's first token."""
    return 1 + 2 * KINDS.index(kind)


def inside(kind: str) -> int:
    """The label of a name's later tokens."""
    return begin(kind) + 1
