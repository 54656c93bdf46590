"""A PDF → Article: the words of its pages, read as pasted text is."""

from __future__ import annotations

import logging
import re
from collections import Counter
from datetime import date, datetime
from functools import cache
from io import BytesIO
from itertools import count
from types import ModuleType
from typing import TYPE_CHECKING

from service.article import Article
from service.errors import (
    ArticleTooLong,
    ArticleTooShort,
    BriefError,
    NotOffered,
    UnreadableDocument,
)
from service.reading.checks import require_text
from service.reading.plain import find_article, given

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 500
MOST_CHARACTERS = 3_000_000
# pypdf takes up to 50 microseconds for each thing that is drawn, and all pages, and all forms on
# them, may be the same few kilobytes of file. A page of news has hundreds, a map some thousands.
MOST_DRAWN = 200_000
_TEXT_DRAWN = re.compile(rb"T[jJ]|['\"]")
_START_WITHIN = 1_024  # bytes; readers accept rubbish before the header
# Characters that a font's table may give for what isn't text; each is one place, so none is lost.
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_FILE_NAME = re.compile(r"\.\w{2,5}$|^(?:microsoft word|untitled|layout|print)\b", re.IGNORECASE)


def read_pdf(
    document: bytes, *, title: str | None = None, published: date | datetime | None = None
) -> Article:
    """The article of a PDF that holds text; a scanned one would need character recognition."""
    if b"%PDF-" not in document[:_START_WITHIN]:
        raise UnreadableDocument("This is not a PDF.")
    pypdf = _pypdf()
    try:
        reader = pypdf.PdfReader(BytesIO(document))
        text = _text(reader)
        known_title = _title(reader)
    except BriefError:
        raise
    except Exception as error:  # what a parser raises on a broken file is anything at all
        raise UnreadableDocument(f"The PDF is broken: {type(error).__name__}.") from error
    return _article(text, title=title or known_title, published=published)


def _article(text: str, *, title: str | None, published: date | datetime | None) -> Article:
    if not text.strip():
        raise UnreadableDocument(
            "The PDF holds no text: it is scanned, or drawn. Character recognition isn't part of "
            "this service."
        )
    require_text(text)
    try:
        return find_article(text, title=title, published=given(published), extracted=True)
    except ArticleTooShort as error:
        raise UnreadableDocument(
            f"The PDF holds hardly any text ({error.actual:.0f} words): scanned, or no article."
        ) from error


def _text(reader: PdfReader) -> str:
    """The words of all pages, a line a line."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableDocument("The PDF is encrypted: its password is needed to read it.")
    if len(reader.pages) > MOST_PAGES:
        raise ArticleTooLong(
            f"The PDF has {len(reader.pages):,} pages; up to {MOST_PAGES:,} are read.",
            limit=MOST_PAGES,
            actual=len(reader.pages),
        )
    pages: list[list[str]] = []
    drawn, characters = count(1), 0
    for page in reader.pages:
        contents = page.get_contents()
        if contents is not None:  # a look before the long way through it
            drawing = len(_TEXT_DRAWN.findall(contents.get_data()))
            _require_at_most(MOST_DRAWN, drawing, "pieces of text on a page")
        text = page.extract_text(
            visitor_operand_before=lambda *_: _require_at_most(MOST_DRAWN, next(drawn), "drawings")
        )
        text = _NO_TEXT.sub(" ", text)
        characters += len(text)
        _require_at_most(MOST_CHARACTERS, characters, "characters")
        pages.append(text.strip().split("\n"))
    return "\n".join(_heads_set_apart(pages))


def _heads_set_apart(pages: list[list[str]]) -> list[str]:
    """The text of each page; lines that head or foot several pages set apart from paragraphs."""
    times = Counter(_key(line) for page in pages for line in {page[0], page[-1]})
    return [
        "\n".join(
            f"\n{line}\n" if index in (0, len(page) - 1) and times[_key(line)] > 1 else line
            for index, line in enumerate(page)
        )
        for page in pages
    ]


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", line).strip()


def _require_at_most(limit: int, actual: int, what: str) -> None:
    if actual > limit:
        raise ArticleTooLong(f"The PDF has over {limit:,} {what}.", limit=limit, actual=actual)


def _title(reader: PdfReader) -> str | None:
    """The title that the file claims, unless a program made it up from a file's name."""
    title = " ".join(str(reader.metadata.title or "").split()) if reader.metadata else ""
    return title if len(title.split()) > 2 and not _FILE_NAME.search(title) else None


@cache
def _pypdf() -> ModuleType:
    """An extra, imported by the first PDF. Its log is for those who repair PDFs."""
    try:
        import pypdf
    except ImportError as error:
        raise NotOffered("Reading PDFs needs pypdf: install article-briefs[pdf].") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    return pypdf
