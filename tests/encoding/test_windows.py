from hypothesis import given
from hypothesis import strategies as st

from service.encoding.windows import windows

ROOM, OVERLAP = 20, 6


@given(st.integers(0, 500))
def test_every_token_is_kept_exactly_once(n):
    kept = [
        i for w in windows(n, room=ROOM, overlap=OVERLAP) for i in range(w.keep_start, w.keep_end)
    ]
    assert kept == list(range(n))


@given(st.integers(1, 500))
def test_a_kept_token_is_read_with_context_on_both_sides(n):
    for window in windows(n, room=ROOM, overlap=OVERLAP):
        assert window.end - window.start <= ROOM
        assert window.start == 0 or window.keep_start - window.start == OVERLAP // 2
        assert window.end == n or window.end - window.keep_end == OVERLAP // 2


def test_the_work_grows_with_the_text_and_no_more():
    read = [sum(w.end - w.start for w in windows(n)) for n in (10_000, 20_000, 40_000)]
    assert read[2] / read[0] < 4.1
