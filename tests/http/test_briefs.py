"""`POST /v1/briefs`: what is asked, what is answered."""

from __future__ import annotations

import hashlib
import json

import pytest

from service.brief import Brief, prove
from tests.fakes import BrokenEncoder

TEXT = {"content-type": "text/plain"}


def ask(client, article, **more):
    return client.post("/v1/briefs", json={"text": article, **more})


def test_a_text_gets_a_brief_of_quotes(client, article):
    answer = ask(client, article)
    assert answer.status_code == 200
    brief = prove(Brief.model_validate_json(answer.content), article)
    assert len(brief.summary.sentences) == 3
    assert brief.article.text is None  # it is what was sent
    assert brief.article.characters == brief.article.characters_read == len(article)


def test_the_same_request_gets_the_same_bytes_made_or_remembered(client, article):
    first, second = ask(client, article), ask(client, article)
    assert (first.headers["x-cache"], second.headers["x-cache"]) == ("miss", "hit")
    assert first.content == second.content
    assert first.headers["etag"] == second.headers["etag"]


@pytest.mark.parametrize(
    "change",
    [
        {"published": "2020-02-02"},
        {"title": "Another"},
        {"max_actors": 1},
        {"include_text": True},
        {"offsets": "utf16"},
        {"summary": {"sentences": 1}},
    ],
)
def test_another_question_is_not_answered_from_the_cache(client, article, change):
    ask(client, article)
    assert ask(client, article, **change).headers["x-cache"] == "miss"


def test_a_date_that_is_given_and_one_that_is_found_are_different_answers(client, article):
    found = ask(client, article).json()["article"]
    given = ask(client, article, published=found["published"]).json()["article"]
    assert (found["published_basis"], given["published_basis"]) == ("text", "given")


def test_who_has_the_brief_already_is_told_so(client, article):
    etag = ask(client, article).headers["etag"]
    again = client.post("/v1/briefs", json={"text": article}, headers={"if-none-match": etag})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == etag


def test_markdown_is_there_for_those_who_ask(client, article):
    answer = client.post("/v1/briefs", json={"text": article}, headers={"accept": "text/markdown"})
    assert answer.headers["content-type"] == "text/markdown; charset=utf-8"
    assert answer.text.startswith("# Ferry runs aground")
    assert answer.headers["etag"] != ask(client, article).headers["etag"]


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", "application/json"),
        ("text/markdown;q=0.4, application/json;q=0.5", "application/json"),
        ("text/markdown, */*;q=0.1", "text/markdown; charset=utf-8"),
        ("text/*", "text/markdown; charset=utf-8"),
        ("image/png", "application/json"),
        ("text/markdown;q=nonsense, application/json;q=0.2", "text/markdown; charset=utf-8"),
    ],
)
def test_the_accept_header_is_weighed(client, article, accept, kind):
    answer = client.post("/v1/briefs", json={"text": article}, headers={"accept": accept})
    assert answer.headers["content-type"] == kind


def test_an_article_as_the_body_takes_its_options_from_the_query(client, article):
    raw = client.post(
        "/v1/briefs?sentences=2&published=2024-03-13&max_actors=1&include_text=true",
        content=article.encode(),
        headers=TEXT,
    ).json()
    same = ask(
        client,
        article,
        summary={"sentences": 2},
        published="2024-03-13",
        max_actors=1,
        include_text=True,
    ).json()
    assert raw == same
    assert len(raw["summary"]["sentences"]) == 2


def test_html_is_answered_with_the_text_that_was_found_in_it(client):
    page = b"<html><body><article><p>%s</p></article></body></html>" % (
        b"The harbour master, Ruth Adler, said on Tuesday that the captain of the ferry had "
        b"reported a failed rudder. Nobody was hurt, and everyone was brought ashore. " * 4
    )
    answer = client.post("/v1/briefs", content=page, headers={"content-type": "text/html"})
    brief = Brief.model_validate_json(answer.content)
    assert brief.article.text
    assert prove(brief, brief.article.text)


