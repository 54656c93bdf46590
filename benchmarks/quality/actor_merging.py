"""Do names of one actor come together? B-cubed F1 on the named mentions of ECB+'s chains.

Mentions are given, so this judges merging alone. A mention counts as named if its last word has a
capital; ECB+ marks people, bodies and places, within a document.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from service.actors import find_actors
from service.actors.countries import COUNTRY_NAMES, COUNTRY_OF
from service.actors.role_words import ROLES
from service.article import Article
from service.encoding.encoding import Encoding
from service.encoding.entities import Entity
from service.encoding.tokens import Tokens
from service.text.spans import Span

_KINDS = {"HUMAN_PART_PER": "person", "HUMAN_PART_ORG": "organization", "HUMAN_PART_GPE": "place"}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# In headlines these have capitals too.
_PRONOUNS = _words("""i he she they we it his her their you who him them its our my this""")
_NOUNS = ROLES | _words(
    """teen teenager woman man girl boy girlfriend police driver swimmer escapee polygamist
    mafioso champion firm inmate fugitive patient shooter suspects company gunmen militants
    troops officials cops boxer prison jail cell hospital store house school church bank
    court"""
)


@dataclass(frozen=True, slots=True)
class Named:
    """A named mention and the chain that annotators put it into."""

    span: Span
    kind: str
    chain: str


@dataclass(frozen=True, slots=True)
class ChainedDocument:
    name: str
    text: str
    sentences: tuple[Span, ...]
    mentions: tuple[Named, ...]


Cluster = Callable[[ChainedDocument], Sequence[object]]  # one label a mention


def read_chains(path: Path) -> Iterator[ChainedDocument]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            # Most sentences were left unread by the annotators; those say nothing.
            read = [Span(s["start"], s["end"]) for s in row["sentences"]]
            places = [Span(m["start"], m["end"]) for m in row["mentions"]]
            sentences = tuple(s for s in read if any(s.contains(place) for place in places))
            mentions = {mention.span: mention for mention in _named(row)}
            ordered = tuple(mentions[span] for span in sorted(mentions))
            if ordered:
                yield ChainedDocument(row["doc_id"], row["text"], sentences, ordered)


def _named(row: dict[str, Any]) -> Iterator[Named]:
    for chain in row["chains"]:
        for mention in chain["mentions"]:
            kind = _kind(mention["tag"])
            if kind and _is_named(mention["text"]):
                yield Named(Span(mention["start"], mention["end"]), kind, chain["id"])


def _is_named(text: str) -> bool:
    """Whether a mention is a name: its last word has a capital and is no common noun."""
    words = re.findall(r"\w+(?:['’]\w+)?", text)
    last = re.sub(r"['’].*", "", words[-1]) if words else ""
    common = last.lower() in _NOUNS | _PRONOUNS or (
        last in COUNTRY_OF and last not in COUNTRY_NAMES
    )
    return last[:1].isupper() and not common


def _kind(tag: str) -> str | None:
    return "place" if tag.startswith("LOC_") else _KINDS.get(tag)


def cluster_by_text(document: ChainedDocument) -> list[str]:
    """The baseline: the same text is the same actor."""
    return [mention.span.of(document.text) for mention in document.mentions]


def cluster_ours(document: ChainedDocument) -> list[object]:
    """Which of our actors each mention belongs to; one that we don't have stands alone."""
    article = Article(document.text, document.sentences)
    actors = find_actors(article, silent_encoding(document.sentences), _entities(document))
    owner = {mention.end: i for i, actor in enumerate(actors) for mention in actor.mentions}
    return [
        next((owner[end] for end in _ends(mention.span) if end in owner), mention)
        for mention in document.mentions
    ]


def _ends(span: Span) -> range:
    """Where the name in a mention may end: there, or before what belongs to no name ("'s")."""
    return range(span.end, span.start, -1)


def _entities(document: ChainedDocument) -> list[Entity]:
    found = []
    for i, sentence in enumerate(document.sentences):
        inside = [m for m in document.mentions if sentence.contains(m.span)]
        found += [Entity(mention.span, mention.kind, i, 1.0) for mention in inside]
    return found


def silent_encoding(sentences: Sequence[Span]) -> Encoding:
    """What an encoder says that says nothing."""
    nothing = np.zeros(0, np.int64)
    borders = np.zeros(len(sentences) + 1, np.int64)
    tokens = Tokens(nothing, nothing, nothing, nothing, nothing, borders)
    flat = np.zeros(len(sentences), np.float32)
    return Encoding(
        tuple(sentences), tokens, flat, np.zeros((len(sentences), 1), np.float32),
        np.zeros((0, 1), np.float32),
    )  # fmt: skip


def b_cubed(documents: Sequence[ChainedDocument], cluster: Cluster) -> tuple[float, float, float]:
    """Precision, recall and F1 over all mentions, in per cent."""
    precision = recall = count = 0.0
    for document in documents:
        ours = _sets(cluster(document))
        gold = _sets([mention.chain for mention in document.mentions])
        for mine, theirs in zip(ours, gold, strict=True):
            shared = len(mine & theirs)
            precision += shared / len(mine)
            recall += shared / len(theirs)
            count += 1
    p, r = 100 * precision / count, 100 * recall / count
    return p, r, 2 * p * r / (p + r)


def _sets(labels: Sequence[object]) -> list[frozenset[int]]:
    """For each mention, the mentions with its label."""
    members: defaultdict[object, set[int]] = defaultdict(set)
    for i, label in enumerate(labels):
        members[label].add(i)
    frozen = {label: frozenset(indices) for label, indices in members.items()}
    return [frozen[label] for label in labels]
