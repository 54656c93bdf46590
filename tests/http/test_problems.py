"""What goes wrong, and what is said about it."""

from __future__ import annotations

import json

import pytest

from service import errors
from service.http.problems import KINDS, TYPE

JSON = {"content-type": "application/json"}
TEXT = {"content-type": "text/plain"}

# what is sent → (status, end of the type, field)
BAD = {
    "nothing": (b"", JSON, 400, "malformed-request", None),
    "half a request": (b'{"text": "', JSON, 400, "malformed-request", None),
    "not UTF-8": (b'{"text": "\xff"}', JSON, 400, "malformed-request", None),
    "half a surrogate pair": (rb'{"text": "\ud800"}', JSON, 400, "malformed-request", None),
    "a deep nest": (b"[" * 100_000, JSON, 400, "malformed-request", None),
    "not an object": (b"[]", JSON, 422, "invalid-request", None),
    "no article": (b"{}", JSON, 422, "invalid-request", None),
    "two articles": (b'{"text": "a", "html": "b"}', JSON, 422, "invalid-request", None),
    "an unknown field": (b'{"text": "a", "txet": 1}', JSON, 422, "invalid-request", "txet"),
    "a million members": (
        b'{"inputs": [' + b"1," * 10**6 + b"1]}", JSON, 422, "invalid-request", None
    ),
    "a number as text": (b'{"text": 1}', JSON, 422, "invalid-request", "text"),
    "a date that is none": (
        b'{"text": "a", "published": "2019-02-30"}', JSON, 422, "invalid-request", "published"
    ),
    "seconds since 1970": (
        b'{"text": "a", "published": "1548288000"}', JSON, 422, "invalid-request", "published"
    ),
    "a year without newspapers": (
        b'{"text": "a", "published": "0001-01-01"}', JSON, 422, "invalid-request", "published"
    ),
    "too many sentences": (
        b'{"text": "a", "summary": {"sentences": 21}}', JSON, 422, "invalid-request",
        "summary.sentences",
    ),
    "another mode": (
        b'{"text": "a", "summary": {"mode": "poetic"}}', JSON, 422, "invalid-request",
        "summary.mode",
    ),
    "an empty text": (b'{"text": ""}', JSON, 422, "empty-article", "text"),
    "white space": (b'{"text": " \\n\\t "}', JSON, 422, "empty-article", "text"),
    "three words": (b'{"text": "Three little words."}', JSON, 422, "article-too-short", "text"),
    "NULs": (b"\x00" * 1000, TEXT, 422, "not-text", None),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, TEXT, 422, "not-text", None),
    "another charset": ("Fährunglück".encode("latin-1") * 9, TEXT, 422, "not-text", None),
    "an unknown charset": (
        b"a", {"content-type": "text/plain; charset=klingon"}, 415, "unsupported-media-type", None
    ),
    "a codec that is no charset": (
        b"a", {"content-type": "text/plain; charset=unicode_escape"}, 415, "unsupported-media-type",
        None,
    ),
    "no kind": (b"a", {}, 415, "unsupported-media-type", None),
    "another kind": (b"a", {"content-type": "image/png"}, 415, "unsupported-media-type", None),
    "a compressed body": (
        b"a", {**TEXT, "content-encoding": "gzip"}, 415, "unsupported-media-type", None
    ),
    "not a PDF": (
        b"no PDF", {"content-type": "application/pdf"}, 422, "unreadable-document", None
    ),
    "a page without an article": (
        b"<html><body><nav><a href=/>Home</a></nav></body></html>", {"content-type": "text/html"},
        422, "no-article-found", None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_can_t_be_briefed_is_said_to_be_so(client, name):
    body, headers, status, kind, field = BAD[name]
    answer = client.post("/v1/briefs", content=body, headers=headers)
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (status, TYPE + kind)
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    if field:
        assert problem["field"] == field


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("sentences=0", "sentences"),
        ("sentences=3.0", "sentences"),
        ("sentences=", "sentences"),
        ("sentences=9999999999999999999999", "sentences"),
        ("include_text=maybe", "include_text"),
        ("published=gestern", "published"),
        ("nonsense=1", "nonsense"),
        ("sentences=3&sentences=4", "query"),
        ("mode=poetic", "mode"),
    ],
)
def test_a_bad_option_in_the_query_is_named(client, article, query, field):
    answer = client.post(f"/v1/briefs?{query}", content=article.encode(), headers=TEXT)
    assert (answer.status_code, answer.json()["field"]) == (422, field)


