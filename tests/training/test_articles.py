import pytest

from training.articles import build_example, clean_start

CORPUS = [
    ("Port Anselm, Lorvan (CNN) -- the harbour is shut.", "the harbour is shut."),
    ("(CNN) -- the harbour is shut.", "the harbour is shut."),
    ("(CNN)The harbour is shut.", "The harbour is shut."),
    ("By. Hanne Okafor. The harbour is shut.", "The harbour is shut."),
    ("By. Hanne Okafor. Follow @@ hanne_okafor. The harbour is shut.", "The harbour is shut."),
    ("The harbour (and its wall) is shut.", "The harbour (and its wall) is shut."),
]


@pytest.mark.parametrize(("text", "clean"), CORPUS)
def test_what_agencies_put_before_the_first_sentence_goes(text, clean):
    assert clean_start(text) == clean


def test_an_example_knows_what_each_sentence_is_worth():
    text = (
        "By. Hanne Okafor. It was a cold and windy day. A ferry ran aground off Port Anselm. "
        "Scroll down for video. The mayor of the town closed the harbour."
    )
    example = build_example(
        text, "Ferry ran aground off Port Anselm.\nThe mayor of the town closed its harbour."
    )
    assert [s.of(example.text)[:9] for s in example.sentences] == [
        "It was a ",
        "A ferry r",
        "The mayor",
    ]
    assert example.shares.tolist() == pytest.approx([1, 1, 1])  # no other summary of three


def test_a_sentence_is_worth_what_it_adds_to_others():
    text = (
        "A ferry ran aground off Port Anselm. The mayor closed the harbour. It rained. "
        "A ferry ran aground off Port Anselm, in the rain, at night, to the surprise of many."
    )
    example = build_example(
        text, "Ferry ran aground off Port Anselm. Mayor closed the harbour.", size=2
    )
    assert example.shares.sum() == pytest.approx(2)
    assert example.shares[:2] == pytest.approx([1, 1], abs=0.05)


def test_an_article_that_says_nothing_of_its_summary_is_no_example():
    assert build_example("It rained all day long.", "Ferry aground.") is None
