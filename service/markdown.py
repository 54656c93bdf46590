"""A brief for people: Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.brief import Actor, Brief, DateMention, TimelineEntry

# Characters with a meaning in Markdown; an article's words are words, not markup.
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~&])")


def to_markdown(brief: Brief) -> str:
    """The whole brief; what the article says is quoted, never rendered."""
    return "\n".join(_lines(brief)) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {_plain(brief.article.title or 'Brief')}"
    yield from ("", _source(brief), "", _plain(brief.summary.text))
    yield from _section("Actors", [_actor(actor) for actor in brief.actors])
    yield from _section("Dates", [_date(mention) for mention in brief.dates])
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


def _date(mention: DateMention) -> str:
    value = f"{mention.value}{f' ({mention.mod})' if mention.mod else ''}"
    return f"{_plain(mention.text)}: {value if mention.value else 'not resolved'}"


def _entry(entry: TimelineEntry) -> str:
    return f"**{entry.date}** {_plain(entry.sentence.text)}"


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
