import pytest

from training.rouge import f_score, grams, greedy_oracle


def test_the_same_text_scores_one_and_a_strange_one_nothing():
    text = grams("The mayor closed the harbour")
    assert f_score(text, text) == 1
    assert f_score(text, grams("Divers slept")) == 0


def test_rouge_is_the_share_of_words_and_pairs_in_common():
    # Words: 2 of 3 and of 4 in common; pairs: 1 of 2 and of 3.
    score = f_score(grams("the mayor slept"), grams("the mayor closed roads"))
    assert score == pytest.approx((2 * 2 / 7 + 2 * 1 / 5) / 2)


def test_endings_do_not_count():
    assert f_score(grams("closing harbours"), grams("closed harbour")) == 1


def test_the_oracle_takes_what_adds_and_stops_where_nothing_does():
    sentences = [
        "It rained.",
        "The mayor closed the harbour.",
        "A ferry ran aground.",
        "It rained.",
    ]
    reference = grams("Ferry ran aground. Mayor closed harbour.")
    chosen = greedy_oracle([grams(s) for s in sentences], reference, most=3)
    assert sorted(chosen) == [1, 2]
    assert greedy_oracle([grams("It rained.")], reference, most=3) == []
