"""Small made-up news, in which a model of few weights learns to tell what matters."""

from __future__ import annotations

import random

_WHO = (
    "Mayor Ilse Kern",
    "Peter Achterberg",
    "The Lorvan Coast Guard",
    "Halvorsen Lines",
    "Minister Adam Brandt",
    "Ruth Adler",
    "The Union of Lorvan",
    "Tomas Reyl",
)
_DID = ("opened", "closed", "sold", "repaired", "inspected", "bought")
_WHAT = (
    "the old harbour",
    "a new school",
    "the ferry terminal",
    "two bridges",
    "the market hall",
    "a wind farm",
    "the fish factory",
    "four ferries",
)
_PLACE = ("Port Anselm", "Skarra", "Tarnow Bridge", "Velmar", "Lorvan", "St. Brede")
_DAY = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_ASIDE = (
    "It had rained all morning.",
    "Few people came to watch.",
    "The cost was not made known.",
    "Nobody was hurt.",
    "A band played old songs.",
    "The work took three years.",
)


def story(seed: int) -> tuple[str, str]:
    """An article of three sentences and its summary, which is the first of them."""
    dice = random.Random(seed)
    who, did, what, place, day = map(dice.choice, (_WHO, _DID, _WHAT, _PLACE, _DAY))
    first = f"{who} {did} {what} in {place} on {day}."
    return " ".join([first, *dice.sample(_ASIDE, 2)]), first
