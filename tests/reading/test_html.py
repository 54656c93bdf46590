"""Web pages: the article, its title and its date; and pages that hold none."""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.article import Article
from service.errors import ArticleTooLong, BriefError, EmptyArticle, NoArticleFound, NotText
from service.reading import read_html

PAGES = Path(__file__).parents[1] / "corpus" / "reading" / "html"
PROSE = (
    "<p>The minister said on Monday that the port would be closed for a year, nobody knew why.</p>"
)


def page(name: str) -> bytes:
    source = (PAGES / f"{name}.html").read_text(encoding="utf-8")
    return source.encode("cp1252" if "windows-1252" in source else "utf-8")


def prose(article: Article) -> list[str]:
    return [paragraph.of(article.text) for paragraph in article.paragraphs]


FOUND = {
    "courier": ("Harbour bridge to close for a year", "2024-03-12T08:15:00+01:00", 8),
    "tabloid": ("Runaway cheetah spotted on supermarket roof", "2022-07-03T09:12:00+00:00", 5),
    "wordpress": ("Why the harbour clock is always four minutes fast", "2018-05-09", 7),
    "divs": ("Estermouth Online: Flood barrier failed test in spring", "2023-02-14", 5),
}

FURNITURE = (
    "cookie", "Advertisement", "newsletter", "Ann Example", "Photo", "Image", "Ferry fares",
    "A longer way round", "MARLOW", "rights reserved", "Home", "READ MORE", "Python", "lovely cat",
    "Barlow", "Do you have a story", "Share this", "grandfather", "Archives", "Copyright",
)  # fmt: skip


@pytest.mark.parametrize("name", FOUND)
def test_page_is_read(name: str) -> None:
    title, published, paragraphs = FOUND[name]
    article = read_html(page(name))
    assert article.title == title
    assert article.published.when is not None
    assert article.published.when.isoformat() == published
    assert article.published.basis == "metadata"
    assert article.extracted
    assert len(article.paragraphs) == paragraphs
    assert not [f for f in FURNITURE if any(f in paragraph for paragraph in prose(article))]


def test_short_paragraphs_lists_and_line_breaks_are_kept() -> None:
    courier = prose(read_html(page("courier")))
    assert "He declined." in courier
    assert "The closure begins on March 18." in courier
    assert prose(read_html(page("wordpress")))[2:4] == ["It is a good story.", "It isn’t true."]


def test_title_and_date_of_the_caller_win() -> None:
    article = read_html(page("courier"), title="Mine", published=date(2020, 1, 1), url="http://x.y")
    assert (article.title, article.url) == ("Mine", "http://x.y")
    assert (article.published.when, article.published.basis) == (date(2020, 1, 1), "given")


def test_zone_of_a_published_time_is_kept() -> None:
    when = read_html(page("courier")).published.when
    assert when == datetime(2024, 3, 12, 8, 15, tzinfo=timezone(timedelta(hours=1)))


def test_date_in_the_text_is_used_where_the_page_names_none() -> None:
    article = read_html(
        f"<html><body><h1>A title</h1><p>January 24, 2019</p>{PROSE * 3}</body></html>"
    )
    assert article.published.basis in ("text", "none")


class TestCharset:
    TEXT = "<html><head>{}</head><body><p>" + "He said “naïve café”, and the port was closed. " * 3

    @pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "utf-16"])
    def test_header_tells_it(self, charset: str) -> None:
        article = read_html(self.TEXT.format("").encode(charset), charset=charset)
        assert "“naïve café”" in article.text

    @pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
    def test_meta_element_tells_it(self, charset: str) -> None:
        source = self.TEXT.format(f'<meta charset="{charset}">').encode(charset)
        assert "“naïve café”" in read_html(source).text

    def test_latin_1_means_what_browsers_take_it_for(self) -> None:
        source = self.TEXT.format("").encode("windows-1252")
        assert "“naïve café”" in read_html(source, charset="ISO-8859-1").text

    @pytest.mark.parametrize("charset", ["nonsense", "utf-7", "punycode", "", "hex"])
    def test_header_that_tells_nothing_is_ignored(self, charset: str) -> None:
        assert "“naïve café”" in read_html(self.TEXT.format("").encode(), charset=charset).text

    def test_wrong_header_gives_way_to_the_bytes(self) -> None:
        assert "“naïve café”" in read_html(self.TEXT.format("").encode(), charset="ascii").text


