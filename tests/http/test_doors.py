"""The doors beside the briefs: states, models, the page, metrics; other sites stay out."""

from __future__ import annotations

import re

import pytest

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
        "name", "kind", "version", "sha256", "languages", "licence", "default", "runtime", "bytes"
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


@pytest.mark.parametrize("path", ["/", "/docs", "/healthz", "/readyz", "/v1/models"])
def test_a_head_is_answered_as_a_get_without_the_body(client, path):
    got, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == got.headers["content-length"]


def test_the_page_about_the_interface_needs_no_other_server(client):
    answer = client.get("/docs")
    assert "//" not in re.sub(r"<!--.*?-->", "", answer.text)
    for asset in re.findall(r'(?:src|href)="(docs/[^"]+)"', answer.text):
        assert client.get(f"/{asset}").status_code == 200
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def post(client, article, **headers):
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post("/v1/briefs", json={"text": article}, headers=headers).status_code


def test_a_page_of_another_site_can_t_make_a_browser_ask(client, serve, article):
    own, other = "http://testserver", "https://evil.example"
    assert post(client, article) == 200
    assert post(client, article, origin=own) == 200
    assert post(client, article, origin=own, sec_fetch_site="same-origin") == 200
    assert post(client, article, origin=other) == 403
    assert post(client, article, origin=other, sec_fetch_site="cross-site") == 403
    assert post(client, article, origin="http://testserver:81", sec_fetch_site="same-site") == 403
    assert post(client, article, origin="null") == 403
    named = serve(cors_origins=(other,))
    assert post(named, article, origin=other, sec_fetch_site="cross-site") == 200


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200), ("LOCALHOST:8000", 200), ("127.0.0.1:1", 200), ("[::1]:8000", 200),
        ("rebind.example", 403), ("rebind.example:8000", 403), ("localhost.rebind.example", 403),
        ("[::1", 403), ("", 403),
    ],
)  # fmt: skip
def test_a_name_that_was_turned_on_this_machine_is_not_its_own(serve, host, status):
    client = serve(hosts=("localhost", "127.0.0.1", "::1"))
    assert client.get("/healthz", headers={"host": host}).status_code == status
