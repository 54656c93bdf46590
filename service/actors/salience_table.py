"""What makes an actor matter: one weight a feature, learned by `training/salience.py`."""

from __future__ import annotations

# A hand-set start, until learned.
WEIGHTS: dict[str, float] = {
    "in_title": 1.0,
    "first": -0.5,
    "mentions": 1.0,
    "spread": 0.5,
    "begins_sentence": 0.3,
    "in_salient_sentence": 0.5,
    "is_person": 0.5,
    "is_organization": 0.3,
    "is_place": -0.3,
    "is_group": -0.3,
    "is_source": -2.0,
}
