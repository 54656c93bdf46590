"""Bytes of a page → characters, as browsers decide: mark, header, meta element, then a guess."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_META = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_META_WITHIN = 4_096  # bytes; browsers look in the first 1,024
# Browsers read these labels as their Windows supersets, because pages mean those.
_SUPERSETS = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
# Codecs of Python that no page is written in; some take quadratic time.
_NOT_OF_PAGES = re.compile(r"punycode|idna|.*escape|utf-7|undefined|mbcs|oem|.*codec")
_LATIN = "cp1252"


def decode(page: bytes, charset: str | None) -> str:
    """The characters of `page`; what can't be decoded becomes the replacement character."""
    for candidate in _candidates(page, charset):
        try:
            return page.decode(candidate).removeprefix("\ufeff")
        except (UnicodeError, LookupError):
            continue
    return page.decode(_declared(page, charset) or _LATIN, errors="replace")


def _candidates(page: bytes, charset: str | None) -> Iterator[str]:
    yield from (name for mark, name in _MARKS.items() if page.startswith(mark))
    declared = _declared(page, charset)
    if declared:
        yield declared
    yield "utf-8"
    if not declared:
        yield from _guessed(page)


def _declared(page: bytes, charset: str | None) -> str | None:
    """What the header says, else what the page says, if it is a charset of pages at all."""
    meta = _META.search(page[:_META_WITHIN])
    # A meta element that could be read as ASCII doesn't stand in UTF-16, whatever it claims.
    own = meta.group(1).decode("ascii", "replace") if meta else ""
    labels = [charset or "", "utf-8" if own.lower().startswith("utf-16") else own]
    return next(filter(None, map(_known, labels)), None)


def _known(label: str) -> str | None:
    try:
        name = codecs.lookup(label.strip("\"' ").lower()).name if label else ""
    except (LookupError, ValueError):
        return None
    return None if not name or _NOT_OF_PAGES.fullmatch(name) else _SUPERSETS.get(name, name)


def _guessed(page: bytes) -> Iterator[str]:
    from charset_normalizer import from_bytes  # comes with trafilatura; slow to import

    best = from_bytes(page[:200_000]).best()
    if best is not None:
        yield best.encoding
