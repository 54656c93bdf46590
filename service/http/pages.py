"""The pages for people: `/`, to try it on, and `/docs`, about the interface.

All that they need comes from this server: no page of ours tells anybody else who reads it.
"""

from __future__ import annotations

import base64
import hashlib
import html
from importlib.resources import files

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.openapi.docs import get_swagger_ui_html
from starlette.staticfiles import StaticFiles

router = APIRouter(include_in_schema=False)
ASSETS = "/docs/assets"


@router.get("/")
async def playground(request: Request) -> Response:
    """One file, in which everything is."""
    style, script = _part("page.css"), _part("page.js")
    # A gateway's stage is its page with and without a slash at its end.
    base = html.escape(request.scope.get("root_path", "") + "/")
    page = _part("page.html").replace("{base}", base)
    page = page.replace("{style}", style).replace("{script}", script)
    return _respond(page, script=_hash(script), style=_hash(style))


def _part(name: str) -> str:
    return files("service.http").joinpath("page", name).read_text(encoding="utf-8")


@router.get("/docs")
async def docs() -> Response:
    """FastAPI's page, with Swagger UI from here and not from where FastAPI takes it."""
    page = get_swagger_ui_html(
        title="Article briefs: the interface",
        openapi_url="openapi.json",
        swagger_js_url=f"{ASSETS[1:]}/swagger-ui-bundle.js",
        swagger_css_url=f"{ASSETS[1:]}/swagger-ui.css",
        swagger_favicon_url="data:,",
    )
    text = bytes(page.body).decode()
    script = text.rpartition("<script>")[2].partition("</script>")[0]
    # Swagger UI writes styles into its elements.
    return _respond(text, script=f"'self' {_hash(script)}", style="'self' 'unsafe-inline'")


def add_assets(app: FastAPI) -> None:
    """Serve the script and the style of `/docs`."""
    app.mount(ASSETS, StaticFiles(packages=[("fastapi_swagger", "resources")]))


def _respond(page: str, *, script: str, style: str) -> Response:
    """`page`, which runs nothing but `script`, and talks to nobody but this server."""
    policy = (
        f"default-src 'none'; script-src {script}; style-src {style}; connect-src 'self';"
        " img-src 'self' data:; base-uri 'self'; form-action 'none'; frame-ancestors 'none'"
    )
    headers = {
        "content-security-policy": policy,
        "cross-origin-opener-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=()",
        "referrer-policy": "no-referrer",
        "x-frame-options": "DENY",
        "cache-control": "no-cache",
    }
    return Response(page, media_type="text/html; charset=utf-8", headers=headers)


def _hash(code: str) -> str:
    digest = hashlib.sha256(code.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
