"""What the interface says of itself."""

from __future__ import annotations

import json

import pytest

from service.brief import Brief, prove
from service.http.openapi import example


@pytest.fixture
def document(client):
    return client.get("/openapi.json").json()


def test_the_example_is_a_real_answer_to_a_real_request(client):
    request, brief = example("request"), example("brief")
    answer = client.post("/v1/briefs", json=request)
    assert answer.status_code == 200
    assert answer.json().keys() == brief.keys()
    proved = prove(Brief.model_validate(brief), request["text"])
    assert proved.article.title == request["title"]


def test_every_route_of_the_contract_is_described(document):
    assert {(path, *methods) for path, methods in document["paths"].items()} == {
        ("/v1/briefs", "post"),
        ("/v1/briefs/batch", "post"),
        ("/v1/jobs", "post"),
        ("/v1/jobs/{id}", "get"),
        ("/summarization", "post"),
        ("/v1/models", "get"),
        ("/healthz", "get"),
        ("/readyz", "get"),
    }


def test_every_reference_leads_somewhere(document):
    def references(part):
        if isinstance(part, dict):
            if "$ref" in part:
                yield part["$ref"]
            part = part.values()
        elif not isinstance(part, list):
            return
        for inner in part:
            yield from references(inner)

    schemas = document["components"]["schemas"]
    found = {reference.rpartition("/")[2] for reference in references(document)}
    assert found <= schemas.keys()
    assert "HTTPValidationError" not in json.dumps(document)


def test_the_examples_are_where_the_page_shows_them(document):
    brief = document["paths"]["/v1/briefs"]["post"]
    assert brief["requestBody"]["content"]["application/json"]["example"] == example("request")
    assert brief["responses"]["200"]["content"]["application/json"]["example"] == example("brief")


def test_a_raw_body_s_options_are_parameters(document):
    names = [
        parameter["name"] for parameter in document["paths"]["/v1/briefs"]["post"]["parameters"]
    ]
    assert names == [
        "title", "published", "mode", "sentences", "words", "model", "long", "max_actors",
        "offsets", "include_text",
    ]  # fmt: skip
