"""The body of an answer, unpacked within bounds."""

from __future__ import annotations

import re
import zlib

from service.errors import FetchFailed

_CHARSET = re.compile(r""";\s*charset\s*=\s*["']?([^\s"';]+)""", re.IGNORECASE)
_PACKINGS = {"gzip": 31, "x-gzip": 31, "deflate": 15}  # → zlib's window bits


def media_type(content_type: str) -> tuple[str, str | None]:
    """The media type and the charset of a Content-Type; "" and None where it has none."""
    charset = _CHARSET.search(content_type)
    return content_type.partition(";")[0].strip().lower(), charset[1] if charset else None


class Body:
    """Gathers an answer's bytes: at most `max_received` as sent and `max_unpacked` unpacked."""

    def __init__(self, encoding: str, *, max_received: int, max_unpacked: int) -> None:
        self._max_received = max_received
        self._max_unpacked = max_unpacked
        self._received = 0
        self._body = bytearray()
        self._unpack = self._unpacker(encoding.strip().lower())

    def add(self, chunk: bytes) -> None:
        """One more piece; raises FetchFailed when it becomes too much."""
        self._received += len(chunk)
        if self._received > self._max_received:
            raise _too_large("received", self._max_received)
        if self._unpack is None:
            self._body += chunk
        else:
            self._inflate(self._unpack, chunk)
        if len(self._body) > self._max_unpacked:
            raise _too_large("unpacked", self._max_unpacked)

    def finish(self) -> bytes:
        """All of it; raises FetchFailed where the end is missing."""
        if self._unpack is not None and self._received and not self._unpack.eof:
            raise FetchFailed("the page breaks off", field="url")
        return bytes(self._body)

    def _inflate(self, unpack: zlib._Decompress, chunk: bytes) -> None:
        # One byte more than is allowed is enough to know that it is too much.
        room = self._max_unpacked - len(self._body) + 1
        try:
            self._body += unpack.decompress(chunk, room)
        except zlib.error:
            raise FetchFailed("the page is packed in a broken way", field="url") from None

    @staticmethod
    def _unpacker(encoding: str) -> zlib._Decompress | None:
        if encoding in ("", "identity"):
            return None
        if encoding not in _PACKINGS:  # several at once among them: nobody nests them in good faith
            raise FetchFailed("the page is packed in a way that wasn't asked for", field="url")
        return zlib.decompressobj(_PACKINGS[encoding])


def _too_large(what: str, limit: int) -> FetchFailed:
    return FetchFailed(f"the page has more than {limit} bytes {what}", field="url", limit=limit)
