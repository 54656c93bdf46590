"""The desk: whatever is submitted, a proved brief or an error that was expected."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.brief import Brief
from service.desk import Desk
from service.errors import ArticleTooLong, BriefError, FetchRefused
from service.limits import Limits
from service.offsets import in_unit
from service.options import BriefOptions, SummaryOptions
from service.ports import Fetched
from service.request import Link, Page, PastedText, Submission
from service.storage.memory import MemoryCache, NoCache
from tests.fakes import FakeFetcher, fake_models

MODELS = fake_models()
DESK = Desk(lambda: MODELS, NoCache(), None, Limits(characters=20_000))
PIECES = st.sampled_from(
    [
        "A ferry ran aground off Port Anselm on Tuesday night, officials said. ",
        "Transport Minister Adam Brandt said an inquiry would begin next week. ",
        "“Nobody was hurt,” said Ruth Adler 🛳️, the harbour master.\n\n",
        "Café Zürich e\u0301 \u202e\u200b𝔄𝔡𝔞𝔪 ",
        "\r\n",
        "on 3 March 2024 ",
        "Subscribe now! ",
        "\x00",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, PIECES, st.text(max_size=20)), max_size=25).map("".join)
OPTIONS = st.builds(
    BriefOptions,
    st.builds(SummaryOptions, sentences=st.integers(1, 20), words=st.none() | st.integers(1, 100)),
    max_actors=st.integers(0, 5),
    offsets=st.sampled_from(["codepoint", "utf16", "utf8"]),
    include_text=st.booleans(),
)
CODECS = {"codepoint": ("utf-32-le", 4), "utf16": ("utf-16-le", 2), "utf8": ("utf-8", 1)}


def slices(brief: Brief, text: str, unit: str) -> bool:
    """Whether every quote is what its place cuts out of the text, counted in `unit`."""
    codec, width = CODECS[unit]
    encoded = text.encode(codec)
    return all(
        encoded[quote.start * width : quote.end * width].decode(codec) == quote.text
        for quote in brief.quotes()
    )


@settings(max_examples=150)
@given(TEXTS, OPTIONS)
def test_any_text_gets_a_brief_of_quotes_or_an_expected_error(text, options):
    try:
        brief = DESK.answer(Submission(PastedText(text), options)).brief
    except BriefError:
        return
    assert slices(brief, text, options.offsets)
    assert len(brief.actors) <= options.max_actors
    assert Brief.model_validate_json(brief.model_dump_json()) == brief


@settings(max_examples=50)
@given(TEXTS, OPTIONS)
def test_any_page_gets_a_brief_of_its_own_text_or_an_expected_error(text, options):
    page = f"<html><body><article><p>{text}</p></article></body></html>"
    shown = replace(options, include_text=True)
    try:
        brief = DESK.answer(Submission(Page(page), shown)).brief
    except BriefError:
        return
    assert brief.article.text
    assert slices(brief, brief.article.text, options.offsets)


@given(st.text(), st.sampled_from(["utf16", "utf8"]))
def test_offsets_are_the_lengths_of_what_comes_before(text, unit):
    codec, width = CODECS[unit]
    brief = DESK.answer(Submission(PastedText(ARTICLE), BriefOptions())).brief
    first = brief.summary.sentences[0]
    moved = in_unit(
        brief.model_copy(
            update={"summary": brief.summary.model_copy(update={"sentences": (first,)})}
        ),
        text + ARTICLE,
        unit,
    ).summary.sentences[0]
    before = (text + ARTICLE)[: first.start]
    assert moved.start == len(before.encode(codec)) // width


ARTICLE = (
    "A ferry carrying 312 passengers ran aground off Port Anselm on Tuesday night, and the coast "
    "guard brought everyone ashore before dawn. Transport Minister Adam Brandt said on Wednesday "
    "that an inquiry would begin next week. Nobody was hurt, said Ruth Adler. "
)


def test_an_article_over_the_limit_is_refused_before_it_is_read():
    with pytest.raises(ArticleTooLong) as caught:
        DESK.answer(Submission(PastedText("a" * 20_001), BriefOptions()))
    assert (caught.value.limit, caught.value.actual) == (20_000, 20_001)


def test_what_is_remembered_is_what_was_made():
    desk = replace(DESK, cache=MemoryCache())
    submission = Submission(PastedText(ARTICLE), BriefOptions(offsets="utf8"))
    first, second = desk.answer(submission), desk.answer(submission)
    assert (first.cached, second.cached) == (False, True)
    assert first.brief == second.brief


FETCHED = {
    "text/html": b"<html><body><article><p>"
    + ARTICLE.encode() * 2
    + b"</p></article></body></html>",
    "application/xhtml+xml": b"<html><body><p>" + ARTICLE.encode() * 2 + b"</p></body></html>",
    "text/plain": ARTICLE.encode(),
}


@pytest.mark.parametrize("kind", FETCHED)
def test_what_a_url_leads_to_is_read_as_what_it_is(kind):
    url = "https://news.example/ferry"
    fetcher = FakeFetcher({url: Fetched(url, kind, "utf-8", FETCHED[kind])})
    desk = replace(DESK, fetcher=fetcher)
    brief = desk.answer(Submission(Link(url), BriefOptions())).brief
    assert brief.article.url == url
    assert brief.article.text  # it isn't what was sent
    assert slices(brief, brief.article.text, "codepoint")


def test_a_desk_without_a_fetcher_fetches_nothing():
    with pytest.raises(FetchRefused):
        DESK.answer(Submission(Link("https://news.example/"), BriefOptions()))