def test_options_in_the_query_of_json_are_not_overlooked(client, article):
    answer = client.post("/v1/briefs?sentences=2", json={"text": article})
    assert (answer.status_code, answer.json()["field"]) == (422, "query")


def test_a_mark_that_windows_writes_is_no_mistake(client, article):
    body = b"\xef\xbb\xbf" + json.dumps({"text": article}).encode()
    assert client.post("/v1/briefs", content=body, headers=JSON).status_code == 200


def test_commas_in_a_text_are_not_counted(client, article):
    text = article + ', "quoted, twice\\", ' * 2_000
    assert client.post("/v1/briefs", json={"text": text}).status_code == 200


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ({}, "exactly one of text, html and url is needed, found none of them"),
        ([], "the request must be an object"),
        ({"text": 1}, "text must be a string"),
        ({"text": "a", "summary": {"sentences": 21}}, "summary.sentences must be at most 20"),
        ({"text": "a", "max_actors": 1.5}, "max_actors must be a whole number"),
        ({"text": "a", "txet": "a"}, "txet is not known here"),
        ({"text": "a", "offsets": "byte"}, "offsets must be 'codepoint', 'utf16' or 'utf8'"),
    ],
)
def test_a_mistake_is_told_in_words_that_need_no_python(client, body, detail):
    assert client.post("/v1/briefs", json=body).json()["detail"] == detail


def test_several_mistakes_are_all_named(client):
    problem = client.post("/v1/briefs", json={"text": 1, "title": 2, "nope": 3}).json()
    assert {error["field"] for error in problem["errors"]} == {"text", "title", "nope"}


def test_a_number_over_its_limit_is_told_with_both(client):
    problem = client.post("/v1/briefs", json={"text": "a", "summary": {"sentences": 21}}).json()
    assert (problem["limit"], problem["actual"]) == (20, 21)


def test_a_request_over_the_limit_is_told_with_both(serve):
    client = serve({"body_bytes": 1_000})
    answer = client.post("/v1/briefs", content=b"a" * 1_001, headers=TEXT)
    assert answer.status_code == 413
    assert (answer.json()["limit"], answer.json()["actual"]) == (1_000, 1_001)


def test_an_article_over_the_limit_is_told_with_both(serve, article):
    answer = serve({"characters": 2_000}).post("/v1/briefs", json={"text": article})
    assert (answer.status_code, answer.json()["type"]) == (413, TYPE + "article-too-long")
    assert (answer.json()["limit"], answer.json()["actual"]) == (2_000, len(article))


def test_the_frameworks_own_refusals_are_problems_too(client):
    for answer, status in (
        (client.get("/nowhere"), 404),
        (client.put("/v1/briefs"), 405),
        (client.get("/v1/jobs/nothing"), 404),
    ):
        assert answer.status_code == answer.json()["status"] == status
        assert answer.headers["content-type"] == "application/problem+json"
    assert client.put("/v1/briefs").headers["allow"] == "POST"


def test_every_expected_failure_has_its_line_in_the_table():
    named = {kind for kind in vars(errors).values() if isinstance(kind, type)}
    missing = {kind for kind in named if issubclass(kind, errors.BriefError)} - KINDS.keys()
    assert missing <= {errors.ModelError}  # a branch; its leaves have theirs


def test_no_two_kinds_share_a_type():
    names = [kind.name for kind in KINDS.values()]
    assert len(names) == len(set(names))
