from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from service.actors import Actor, actors_in
from service.article import Article
from service.encoding.entities import Entity
from service.text.sentences import split_sentences
from service.text.spans import Span
from tests.actors.passages import actors_of, find_in, read_marked

WORDS = st.sampled_from(
    [
        "Kim",
        "Marta",
        "Keller",
        "Keller's",
        "President",
        "Norvane",
        "Corp.",
        "the",
        "The",
        "of",
        "and",
        "said",
        ",",
        ".",
        '"',
        "(",
        ")",
        "-",
        "al",
        "Torvald",
        "Torvaldian",
        "Court",
        "Supreme",
        "who",
        "is",
        "mayor",
        "leader",
        "U.S.",
        "US",
        "Iran",
        "Iranian",
        "CNN",
        "told",
        "Jr.",
        "45",
        "é",
        "北京",
        "🙂",
        "von",
        "Mrs.",
        "Secretary",
        "State",
        "Pope",
        "Jong-un",
        "Kim-Keller",
        "O'Neill",
        "St.",
        "'s",
        "’s",
    ]
)
KINDS = st.sampled_from(["person", "organization", "place", "group", "other", "time"])


@st.composite
def readings(draw: st.DrawFn) -> tuple[Article, list[Entity]]:
    """Any words, with any of them marked as anything."""
    title = " ".join(draw(st.lists(WORDS, max_size=6)))
    body = " ".join(draw(st.lists(WORDS, min_size=1, max_size=60)))
    text = f"{title}\n\n{body}"
    title_span = Span(0, len(title)) if title else None
    article = Article(text, (Span(len(title) + 2, len(text)),), title or None, title_span)
    entities = []
    for i, sentence in enumerate(split_sentences(text, article.paragraphs)):
        cuts = draw(st.lists(st.integers(sentence.start, sentence.end), max_size=8, unique=True))
        for start, end in list(pairwise(sorted(cuts)))[::2]:
            entities.append(Entity(Span(start, end), draw(KINDS), i, draw(st.floats(0, 1))))
    return article, entities


@given(readings())
def test_mentions_are_places_of_the_text_and_nobody_shares_one(
    reading: tuple[Article, list[Entity]],
) -> None:
    article, entities = reading
    actors = find_in(article, entities)
    spans = sorted(span for actor in actors for span in actor.mentions)
    assert all(not a.overlaps(b) for a, b in pairwise(spans))
    assert all(list(actor.mentions) == sorted(actor.mentions) for actor in actors)
    assert all(span.end <= len(article.text) for span in spans)


@given(readings())
def test_names_and_aliases_are_texts_of_mentions(reading: tuple[Article, list[Entity]]) -> None:
    article, entities = reading
    for actor in find_in(article, entities):
        texts = {mention.of(article.text) for mention in actor.mentions}
        assert {actor.name, *actor.aliases} <= texts
        assert actor.name not in actor.aliases
        assert len(set(actor.aliases)) == len(actor.aliases)


@given(readings())
def test_salience_falls_and_adds_up_to_at_most_one(reading: tuple[Article, list[Entity]]) -> None:
    shares = [actor.salience for actor in find_in(*reading)]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) <= 1 + 1e-9


@given(readings())
def test_the_same_article_gives_the_same_actors(reading: tuple[Article, list[Entity]]) -> None:
    assert find_in(*reading) == find_in(*reading)


STORY = """{g: Torvaldian} president {p: Ivo Sandoval} met {p: Marta Keller}, chief executive of
{o: Norvane Corporation}, in {l: Lisbon} on {t: Monday}. {p: Sandoval}'s aides said {p: Keller}
would pay. "He asked, we answered," Keller said. {o: Norvane} declined to comment."""
GIVEN = st.sampled_from(["Ann", "Olu", "Bartholomew", "Zoë", "Jean-Luc", "Xi", "Noor"])
FAMILY = st.sampled_from(["Ashdown", "O'Hara", "Ng", "Lindqvist", "Smith-Jones", "Özdemir"])