def test_a_url_is_fetched_and_named(client):
    brief = client.post("/v1/briefs", json={"url": "https://news.example/ferry"}).json()
    assert brief["article"]["url"] == "https://news.example/ferry"
    assert "Ruth Adler" in brief["article"]["text"]


def test_a_url_is_not_fetched_where_that_is_off(serve):
    answer = serve(desk={"fetcher": None}).post("/v1/briefs", json={"url": "https://x.example/"})
    assert (answer.status_code, answer.json()["field"]) == (422, "url")


def slices(text: str, unit: str):
    encoded = {"codepoint": text, "utf16": text.encode("utf-16-le"), "utf8": text.encode()}[unit]
    width = 2 if unit == "utf16" else 1

    def cut(place):
        piece = encoded[place["start"] * width : place["end"] * width]
        return (
            piece if isinstance(piece, str) else piece.decode("utf-16-le" if width == 2 else unit)
        )

    return cut


@pytest.mark.parametrize("unit", ["codepoint", "utf16", "utf8"])
def test_places_count_in_the_unit_that_was_asked_for(client, article, unit):
    text = article.replace("ferry", "🛳️ fërry")
    brief = ask(client, text, offsets=unit).json()
    cut = slices(text, unit)
    quotes = [
        *brief["summary"]["sentences"],
        *brief["dates"],
        *(mention for actor in brief["actors"] for mention in actor["mentions"]),
        *(entry["sentence"] for entry in brief["timeline"]),
    ]
    assert len(quotes) > 5
    assert [cut(quote) for quote in quotes] == [quote["text"] for quote in quotes]


def test_a_request_id_comes_back_if_it_can_stand_in_a_log(client):
    sent = client.get("/healthz", headers={"x-request-id": "trace-1.2:3"})
    assert sent.headers["x-request-id"] == "trace-1.2:3"
    odd = client.get("/healthz", headers={"x-request-id": 'a "b" {c}'})
    assert len(odd.headers["x-request-id"]) == 32


def test_server_timing_names_the_stages(client, article):
    stages = ask(client, article).headers["server-timing"]
    assert [part.split(";")[0] for part in stages.split(", ")] == [
        "read",
        "cache",
        "sentences",
        "encode",
        "actors",
        "dates",
        "summary",
        "compose",
        "total",
    ]


def test_the_log_has_one_line_a_request_and_no_word_of_the_article(client, article, caplog):
    caplog.set_level("INFO")
    ask(client, article)
    (line,) = [record.message for record in caplog.records if record.name == "service.access"]
    logged = json.loads(line)
    assert (logged["route"], logged["status"], logged["articles"]) == ("/v1/briefs", 200, 1)
    assert logged["words"] > 300
    assert set(logged["stages_ms"]) >= {"read", "encode"}
    assert logged["model"] == "fake@1"
    assert "Anselm" not in caplog.text


def test_a_bug_is_a_problem_with_an_id_and_keeps_the_article_to_itself(
    serve, parts, article, caplog
):
    caplog.set_level("INFO")
    broken = type(parts.desk.models())(BrokenEncoder(), parts.desk.models().name)
    answer = ask(serve(desk={"models": lambda: broken}), article)
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-request-id"] in answer.json()["detail"]
    assert "RuntimeError" in caplog.text
    assert "Anselm" not in answer.text + caplog.text


def test_the_id_is_the_question_s(client, article):
    ids = {ask(client, article, max_actors=n).json()["id"] for n in (1, 1, 2)}
    assert len(ids) == 2
    assert all(len(id) == 32 and int(id, 16) >= 0 for id in ids)


def test_an_etag_is_of_the_bytes(client, article):
    answer = ask(client, article)
    assert answer.headers["etag"] == f'"{hashlib.sha256(answer.content).hexdigest()[:32]}"'
