"""What a page of another site can make somebody's browser do here: nothing.

CORS keeps such a page from reading an answer, not from asking: that would still cost this server
work, and make it fetch what the page wants. And a page whose owner turns its name on 127.0.0.1 a
moment later (DNS rebinding) is no other site to the browser; its Host header gives it away. Where
keys are set none of this is needed: no page has one.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from service.errors import Refused
from service.http.answers import problem_response
from service.http.problems import problem_of


class Browsers:
    """ASGI middleware: refuses what another site's page sends, and other `hosts`, if any are named.

    Pages of `origins` may ask; other programs than browsers don't say where they come from.
    """

    def __init__(self, app: ASGIApp, *, hosts: Sequence[str], origins: Sequence[str]) -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._origins = frozenset(origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            why = self._reason(scope["method"], Headers(scope=scope))
            if why:
                response = problem_response(problem_of(Refused(why)))
                await response(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _reason(self, method: str, headers: Headers) -> str | None:
        """Why this request is refused; None where it isn't."""
        host = headers.get("host", "")
        if self._hosts and _name(host) not in self._hosts:
            return "this server isn't known by that name; BRIEFS_HOSTS lists those that it has"
        origin = headers.get("origin")
        if method != "POST" or origin is None or origin in self._origins:
            return None
        site = headers.get("sec-fetch-site")
        own = site == "same-origin" if site else urlsplit(origin).netloc == host
        return None if own else "pages of other sites may ask if BRIEFS_CORS_ORIGINS lists them"


def _name(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
