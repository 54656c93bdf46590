"""What a summary may say, by what its article says."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from service.actors import Actor
from service.dates import find_dates
from service.grounding import find_unsupported, gather_evidence
from service.grounding.numbers import find_numbers
from service.text.sentences import split_sentences
from service.text.spans import Span

ARTICLE = (
    "Transport Minister Adam Brandt said on Tuesday that two dozen ferries would stay in port. "
    "A third of the 312 passengers came from Iran, among them the teacher Tomas Reyl. "
    "The World Shipping Organization had warned in March 2023 of 1.5 million faulty rudders. "
    'Halvorsen Lines called its fleet "held together by paint" after winning 2-1 in court. '
    "The president will visit Skarra on 14 May."
)
PUBLISHED = date(2024, 3, 12)


@pytest.fixture(scope="module")
def evidence():
    def actor(name, *aliases):
        start = ARTICLE.index(name)
        return Actor(name, "person", None, aliases, 0.1, (Span(start, start + len(name)),))

    dates = find_dates(ARTICLE, split_sentences(ARTICLE), published=PUBLISHED)
    people = [actor("Adam Brandt", "Brandt", "Minister Brandt"), actor("Tomas Reyl", "Reyl")]
    return gather_evidence([ARTICLE], people, dates, PUBLISHED)


def found(sentence, evidence, names=()):
    dates = find_dates(sentence, split_sentences(sentence), published=PUBLISHED)
    spans = [Span(sentence.index(n), sentence.index(n) + len(n)) for n in names]
    claims = find_unsupported(sentence, evidence, dates=dates, names=spans)
    return [(claim.span.of(sentence), claim.kind) for claim in claims]


SUPPORTED = [
    "Adam Brandt said on Tuesday that 24 ferries would stay in port.",
    "Minister Adam Brandt spoke of twenty-four ferries.",
    "President Reyl, an Iranian, was among them.",
    "It was a third of the passengers.",
    "More than 300 passengers were on board.",
    "The WSO had warned of 1,500,000 rudders last March.",
    'Halvorsen Lines said its fleet was "held together by paint".',
    "It won 2-1.",
    "Officials said that one of them came on March 12, 2024.",
    "In 2023 they were warned.",
]
UNSUPPORTED = [
    ("Tomas Brandt said so on Tuesday.", "Tomas Brandt", "name"),
    ("He met Peter Achterberg.", "Peter Achterberg", "name"),
    ("It happened in Oslo on Tuesday.", "Oslo", "name"),
    ("It said that 25 ferries would stay.", "25", "number"),
    ("It said that three dozen ferries would stay.", "three dozen", "number"),
    ("Nearly 500 passengers were on board.", "500", "number"),
    ("Two thirds of them came.", "Two thirds", "number"),
    ("He said on Friday that they would stay.", "Friday", "date"),
    ("They were warned in March 2021.", "March 2021", "date"),
    ("They called it \"held together by string\".", "held together by string", "quotation"),
    ("It won 3-1.", "3-1", "number"),
]  # fmt: skip


@pytest.mark.parametrize("sentence", SUPPORTED)
def test_what_the_article_says_in_other_words_is_supported(evidence, sentence):
    assert found(sentence, evidence) == []


@pytest.mark.parametrize(("sentence", "text", "kind"), UNSUPPORTED)
def test_what_it_does_not_say_is_found_where_it_stands(evidence, sentence, text, kind):
    assert found(sentence, evidence) == [(text, kind)]


def test_a_first_word_is_a_name_where_the_model_says_so(evidence):
    assert found("Researchers agreed.", evidence) == []
    assert found("Clooney agreed.", evidence, names=["Clooney"]) == [("Clooney", "name")]


def test_each_sentence_of_an_article_supports_itself(article):
    sentences = [span.of(article) for span in split_sentences(article)]
    published = date(2024, 3, 12)
    dates = find_dates(article, split_sentences(article), published=published)
    evidence = gather_evidence(sentences, [], dates, published)
    for sentence in sentences:
        mentions = find_dates(sentence, split_sentences(sentence), published=published)
        assert find_unsupported(sentence, evidence, dates=mentions, names=()) == ()


def test_a_sentence_in_capitals_takes_no_more_room_than_it_is_long():
    shouted = "PEOPLE SHOUT " * 5_000
    assert len(gather_evidence([shouted], [], (), None).acronyms) < 50


NUMBERS = {
    "312 passengers": ["312"],
    "two dozen ferries and a dozen boats": ["24", "12"],
    "1.5 million, $3bn and 20k": ["1500000", "3000000000", "20000"],
    "twenty-one of two hundred and fifty": ["21", "250"],
    "three thousand four hundred": ["3400"],
    "a third, two-thirds and half of a quarter": ["1/3", "2/3", "1/2", "1/4"],
    "the 21st and the third": ["21", "3"],
    "1,234.5": ["2469/2"],
    "one of the first": [],
    "nine to four": ["9", "4"],
    "half a million, half a dozen and half a year": ["500000", "6", "1/2"],
}


@pytest.mark.parametrize("text", NUMBERS)
def test_numbers_are_read_by_value(text):
    assert [number.value for number in find_numbers(text)] == [Fraction(n) for n in NUMBERS[text]]
