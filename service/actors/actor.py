"""Who matters: one person, organisation, place or group under all its names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from service.text.spans import Span

ActorKind = Literal["person", "organization", "place", "group", "other"]


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor with every place that names it.

    `aliases` are the other names that the article uses, each the text of a mention. `role` is what
    the article calls it in passing ("North Korean leader"). `salience` is the share of the
    article's attention, 0 to 1, over all actors at most 1 together. `mentions` are in the order of
    the text, the headline first where it stands first, and don't overlap.
    """

    name: str
    kind: ActorKind
    role: Span | None
    aliases: tuple[str, ...]
    salience: float
    mentions: tuple[Span, ...]

    def __post_init__(self) -> None:
        if not self.mentions:
            raise ValueError("an actor stands somewhere in the article")
        if not 0 <= self.salience <= 1:
            raise ValueError(f"not a share: {self.salience}")


def actors_in(span: Span, actors: Iterable[Actor]) -> tuple[str, ...]:
    """The names of the actors with a mention inside `span`, in the order of `actors`."""
    return tuple(
        actor.name for actor in actors if any(span.contains(mention) for mention in actor.mentions)
    )
