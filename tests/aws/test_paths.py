"""Below a stage, or a path that a domain is mapped under: the page and its links lead back."""

from __future__ import annotations

import copy
import json
import re
from urllib.parse import urljoin, urlsplit

import pytest

from service.aws.settings import CloudSettings
from service.aws.wiring import lambda_app
from tests.aws.contexts import context
from tests.aws.test_handler import EVENTS, header

# Whence a REST API is asked: what its address has before the service's own paths.
ROOTS = ("/prod", "", "/news", "/v1")


@pytest.fixture(scope="module")
def handler():
    from service.aws.handler import handler

    return handler


def rest(path, resource, *, root, method="GET", body=None, **parameters):
    """An event of a REST API whose paths begin with `root`: of its stage, or as it is mapped."""
    event = copy.deepcopy(EVENTS["apigateway_rest"])
    mapped = "" if root == "/prod" else root  # a stage isn't in the event's own path
    event |= {"path": mapped + path, "resource": resource, "httpMethod": method, "body": body}
    event["pathParameters"] = parameters or None
    event["requestContext"] |= {"path": root + path, "resourcePath": resource}
    return event


@pytest.mark.parametrize("root", ROOTS)
def test_what_the_page_asks_for_leads_back_to_the_service(handler, root):
    page = handler(rest("/", "/", root=root), context())
    base = re.search(r'<base href="([^"]*)">', page["body"])[1]
    assert base == root + "/"
    assert "base-uri 'self'" in header(page, "content-security-policy")
    asked = {*re.findall(r'fetch\("([^"]+)"', page["body"]), "docs"}
    assert asked == {"v1/models", "openapi.json", "docs"}
    for reference in asked:
        # With and without a slash at the end, a stage is the same page.
        for address in (f"https://a.example{root}", f"https://a.example{root}/"):
            path = urlsplit(urljoin(urljoin(address, base), reference)).path.removeprefix(root)
            answer = handler(rest(path, path, root=root), context())
            assert answer["statusCode"] == 200, path


@pytest.mark.parametrize("root", ROOTS)
def test_the_interface_s_page_finds_its_parts_and_where_to_ask(handler, root):
    page = handler(rest("/docs", "/docs", root=root), context())["body"]
    for reference in re.findall(r'(?:src|href)="(docs/[^"]+)"', page):
        path = urlsplit(urljoin(f"https://a.example{root}/docs", reference)).path
        name = path.rpartition("/")[2]
        event = rest(f"/docs/assets/{name}", "/docs/assets/{file}", root=root, file=name)
        assert event["requestContext"]["path"] == path
        answer = handler(event, context())
        assert (answer["statusCode"], answer["isBase64Encoded"]) == (200, False), path
    document = json.loads(
        handler(rest("/openapi.json", "/openapi.json", root=root), context())["body"]
    )
    assert document.get("servers", [{"url": ""}])[0]["url"] == root


def test_a_stage_of_an_http_api_stands_before_its_paths(handler):
    event = copy.deepcopy(EVENTS["apigateway_http"])
    event["rawPath"] = event["requestContext"]["http"]["path"] = "/prod/v1/briefs"
    event["requestContext"]["stage"] = "prod"
    assert handler(event, context())["statusCode"] == 200


def test_the_interface_says_which_key_the_gateway_asks_for():
    from service.aws.observe import Observer

    settings = CloudSettings(gateway_keys=True)
    app = lambda_app(settings, Observer("briefs-api"))._app.openapi()
    assert list(app["components"]["securitySchemes"]) == ["key"]
    assert app["paths"]["/v1/briefs"]["post"]["security"] == [{"key": []}]
    assert app["paths"]["/healthz"]["get"]["security"] == []
