"""`briefs serve`: the local server."""

from __future__ import annotations

import ipaddress
import logging
import sys
from typing import Annotated

import typer


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
    app = local_app(settings, loopback=is_loopback(host))
    print(f"briefs: http://{host}:{port}", file=sys.stderr)
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
    server.run()
    if not server.started:
        raise typer.Exit(1)


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
