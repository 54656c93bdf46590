"""What a page must be before a parser sees it: small, shallow in attributes, without scripts.

libxml2 takes time that grows with the square of a tag's attributes, and trafilatura takes 0.1 to
0.2 ms for each tag; both are bounded here, by scans that are linear whatever the page holds.
"""

from __future__ import annotations

import re

from service.errors import ArticleTooLong

MOST_BYTES = 20_000_000
MOST_CHARACTERS = 3_000_000  # of markup, scripts and styles apart
MOST_TAGS = 40_000  # the largest of ordinary news pages have 10,000
MOST_ATTRIBUTES = 200  # of one tag

_ATTRIBUTE = r"[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+))?+"
_OPENING = re.compile(rf"<([a-z][^\s/>]*+)((?:[\s/]++|{_ATTRIBUTE})*+)>?", re.IGNORECASE)
_ONE_ATTRIBUTE = re.compile(_ATTRIBUTE)
#: Elements that hold no text of an article, however much else they hold; comments too.
_HOLLOW = {
    "<script": "</script", "<style": "</style", "<svg": "</svg", "<noscript": "</noscript",
    "<template": "</template", "<iframe": "</iframe", "<!--": "-->",
}  # fmt: skip
_HOLLOW_START = re.compile("|".join(map(re.escape, _HOLLOW)), re.IGNORECASE)
_LINKED_DATA = re.compile(r"[^<>]{0,500}application/ld\+json", re.IGNORECASE)


def require_page_size(size: int, limit: int = MOST_BYTES) -> None:
    if size > limit:
        raise ArticleTooLong(
            f"The page has {size:,} bytes; pages of up to {limit:,} are read.",
            field="html",
            limit=limit,
            actual=size,
        )


def without_hollow(page: str) -> tuple[str, tuple[str, ...]]:
    """The page without scripts, styles and comments; and the linked data (JSON-LD) that it held."""
    kept: list[str] = []
    linked_data: list[str] = []
    folded = page.lower() if len(page.lower()) == len(page) else page
    start = 0
    while hollow := _HOLLOW_START.search(page, start):
        kept.append(page[start : hollow.start()])
        end = folded.find(_HOLLOW[hollow.group().lower()], hollow.end())
        start = len(page) if end < 0 else end
        if _LINKED_DATA.match(page, hollow.end()):
            linked_data.append(page[hollow.end() : start].partition(">")[2])
        start = _after_tag(page, start)
    kept.append(page[start:])
    return "".join(kept), tuple(linked_data)


def _after_tag(page: str, start: int) -> int:
    end = page.find(">", start)
    return len(page) if end < 0 else end + 1


def bounded(page: str) -> str:
    """The page with no tag of too many attributes; raises ArticleTooLong for too many tags."""
    require_page_size(len(page), MOST_CHARACTERS)
    tags = 0

    def bare(tag: re.Match[str]) -> str:
        nonlocal tags
        tags += 1
        if tags > MOST_TAGS:
            raise ArticleTooLong(
                f"The page has more than {MOST_TAGS:,} tags.", field="html", limit=MOST_TAGS
            )
        attributes = tag.group(2)
        crowded = len(attributes) > 2 * MOST_ATTRIBUTES and (
            sum(1 for _ in _ONE_ATTRIBUTE.finditer(attributes)) > MOST_ATTRIBUTES
        )
        return f"<{tag.group(1)}>" if crowded else tag.group()

    return _OPENING.sub(bare, page)
