"""The corpus of news phrases: what each means, and what is no time at all."""

from __future__ import annotations

from datetime import date

import pytest

from service.dates import DateMention, find_dates
from service.text.spans import Span
from tests.corpus.dates.not_dates import NOT_DATES, OPEN
from tests.corpus.dates.resolved import JANUARY_2019, MENTIONED, RANGES, RESOLVED

_ANCHOR = date.fromisoformat(JANUARY_2019)


def _find(text: str, published: date | None = _ANCHOR) -> tuple[DateMention, ...]:
    return find_dates(text, [Span(0, len(text))], published=published)


def _unbracket(phrase: str) -> tuple[str, str]:
    """The text of a phrase, and the expression that stands in brackets in it."""
    before, _, rest = phrase.partition("[")
    inside, _, after = rest.partition("]")
    return before + inside + after, inside


_PHRASES = [
    (anchor, value, phrase)
    for anchor, table in RESOLVED.items()
    for value, phrases in table.items()
    for phrase in phrases
]


@pytest.mark.parametrize(("anchor", "value", "phrase"), _PHRASES)
def test_a_phrase_means_its_value(anchor: str, value: str, phrase: str) -> None:
    text, expression = _unbracket(phrase)
    found = [(m.span.of(text), m.timex.value) for m in _find(text, date.fromisoformat(anchor))]
    assert found == [(expression, value)]


@pytest.mark.parametrize(("text", "first", "second"), RANGES)
def test_a_range_is_its_two_ends(text: str, first: str, second: str) -> None:
    assert [mention.timex.value for mention in _find(text)] == [first, second]


@pytest.mark.parametrize(
    ("value", "phrase"), [(value, phrase) for value, row in MENTIONED.items() for phrase in row]
)
def test_some_times_hang_on_the_date_mentioned_before(value: str, phrase: str) -> None:
    sentence, _ = _unbracket(phrase)
    first = "It began on 3 May 2010."
    text = f"{first} {sentence}"
    spans = [Span(0, len(first)), Span(len(first) + 1, len(text))]
    *_, mention = find_dates(text, spans, published=_ANCHOR)
    assert (mention.timex.value, mention.basis) == (value, "mentioned")


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_is_no_time_is_not_found(text: str) -> None:
    assert _find(text) == ()


@pytest.mark.parametrize("phrase", OPEN)
def test_what_cannot_be_resolved_honestly_has_no_value(phrase: str) -> None:
    text, expression = _unbracket(phrase)
    (mention,) = _find(text)
    assert mention.span.of(text) == expression
    assert (mention.timex.value, mention.basis) == (None, "none")


@pytest.mark.parametrize("text", ["yesterday", "last week", "on Thursday", "in July", "tonight"])
def test_without_a_published_date_relative_times_stay_open(text: str) -> None:
    (mention,) = _find(text, None)
    assert mention.timex.value is None
    assert mention.timex.earliest is None
    assert mention.basis == "none"


@pytest.mark.parametrize("text", ["24 January 2019", "in 2018", "the 1990s", "two days"])
def test_without_a_published_date_explicit_times_keep_their_value(text: str) -> None:
    (mention,) = _find(text, None)
    assert mention.timex.value is not None
    assert mention.basis == "explicit"


def test_modifiers_narrow_the_days() -> None:
    (late,) = _find("It would be held in late February.")
    assert (late.timex.value, late.timex.mod) == ("2019-02", "END")
    assert (late.timex.earliest, late.timex.latest) == (date(2019, 2, 21), date(2019, 2, 28))
    (earlier,) = _find("Earlier this month he spoke.")
    assert earlier.timex.mod == "START"
    assert (earlier.timex.earliest, earlier.timex.latest) == (date(2019, 1, 1), _ANCHOR)


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("about two hours", "APPROX"),
        ("more than four hours", "MORE_THAN"),
        ("nearly two years", "LESS_THAN"),
        ("at least 30 days", "EQUAL_OR_MORE"),
        ("up to 180 days", "EQUAL_OR_LESS"),
        ("mid-November", "MID"),
        ("the beginning of October", "START"),
        ("1994 or later", "ON_OR_AFTER"),
    ],
)
def test_modifiers_are_named_as_in_timex3(text: str, mod: str) -> None:
    (mention,) = _find(text)
    assert mention.timex.mod == mod


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on Thursday", "DATE"),
        ("at 10 a.m.", "TIME"),
        ("for two days", "DURATION"),
        ("every Monday", "SET"),
        ("the past two months", "DURATION"),
    ],
)
def test_types_are_those_of_timex3(text: str, kind: str) -> None:
    (mention,) = _find(text)
    assert mention.timex.type == kind


def test_only_the_given_sentences_are_read() -> None:
    text = "Updated Friday. He left on Thursday. Join us today."
    sentence = Span(text.index("He"), text.index(" Join"))
    (mention,) = find_dates(text, [sentence], published=_ANCHOR)
    assert mention.span.of(text) == "Thursday"
    assert mention.sentence == sentence
