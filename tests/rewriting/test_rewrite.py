"""Abstractive briefs: what is kept of what a model writes, and what the reader is told."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace

import pytest

from service.brief import LATE
from service.desk import Desk
from service.errors import UnknownModel
from service.limits import Limits
from service.markdown import to_markdown
from service.models import load_models
from service.options import BriefOptions, SummaryOptions
from service.pipeline import make_brief
from service.reading import read_text
from service.request import PastedText, Submission
from service.storage.memory import MemoryCache
from tests.fakes import FakeRewriter, FakeRewriters

TRUE = "A ferry with 312 passengers ran aground off Port Anselm on Tuesday."
WRONG = "Captain Peter Achterberg had left Oslo with 315 people."
RIGHT = "Captain Ingrid Solberg had left Skarra with 312 people."


@pytest.fixture(scope="module")
def embedded():
    return load_models()


@pytest.fixture
def brief_of(embedded, article):
    """The brief of the article where the model writes these drafts."""

    def make(*drafts, window=10_000, left=float("inf"), text=article, offsets="codepoint", **asked):
        make.rewriter = FakeRewriter(*drafts, window=window)
        models = replace(embedded, rewriters=FakeRewriters(make.rewriter))
        options = BriefOptions(SummaryOptions(mode="abstractive", **asked), offsets=offsets)
        return make_brief(read_text(text), options, models, _Watch(left))

    return make


class _Watch:
    def __init__(self, left):
        self._left = left

    def stage(self, name):
        return nullcontext()

    def left(self):
        return self._left


def codes(brief):
    return [warning.code for warning in brief.warnings]


def test_what_the_article_supports_is_kept_with_its_sources(brief_of, article):
    brief = brief_of(f"{TRUE} Nobody was killed.")
    assert brief.summary.text == f"{TRUE} Nobody was killed."
    assert (brief.summary.mode, brief.summary.model.name) == ("abstractive", "fake-writer")
    first = brief.summary.sentences[0]
    assert (first.start, first.end) == (None, None)
    assert first.sources[0].text.startswith("A ferry carrying 312 passengers ran aground")
    assert all(article[s.start : s.end] == s.text for s in first.sources)
    assert first.score > 0.6
    assert (brief.summary.unsupported, brief.warnings) == ((), ())


def test_a_wrong_sentence_gives_way_to_another_draft_s(brief_of):
    brief = brief_of(f"{TRUE} {WRONG}", f"{TRUE} {RIGHT}")
    assert brief.summary.text == f"{TRUE} {RIGHT}"
    place = slice(len(TRUE) + 1, len(brief.summary.text))
    assert [(u.text, u.kind, u.replaced) for u in brief.summary.unsupported] == [
        ("Captain Peter Achterberg", "name", True),
        ("Oslo", "name", True),
        ("315", "number", True),
    ]
    assert {brief.summary.text[u.start : u.end] for u in brief.summary.unsupported} == {
        brief.summary.text[place]
    }
    assert codes(brief) == ["unsupported"]
    assert "Oslo" in brief.warnings[0].detail


def test_without_one_it_gives_way_to_the_article_s_own_closest(brief_of, article):
    brief = brief_of(f"{TRUE} Fourteen people were taken to hospital in Oslo with injuries.")
    own = brief.summary.sentences[1]
    assert own.text == article[own.start : own.end]
    assert "14 people were taken to St. Brede's Hospital" in own.text
    assert "Oslo" not in brief.summary.text
    assert "closest" in brief.warnings[0].detail


def test_where_nothing_is_short_enough_it_stays_and_is_marked(brief_of):
    brief = brief_of("It happened in Oslo.", words=4)
    (gap,) = brief.summary.unsupported
    assert (brief.summary.text[gap.start : gap.end], gap.replaced) == ("Oslo", False)
    assert "Oslo (name)" in to_markdown(brief)


@pytest.mark.parametrize(("asked", "count"), [({"sentences": 1}, 1), ({"words": 14}, 1), ({}, 3)])
def test_sentences_and_words_are_honoured(brief_of, asked, count):
    brief = brief_of(
        f"{TRUE} Nobody was killed in the fog. {RIGHT} It cost 14 people a night.", **asked
    )
    assert len(brief.summary.sentences) == count
    assert len(brief.summary.text.split()) <= asked.get("words", 100)


def test_a_summary_ends_where_a_sentence_ends(brief_of):
    assert brief_of(f"{TRUE} The captain said that the").summary.text == TRUE
    quoted = brief_of("A ferry that the")
    assert codes(quoted) == ["unfinished"]
    assert all(s.start is not None for s in quoted.summary.sentences)


@pytest.mark.parametrize(
    ("draft", "text"),
    [
        ("nobody was killed off port anselm , said adam brandt .",
         "Nobody was killed off Port Anselm, said Adam Brandt."),
        ("Nobody was killed .<n>The ferry ran .", "Nobody was killed. The ferry ran."),
        (" Nobody was killed.  Nobody was killed. ", "Nobody was killed."),
    ],
)  # fmt: skip
def test_what_models_leave_in_their_text_is_cleaned(brief_of, draft, text):
    assert brief_of(draft).summary.text == text


def test_of_a_long_article_the_most_salient_sentences_are_read_in_order(brief_of, article):
    brief = brief_of(window=120)
    (read,) = brief_of.rewriter.read
    assert read.startswith("A ferry carrying 312 passengers")
    kept = len(read.split())
    assert 60 < kept <= 120
    assert codes(brief) == ["long-article-selected"]
    assert len(read) * 0.9 < brief.article.characters_read < brief.article.characters


def test_if_asked_it_is_read_by_sections(brief_of, article):
    brief = brief_of(window=150, long="map")
    *parts, _ = brief_of.rewriter.read
    assert len(parts) >= 3
    assert sum(len(part.split()) for part in parts) >= brief.article.words
    assert codes(brief) == ["long-article-mapped"]
    assert brief.article.characters_read == brief.article.characters


def test_what_is_late_is_quoted_and_says_so(brief_of):
    brief = brief_of(TRUE, left=0.5)
    assert brief.summary.mode == "extractive"
    assert all(s.start is not None for s in brief.summary.sentences)
    assert codes(brief) == [LATE]
    assert not brief.final


def test_what_is_late_is_not_remembered(embedded, article):
    models = replace(embedded, rewriters=FakeRewriters(FakeRewriter(TRUE)))
    cache = MemoryCache()
    desk = Desk(lambda: models, cache, None, Limits())
    asked = Submission(PastedText(article), BriefOptions(SummaryOptions(mode="abstractive")))
    assert not desk.answer(asked, _Watch(0)).cached
    in_time = desk.answer(asked, _Watch(60))
    assert (in_time.cached, in_time.brief.summary.text) == (False, TRUE)
    assert desk.answer(asked, _Watch(0)).cached


def test_another_writer_is_another_question(embedded, article):
    ids = set()
    for name in ("one", "other"):
        models = replace(embedded, rewriters=FakeRewriters(FakeRewriter(TRUE), name))
        options = BriefOptions(SummaryOptions(mode="abstractive"))
        ids.add(make_brief(read_text(article), options, models).id)
    ids.add(make_brief(read_text(article), BriefOptions(), embedded).id)
    assert len(ids) == 3


def test_an_unknown_writer_is_named_with_those_there_are(brief_of):
    with pytest.raises(UnknownModel, match="fake-writer"):
        brief_of(TRUE, model="big-bart")


@pytest.mark.parametrize("unit", ["utf16", "utf8"])
def test_places_in_another_unit_leave_rewritten_sentences_without_one(brief_of, article, unit):
    brief = brief_of(TRUE, text=article.replace("Ruth", "Rüth"), offsets=unit)
    assert brief.summary.sentences[0].start is None
