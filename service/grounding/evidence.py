"""What an article has to show for itself: its words, names, numbers and dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from service.actors import Actor
from service.actors.countries import COUNTRY_OF
from service.dates import DateMention
from service.grounding.numbers import find_numbers
from service.grounding.words import Phrases, key, read_words

_LONGEST_ACRONYM = 6
_SMALL_WORDS = {"of", "the", "and", "for", "in", "on", "de", "la"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """An article, made to be looked up in."""

    phrases: Phrases
    common: frozenset[str]  # words that it also writes small
    names: tuple[frozenset[str], ...]  # the words of each actor's names
    acronyms: frozenset[str]
    numbers: frozenset[Fraction]
    dates: tuple[DateMention, ...]
    published: date | None

    def knows_day(self, value: str, bounds: tuple[date | None, date | None]) -> bool:
        """Whether a date of the article means this, or lies within it."""
        days = {(m.timex.earliest, m.timex.latest) for m in self.dates if m.timex.earliest}
        values = {m.timex.value for m in self.dates if m.timex.value}
        if self.published:
            days.add((self.published, self.published))
            values.add(self.published.isoformat())
        return bounds in days or any(v == value or v.startswith(f"{value}-") for v in values)


def gather_evidence(
    texts: Sequence[str],
    actors: Iterable[Actor],
    dates: tuple[DateMention, ...],
    published: date | None,
) -> Evidence:
    """The evidence of an article that consists of `texts`: its sentences, and its title."""
    words = [word for text in texts for word in read_words(text)]
    names = [_words_of(actor) for actor in actors]
    capitals = {word.key for word in words if word.capital}
    nations = [group for group in _NATIONS if group & capitals]
    return Evidence(
        phrases=Phrases.of(*texts),
        common=frozenset(word.key for word in words if not word.capital),
        names=(*names, *nations),
        acronyms=frozenset(acronym for text in texts for acronym in _acronyms(text)),
        numbers=frozenset(number.value for text in texts for number in find_numbers(text)),
        dates=dates,
        published=published,
    )


def _words_of(actor: Actor) -> frozenset[str]:
    return frozenset(w.key for name in (actor.name, *actor.aliases) for w in read_words(name))


def _acronyms(text: str) -> Iterator[str]:
    """The first letters of each name of several words: "World Health Organization", WHO."""
    run: list[str] = []
    for word in (*read_words(text), None):
        if word is not None and word.capital:
            run.append(word.key[:1])
        elif word is None or word.key not in _SMALL_WORDS:
            for i in range(len(run)):
                yield from ("".join(run[i:j]) for j in range(i + 2, i + _LONGEST_ACRONYM + 1))
            run = []


def _nations() -> Iterator[frozenset[str]]:
    """Each country with what else the news calls it and its people, where that is one word."""
    for country in sorted(set(COUNTRY_OF.values())):
        names = (name for name, of in COUNTRY_OF.items() if of == country and " " not in name)
        yield frozenset(map(key, names))


_NATIONS = tuple(_nations())
