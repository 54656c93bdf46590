"""The application: routes, and what stands around them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.middleware.cors import CORSMiddleware
from starlette.exceptions import HTTPException

from service.errors import BriefError, InvalidRequest
from service.http import briefs, jobs, pages, status, summarization
from service.http.answers import problem_response
from service.http.browsers import Browsers
from service.http.heads import Heads
from service.http.keys import Keys
from service.http.observe import Observe
from service.http.openapi import describe
from service.http.parts import Parts
from service.http.problems import Problem, kind_of, problem_of

Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


def create_app(parts: Parts, *, lifespan: Lifespan | None = None) -> FastAPI:
    """The service over HTTP, made of `parts`."""
    app = FastAPI(
        docs_url=None,  # ours: FastAPI's own asks other servers for its parts
        redoc_url=None,
        swagger_ui_oauth2_redirect_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
    )
    app.state.parts = parts
    for router in (briefs.router, jobs.router, summarization.router, status.router, pages.router):
        app.include_router(router)
    pages.add_assets(app)
    if parts.show_metrics:
        app.add_api_route("/metrics", status.metrics, include_in_schema=False)
    _add_middleware(app, parts)
    app.add_exception_handler(BriefError, _brief_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _validation_error)
    describe(app)
    return app


def _add_middleware(app: FastAPI, parts: Parts) -> None:
    """The last that is added is the outermost."""
    app.add_middleware(Heads)
    app.add_middleware(Keys, digests=parts.key_digests)
    if not parts.key_digests:
        app.add_middleware(Browsers, hosts=parts.hosts, origins=parts.cors_origins)
    if parts.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(parts.cors_origins),
            allow_methods=["GET", "POST"],
            allow_headers=["Authorization", "Content-Type", "Idempotency-Key", "X-API-Key"],
            expose_headers=["ETag", "Location", "Server-Timing", "X-Cache", "X-Request-Id"],
        )
    app.add_middleware(Observe, metrics=parts.metrics)


async def _brief_error(_: Request, error: Exception) -> Response:
    assert isinstance(error, BriefError)
    wait = kind_of(error).retry_after
    headers = {"retry-after": str(wait)} if wait else None
    return problem_response(problem_of(error), headers=headers)


async def _http_error(_: Request, error: Exception) -> Response:
    """Starlette's own refusals: no such route (404), not this method (405)."""
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    details = {
        404: "nothing is here; /docs tells what is where",
        405: f"send {headers.get('Allow', 'another method')} to this path",
    }
    problem = Problem(
        type="about:blank",
        title=HTTPStatus(error.status_code).phrase,
        status=error.status_code,
        detail=details.get(error.status_code, str(error.detail)),
    )
    return problem_response(problem, headers=headers)


async def _validation_error(_: Request, error: Exception) -> Response:
    """FastAPI's own; no route declares anything that it would check, but one may come."""
    assert isinstance(error, RequestValidationError)
    return problem_response(problem_of(InvalidRequest("the request makes no sense")))
