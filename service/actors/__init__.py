"""Who matters in an article: names merged, typed, ranked, each with its role and every mention."""

from service.actors.actor import Actor, ActorKind, actors_in
from service.actors.find import find_actors

__all__ = ["Actor", "ActorKind", "actors_in", "find_actors"]
