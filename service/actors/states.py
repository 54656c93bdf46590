"""Names of states: a country, its people, and, where it is plain, its capital and "the North"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from service.actors.countries import CAPITALS, COUNTRY_NAMES, COUNTRY_OF
from service.actors.english import ARTICLES, PLACING
from service.actors.spellings import Pair, Spelling
from service.actors.tables import words_of
from service.actors.words import Range, Words, is_capital, is_possessive, plain, word_before

# Governments do these; towns hardly.
_DEEDS = words_of(
    """says said denies denied accuses accused insists insisted warned warns wants wanted agreed
    agrees refused refuses rejected rejects demanded demands condemned condemns claims claimed
    announced announces threatened threatens urged urges vowed vows argues argued hopes hoped
    has had will would"""
)


def unite_countries(words: Words, others: Sequence[Spelling]) -> Iterator[Pair]:
    """A country's names, adjectives and people; without the country's own name they stay apart."""
    names: dict[str, Spelling] = {}
    for spelling in others:
        name = plain(spelling.forms)
        if name in COUNTRY_NAMES:
            names.setdefault(COUNTRY_OF[name], spelling)
    peoples: dict[str, Spelling] = {}
    for spelling in others:
        country = COUNTRY_OF.get(plain(spelling.forms)) or _stands_for(words, spelling, names)
        if country in names:
            yield names[country], spelling
        elif country is not None:
            yield peoples.setdefault(country, spelling), spelling


def _stands_for(words: Words, spelling: Spelling, names: Mapping[str, Spelling]) -> str | None:
    """The named country that a capital or "the North" stands for in every one of its places."""
    name = plain(spelling.forms)
    country = CAPITALS.get(name)
    if country in names and spelling.kind in ("place", "organization"):
        acts = any(_acts(words, place) for place in spelling.places)
        placed = any(_is_placed(words, place) for place in spelling.places)
        return country if acts and not placed else None
    half = f"{name} Korea"  # of the divided countries the only one that the news halves so
    if half in names and all(_is_half(words, place) for place in spelling.places):
        return half
    return None


def _acts(words: Words, place: Range) -> bool:
    after = words.form(place[1], words.lines[place[0]])
    return after in _DEEDS or is_possessive(after)


def _is_placed(words: Words, place: Range) -> bool:
    """Whether a name says where: "in Calder", "Calder, Lorvan", "Calder airport"."""
    first, last = place
    line = words.lines[first]
    before, after = word_before(words, first), words.form(last, line)
    named_with = after == "," and is_capital(words.form(last + 1, line))
    return before in PLACING or before == "," or named_with or is_capital(after)


def _is_half(words: Words, place: Range) -> bool:
    """Whether "North" is "the North" and no longer name."""
    first, last = place
    line = words.lines[first]
    after = words.form(last, line)
    led = words.form(first - 1, line) in ARTICLES
    return led and not is_capital(after) and after not in ("of", "-")
