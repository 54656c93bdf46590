"""A brief for people: Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.brief import Actor, Brief, TimelineEntry
from service.dates import spoken

# Characters with a meaning in Markdown; an article's words are words, not markup.
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~&])")


def to_markdown(brief: Brief) -> str:
    """The whole brief; what the article says is quoted, never rendered."""
    return "\n".join(_lines(brief)) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {_plain(brief.article.title or 'Brief')}"
    yield from ("", _source(brief), "", _plain(brief.summary.text))
    yield from _section("Actors", [_actor(actor) for actor in brief.actors])
    yield from _section("Dates", [_date(day, words) for day, words in dates_to_read(brief)])
    yield from _section("Timeline", [_entry(entry) for entry in brief.timeline])
    unsupported = [f"{_plain(item.text)} ({item.kind})" for item in brief.summary.unsupported]
    yield from _section("Not in the article", unsupported)
    yield from _section("Warnings", [_plain(warning.detail) for warning in brief.warnings])


def _section(title: str, items: list[str]) -> Iterator[str]:
    if items:
        yield from ("", f"## {title}", "")
        yield from (f"- {item}" for item in items)


def _source(brief: Brief) -> str:
    article = brief.article
    parts = [article.published or "undated", f"{article.words} words", article.language]
    return " · ".join([*parts, *([_plain(article.url)] if article.url else [])])


def _actor(actor: Actor) -> str:
    role = f", {_plain(actor.role)}" if actor.role else ""
    aliases = f"; also {_plain(', '.join(actor.aliases))}" if actor.aliases else ""
    return f"**{_plain(actor.name)}** ({actor.type}{aliases}){role}"


def _date(day: str, words: list[str]) -> str:
    return f"**{day}**: {_plain(', '.join(words))}"


def _entry(entry: TimelineEntry) -> str:
    return f"**{spoken(entry.date) or entry.date}** {_plain(entry.sentence.text)}"


def dates_to_read(brief: Brief) -> list[tuple[str, list[str]]]:
    """Each day or time the article names, once, with its words for it, in order of the text.

    Lengths of time, sets and "now" are in the JSON answer; a reader who asks when, asks for days.
    """
    days: dict[str, list[str]] = {}
    for mention in brief.dates:
        day = spoken(mention.value, mention.mod) if mention.value else "not resolved"
        if day is None or mention.type not in ("DATE", "TIME"):
            continue
        words = days.setdefault(day, [])
        if mention.text.casefold() not in map(str.casefold, words):
            words.append(" ".join(mention.text.split()))
    return list(days.items())


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
