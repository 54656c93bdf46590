"""What a page says about itself: its title and the time it was published."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from service.dates import parse_published

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Where sites put the time of publication, the most trusted first.
_PUBLISHED_AT = (
    "//meta[@property='article:published_time' or @name='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[@name='parsely-pub-date' or @name='pubdate' or @name='publishdate' or @name='date'"
    " or @name='publish-date' or @name='DC.date.issued' or @name='dcterms.created'"
    " or @name='sailthru.date' or @name='cXenseParse:recs:publishtime'"
    " or @name='citation_publication_date' or @property='og:published_time']/@content",
    "//article//time[@pubdate]/@datetime",
    "(//article//time/@datetime)[1]",
    "(//main//time/@datetime)[1]",
    "(//time/@datetime)[1]",
)
_TITLE_AT = (
    "//meta[@property='og:title' or @name='og:title']/@content",
    "//meta[@name='twitter:title' or @property='twitter:title']/@content",
    "//article//h1",
    "//h1",
    "//title",
)
_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|Review|LiveBlog")
_DEEPEST = 6  # of nested lists and objects in linked data
_LONGEST_TITLE = 400


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article before it is read."""

    title: str | None = None
    published: date | datetime | None = None


def read_metadata(tree: HtmlElement, linked_data: Sequence[str]) -> Metadata:
    """Title and time from linked data, meta elements and the page's own elements."""
    articles = [found for block in linked_data for found in _articles(block)]
    dates = [str(a["datePublished"]) for a in articles if a.get("datePublished")]
    titles = [str(a["headline"]) for a in articles if isinstance(a.get("headline"), str)]
    dates += [written for place in _PUBLISHED_AT for written in _texts(tree, place)]
    heading = [title for place in _TITLE_AT for title in _texts(tree, place)]
    return Metadata(
        title=_without_site(next(filter(None, map(_clean, titles + heading)), None), tree),
        published=next(filter(None, map(_when, dates)), None),
    )


def _articles(block: str) -> Iterator[dict[str, Any]]:
    try:
        found = json.loads(block, strict=False)
    except (ValueError, RecursionError):
        return
    yield from _nested_articles(found, _DEEPEST)


def _nested_articles(node: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(node, list):
        for item in node[:50]:
            yield from _nested_articles(item, depth - 1)
    elif isinstance(node, dict):
        if _ARTICLE_TYPES.search(str(node.get("@type", ""))[:200]):
            yield node
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nested_articles(node.get(key), depth - 1)


def _texts(tree: HtmlElement, place: str) -> list[str]:
    found: Any = tree.xpath(place)
    return [str(x) if isinstance(x, str) else str(x.text_content()) for x in found[:5]]


def _clean(title: str) -> str:
    return " ".join(title.split())[:_LONGEST_TITLE]


def _when(written: str) -> date | datetime | None:
    return parse_published(written.strip()[:60])


def _without_site(title: str | None, tree: HtmlElement) -> str | None:
    """The title without ' | The Daily Example', where the page calls the site or its heading so."""
    if not title:
        return None
    names = _texts(tree, "//meta[@property='og:site_name']/@content")
    for name in map(_clean, names):
        shorter = re.sub(rf"\s+[|–—·:»-]\s+{re.escape(name)}$", "", title)
        if shorter != title:
            return shorter
    headings = [_clean(text) for text in _texts(tree, "//h1")]
    return next((h for h in headings if len(h) > 15 and title.startswith(h + " ")), title)
