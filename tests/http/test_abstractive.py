"""Abstractive briefs over HTTP."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes import FakeRewriter, FakeRewriters, fake_models

WRITTEN = "A ferry carrying 312 passengers ran aground off Port Anselm."


@pytest.fixture
def ask(serve, article):
    models = replace(fake_models(), rewriters=FakeRewriters(FakeRewriter(WRITTEN)))
    client = serve(desk={"models": lambda: models})

    def post(**summary):
        asked = {"text": article, "summary": {"mode": "abstractive", **summary}}
        return client.post("/v1/briefs", json=asked)

    return post


def test_a_summary_in_other_words_names_its_writer_and_its_sources(ask, article):
    summary = ask().json()["summary"]
    assert (summary["mode"], summary["model"]["name"]) == ("abstractive", "fake-writer")
    (sentence,) = summary["sentences"]
    assert (sentence["text"], sentence["start"], sentence["end"]) == (WRITTEN, None, None)
    assert sentence["sources"]
    assert all(article[s["start"] : s["end"]] == s["text"] for s in sentence["sources"])


def test_a_writer_that_is_not_here_is_a_422_that_names_those_that_are(ask):
    answer = ask(model="big-bart")
    assert answer.status_code == 422
    assert answer.json()["type"].endswith("unknown-model")
    assert "fake-writer" in answer.json()["detail"]


def test_long_articles_are_selected_from_or_mapped_and_nothing_else(ask):
    assert ask(long="map").status_code == 200
    assert ask(long="cut").status_code == 422
