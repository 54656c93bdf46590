"""Work grows with the length of the text, on text made to break it too.

Counted in parser steps, never on a clock.
"""

from __future__ import annotations

from datetime import date

import pytest

from service.dates import find_dates
from service.dates.grammar import Parser
from service.text.spans import Span

_HOSTILE = [
    "May ",
    "the first day of the last week of ",
    "1 2 3 ",
    "2001-2002-",
    "twenty-",
    "1/2/3/",
    "1:",
    "Monday, ",
    "two years and three months and ",
    "in early March of the last week of the year before last ",
]


class _CountedWalks:
    """Counts how often the grammar is walked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        walk = Parser._walk

        def counted(parser: Parser, *args: object) -> None:
            self.count += 1
            walk(parser, *args)  # type: ignore[arg-type]

        monkeypatch.setattr(Parser, "_walk", counted)

    def of(self, text: str) -> int:
        self.count = 0
        find_dates(text, [Span(0, len(text))], published=date(2019, 1, 24))
        return self.count


@pytest.mark.parametrize("piece", _HOSTILE)
def test_twice_the_text_is_twice_the_work(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    walks = _CountedWalks(monkeypatch)
    once, twice = walks.of(piece * 200), walks.of(piece * 400)
    assert twice <= 2.1 * once + 100


def test_a_sentence_without_words_of_time_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    walks = _CountedWalks(monkeypatch)
    assert walks.of("The minister and the union agreed on the new law of the land.") == 0
