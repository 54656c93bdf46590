"""Who may ask."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator, Sequence

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from service.errors import MissingKey
from service.http.answers import problem_response
from service.http.pages import ASSETS
from service.http.problems import problem_of

OPEN = frozenset({"/", "/docs", "/openapi.json", "/healthz", "/readyz"})


def is_open(path: str) -> bool:
    """Whether everybody may go there, key or not."""
    return path in OPEN or path.startswith(f"{ASSETS}/")


def _own_path(scope: Scope) -> str:
    path: str = scope["path"]
    return path.removeprefix(scope.get("root_path", ""))


class Keys:
    """ASGI middleware: lets a request through that names one of the keys.

    Only the sha256 of a key is known here. What it lets through carries that digest as its owner.
    """

    def __init__(self, app: ASGIApp, digests: Sequence[str]) -> None:
        self._app = app
        self._digests = tuple(digest.strip().lower() for digest in digests)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            owner = self._owner(Headers(scope=scope)) if self._digests else ""
            if owner is None and not is_open(_own_path(scope)):
                error = MissingKey("send a valid key as `Authorization: Bearer KEY` or `X-API-Key`")
                response = problem_response(problem_of(error))
                response.headers["www-authenticate"] = "Bearer"
                await response(scope, receive, send)
                return
            state = scope.setdefault("state", {})
            # Without keys of our own, whoever stands before us may know who asks.
            state["owner"] = owner or state.get("owner", "")
        await self._app(scope, receive, send)

    def _owner(self, headers: Headers) -> str | None:
        """The digest of a key that is sent and known; None without one."""
        sent = [hashlib.sha256(key.encode("latin-1")).hexdigest() for key in _sent_keys(headers)]
        # Every pair is compared, each in constant time: the answer's time tells nothing.
        matches = [
            digest
            for digest in sent
            for known in self._digests
            if hmac.compare_digest(digest, known)
        ]
        return matches[0] if matches else None


def _sent_keys(headers: Headers) -> Iterator[str]:
    scheme, _, credentials = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        yield credentials.strip()
    if key := headers.get("x-api-key"):
        yield key
