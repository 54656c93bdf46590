"""The Lambda function, given what AWS gives it."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path

import pytest

from service.brief import Brief
from tests.aws.contexts import context

EVENTS = {
    file.stem: json.loads(file.read_text())
    for file in (Path(__file__).parents[1] / "events").glob("*.json")
}
JSON_EVENTS = ["apigateway_rest", "function_url", "load_balancer"]


@pytest.fixture(scope="module")
def handler():
    from service.aws.handler import handler

    return handler


@pytest.fixture
def event():
    return lambda name: copy.deepcopy(EVENTS[name])


def header(answer, name):
    several = answer.get("multiValueHeaders") or {}
    headers = answer.get("headers") or {k: values[0] for k, values in several.items()}
    return {k.lower(): v for k, v in headers.items()}.get(name)


@pytest.mark.parametrize("name", sorted(EVENTS))
def test_every_kind_of_event_gets_its_brief(handler, event, name):
    answer = handler(event(name), context())
    assert answer["statusCode"] == 200
    assert not answer.get("isBase64Encoded")
    assert header(answer, "x-cache") in ("hit", "miss")
    if name == "function_url":  # it asks for Markdown
        assert answer["body"].startswith("# ")
    else:
        assert len(Brief.model_validate_json(answer["body"]).summary.sentences) == 1


@pytest.mark.parametrize("name", JSON_EVENTS)
@pytest.mark.parametrize(("body", "status"), [("{", 400), ('{"text": ""}', 422)])
def test_a_problem_is_readable_text(handler, event, name, body, status):
    answer = handler(event(name) | {"body": body}, context())
    assert answer["statusCode"] == status
    assert not answer.get("isBase64Encoded")
    assert header(answer, "content-type") == "application/problem+json"
    assert json.loads(answer["body"])["status"] == status


def test_the_other_doors_are_open(handler, event):
    http = event("apigateway_http") | {"rawQueryString": "", "body": None, "isBase64Encoded": False}
    for path, status in {
        "/healthz": 200, "/readyz": 200, "/v1/models": 200, "/": 200, "/nowhere": 404,
        "/v1/jobs/1": 503,
    }.items():  # fmt: skip
        http["rawPath"] = path
        http["requestContext"]["http"] |= {"method": "GET", "path": path}
        assert handler(http, context())["statusCode"] == status, path


def test_no_url_is_fetched_from_inside_the_cloud(handler, event):
    rest = event("apigateway_rest") | {"body": '{"url": "https://news.example/"}'}
    answer = handler(rest, context())
    assert (answer["statusCode"], json.loads(answer["body"])["field"]) == (422, "url")


def test_a_body_of_six_megabytes_is_a_problem(handler, event):
    answer = handler(event("apigateway_rest") | {"body": "x" * 6_000_000}, context())
    assert (answer["statusCode"], json.loads(answer["body"])["limit"]) == (413, 5_000_000)


def test_the_second_event_of_an_environment_finds_everything_set_up(handler, event):
    """Lifespan is off: nothing starts or stops around an invocation, and the cache stays."""
    bodies = [handler(event("apigateway_rest"), context()) for _ in range(2)]
    assert bodies[0]["body"] == bodies[1]["body"]
    assert header(bodies[1], "x-cache") == "hit"


def test_the_function_imports_nothing_that_only_other_doors_need():
    heavy = ["typer", "rich", "uvicorn", "trafilatura", "pypdf", "httpcore2", "boto3"]
    program = f"import sys, service.aws.handler; print([m for m in {heavy} if m in sys.modules])"
    called = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert called.stdout == "[]\n"
