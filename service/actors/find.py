"""From entity labels to the few names a reader needs."""

from __future__ import annotations

from collections.abc import Sequence

from service.actors.actor import Actor
from service.actors.aliases import merge_aliases
from service.actors.bodies import mend_bodies
from service.actors.borders import mend_names
from service.actors.couples import part_couples
from service.actors.kinds import settle_kinds
from service.actors.marks import read_marks
from service.actors.naming import best_name, kind_of
from service.actors.nominals import link_nominals
from service.actors.role_borders import Role, Scene
from service.actors.roles import find_role
from service.actors.salience import Cast, features_of, shares, step_back, weigh
from service.actors.spellings import Spelling, spell
from service.actors.unmarked import add_unmarked
from service.actors.wholes import make_whole
from service.actors.words import Words, read_words
from service.article import Article
from service.encoding.encoding import Encoding
from service.encoding.entities import Entity

Group = list[Spelling]


def find_actors(
    article: Article, encoding: Encoding, entities: Sequence[Entity]
) -> tuple[Actor, ...]:
    """Everyone that the article names, the most salient first.

    `entities` are the model's, over the encoding's sentences; the title is searched for the names
    that they give.
    """
    words = read_words(article, encoding.sentences)
    groups = group_names(words, entities)
    casts = [cast_of(group) for group in groups]
    roles = _roles(words, casts)
    casts = link_nominals(words, casts, roles)
    features = features_of(words, casts, encoding.salience)
    scores = step_back(words, casts, features, [weigh(row) for row in features])
    actors = map(_actor, [words] * len(groups), groups, casts, roles, shares(scores))
    return tuple(sorted(actors, key=lambda actor: (-actor.salience, actor.mentions[0])))


def group_names(words: Words, entities: Sequence[Entity]) -> list[Group]:
    """Every name of the article, those of one actor together; in order of first place."""
    marks = make_whole(words, mend_bodies(words, read_marks(words, entities)))
    marks = add_unmarked(words, marks)
    marks = mend_names(words, settle_kinds(words, marks))
    return merge_aliases(words, part_couples(words, spell(words, marks)))


def cast_of(group: Group) -> Cast:
    """An actor as salience sees it."""
    places = sorted(place for spelling in group for place in spelling.places)
    return Cast(kind_of(group), tuple(places))


def _roles(words: Words, casts: Sequence[Cast]) -> list[Role | None]:
    places = [place for cast in casts for place in cast.places]
    people = frozenset(p for cast in casts if cast.kind == "person" for p in cast.places)
    scene = Scene(
        words, {place[0]: place for place in places}, {place[1]: place for place in places}, people
    )
    return [
        find_role(scene, cast.places, cast.kind)
        if cast.kind in ("person", "organization")
        else None
        for cast in casts
    ]


def _actor(words: Words, group: Group, cast: Cast, role: Role | None, salience: float) -> Actor:
    kind = kind_of(group)
    name = best_name(words, group, kind)
    texts = dict.fromkeys(words.spelled(*place) for place in cast.places)
    return Actor(
        name=name,
        kind=kind,
        role=words.span(role.first, role.last) if role else None,
        aliases=tuple(text for text in texts if text != name),
        salience=salience,
        mentions=tuple(sorted(words.span(*place) for place in cast.places + cast.nominals)),
    )
