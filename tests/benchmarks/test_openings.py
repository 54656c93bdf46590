from collections import Counter

import pytest

from benchmarks.quality.openings import OPENINGS, beginning_last
from service.text.sentences import split_sentences

ARTICLE = (
    "A ferry ran aground off Port Anselm on Monday. Nobody was hurt. Divers found a hole in the "
    "hull. The mayor closed three beaches. The coast guard will say more on Friday."
)


@pytest.mark.parametrize("change", OPENINGS.values(), ids=OPENINGS)
def test_another_opening_keeps_every_sentence_and_begins_with_another(change):
    whole = [s.of(ARTICLE) for s in split_sentences(ARTICLE)]
    changed = change(ARTICLE, 0)
    sentences = [s.of(changed) for s in split_sentences(changed)]
    assert not Counter(whole) - Counter(sentences)
    assert sentences[0] != whole[0]


def test_an_article_of_three_sentences_has_no_other_beginning():
    text = "One came. Two came. Three came."
    assert beginning_last(text, 0) == text
