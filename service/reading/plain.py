"""Plain text → Article: finds the article among the lines, and changes none of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import chain

from service.article import Article, Published
from service.dates import parse_published
from service.reading.body import article_range, describe_all, is_article_prose
from service.reading.checks import (
    FEWEST_WORDS,
    require_lines,
    require_no_html,
    require_text,
    require_words,
)
from service.reading.closing import without_closing
from service.reading.dateline import after_dateline, dateline_of, published_in
from service.reading.headline import find_given_title, find_title
from service.reading.language import require_english
from service.reading.lines import head, split_blocks
from service.reading.traits import Traits
from service.text.spans import Span

HEADER = 6  # blocks of the article that may still belong to its head: standfirst, byline, date
DATED_SIGNS = frozenset({"date line", "byline"})
DATE_LINES = 30  # blocks above the article, and as many below, that may say when it was published


def read_text(
    text: str, *, title: str | None = None, published: date | datetime | None = None
) -> Article:
    """Finds the article in pasted text; every span counts in `text` as it was given."""
    require_text(text)
    require_no_html(text)
    return find_article(text, title=title, published=given(published))


def find_article(
    text: str,
    *,
    title: str | None = None,
    published: Published | None = None,
    url: str | None = None,
    extracted: bool = False,
) -> Article:
    """The article in `text`, which is known to be text; raises what is wrong with it."""
    require_lines(text)
    blocks = describe_all(text, split_blocks(text))
    body = article_range(text, blocks)
    title_span = _title_span(text, blocks, body, title)
    paragraphs = tuple(_paragraphs(text, [blocks[index] for index in body], title_span))
    prose = "\n".join(paragraph.of(text) for paragraph in paragraphs)
    words = len(prose.split())
    language = require_english(prose if words >= FEWEST_WORDS else text)
    require_words(words)
    return Article(
        text=text,
        paragraphs=paragraphs,
        title=title or (" ".join(title_span.of(text).split()) if title_span else None),
        title_span=title_span,
        published=published or _published(text, blocks, body, title_span),
        language=language,
        url=url,
        extracted=extracted,
    )


def given(published: date | datetime | None) -> Published | None:
    """The date as the caller gave it."""
    return Published(published, "given") if published else None


def _title_span(text: str, blocks: Sequence[Traits], body: range, title: str | None) -> Span | None:
    return find_given_title(text, blocks, title) if title else find_title(text, blocks, body)


def _paragraphs(text: str, blocks: Sequence[Traits], title: Span | None) -> Iterator[Span]:
    """The spans of the article's prose, without title, datelines and closing credits."""
    prose = [
        b.span for b in blocks if is_article_prose(b) and not (title and b.span.overlaps(title))
    ]
    for index, span in enumerate(prose):
        trimmed = after_dateline(text, span) if index == 0 else span
        if trimmed and index == len(prose) - 1:
            trimmed = without_closing(text, trimmed)
        if trimmed:
            yield trimmed


def _published(text: str, blocks: Sequence[Traits], body: range, title: Span | None) -> Published:
    """The date of the nearest date line above the article, else of its dateline, else below it."""
    around = range(min(len(blocks), body.start + HEADER) - 1, max(-1, body.start - DATE_LINES), -1)
    below = range(body.stop, min(len(blocks), body.stop + DATE_LINES))
    lines = chain(
        (line for index in around for line in _date_line(text, blocks[index])),
        (line for index in around for line in _dateline(text, blocks[index])),
        (line for index in around for line in _dated_line(text, blocks[index], title)),
        (line for index in below for line in _date_line(text, blocks[index])),
    )
    return published_in(lines, parse_published)


def _date_line(text: str, block: Traits) -> Iterator[str]:
    if block.sign in DATED_SIGNS:
        yield head(text, block.span, 200)


def _dateline(text: str, block: Traits) -> Iterator[str]:
    dateline = dateline_of(text, block.span)
    if dateline:
        yield dateline.of(text)


def _dated_line(text: str, block: Traits, title: Span | None) -> Iterator[str]:
    """A line that holds a date beside other words: a place, a reading time, a section."""
    if not block.is_prose and block.words <= 16 and not (title and block.span.overlaps(title)):
        yield head(text, block.span, 200)
