"""Values in words, as a reader of a brief sees them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.dates import find_dates, spoken
from service.dates.almanac import value_of
from service.text.spans import Span

SPOKEN = {
    "2024-03-12": "12 March 2024",
    "2024-03-12TEV": "12 March 2024, evening",
    "2024-03-12T10:43": "12 March 2024, 10:43",
    "2024-03-12T10:43:00Z": "12 March 2024, 10:43:00",
    "2024-03": "March 2024",
    "2024": "2024",
    "0079": "AD 79",
    "2020-W53": "week of 28 December 2020",
    "2024-W11-WE": "weekend of 16 March 2024",
    "2024-Q3": "third quarter of 2024",
    "2024-H2": "second half of 2024",
    "2024-SU": "summer 2024",
    "199": "the 1990s",
    "20": "the 21st century",
    "10": "the 11th century",
    "BC0044": "44 BC",
}
UNSPOKEN = ["P2D", "PXY", "PRESENT_REF", "XXXX-WXX-1", "P1D", "2024-02-31", "2024-W54", "T10:43"]


@pytest.mark.parametrize(("value", "words"), SPOKEN.items())
def test_a_value_is_said_in_words(value: str, words: str) -> None:
    assert spoken(value) == words


@pytest.mark.parametrize("value", UNSPOKEN)
def test_what_names_no_day_is_not_said(value: str) -> None:
    assert spoken(value) is None


def test_a_modifier_stands_before_the_date_and_after_its_article() -> None:
    assert spoken("2019-02", "END") == "late February 2019"
    assert spoken("199", "START") == "the early 1990s"


@given(
    day=st.dates(date(1500, 1, 1), date(2100, 12, 31)), unit=st.sampled_from(["D", "M", "Y", "Q"])
)
def test_what_is_said_is_read_as_the_same_value(day: date, unit: str) -> None:
    value = value_of(unit, day)
    text = f"in {spoken(value)}"
    (mention,) = find_dates(text, [Span(0, len(text))], published=None)
    assert mention.timex.value == value
