"""GET a page of the public internet, and nothing else.

Every name is resolved here, every address checked, and the connection made to a checked address:
what the name resolves to a moment later doesn't matter. Each redirect begins anew.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from urllib.parse import urljoin

import httpcore2

from service import __version__
from service.errors import FetchFailed
from service.fetch.addresses import is_public
from service.fetch.content import Body, media_type
from service.fetch.network import Deadline, Pinned
from service.fetch.urls import Target, parse_target, refused
from service.ports import Fetched

Resolve = Callable[[str, int], Sequence[str]]

MAX_REDIRECTS = 5
REDIRECTS = {301, 302, 303, 307, 308}
MEDIA_TYPES = {"text/html", "application/xhtml+xml", "text/plain", "application/pdf"}
USER_AGENT = f"article-briefs/{__version__} (fetches one page when a person asks for its brief)"


def resolve(host: str, port: int) -> list[str]:
    """Every address of `host`; raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class SafeFetcher:
    """A `Fetcher` with limits: seconds in all, bytes as received, bytes unpacked.

    `allowed` are "host:port" that are asked whatever their address and port.
    """

    def __init__(
        self,
        *,
        seconds: float = 10.0,
        max_bytes: int = 5_000_000,
        max_unpacked: int = 20_000_000,
        allowed: frozenset[str] = frozenset(),
        resolve: Resolve = resolve,
    ) -> None:
        self._seconds = seconds
        self._max_bytes = max_bytes
        self._max_unpacked = max_unpacked
        self._allowed = allowed
        self._resolve = resolve
        # getaddrinfo knows no timeout of its own, so it is waited for from another thread.
        self._resolvers = ThreadPoolExecutor(8, thread_name_prefix="resolve")

    def fetch(self, url: str) -> Fetched:
        """The page at `url`, or where it leads; raises FetchRefused, FetchFailed, FetchTimeout."""
        deadline = Deadline(self._seconds)
        for _ in range(MAX_REDIRECTS + 1):
            target = parse_target(url, allowed=self._allowed)
            found = self._get(target, deadline)
            if isinstance(found, Fetched):
                return found
            url = found
        raise FetchFailed(
            f"the page redirects more than {MAX_REDIRECTS} times", field="url", limit=MAX_REDIRECTS
        )

    def _get(self, target: Target, deadline: Deadline) -> Fetched | str:
        """The page, or the URL that it redirects to."""
        backend = Pinned(self._addresses(target, deadline), deadline)
        url = httpcore2.URL(
            scheme=target.scheme, host=target.host, port=target.port, target=target.path
        )
        try:
            with (
                httpcore2.ConnectionPool(_tls(), network_backend=backend) as pool,
                pool.stream("GET", url, headers=_headers(target)) as response,
            ):
                return self._read(target, response)
        except httpcore2.TimeoutException:
            raise deadline.error() from None
        except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError) as error:
            detail = f"{target.host} did not answer properly ({type(error).__name__})"
            raise FetchFailed(detail, field="url") from None

    def _read(self, target: Target, response: httpcore2.Response) -> Fetched | str:
        headers = _answer_headers(response)
        if response.status in REDIRECTS and "location" in headers:
            return urljoin(target.url, headers["location"])
        if response.status != 200:
            raise FetchFailed(f"{target.host} answered {response.status}", field="url")
        kind, charset = media_type(headers.get("content-type", ""))
        if kind not in MEDIA_TYPES:
            raise FetchFailed(f"{target.host} sent no page but {kind or 'no type'}", field="url")
        body = Body(
            headers.get("content-encoding", ""),
            max_received=self._max_bytes,
            max_unpacked=self._max_unpacked,
        )
        for chunk in response.iter_stream():
            body.add(chunk)
        return Fetched(target.url, kind, charset, body.finish())

    def _addresses(self, target: Target, deadline: Deadline) -> Sequence[str]:
        """The addresses to connect to; each that the name has must be public."""
        looked_up = self._resolvers.submit(self._resolve, target.host, target.port)
        try:
            addresses = looked_up.result(deadline.left())
        except TimeoutError:
            raise deadline.error() from None
        except (OSError, UnicodeError):
            addresses = []
        if not addresses:
            raise FetchFailed(f"no address is known for {target.host}", field="url")
        if target.host_and_port not in self._allowed and not all(map(is_public, addresses)):
            raise refused("it leads into a network that is not public")
        return addresses


@cache
def _tls() -> ssl.SSLContext:
    return httpcore2.default_ssl_context()


def _headers(target: Target) -> list[tuple[str, str]]:
    return [
        ("Host", target.authority),
        ("User-Agent", USER_AGENT),
        ("Accept", "text/html, application/xhtml+xml, text/plain;q=0.8, application/pdf;q=0.8"),
        ("Accept-Encoding", "gzip, deflate"),
        ("Connection", "close"),
    ]


def _answer_headers(response: httpcore2.Response) -> dict[str, str]:
    """The headers by their names in lower case; a repeated one counts once, as it came last."""
    return {
        name.decode("latin-1").lower(): value.decode("utf-8", "replace").strip()
        for name, value in response.headers
    }
