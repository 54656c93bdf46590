"""Pasted pages: what is the article, and what is the site's."""

from __future__ import annotations

import pytest

from service.reading import read_text
from tests.reading.pages import Page, all_pages

SEPARATORS = {"blank lines": "\n\n", "lines": "\n", "windows": "\r\n", "windows blank": "\r\n\r\n"}


@pytest.mark.parametrize("separator", SEPARATORS.values(), ids=SEPARATORS)
@pytest.mark.parametrize("page", all_pages(), ids=lambda page: page.name)
class TestPastedPage:
    def test_prose_is_kept_and_nothing_else(self, page: Page, separator: str) -> None:
        text = page.text(separator)
        found = [paragraph.of(text) for paragraph in read_text(text).paragraphs]
        assert [block for block in found if block not in page.tolerated] == list(page.prose)

    def test_title_is_found_where_it_stands(self, page: Page, separator: str) -> None:
        text = page.text(separator)
        article = read_text(text)
        assert article.title == page.title
        assert article.title_span is not None
        assert article.title_span.of(text) == page.title

    def test_date_is_found(self, page: Page, separator: str) -> None:
        published = read_text(page.text(separator)).published
        assert str(published.when) == page.published
        assert published.basis == "text"
