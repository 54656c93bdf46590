"""`POST /summarization`: what clients of the removed pipeline send and expect."""

from __future__ import annotations

import pytest


def post(client, inputs, **parameters):
    return client.post("/summarization", json={"inputs": inputs, "parameters": parameters})


def test_a_text_gets_a_list_with_its_summary(client, article):
    (item,) = post(client, article).json()
    brief = client.post("/v1/briefs", json={"text": article}).json()
    assert item == {
        "summary_text": brief["summary"]["text"],
        "actors": brief["actors"],
        "dates": brief["dates"],
    }


def test_several_texts_get_as_many_summaries(client, article):
    items = post(client, [article, article]).json()
    assert len(items) == 2
    assert items[0] == items[1]


@pytest.mark.parametrize("name", ["max_length", "max_new_tokens"])
def test_a_length_in_tokens_is_a_ceiling_in_words(client, article, name):
    (item,) = post(client, article, generate_parameters={name: 60}).json()
    assert 0 < len(item["summary_text"].split()) <= 45


def test_what_only_a_generating_model_heeds_is_accepted(client, article):
    parameters = {"truncation": "longest_first", "generate_parameters": {"num_beams": 4}}
    assert post(client, article, **parameters).json() == post(client, article).json()


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"{", 400), (b"{}", 422), (b'{"inputs": []}', 422), (b'{"inputs": ""}', 422)],
)
def test_what_can_t_be_summarised_is_a_problem(client, body, status):
    answer = client.post(
        "/summarization", content=body, headers={"content-type": "application/json"}
    )
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