NO_ARTICLE = {
    "menu": "<html><body><nav><a>Home</a><a>News</a></nav></body></html>",
    "empty body": "<html><head><title>x</title></head><body></body></html>",
    "script": "<html><body><script>var a = 'The minister said that.';</script></body></html>",
    "login": "<html><body><form><input name=q></form><p>Log in to continue.</p></body></html>",
}


@pytest.mark.parametrize("source", NO_ARTICLE.values(), ids=NO_ARTICLE)
def test_page_without_an_article_says_so(source: str) -> None:
    with pytest.raises(NoArticleFound):
        read_html(source)


def test_empty_and_binary_pages_are_told_apart() -> None:
    with pytest.raises(EmptyArticle):
        read_html(b"  \n ")
    with pytest.raises(NotText):
        read_html(bytes(range(256)) * 50)


def test_text_sent_as_html_is_read_as_text() -> None:
    text = "The minister said on Monday that the port would be closed for a year."
    assert read_html(text.encode()).text == text


BOMBS = {
    "nested": "<div>" * 1_000_000 + PROSE,
    "nested spans": ("<span>" * 3_000 + "x") * 30,
    "unclosed": "<p>a" * 600_000,
    "entities": "<p>" + "&amp;" * 10_000_000,
    "few entities": "<html><body><p>" + "&amp;" * 400_000,
    "attributes": "<p " + " ".join(f"a{n}" for n in range(100_000)) + ">" + PROSE * 3,
    "quoted attributes": "<p " + " ".join(f'a{n}="<>"' for n in range(100_000)) + ">" + PROSE * 3,
    "scripts": "<script>" * 300_000,
    "comments": "<!--" * 500_000,
    "quotes": '<a b="' * 300_000,
    "one word": "<html><body><p>" + "x" * 1_000_000,
    "linked data": '<script type="application/ld+json">' + "[" * 500_000 + "</script>" + PROSE * 3,
}


@pytest.mark.parametrize("source", BOMBS.values(), ids=BOMBS)
def test_bombs_cost_bounded_time(source: str) -> None:
    start = time.perf_counter()
    with suppress(BriefError):
        read_html(source)
    assert time.perf_counter() - start < 30


@pytest.mark.parametrize("name", ["nested", "unclosed", "entities"])
def test_bombs_are_refused_with_the_limit(name: str) -> None:
    with pytest.raises(ArticleTooLong) as caught:
        read_html(BOMBS[name])
    assert caught.value.limit


def test_nothing_is_logged_or_printed(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        for source in NO_ARTICLE.values():
            with suppress(NoArticleFound):
                read_html(source)
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert capfd.readouterr() == ("", "")


TAGS = st.sampled_from(
    [
        *("<p>", "</p>", "<div ", ">", '"', "'", "<!--", "-->", "<script>", "</script", "&#0;"),
        *("<title>", "<meta charset=", "<time datetime=2019", PROSE, "<article>", "\x00", "]]>"),
    ]
)


@settings(max_examples=40)
@given(st.lists(TAGS | st.text(max_size=20), max_size=30).map("".join))
def test_any_page_is_an_article_or_an_expected_error(source: str) -> None:
    with suppress(BriefError):
        article = read_html(source)
        assert all(p.end <= len(article.text) for p in article.paragraphs)


@settings(max_examples=30)
@given(st.binary(max_size=400))
def test_any_bytes_are_an_article_or_an_expected_error(source: bytes) -> None:
    with suppress(BriefError):
        read_html(b"<p>" + source)
