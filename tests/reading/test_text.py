"""Plain text: layouts, datelines, and what stands at an article's ends."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest

from service.reading import read_text

FIRST = (
    "The harbour board voted on Tuesday to close the old ferry terminal at the end of the year, "
    "after engineers told its members that the piles under the eastern hall had lost a third of "
    "their strength since 2011."
)
SECOND = (
    "Passengers will board at a temporary pier two hundred metres to the north. The board expects "
    "the new terminal to cost 60 million dollars, and it has not said who will pay."
)
SHORT = "He declined."
THIRD = "“We are not going to wait until somebody falls through the floor,” said the chairwoman."


def prose(text: str) -> list[str]:
    return [paragraph.of(text) for paragraph in read_text(text).paragraphs]


class TestLayout:
    def test_one_line_is_one_paragraph(self) -> None:
        text = f"{FIRST} {SECOND} {SHORT} {THIRD}"
        assert prose(text) == [text]

    @pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
    @pytest.mark.parametrize("gap", [1, 2, 3])
    def test_lines_are_paragraphs(self, newline: str, gap: int) -> None:
        paragraphs = [FIRST, SECOND, SHORT, THIRD]
        assert prose((newline * gap).join(paragraphs)) == paragraphs

    @pytest.mark.parametrize("width", [60, 65, 72, 80, 100])
    def test_wrapped_lines_are_joined(self, width: int) -> None:
        wrapped = [textwrap.fill(p, width) for p in (FIRST, SECOND, SHORT, THIRD)]
        assert prose("\n\n".join(wrapped)) == wrapped

    def test_wrapped_lines_are_parted_where_a_paragraph_ends_early(self) -> None:
        wrapped = [textwrap.fill(p, 72) for p in (SECOND, THIRD, SECOND)]
        assert prose("\n".join(wrapped)) == wrapped

    def test_wrapped_lines_are_parted_where_a_line_is_indented(self) -> None:
        wrapped = [textwrap.fill(p, 72, initial_indent="    ") for p in (FIRST, SECOND, THIRD)]
        assert prose("\n".join(wrapped)) == [paragraph.strip() for paragraph in wrapped]

    def test_title_above_wrapped_lines_is_no_part_of_them(self) -> None:
        text = "Old ferry terminal to close\n\n" + textwrap.fill(FIRST + " " + SECOND, 72)
        article = read_text(text)
        assert article.title == "Old ferry terminal to close"
        assert article.paragraphs[0].of(text).startswith("The harbour board")

    def test_subheadings_go_and_list_items_stay(self) -> None:
        blocks = [FIRST, "A longer way round", "- The pier opens in May.", "- Buses run.", SECOND]
        assert prose("\n\n".join(blocks)) == [FIRST, *blocks[2:]]


@pytest.mark.parametrize(
    "dateline",
    [
        "WASHINGTON (AP) — ",
        "WASHINGTON (AP) _ ",
        "NAIROBI, Kenya (AP) -- ",
        "(CNN) -- ",
        "(CNN)",
        "Kuala Lumpur (CNN)",
        "Baghdad, Iraq (CNN) ",
        "LONDON, Jan 24 (Reuters) - ",
        "SEOUL, South Korea, Jan. 24, 2019 (AP) -- ",
        "WASHINGTON/BEIJING (Reuters) - ",
        "PARIS — ",
        "ST. LOUIS, Mo. — ",
        "THE HAGUE, Netherlands (AP) — ",
        "DELMONT, Pa., March 2, 2020 /ExampleWire/ -- ",
        "BEIJING, Aug. 7 (Xinhua) -- ",
    ],
)
def test_first_paragraph_starts_after_its_dateline(dateline: str) -> None:
    assert prose(f"{dateline}{FIRST}\n\n{SECOND}") == [FIRST, SECOND]


@pytest.mark.parametrize(
    "start",
    [
        "The World Health Organization (WHO) said on Monday that it would send doctors.",
        "NATO — the alliance of 32 states — will meet in the city next week for two days.",
        "Washington - the city, not the state - is to get a new bridge over the river.",
        "A man (AP could not learn his name) was led out of the building by the police.",
        "U.S. forces said on Monday that they had left the base, which is now empty.",
    ],
)
def test_what_only_resembles_a_dateline_stays(start: str) -> None:
    assert prose(f"{start}\n\n{SECOND}")[0] == start


@pytest.mark.parametrize(
    "closing",
    [
        "CNN's Ann Example and Tom Sample contributed to this report.",
        "The views expressed in this commentary are solely those of the author.",
        "Follow us on Twitter.",
        "© 2015 The Example. All rights reserved.",
        "Watch the show weeknights at 8pm ET. For the latest click here.",
        "CNN's Catherine E. Example, Ann O. Sample and Li Wei contributed to this report.",
    ],
)
def test_closing_credits_of_a_single_line_are_cut_off(closing: str) -> None:
    assert prose(f"{FIRST} {SECOND} {closing}") == [f"{FIRST} {SECOND}"]


class TestPublished:
    @pytest.mark.parametrize(
        "line",
        [
            "Thu Jan 24, 2019 10:43AM",
            "January 24, 2019",
            "24 January 2019",
            "Published: 24 January 2019",
            "Posted on January 24, 2019 by admin",
            "2019-01-24",
            "2019-01-24T10:43:00+01:00",
            "Jan. 24, 2019 at 10:43 a.m. EST",
            "Thursday, January 24, 2019",
            "By Ann Example, January 24, 2019",
            "Marlow | January 24, 2019 | 3 min read",
        ],
    )
    def test_date_line_above_tells_it(self, line: str) -> None:
        article = read_text(f"Old ferry terminal to close\n\n{line}\n\n{FIRST}\n\n{SECOND}")
        assert (article.published.when, article.published.basis) == (date(2019, 1, 24), "text")

    def test_date_of_publication_comes_before_that_of_an_update(self) -> None:
        lines = "Updated: 26 January 2019\nPublished: 24 January 2019"
        assert read_text(f"{lines}\n\n{FIRST}\n\n{SECOND}").published.when == date(2019, 1, 24)

    def test_dateline_tells_it_if_it_has_a_year(self) -> None:
        article = read_text(f"SEOUL, Jan. 24, 2019 (AP) -- {FIRST}\n\n{SECOND}")
        assert article.published.when == date(2019, 1, 24)

    def test_date_without_a_year_tells_nothing(self) -> None:
        article = read_text(f"LONDON, Jan 24 (Reuters) - {FIRST}\n\n{SECOND}")
        assert (article.published.when, article.published.basis) == (None, "none")

    def test_date_in_the_story_is_not_its_own(self) -> None:
        text = f"{FIRST}\n\nThe terminal opened on 4 May 1931 and burned down twice.\n\n{SECOND}"
        assert read_text(text).published.when is None

    def test_given_date_wins(self) -> None:
        text = f"January 24, 2019\n\n{FIRST}\n\n{SECOND}"
        article = read_text(text, published=date(2020, 2, 2))
        assert (article.published.when, article.published.basis) == (date(2020, 2, 2), "given")


class TestTitle:
    def test_given_title_is_kept_and_found_in_the_text(self) -> None:
        text = f"“Old ferry terminal”  to close\n\n{FIRST}"
        article = read_text(text, title='"Old ferry terminal" to close')
        assert article.title == '"Old ferry terminal" to close'
        assert article.title_span is not None
        assert article.title_span.start == 0

    def test_given_title_that_stands_nowhere_has_no_place(self) -> None:
        article = read_text(f"{FIRST}\n\n{SECOND}", title="Something else")
        assert (article.title, article.title_span) == ("Something else", None)

    def test_text_of_prose_alone_has_no_title(self) -> None:
        assert read_text(f"{FIRST}\n\n{SECOND}").title is None

    def test_name_of_the_outlet_is_no_part_of_the_title(self) -> None:
        text = f"Old ferry terminal to close | The Marlow Courier\n\n{FIRST}\n\n{SECOND}"
        assert read_text(text).title == "Old ferry terminal to close"
