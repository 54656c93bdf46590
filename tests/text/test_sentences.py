import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.sentences import split_sentences
from service.text.spans import Span

# A passage, its sentences divided by bars.
CORPUS = [
    "He met Jan. 5 at 10 a.m. in Washington, D.C. |He left.",
    'She asked: "Who will pay for the bridge?" the mayor said.',
    '"Where is it?" he asked. |Nobody knew.',
    "Mr. Orlan of St. Brevik lost No. 5. |It cost $3.5 million.",
    '"We won." |She said so!',
    "It opens from June 30-Aug. 23, then closes. |Nobody knew in Dec. |Then it rained.",
    "The show on E! channel ended. |Nobody at Yahoo! was told. |Hurrah! |They left.",
    "The world No 1. player lost to the No. 2. |Then she left.",
    "(ABC)U.S. officials met A.J. Perrin.|He spoke.",
    "J.K. Marlow wrote it. |Acme Inc. printed it.",
]


@pytest.mark.parametrize("marked", CORPUS)
def test_sentences_end_where_a_reader_would_end_them(marked):
    text = marked.replace("|", "")
    assert [s.of(text) for s in split_sentences(text)] == [s.strip() for s in marked.split("|")]


def test_no_sentence_crosses_a_paragraph():
    text = "The council met on\n\nMonday. It voted."
    first, second = Span(0, 18), Span(20, len(text))
    assert [s.of(text) for s in split_sentences(text, [first, second])] == [
        "The council met on",
        "Monday.",
        "It voted.",
    ]


@given(st.text(max_size=300))
def test_sentences_are_in_order_and_leave_nothing_but_space_out(text):
    sentences = split_sentences(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(sentences))
    said = "".join(s.of(text) for s in sentences)
    assert "".join(said.split()) == "".join(text.split())
