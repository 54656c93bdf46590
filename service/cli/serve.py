"""`briefs serve`: the local server."""

from __future__ import annotations

import ipaddress
import logging
import socket
import sys
from contextlib import suppress
from typing import Annotated

import typer

from service.errors import NotOffered


def serve(
    host: Annotated[str, typer.Option(help="where to listen")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="PORT", min=0, max=65535)] = 8000,
) -> None:
    """Serve at http://HOST:PORT; the page to try it on is at /, the interface at /docs."""
    # Here, so that `briefs --help` doesn't wait for the web framework and the model's runtime.
    import uvicorn

    from service.settings import read_settings
    from service.wiring import local_app

    _log_to_stdout()
    settings = read_settings()
    listener = _listen(host, port)
    app = local_app(settings, loopback=is_loopback(host))
    name = f"[{host}]" if ":" in host else host
    print(f"briefs: http://{name}:{listener.getsockname()[1]}", file=sys.stderr)
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_config=None,  # ours: one JSON line a request
        access_log=False,
        server_header=False,
        # SIGTERM: no new connections; what is in flight is finished, a full batch at the longest.
        timeout_graceful_shutdown=int(settings.seconds * (1 + settings.batch)),
    )
    server = uvicorn.Server(config)
    with suppress(KeyboardInterrupt):  # the way to stop it
        server.run(sockets=[listener])
    if not server.started:
        raise typer.Exit(1)


def _listen(host: str, port: int) -> socket.socket:
    """The server's socket, before the seconds that a model takes to load."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise NotOffered(
            # Python adds the address to the system's words.
            f"nobody can listen at {host}:{port}: {str(error.strerror).partition(' (')[0]}; "
            "name another port with --port, or as PORT=N"
        ) from None


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server that listens there."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _log_to_stdout() -> None:
    """Requests as they are, one JSON line each, to standard output; the rest to standard error."""
    access = logging.getLogger("service.access")
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("%(message)s"))
    access.handlers = [handler]
    access.propagate = False
    access.setLevel(logging.INFO)
