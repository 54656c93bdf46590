"""What isn't an article's text at all: told apart before any of it is read."""

from __future__ import annotations

import re

from service.errors import ArticleTooLong, ArticleTooShort, EmptyArticle, NotText
from service.reading.lines import has_more_lines

#: Fewer words of prose than this cannot be shortened: one short sentence is its own summary.
FEWEST_WORDS = 10
MOST_LINES = 50_000  # an article of 100,000 words has 10,000 where each sentence is a line
CONTROL_SHARE = 0.002  # of the characters; a stray control character is no reason to refuse a text

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f\ufffd\ufffe\uffff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_FILE_STARTS = {
    "%PDF-": "a PDF file", "PK\x03\x04": "a zip or Office file", "{\\rtf": "an RTF file",
    "\x89PNG": "an image", "\xff\xd8\xff": "an image", "GIF8": "an image",
}  # fmt: skip
_PAGE_START = re.compile(
    r"\ufeff?\s*+(?:<\?xml[^<>]{0,200}>\s*+)?(?:(?><!--.{0,2000}?-->)\s*+)*+"
    r"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_PARAGRAPH_TAG = re.compile(r"</(?:p|div|article|section|h[1-6]|li|ul|span|a)\s*>", re.IGNORECASE)
_TAGS_OF_A_FRAGMENT = 5  # closing tags in the first 20,000 characters, of text that starts with one


def require_text(text: str) -> None:
    """Raises what is wrong with `text`, if it isn't the text of an article."""
    if not text.strip("\ufeff\u200b\u200c\u200d\u2060 \t\r\n") or text.isspace():
        raise EmptyArticle("The article is empty.", field="text")
    for start, kind in _FILE_STARTS.items():
        if text.startswith(start):
            raise NotText(f"This is {kind}, not the text of an article.", field="text")
    surrogate = _SURROGATE.search(text)
    if surrogate:
        raise NotText(
            f"Character {surrogate.start():,} is half of a surrogate pair, which is no character.",
            field="text",
        )
    control = sum(1 for _ in _CONTROL.finditer(text))
    if control > max(1, CONTROL_SHARE * len(text)):
        raise NotText(
            f"{control:,} of {len(text):,} characters are control or replacement characters: "
            "binary, or text decoded wrongly.",
            field="text",
        )


def looks_like_html(text: str) -> bool:
    """Whether `text` is the source of a page, or a part of one; not an article with a tag."""
    if _PAGE_START.match(text):
        return True
    beginning = text[:20_000].lstrip()
    return (
        beginning.startswith("<") and len(_PARAGRAPH_TAG.findall(beginning)) >= _TAGS_OF_A_FRAGMENT
    )


def require_no_html(text: str) -> None:
    # Offsets of a text count in what was sent. Extracting an article would break that promise in
    # silence, and quoting tags helps nobody.
    if looks_like_html(text):
        raise NotText("This is the source of an HTML page. Send it as HTML.", field="text")


def require_words(words: int) -> None:
    if words < FEWEST_WORDS:
        raise ArticleTooShort(
            f"The article has {words} words of prose; a brief needs {FEWEST_WORDS}.",
            field="text",
            limit=FEWEST_WORDS,
            actual=words,
        )


def require_lines(text: str) -> None:
    if has_more_lines(text, MOST_LINES):
        raise ArticleTooLong(
            f"The text has over {MOST_LINES:,} lines; an article has fewer.",
            field="text",
            limit=MOST_LINES,
        )
