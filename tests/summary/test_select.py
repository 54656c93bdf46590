import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.encoding.encoding import Encoding
from service.encoding.labels import LABELS
from service.encoding.tokens import Tokens
from service.errors import InvalidRequest
from service.options import SummaryOptions
from service.summary import select_sentences
from service.text.sentences import split_sentences

ARTICLE = (
    "The harbour of Port Anselm was closed on Monday after a ferry ran aground. "
    "Why now? "
    "Divers found a hole as long as a bus in the hull of the vessel. "
    "After a ferry ran aground in the harbour, the mayor closed three beaches. "
    "and so on and so forth for many words. "
    "Nobody was hurt, the coast guard of the island said in the evening."
)


def encode(text, salience):
    """An encoding that finds each sentence as salient as told."""
    sentences = split_sentences(text)
    n = len(sentences)
    no_tokens = np.zeros(0, np.int64)
    return Encoding(
        sentences,
        Tokens(*[no_tokens] * 5, np.zeros(n + 1, np.int64)),
        np.array(salience, np.float32),
        np.zeros((n, 2), np.float32),
        np.zeros((0, len(LABELS)), np.float32),
    )


def summarize(salience, **options):
    encoding = encode(ARTICLE, salience)
    chosen = select_sentences(ARTICLE, encoding, SummaryOptions(**options))
    return [encoding.sentences.index(choice.span) for choice in chosen]


def test_the_most_salient_come_in_the_articles_order():
    text = (
        "A storm reached Port Anselm before dawn. Nobody was hurt when roofs fell. "
        "Divers will search both wrecks tomorrow. Schools stay closed until Friday."
    )
    chosen = select_sentences(text, encode(text, [0, 0.9, 0, 0.9]), SummaryOptions(sentences=2))
    assert [choice.span.of(text)[:6] for choice in chosen] == ["Nobody", "School"]


def test_of_two_that_say_the_same_one_is_taken():
    assert summarize([0.5, 0, 0.4, 0.5, 0, 0.4], sentences=2) in ([0, 2], [0, 5], [2, 3], [3, 5])


def test_fragments_and_asides_are_passed_over():
    chosen = summarize([0.1, 0.9, 0.2, 0, 0.9, 0.3], sentences=3)
    assert len(chosen) == 3
    assert not {1, 4} & set(chosen)


def test_words_are_a_ceiling():
    assert summarize([0.9, 0, 0.9, 0, 0, 0.9], sentences=3, words=27) in ([0, 5], [2, 5])


def test_too_few_words_for_any_sentence_says_how_many_are_needed():
    with pytest.raises(InvalidRequest) as caught:
        summarize([0.9, 0, 0.8, 0, 0, 0.7], words=4)
    assert (caught.value.field, caught.value.limit, caught.value.actual) == ("summary.words", 13, 4)


def test_an_article_of_fragments_still_gets_a_summary():
    text = "no capital here\n\nnor here"
    encoding = encode(text, [0.3] * len(split_sentences(text)))
    assert select_sentences(text, encoding, SummaryOptions())


@given(
    st.lists(st.floats(0, 1, width=32), min_size=6, max_size=6),
    st.integers(1, 20),
    st.none() | st.integers(14, 80),
)
def test_a_summary_keeps_to_what_was_asked(salience, sentences, words):
    chosen = summarize(salience, sentences=sentences, words=words)
    assert chosen == sorted(set(chosen))
    assert 1 <= len(chosen) <= sentences
    spoken = sum(len(split_sentences(ARTICLE)[i].of(ARTICLE).split()) for i in chosen)
    assert words is None or spoken <= words
