"""What isn't an article: the right error, in time that grows with the length and no faster."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import (
    ArticleTooLong,
    ArticleTooShort,
    BriefError,
    EmptyArticle,
    NotText,
    UnsupportedLanguage,
)
from service.reading import looks_like_html, read_text

SENTENCE = "The minister said on Monday that the port would be closed for a year, to no one's joy. "

WRONG = {
    EmptyArticle: ["", " ", "\n\r\n\t", "\ufeff", "\u200b\u200b"],
    ArticleTooShort: [
        "He went home.",
        "Yes.",
        "🎉😀" * 200,
        "🎉 😀\n" * 200,
        "x" * 1_000_000,
        "12 34 56 78 90\n" * 40,
        "Home\nNews\nSport\nWeather\nShop\nTravel\nCulture\nMore",
        "((((((((((" * 1_000,
    ],
    NotText: [
        "\x00\x01\x02" * 100,
        "MZ\x90\x00\x03\x00\x00\x00\x04" + SENTENCE,
        SENTENCE + "\ud83d",
        "\ufffd" * 50 + SENTENCE,
        "%PDF-1.7\n" + SENTENCE,
        "PK\x03\x04" + SENTENCE,
        "<!doctype html><html><body><p>" + SENTENCE * 3,
        "  <!-- x --><html><p>" + SENTENCE * 3,
        "<div><p>a</p><p>b</p><p>c</p></div><p>" + SENTENCE + "</p>",
    ],
    UnsupportedLanguage: [
        "Le ministre a annoncé lundi la fermeture du port pendant un an. Personne n'est surpris.",
        "Der Minister sagte am Montag, dass der Hafen ein Jahr lang geschlossen werde. Punkt.",
        "总统周一表示，港口将关闭一年，没有人感到惊讶。" * 5,
        "Президент заявил в понедельник, что порт будет закрыт на год, и никто не удивился.",
        "El ministro dijo el lunes que el puerto estará cerrado durante un año entero, sin más.",
    ],
    ArticleTooLong: ["a\n" * 60_000],
}


@pytest.mark.parametrize(
    ("error", "text"), [(error, text) for error, texts in WRONG.items() for text in texts]
)
def test_wrong_input_gets_its_own_error(error: type[BriefError], text: str) -> None:
    with pytest.raises(error) as caught:
        read_text(text)
    assert caught.value.field == "text"


def test_too_short_tells_limit_and_number() -> None:
    with pytest.raises(ArticleTooShort) as caught:
        read_text("He went home.")
    assert (caught.value.limit, caught.value.actual) == (10, 3)


def test_language_is_named() -> None:
    with pytest.raises(UnsupportedLanguage, match="French"):
        read_text("Le ministre a annoncé lundi la fermeture du port pendant un an, sans surprise.")


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE + "\x00" + SENTENCE,
        SENTENCE + "\u202e" + SENTENCE,
        SENTENCE.replace(" ", " \u200b") * 2,
        SENTENCE.upper() * 2,
        SENTENCE + "<b>Nobody</b> was surprised. " + SENTENCE,
        SENTENCE + "🎉 " + SENTENCE,
        SENTENCE * 3 + "x" * 100_000,
        "Tim Henman, Doug Flach, Jonas Bjorkman and Petr Korda beat Sergi Bruguera in Madrid.",
        "\ufeff" + SENTENCE,
    ],
)
def test_odd_text_is_still_text(text: str) -> None:
    article = read_text(text)
    assert article.text == text
    assert article.language == "en"


def test_article_that_mentions_a_tag_is_no_page() -> None:
    assert not looks_like_html("The <p> tag marks a paragraph, the <b> tag bold type. " + SENTENCE)
    assert looks_like_html("\n<!DOCTYPE HTML>\n<html>")


HOSTILE = {
    "one line": SENTENCE,
    "lines": SENTENCE + "\n",
    "no words": "a\n",
    "spaces": " ",
    "blank lines": "\n",
    "no spaces": "x",
    "quotes": '"',
    "brackets": "(photo ",
    "names": "A, ",
    "dates": "Jan 1, ",
    "initials": "A. ",
    "addresses": "a@b",
    "menus": "a | ",
    "comments": "<!---->",
    "credits": "a contributed ",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_the_length_only(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    start = time.perf_counter()
    with suppress(BriefError):
        read_text(text)
    assert time.perf_counter() - start < 10


def test_article_of_100_000_words_is_read() -> None:
    text = "\n\n".join(f"{number}. {SENTENCE * 3}" for number in range(1_900))
    assert read_text(text).words > 95_000


ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=300)
LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [SENTENCE, SENTENCE * 3, "Home", "By Ann Example", "Jan 24, 2019", "", "- x"]
        ),
        ANY_TEXT,
    ),
    max_size=20,
)


@given(st.builds("\n".join, LINES))
def test_any_text_is_an_article_or_an_expected_error(text: str) -> None:
    try:
        article = read_text(text)
    except BriefError:
        return
    assert article.text == text
    assert list(article.paragraphs) == sorted(article.paragraphs)
    for paragraph in article.paragraphs:
        assert 0 <= paragraph.start < paragraph.end <= len(text)
        assert paragraph.of(text) == paragraph.of(text).strip()
        assert article.title_span is None or not paragraph.overlaps(article.title_span)


@given(st.builds("\n".join, LINES))
def test_reading_twice_gives_the_same(text: str) -> None:
    def outcome() -> object:
        try:
            return read_text(text)
        except BriefError as error:
            return str(error)

    assert outcome() == outcome()
