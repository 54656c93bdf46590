"""Entity corpora in one scheme, with what each of them does not tell left open.

A corpus that marks no times says nothing about a time: its "O" there means "outside, or a time". So
a token's target is the set of labels it may have, and the loss is the probability outside that set.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from service.encoding.labels import KINDS, LABELS, OUTSIDE, begin, inside

# Words before a name that GMB counts into it, but a reader does not.
TITLES = frozenset(
    [
        "mr",
        "mr.",
        "mrs",
        "mrs.",
        "ms",
        "ms.",
        "dr",
        "dr.",
        "president",
        "vice",
        "prime",
        "minister",
        "premier",
        "chancellor",
        "general",
        "gen.",
        "lt.",
        "lieutenant",
        "colonel",
        "col.",
        "captain",
        "capt.",
        "major",
        "maj.",
        "sgt.",
        "sergeant",
        "admiral",
        "adm.",
        "senator",
        "sen.",
        "representative",
        "rep.",
        "congressman",
        "congresswoman",
        "governor",
        "gov.",
        "mayor",
        "secretary",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "archbishop",
        "bishop",
        "cardinal",
        "ayatollah",
        "sheikh",
        "mullah",
        "judge",
        "justice",
        "professor",
        "prof.",
        "ambassador",
        "foreign",
        "defense",
        "former",
        "ex-president",
        "then",
    ]
)


@dataclass(frozen=True, slots=True)
class Corpus:
    """A file of tagged sentences and how its tags map to ours."""

    file: str
    kinds: dict[str, tuple[str, ...]]  # its tag → the kinds it may mean; () leaves the token open
    unmarked: tuple[str, ...] = ()  # kinds that it does not mark at all
    weight: int = 1  # how often an epoch reads it
    trimmed: frozenset[str] = field(default=frozenset())  # leading words that are no part of a name


_ARTICLES = frozenset({"the", "a", "an"})
_CONLL = {
    "PER": ("person",),
    "ORG": ("organization",),
    "LOC": ("place",),
    "MISC": ("group", "other"),
}
CORPORA = (
    Corpus(
        "gmb_train",
        {
            "PER": ("person",),
            "ORG": ("organization",),
            "GEO": ("place",),
            "GPE": ("group",),
            "TIM": ("time",),
            "ART": ("other",),
            "EVE": ("other",),
            "NAT": ("other",),
        },
    ),
    Corpus(
        "gum_train",
        {
            "person": ("person",),
            "organization": ("organization",),
            "place": ("place",),
            "time": ("time",),
            "event": ("other",),
            "object": ("other",),
        },
        unmarked=("group", "other"),
        weight=2,
        trimmed=_ARTICLES,
    ),
    Corpus("wikigold_train", _CONLL, unmarked=("time",), weight=2),
    Corpus("uner_ewt_train", _CONLL, unmarked=("group", "time", "other"), weight=2),
)
DEVELOPMENT = Corpus("gmb_dev", CORPORA[0].kinds)


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """Words and, for each, the set of labels it may have."""

    words: list[str]
    allowed: list[frozenset[int]]


def read_corpus(folder: Path, corpus: Corpus) -> Iterator[TaggedSentence]:
    with gzip.open(folder / f"{corpus.file}.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            yield TaggedSentence(row["tokens"], list(_allowed(row["tokens"], row["tags"], corpus)))


def _allowed(words: list[str], tags: list[str], corpus: Corpus) -> Iterator[frozenset[int]]:
    unmarked = {label for kind in corpus.unmarked for label in (begin(kind), inside(kind))}
    outside = frozenset({OUTSIDE} | unmarked)
    everything = frozenset(range(len(LABELS)))
    at_start = False  # the next inside tag begins the name, for the words before it were trimmed
    for word, tag in zip(words, tags, strict=True):
        border, _, kind = tag.partition("-")
        kinds = corpus.kinds.get(kind, ())
        at_start = border == "B" or (at_start and border == "I")
        if border == "O":
            yield outside
        elif not kinds:
            yield everything
        elif at_start and (
            word.lower() in corpus.trimmed or (kind == "PER" and word.lower() in TITLES)
        ):
            yield outside
        else:
            label = begin if at_start else inside
            at_start = False
            yield frozenset(label(k) for k in kinds)


def kinds_in(allowed: frozenset[int]) -> set[str]:
    """The kinds of entity among `allowed` labels."""
    return {KINDS[(label - 1) // 2] for label in allowed if label != OUTSIDE}
