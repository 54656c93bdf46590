"""`/v1/jobs`: the same work, later."""

from __future__ import annotations

import hashlib

import pytest

from service.http.problems import TYPE
from service.worker import do_job
from tests.fakes import BrokenEncoder


def work(parts):
    """What the worker's thread does, here and now."""
    while (id := parts.jobs.next(wait=0)) is not None:
        job = parts.jobs.start(id)
        assert parts.jobs.finish(id, do_job(job, parts.desk))


def post(client, article, key=None, **more):
    headers = {"idempotency-key": key} if key else {}
    return client.post("/v1/jobs", json={"text": article, **more}, headers=headers)


def test_a_job_is_taken_kept_and_done(client, parts, article):
    answer = post(client, article)
    place = answer.headers["location"]
    assert (answer.status_code, place) == (202, f"/v1/jobs/{answer.json()['id']}")
    waiting = client.get(place).json()
    assert list(waiting) == ["id", "status", "created", "expires"]
    assert waiting["status"] == "queued"
    work(parts)
    done = client.get(place).json()
    assert done["status"] == "succeeded"
    assert done["brief"] == client.post("/v1/briefs", json={"text": article}).json()


def test_a_job_takes_what_a_brief_takes(client, parts, article):
    answer = client.post(
        "/v1/jobs?sentences=1", content=article.encode(), headers={"content-type": "text/plain"}
    )
    work(parts)
    brief = client.get(answer.headers["location"]).json()["brief"]
    assert len(brief["summary"]["sentences"]) == 1


def test_what_makes_no_sense_is_refused_at_once(client, article):
    assert post(client, article, nope=1).status_code == 422
    assert client.post("/v1/jobs", content=b"{").status_code == 415


def test_a_job_that_fails_has_a_problem(client, parts):
    place = post(client, "Three little words.").headers["location"]
    work(parts)
    done = client.get(place).json()
    assert (done["status"], done["problem"]["status"]) == ("failed", 422)
    assert "errors" not in done["problem"]


def test_a_bug_fails_the_job_and_keeps_the_article_to_itself(serve, parts, article, caplog):
    models = parts.desk.models()
    client = serve(desk={"models": lambda: type(models)(BrokenEncoder(), models.name)})
    place = post(client, article).headers["location"]
    job = parts.jobs.start(parts.jobs.next(wait=0))
    parts.jobs.finish(job.id, do_job(job, client.app.state.parts.desk))
    done = client.get(place).json()
    assert done["problem"]["status"] == 500
    assert "Anselm" not in caplog.text + str(done)


def test_the_same_key_with_the_same_request_is_the_same_job(client, article):
    first, again = post(client, article, key="k1"), post(client, article, key="k1")
    assert first.json() == again.json()
    assert again.headers["idempotent-replayed"] == "true"
    assert post(client, article, key="k2").json()["id"] != first.json()["id"]


def test_the_same_key_with_another_request_is_a_mistake(client, article):
    post(client, article, key="k1")
    answer = post(client, article, key="k1", max_actors=1)
    assert (answer.status_code, answer.json()["type"]) == (422, TYPE + "key-reused")


@pytest.mark.parametrize("key", ["k" * 256, "two words", "schlüssel"])
def test_a_key_is_visible_and_short(client, article, key):
    answer = client.post(
        "/v1/jobs", json={"text": article}, headers=[(b"idempotency-key", key.encode())]
    )
    assert (answer.status_code, answer.json()["field"]) == (422, "Idempotency-Key")


def test_a_job_expires(client, article, clock):
    answer = post(client, article, key="k1")
    assert answer.json()["expires"] == "2026-01-01T01:00:00Z"
    clock.advance(hours=1)
    assert client.get(answer.headers["location"]).status_code == 404
    assert post(client, article, key="k1").json()["id"] != answer.json()["id"]


def test_the_queue_has_an_end(client, article):
    answers = [post(client, article) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [202, 202, 202, 429]
    assert (answers[3].json()["limit"], answers[3].headers["retry-after"]) == (3, "1")


def test_a_job_belongs_to_the_key_that_sent_it(serve, article):
    client = serve(key_digests=tuple(hashlib.sha256(k).hexdigest() for k in (b"ann", b"bob")))
    ann, bob = {"x-api-key": "ann"}, {"x-api-key": "bob"}
    key = {"idempotency-key": "1"}
    place = client.post("/v1/jobs", json={"text": article}, headers=ann | key).headers["location"]
    assert client.get(place, headers=ann).status_code == 200
    assert client.get(place, headers=bob).status_code == 404
    other = client.post("/v1/jobs", json={"text": article}, headers=bob | key)
    assert other.headers["location"] != place


def test_a_server_without_jobs_says_so(serve, article):
    client = serve(jobs=None)
    assert post(client, article).status_code == 503
    assert client.get("/v1/jobs/1").json()["type"] == TYPE + "not-offered"
