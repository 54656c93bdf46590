"""What must hold whatever the text and whatever the day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.dates import find_dates
from service.dates.almanac import UNITS, days_of, easter, narrow, shift, unit_of, value_of
from service.dates.language import english_language
from service.text.spans import Span
from tests.corpus.dates.resolved import JANUARY_2019, RESOLVED

_WORDS = sorted(english_language().lexicon)
_FIGURES = ["12", "1990", "2019", "31", "5", "0", "24", "1:30", "3pm", "1/2", "12/25/2019"]
_FIGURES += ["2019-01-24", "90s", "21st", "1,000", "1.5", "7a"]
_MARKS = ["-", ",", ".", "(", "X", "$", "said"]

_TEXTS = st.lists(st.sampled_from(_WORDS + _FIGURES + _MARKS), min_size=1, max_size=9).map(" ".join)
_DAYS = st.dates()


@given(text=_TEXTS, published=st.none() | _DAYS)
def test_every_find_is_inside_its_sentence_and_its_own_bounds(
    text: str, published: date | None
) -> None:
    last = -1
    for mention in find_dates(text, [Span(0, len(text))], published=published):
        timex = mention.timex
        assert mention.span.start > last
        last = mention.span.end - 1
        days = days_of(timex.value) if timex.value else None
        if days and timex.earliest and timex.latest:
            assert days[0] <= timex.earliest <= timex.latest <= days[1]
        if published is None:
            assert mention.basis != "published"


@given(text=st.text(max_size=80), published=_DAYS)
def test_no_text_breaks_it(text: str, published: date) -> None:
    if text:
        find_dates(text, [Span(0, len(text))], published=published)


@given(day=_DAYS, unit=st.sampled_from(UNITS))
def test_a_value_gives_its_own_days_and_unit_back(day: date, unit: str) -> None:
    value = value_of(unit, day)
    days = days_of(value)
    if days:  # the last week of year 9999 has no end
        assert days[0] <= day <= days[1] or unit == "WE"
        assert value_of(unit, days[0]) == value or days[0].year == 1
        assert unit_of(value) == unit


@given(
    published=st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    weeks=st.integers(-2000, 2000),
    text=st.sampled_from(["on Thursday", "yesterday", "tomorrow", "two days ago", "last Friday"]),
)
def test_shifting_the_published_day_by_weeks_shifts_the_answer(
    published: date, weeks: int, text: str
) -> None:
    moved = published + timedelta(weeks=weeks)
    (first,) = find_dates(text, [Span(0, len(text))], published=published)
    (second,) = find_dates(text, [Span(0, len(text))], published=moved)
    assert first.timex.earliest
    assert second.timex.earliest
    assert second.timex.earliest - first.timex.earliest == timedelta(weeks=weeks)


@given(
    first=st.dates(date(1950, 1, 1), date(2090, 1, 1)),
    days=st.integers(-8000, 3000),
    count=st.integers(2, 20),
)
def test_shifting_the_text_and_the_published_day_together_shifts_the_answer(
    first: date, days: int, count: int
) -> None:
    def answer(day: date) -> date:
        text = f"It began on {day:%B} {day.day}, {day.year}. He left {count} days later."
        border = text.index("He")
        sentences = [Span(0, border - 1), Span(border, len(text))]
        _, later = find_dates(text, sentences, published=day + timedelta(days=30))
        assert later.timex.earliest
        assert later.basis == "mentioned"
        return later.timex.earliest

    moved = first + timedelta(days=days)
    assert answer(moved) - answer(first) == timedelta(days=days)


_COUNTED = {"D": "day", "W": "week", "M": "month", "Y": "year"}


@given(
    published=st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    unit=st.sampled_from(sorted(_COUNTED)),
    count=st.integers(2, 40),
)
def test_units_ago_are_the_calendars(published: date, unit: str, count: int) -> None:
    text = f"He left {count} {_COUNTED[unit]}s ago"
    (mention,) = find_dates(text, [Span(0, len(text))], published=published)
    moved = shift(published, unit, -count)
    assert moved
    assert mention.timex.value == value_of(unit, moved)


_BORDERS = ["2020-02-29", "2019-12-31", "2021-01-01", "2020-12-28", "0001-01-01", "9999-12-31"]


@pytest.mark.parametrize("anchor", _BORDERS)
def test_no_known_phrase_breaks_on_the_borders_of_the_calendar(anchor: str) -> None:
    published = date.fromisoformat(anchor)
    for phrases in RESOLVED[JANUARY_2019].values():
        for phrase in phrases:
            text = phrase.replace("[", "").replace("]", "")
            for mention in find_dates(text, [Span(0, len(text))], published=published):
                days = days_of(mention.timex.value or "")
                if days and mention.timex.earliest and mention.timex.latest:
                    assert days[0] <= mention.timex.earliest <= mention.timex.latest <= days[1]


@given(day=st.dates(date(1000, 1, 1), date(2999, 12, 31)), published=_DAYS)
def test_a_written_date_means_itself_on_every_day(day: date, published: date) -> None:
    for text in (
        day.isoformat(),
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%b} {day.year}",
    ):
        (mention,) = find_dates(text, [Span(0, len(text))], published=published)
        assert mention.timex.value == day.isoformat()
        assert mention.basis == "explicit"


@given(day=_DAYS, unit=st.sampled_from(UNITS), count=st.integers(-12000, 12000))
def test_shifting_stays_in_the_calendar_or_is_nothing(day: date, unit: str, count: int) -> None:
    moved = shift(day, unit, count)
    assert moved is None or (moved >= day) == (count >= 0) or moved == day


@given(day=_DAYS, length=st.integers(0, 400), mod=st.sampled_from(["START", "MID", "END", None]))
def test_narrowing_stays_inside(day: date, length: int, mod: str | None) -> None:
    if date.max - day < timedelta(days=length):
        return
    days = (day, day + timedelta(days=length))
    first, last = narrow(days, mod)
    assert days[0] <= first <= last <= days[1]


@given(year=st.integers(1583, 4099))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    sunday = easter(year)
    assert sunday.isoweekday() == 7
    assert date(year, 3, 22) <= sunday <= date(year, 4, 25)
