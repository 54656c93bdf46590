import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.spans import Span, strip_span


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 4)])
def test_a_span_is_never_empty_or_backwards(start, end):
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_spans_that_touch_do_not_overlap():
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))
    assert Span(0, 9).contains(Span(3, 9))
    assert not Span(0, 8).contains(Span(3, 9))


@given(st.text(alphabet=" \n\tab🎉é", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_stripping_keeps_every_character_but_white_space_at_the_ends(text, start, end):
    span = strip_span(text, start, end)
    assert (span.of(text) if span else "") == text[start:end].strip()
