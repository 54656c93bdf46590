"""`POST /v1/briefs/batch`: several at once, each on its own."""

from __future__ import annotations

from service.http.problems import TYPE


def post(client, articles):
    return client.post("/v1/briefs/batch", json={"articles": articles})


def test_each_article_gets_its_own_result_in_order(client, article):
    answer = post(client, [{"text": article}, {"text": ""}, {"nope": 1}, 7, {"text": article}])
    assert answer.status_code == 200
    results = answer.json()["results"]
    assert [list(result) for result in results] == [
        ["brief"], ["problem"], ["problem"], ["problem"], ["brief"]
    ]  # fmt: skip
    kinds = [result["problem"]["type"].removeprefix(TYPE) for result in results[1:4]]
    assert kinds == ["empty-article", "invalid-request", "invalid-request"]


def test_a_brief_is_the_same_alone_and_in_a_batch(client, article):
    request = {"text": article, "published": "2024-03-13", "summary": {"sentences": 2}}
    (result,) = post(client, [request]).json()["results"]
    assert result["brief"] == client.post("/v1/briefs", json=request).json()


def test_a_batch_has_a_limit_which_is_told(client):
    answer = post(client, [{"text": ""}] * 26)
    assert answer.status_code == 422
    assert (answer.json()["limit"], answer.json()["actual"]) == (25, 26)


def test_an_empty_batch_makes_no_sense(client):
    assert post(client, []).status_code == 422


def test_a_batch_is_json(client):
    answer = client.post(
        "/v1/briefs/batch", content=b'{"articles":[{"text":""}]}',
        headers={"content-type": "text/plain"},
    )  # fmt: skip
    assert answer.status_code == 415
