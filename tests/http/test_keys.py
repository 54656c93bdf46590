"""Who may ask."""

from __future__ import annotations

import hashlib

import pytest

KEY = "correct-horse"
DIGEST = hashlib.sha256(KEY.encode()).hexdigest()
CLOSED = ["/v1/models", "/v1/jobs/1", "/metrics", "/nowhere"]
OPEN = ["/", "/docs", "/openapi.json", "/healthz", "/readyz"]


@pytest.fixture
def guarded(serve):
    return serve(key_digests=(DIGEST.upper(),), show_metrics=True)


@pytest.mark.parametrize("path", CLOSED)
def test_without_a_key_nobody_gets_in(guarded, path):
    answer = guarded.get(path)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", OPEN)
def test_some_doors_are_open(guarded, path):
    assert guarded.get(path).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [{"authorization": f"Bearer {KEY}"}, {"authorization": f"bearer {KEY}"}, {"x-api-key": KEY}],
)
def test_a_key_opens(guarded, headers):
    assert guarded.get("/v1/models", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"authorization": "Bearer "},
        {"authorization": f"Basic {KEY}"},
        {"authorization": KEY},
        {"x-api-key": DIGEST},
        {"x-api-key": KEY.upper()},
        {"x-api-key": b"\xff\xfe"},
    ],
)
def test_what_is_no_key_doesn_t(guarded, headers):
    assert guarded.get("/v1/models", headers=headers).status_code == 401


def test_without_keys_everybody_gets_in(client):
    assert client.get("/v1/models").status_code == 200
