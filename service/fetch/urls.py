"""A URL, taken apart into what may be asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from service.errors import FetchRefused
from service.fetch.addresses import plain_host

_NETLOC = re.compile(r"(\[[^\[\]]*\]|[^\[\]:]*)(:\d+)?")
PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Target:
    """What to ask whom for; its host is spelled in the one proper way."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def host_and_port(self) -> str:
        return f"{self.host}:{self.port}"

    @property
    def authority(self) -> str:
        """The value of a Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def parse_target(url: str, *, allowed: frozenset[str]) -> Target:
    """`url` as a target; raises FetchRefused. A port of its own needs "host:port" in `allowed`."""
    parts = _split(url)
    host = plain_host(parts.hostname or "")
    if host is None:
        raise refused("its host is not spelled as a name or an address")
    port = PORTS[parts.scheme] if parts.port is None else parts.port
    path = (_escape(parts.path) or "/") + (f"?{_escape(parts.query)}" if parts.query else "")
    target = Target(parts._replace(fragment="").geturl(), parts.scheme, host, port, path)
    if target.host_and_port not in allowed and port != PORTS[parts.scheme]:
        raise refused(f"port {port} is not the port of {parts.scheme}")
    return target


def refused(why: str) -> FetchRefused:
    """The one sentence about a URL that must not be fetched."""
    return FetchRefused(f"this URL is not fetched: {why}", field="url")


def _split(url: str) -> SplitResult:
    """The parts of an http(s) URL without surprises."""
    if "\\" in url or any(ord(character) <= 0x20 or ord(character) == 0x7F for character in url):
        raise refused("it has characters that a URL has not")
    try:
        parts = urlsplit(url)
        _ = parts.port, url.encode()
    except ValueError:
        raise refused("it is not a URL") from None
    if parts.scheme not in PORTS:
        raise refused("only http and https are fetched")
    if "@" in parts.netloc:
        raise refused("it carries a name or a password")
    if not _NETLOC.fullmatch(parts.netloc):
        raise refused("its host is not spelled as a name or an address")
    return parts


def _escape(part: str) -> str:
    """Everything beyond ASCII percent-encoded, the rest as it is."""
    return "".join(
        character if character.isascii() else "".join(f"%{byte:02X}" for byte in character.encode())
        for character in part
    )
