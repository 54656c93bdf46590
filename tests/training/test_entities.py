import gzip
import json

import pytest

from service.encoding.labels import OUTSIDE, begin, inside
from training.entities import CORPORA, Corpus, read_corpus

GMB = CORPORA[0]


@pytest.fixture
def allowed(tmp_path):
    """The allowed labels of words with tags, as a corpus has them."""

    def read(corpus, tagged):
        words, tags = zip(*(pair.split("/") for pair in tagged.split()), strict=True)
        with gzip.open(tmp_path / f"{corpus.file}.jsonl.gz", "wt") as file:
            file.write(json.dumps({"tokens": words, "tags": tags}))
        (sentence,) = read_corpus(tmp_path, corpus)
        return [set(labels) for labels in sentence.allowed]

    return read


def test_titles_are_no_part_of_a_name(allowed):
    assert allowed(GMB, "President/B-PER Ada/I-PER Orlan/I-PER spoke/O") == [
        {OUTSIDE},
        {begin("person")},
        {inside("person")},
        {OUTSIDE},
    ]


def test_what_a_corpus_does_not_mark_stays_open(allowed):
    corpus = Corpus("c", {"PER": ("person",), "MISC": ("group", "other")}, unmarked=("time",))
    on, dutch, drug = allowed(corpus, "Monday/O Dutch/B-MISC aspirin/B-DRUG")
    assert on == {OUTSIDE, begin("time"), inside("time")}
    assert dutch == {begin("group"), begin("other")}
    assert len(drug) == 13  # a tag that nobody mapped says nothing


def test_a_second_name_begins_anew(allowed):
    assert allowed(GMB, "Iraq/B-GEO Iran/B-GEO") == [{begin("place")}, {begin("place")}]
