"""A web page → Article: trafilatura finds the main text, the rest is read as pasted text is."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from service.article import Article, Published
from service.errors import ArticleTooShort, EmptyArticle, NoArticleFound
from service.reading.charset import decode
from service.reading.checks import require_text
from service.reading.markup import bounded, require_page_size, without_hollow
from service.reading.metadata import Metadata, read_metadata
from service.reading.plain import find_article, given

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAG = re.compile(r"<[a-z!/?]", re.IGNORECASE)
_SPACES = re.compile(r"[^\S\n]+|\s*\n\s*")
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def read_html(
    page: bytes | str,
    *,
    url: str | None = None,
    charset: str | None = None,
    title: str | None = None,
    published: date | datetime | None = None,
) -> Article:
    """The article of a page; `charset` is what the header says, if the page came with one."""
    require_page_size(len(page))
    source = decode(page, charset) if isinstance(page, bytes) else page
    if not source.strip():
        raise EmptyArticle("The page is empty.", field="html")
    require_text(source)
    if not _TAG.search(source):
        return find_article(
            source, title=title, published=given(published), url=url, extracted=True
        )
    text, known = _extract(source)
    try:
        return find_article(
            text,
            title=title or known.title,
            published=given(published) or _from_metadata(known),
            url=url,
            extracted=True,
        )
    except ArticleTooShort as error:
        raise NoArticleFound(
            "No article was found in the page: only menus, links or a few words.", field="html"
        ) from error


def _from_metadata(known: Metadata) -> Published | None:
    return Published(known.published, "metadata") if known.published else None


def _extract(source: str) -> tuple[str, Metadata]:
    """The main text, one block a line, and what the page says of itself."""
    markup, linked_data = without_hollow(source)
    tree = _parse(bounded(_NOT_XML.sub(" ", markup)))
    if tree is None:
        raise NoArticleFound("No article was found in the page.", field="html")
    metadata = read_metadata(tree, linked_data)
    document = _trafilatura().bare_extraction(
        tree, include_comments=False, include_tables=True, favor_recall=False
    )
    lines = list(_blocks(document.body)) if document is not None else []
    if not lines:
        raise NoArticleFound("No article was found in the page.", field="html")
    return "\n\n".join(lines), metadata


def _parse(markup: str) -> HtmlElement | None:
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    try:
        return document_fromstring(
            markup.encode(), parser=HTMLParser(encoding="utf-8", remove_comments=True)
        )
    except (LxmlError, ValueError):
        return None


def _blocks(body: Any) -> Iterator[str]:
    """The text of each paragraph, heading, list item, cell and quotation."""
    for element in body.iter("p", "head", "item", "cell", "quote", "code", "ab"):
        own = _own_text(element)
        yield from filter(None, (line.strip() for line in own.split("\n")))


def _own_text(element: Any) -> str:
    """The element's text without that of blocks inside it; line breaks kept."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == "lb":
            parts.append("\n")
        elif child.tag not in _BLOCKS:
            parts.append(_own_text(child))
        parts.append(child.tail or "")
    return _SPACES.sub(lambda space: "\n" if "\n" in space.group() else " ", "".join(parts))


_BLOCKS = frozenset({"p", "head", "item", "cell", "quote", "code", "list", "table", "row", "ab"})


@cache
def _trafilatura() -> Any:
    """Takes half a second to import: only for pages. Its log is for those who crawl with it."""
    import trafilatura

    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return trafilatura
