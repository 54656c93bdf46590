import re

import pytest

from service.encoding.labels import LABELS, OUTSIDE, begin, inside
from training.entities import TaggedSentence
from training.wire import WireDesk, collect_names
from training.wire_grammar import FILLERS, KINDS, PATTERNS

NAMES = {
    "city": ["Lorvan", "Port Anselm"],
    "country": ["Skarra"],
    "nationality": ["Skarran"],
    "first_name": ["Ada"],
    "surname": ["Orlan"],
}


def marked(sentence):
    """The names of a sentence in order, as [text, kind]."""
    names = []
    for word, allowed in zip(sentence.words, sentence.allowed, strict=True):
        border, _, kind = (
            ("O", "", "") if OUTSIDE in allowed else LABELS[min(allowed)].partition("-")
        )
        if border == "B":
            names.append([word, kind])
        elif border == "I":
            names[-1][0] += f" {word}"
    return names


@pytest.fixture(scope="module")
def sentences():
    return list(WireDesk(NAMES, seed=1).write(600))


def test_the_same_seed_writes_the_same(sentences):
    assert sentences == list(WireDesk(NAMES, seed=1).write(600))
    assert sentences != list(WireDesk(NAMES, seed=2).write(600))


def test_no_slot_stays_open(sentences):
    assert not [s.words for s in sentences if any("{" in word for word in s.words)]


def test_every_name_begins_before_it_goes_on(sentences):
    for sentence in sentences:
        before = ""
        for allowed in sentence.allowed:
            label = "O" if OUTSIDE in allowed else LABELS[min(allowed)]
            if label.startswith("I-"):
                assert before in (label, f"B-{label[2:]}")
            before = label


def test_a_place_that_plays_is_a_team_and_one_that_is_played_in_is_not(sentences):
    played_in = [marked(s) for s in sentences if s.words[0] == "In" and "," in s.words]
    assert played_in
    assert {names[0][1] for names in played_in} == {"place"}
    assert {kind for names in played_in for _, kind in names[1:]} <= {"person", "organization"}
    fixtures = [marked(s) for s in sentences if {"AT", "at", "v", "vs"} & set(s.words[1:-1])]
    assert [kind for names in fixtures for _, kind in names].count("organization") > len(fixtures)


def test_fillers_are_collected_from_what_is_marked():
    kind = {"person": "Ada Orlan", "place": "Port Anselm"}
    found = [
        TaggedSentence(
            name.split(), [frozenset({begin(k)}), *[frozenset({inside(k)})] * name.count(" ")]
        )
        for k, name in kind.items()
    ]
    names = collect_names(found)
    assert (names["city"], names["first_name"], names["surname"]) == (
        ["Port Anselm"],
        ["Ada"],
        ["Orlan"],
    )
    assert {"Canada", "U.S."} <= set(names["country"])
    assert "Canadian" in names["nationality"]


def test_the_grammar_names_only_what_there_is():
    slots = {
        slot.strip("{}").lower()
        for text in [*PATTERNS, *(choice for choices in FILLERS.values() for choice in choices)]
        for slot in re.findall(r"\{\w+\}", text)
    }
    assert {s for s in slots if set(s) != {"n"}} <= set(FILLERS) | set(NAMES)
    assert set(KINDS) <= set(FILLERS) | set(NAMES)
