"""What `/openapi.json` says beyond what FastAPI reads off the routes: bodies, options, examples."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from service import __version__
from service.brief import Brief
from service.http.keys import OPEN
from service.http.problems import Problem
from service.http.wire import BatchRequest, JobAnswer, SummarizationRequest
from service.request import BriefRequest, QueryOptions

SCHEMAS = "#/components/schemas/"


def _of(model: type[BaseModel]) -> dict[str, str]:
    return {"$ref": SCHEMAS + model.__name__}


def _query() -> list[dict[str, Any]]:
    """The options of a raw body, one parameter each."""
    properties = QueryOptions.model_json_schema(ref_template=SCHEMAS + "{model}")["properties"]
    return [
        {"name": name, "in": "query", "required": False, "schema": _without_null(schema)}
        for name, schema in properties.items()
    ]


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """`schema` for a parameter, which is absent where a JSON member would be null."""
    kept = [part for part in schema.get("anyOf", ()) if part != {"type": "null"}]
    rest = {key: value for key, value in schema.items() if key not in ("anyOf", "title")}
    if rest.get("default", "") is None:
        del rest["default"]
    if len(kept) == 1:
        return {**kept[0], **rest}
    return {**rest, "anyOf": kept} if kept else rest


QUERY = _query()
ARTICLE_BODY: dict[str, Any] = {
    "required": True,
    "description": (
        "JSON with exactly one of `text`, `html` and `url`; or the article itself, its kind told "
        "by the Content-Type and its options by the query."
    ),
    "content": {
        "application/json": {"schema": _of(BriefRequest)},
        # Bytes, which OpenAPI 3.1 describes by not describing them.
        "text/plain": {"schema": {}},
        "text/html": {"schema": {}},
        "application/pdf": {"schema": {}},
    },
}
BATCH_BODY = {"required": True, "content": {"application/json": {"schema": _of(BatchRequest)}}}
SUMMARIZATION_BODY: dict[str, Any] = {
    "required": True,
    "content": {"application/json": {"schema": _of(SummarizationRequest)}},
}
BRIEF_ANSWER: dict[str, Any] = {
    "description": "The brief, as JSON or as Markdown",
    "content": {
        "application/json": {"schema": _of(Brief)},
        "text/markdown": {"schema": {"type": "string"}},
    },
    "headers": {
        "ETag": {"schema": {"type": "string"}, "description": "send it as If-None-Match"},
        "X-Cache": {"schema": {"enum": ["hit", "miss"]}, "description": "made before, or now"},
    },
}
JOB_HEADERS = {
    "Location": {"schema": {"type": "string"}, "description": "where the job is"},
    "Idempotent-Replayed": {"schema": {"enum": ["true"]}, "description": "sent before"},
}
HANDED_OVER: dict[str, Any] = {
    "description": "It takes longer than this server's time for one answer; it is now a job",
    "content": {"application/json": {"schema": _of(JobAnswer)}},
    "headers": JOB_HEADERS,
}
IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "schema": {"type": "string", "pattern": "^[!-~]{1,255}$"},
    "description": "the same key with the same request is the same job",
}


def describe(app: FastAPI) -> None:
    """Make `app` describe itself in full, once it is asked to."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _schema(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _schema(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(
        title="Article briefs",
        version=__version__,
        summary="What happened, who, when; every word traceable to its place in the article.",
        routes=app.routes,
    )
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    asked = [(model, "validation") for model in (BriefRequest, BatchRequest, SummarizationRequest)]
    _, extra = models_json_schema(
        [*asked, (Problem, "serialization")],  # type: ignore[list-item]
        ref_template=SCHEMAS + "{model}",
    )
    schemas.update(extra["$defs"])
    # A member of a batch that makes no sense gets its own problem; it doesn't spoil the batch.
    schemas["BatchRequest"]["properties"]["articles"]["items"] = {"anyOf": [_of(BriefRequest), {}]}
    _drop_fastapis_own(document)
    parts = app.state.parts
    if parts.key_digests or parts.gateway_keys:
        _ask_for_keys(document, bearer=not parts.gateway_keys)
    _add_examples(document)
    return document


def _ask_for_keys(document: dict[str, Any], *, bearer: bool) -> None:
    """Where keys are set, all but the states of the server is for those who have one."""
    schemes = {"key": {"type": "apiKey", "in": "header", "name": "X-API-Key"}}
    if bearer:
        schemes = {"bearer": {"type": "http", "scheme": "bearer"}, **schemes}
    document["components"]["securitySchemes"] = schemes
    for path, operations in document["paths"].items():
        for operation in operations.values():
            operation["security"] = [] if path in OPEN else [{name: []} for name in schemes]


def _drop_fastapis_own(document: dict[str, Any]) -> None:
    """Its shape of a validation error: ours are problems."""
    for name in ("HTTPValidationError", "ValidationError"):
        document["components"]["schemas"].pop(name, None)
    for path in document["paths"].values():
        for operation in path.values():
            if "HTTPValidationError" in str(operation["responses"].get("422")):
                del operation["responses"]["422"]


def _add_examples(document: dict[str, Any]) -> None:
    """A real request and the real answer to it."""
    request, brief = example("request"), example("brief")
    text = request["text"]
    briefs = document["paths"]["/v1/briefs"]["post"]
    jobs = document["paths"]["/v1/jobs"]["post"]
    for body in (briefs["requestBody"]["content"], jobs["requestBody"]["content"]):
        body["application/json"]["example"] = request
        body["text/plain"]["example"] = text
        body["text/html"]["example"] = f"<html><body><article><p>{text}</p></article></body></html>"
    briefs["responses"]["200"]["content"]["application/json"]["example"] = brief
    batch = document["paths"]["/v1/briefs/batch"]["post"]
    _json(batch["requestBody"])["example"] = {"articles": [request]}
    _json(batch["responses"]["200"])["example"] = {"results": [{"brief": brief}]}
    task = document["paths"]["/summarization"]["post"]
    _json(task["requestBody"])["example"] = {"inputs": text, "parameters": {}}


def _json(part: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = part["content"]["application/json"]
    return found


def example(name: str) -> dict[str, Any]:
    """A file of `examples/`."""
    found: dict[str, Any] = json.loads(
        files("service.http").joinpath("examples", f"{name}.json").read_text(encoding="utf-8")
    )
    return found