@given(GIVEN, FAMILY)
def test_renaming_a_person_renames_the_actor_and_nothing_else(given_name: str, family: str) -> None:
    before = _summary(*actors_of(STORY))
    renamed = STORY.replace("Marta", given_name).replace("Keller", family)
    after = _summary(*actors_of(renamed))
    back = [
        tuple(_rename(part, given_name, family) if isinstance(part, str) else part for part in row)
        for row in after
    ]
    assert back == before


def _rename(text: str, given_name: str, family: str) -> str:
    return text.replace(given_name, "Marta").replace(family, "Keller")


def _summary(article: Article, actors: tuple[Actor, ...]) -> list[tuple[object, ...]]:
    return [
        (
            actor.name,
            actor.kind,
            actor.role.of(article.text) if actor.role else "",
            " ; ".join(actor.aliases),
            actor.salience,
            len(actor.mentions),
        )
        for actor in actors
    ]


def test_who_acts_throughout_comes_before_who_is_named_once() -> None:
    _, actors = actors_of(STORY)
    names = [actor.name for actor in actors]
    assert names[0] == "Marta Keller"
    assert names.index("Ivo Sandoval") < names.index("Lisbon")


def test_a_place_where_something_happens_does_not_lead() -> None:
    passage = "In {l: Lisbon} it rained. Snow fell in {l: Lisbon}, and {p: Ivo Vale} slept."
    _, actors = actors_of(passage, title="Rain in Lisbon")
    assert [actor.name for actor in actors] == ["Ivo Vale", "Lisbon"]


def test_a_place_that_acts_leads() -> None:
    passage = "{l: Portugal} has signed. {l: Portugal}'s envoys, and {p: Ivo Vale}, left."
    _, actors = actors_of(passage, title="Portugal signs")
    assert actors[0].name == "Portugal"


def test_a_place_comes_before_an_agency_that_tells_the_news() -> None:
    _, actors = actors_of("In {l: Lisbon} it rained, an officer told {o: CNN}.")
    assert [actor.name for actor in actors] == ["Lisbon", "CNN"]


def test_an_agency_that_tells_the_news_is_no_key_actor() -> None:
    passage = (
        "{p: Keller} told {o: CNN} so. {p: Keller} left, {o: CNN} reported. {l: Lisbon} slept."
    )
    _, actors = actors_of(passage)
    assert [actor.name for actor in actors] == ["Keller", "Lisbon", "CNN"]


def test_an_agency_that_the_article_is_about_is_a_key_actor() -> None:
    passage = "{o: CNN} fired its chief on Monday. {o: CNN} will close two offices, {p: Vale} said."
    _, actors = actors_of(passage)
    assert actors[0].name == "CNN"


def test_names_in_a_span_are_told_by_salience() -> None:
    article, actors = actors_of(STORY)
    first = split_sentences(article.text, article.paragraphs)[0]
    names = ("Ivo Sandoval", "Marta Keller", "Norvane Corporation", "Lisbon", "Torvaldian")
    assert set(actors_in(first, actors)) == set(names)
    assert actors_in(first, actors)[0] == "Marta Keller"


def test_a_title_that_stands_inside_a_paragraph_is_not_read_twice() -> None:
    article, entities = read_marked("{p: Keller} resigns. {p: Keller} was silent.")
    twice = Article(article.text, article.paragraphs, "Keller resigns.", Span(0, 15))
    (actor,) = find_in(twice, entities)
    assert len(actor.mentions) == 2


def test_nothing_marked_is_nobody() -> None:
    assert actors_of("It rained all day, and nobody came.")[1] == ()


def test_very_many_names_are_read() -> None:
    names = [f"Kim X{i}" if i % 2 else f"X{i} Kim" for i in range(5_000)]
    text = ", ".join(names)
    entities, at = [], 0
    for name in names:
        entities.append(Entity(Span(at, at + len(name)), "person", 0, 0.9))
        at += len(name) + 2
    article = Article(text, (Span(0, len(text)),))
    assert len(find_in(article, entities)) > 4_000
