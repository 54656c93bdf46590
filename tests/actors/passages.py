"""Marked-up passages: an article and what a perfect, or a poor, model would mark in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from service.actors import Actor, find_actors
from service.article import Article
from service.encoding.encoding import Encoding
from service.encoding.entities import Entity
from service.encoding.tokens import Tokens
from service.text.sentences import split_sentences
from service.text.spans import Span

CORPUS = Path(__file__).parents[1] / "corpus" / "actors"
_KINDS = {"p": "person", "o": "organization", "l": "place", "g": "group", "x": "other", "t": "time"}
_MARK = re.compile(r"\{(\w): ([^}]*)\}|\{(\w):([^}]*)\}")


@dataclass(frozen=True)
class Expected:
    name: str
    kind: str
    role: str | None
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Case:
    claim: str
    title: str | None
    marked: str
    expected: tuple[Expected, ...]
    absent: tuple[str, ...]
    mentions: dict[str, list[str]]  # every one, of the actors named here


def read_cases(file: str) -> Iterator[Case]:
    text = (CORPUS / file).read_text(encoding="utf-8")
    for block in text.split("\n== ")[1:]:
        claim, *lines = block.strip().splitlines()
        title = next((line[6:] for line in lines if line.startswith("TITLE ")), None)
        body = [line for line in lines if not line.startswith(("TITLE ", "=>", "~", "@"))]
        expected = tuple(_expected(line[3:]) for line in lines if line.startswith("=>"))
        absent = tuple(line[2:] for line in lines if line.startswith("~"))
        mentions = dict(_mentions(line[2:]) for line in lines if line.startswith("@"))
        yield Case(claim, title, "\n".join(body), expected, absent, mentions)


def _mentions(line: str) -> tuple[str, list[str]]:
    name, texts = line.split(" | ")
    return name, texts.split("; ")


def _expected(line: str) -> Expected:
    name, kind, role, aliases = (part.strip() for part in line.split("|"))
    listed = tuple(alias.strip() for alias in aliases.split(";") if alias.strip())
    return Expected(name, kind, role or None, listed)


def read_marked(marked: str, title: str | None = None) -> tuple[Article, tuple[Entity, ...]]:
    """The article of a marked-up passage, and its marks as the model's entities."""
    text = f"{title}\n\n" if title else ""
    offset = len(text)
    marks: list[tuple[Span, str]] = []
    at = 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        name = match[2] or match[4]
        kind = _KINDS[match[1] or match[3]]
        marks.append((Span(len(text), len(text) + len(name)), kind))
        text += name
        at = match.end()
    text += marked[at:]
    title_span = Span(0, len(title)) if title else None
    article = Article(text, (Span(offset, len(text)),), title, title_span)
    sentences = split_sentences(text, article.paragraphs)
    entities = [
        Entity(span, kind, i, 0.9)
        for span, kind in marks
        for i, sentence in enumerate(sentences)
        if sentence.contains(span)
    ]
    return article, tuple(entities)


def silent_encoding(sentences: Sequence[Span]) -> Encoding:
    """An encoding that thinks nothing of its sentences."""
    none = np.zeros(0, np.int64)
    tokens = Tokens(none, none, none, none, none, np.zeros(len(sentences) + 1, np.int64))
    flat = np.zeros(len(sentences), np.float32)
    vectors = np.zeros((len(sentences), 1), np.float32)
    return Encoding(tuple(sentences), tokens, flat, vectors, np.zeros((0, 1), np.float32))


def find_in(article: Article, entities: Sequence[Entity]) -> tuple[Actor, ...]:
    sentences = split_sentences(article.text, article.paragraphs)
    return find_actors(article, silent_encoding(sentences), entities)


def actors_of(marked: str, title: str | None = None) -> tuple[Article, tuple[Actor, ...]]:
    article, entities = read_marked(marked, title)
    return article, find_in(article, entities)
