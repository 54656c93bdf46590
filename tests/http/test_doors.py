"""The doors beside the briefs: states, models, the page, metrics; other sites stay out."""

from __future__ import annotations

import re

from service.errors import ModelCorrupt
from service.http.problems import TYPE


def no_models():
    raise ModelCorrupt("tokens.onnx is not the file that was pinned")


def test_a_server_without_its_model_lives_but_is_not_ready(serve, article):
    client = serve(desk={"models": no_models})
    assert client.get("/healthz").status_code == 200
    for answer in (client.get("/readyz"), client.post("/v1/briefs", json={"text": article})):
        assert (answer.status_code, answer.json()["type"]) == (503, TYPE + "model-corrupt")


def test_the_models_are_named(client):
    (model,) = client.get("/v1/models").json()["models"]
    assert list(model) == [
        "name", "kind", "version", "sha256", "languages", "licence", "default"
    ]  # fmt: skip


def test_the_page_runs_nothing_but_its_own(client):
    answer = client.get("/")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", answer.text)
    assert " style=" not in answer.text  # the policy would drop it
    assert not re.search(r"\son[a-z]+=", answer.text)


def test_metrics_are_off_unless_they_are_on(client, serve, article):
    assert client.get("/metrics").status_code == 404
    measured = serve(show_metrics=True)
    measured.post("/v1/briefs", json={"text": article})
    measured.get("/v1/jobs/12345")
    text = measured.get("/metrics").text
    assert 'briefs_requests_total{route="/v1/briefs",status="200"} 1' in text
    assert 'briefs_requests_total{route="/v1/jobs/{id}",status="404"} 1' in text
    assert "briefs_articles_total 1" in text
    assert 'briefs_request_seconds_bucket{route="/v1/briefs",le="+Inf"} 1' in text


def test_a_page_of_another_site_may_not_ask_unless_it_is_named(client, serve):
    origin = {"origin": "https://a.example", "access-control-request-method": "POST"}
    assert "access-control-allow-origin" not in client.get("/healthz", headers=origin).headers
    named = serve(cors_origins=("https://a.example",))
    answer = named.options("/v1/briefs", headers=origin)
    assert answer.headers["access-control-allow-origin"] == "https://a.example"
    stranger = named.get("/healthz", headers={"origin": "https://b.example"})
    assert "access-control-allow-origin" not in stranger.headers
