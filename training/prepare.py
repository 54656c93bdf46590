"""Turn the data folder into arrays: `python -m training.prepare DATA OUT`.

DATA holds `summaries/` and `entities/` as gzip'd JSON Lines. OUT gets `summaries.npz` and
`entities.npz`, and a small `…_dev.npz` of each to watch the training by: all tokens one after
another, with counts that tell where sentences and articles end.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from service.encoding.labels import LABELS
from service.encoding.tokens import Tokens, tokenize
from service.text.spans import Span
from training.articles import build_example
from training.base_model import base_model_folder
from training.entities import CORPORA, DEVELOPMENT, TaggedSentence, read_corpus
from training.wire import WireDesk, collect_names

DEV_ARTICLES = 300
WIRE_SENTENCES = 12_000
SEED = 20260101

Arrays = dict[str, NDArray[np.generic]]
_tokenizer: Tokenizer


def _start_worker() -> None:
    global _tokenizer
    _tokenizer = load_tokenizer()


def load_tokenizer() -> Tokenizer:
    """The base model's tokenizer, never cutting or padding."""
    tokenizer = Tokenizer.from_file(str(base_model_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def read_rows(file: Path) -> Iterator[dict[str, str]]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def summary_row(row: dict[str, str]) -> Arrays | None:
    """One article's tokens (n_tokens,), and per sentence its length and share."""
    example = build_example(row["text"], row["summary"])
    if example is None:
        return None
    tokens = tokenize(_tokenizer, example.text, example.sentences)
    return {
        "ids": tokens.ids.astype(np.uint16),
        "cases": tokens.cases.astype(np.uint8),
        "lengths": np.diff(tokens.borders).astype(np.uint16),
        "shares": example.shares.astype(np.float16),
        "articles": np.array([len(example.sentences)], np.uint16),
    }


def entity_row(sentence: TaggedSentence) -> Arrays:
    """One sentence's tokens (n_tokens,) with their allowed labels as bits of an integer."""
    text = " ".join(sentence.words)
    tokens = tokenize(_tokenizer, text, [Span(0, len(text))])
    word_of_character = np.repeat(
        np.arange(len(sentence.words)), [len(word) + 1 for word in sentence.words]
    )
    return {
        "ids": tokens.ids.astype(np.uint16),
        "cases": tokens.cases.astype(np.uint8),
        "allowed": _allowed_bits(tokens, word_of_character, sentence.allowed),
        "lengths": np.array([len(tokens)], np.uint16),
    }


def _allowed_bits(
    tokens: Tokens, word_of_character: NDArray[np.int64], allowed: list[frozenset[int]]
) -> NDArray[np.generic]:
    """The allowed labels of each token: the first of a word begins what the word begins."""
    words = word_of_character[tokens.starts]
    first = np.diff(words, prepend=-1) != 0
    whole = np.array([_bits(labels) for labels in allowed])
    rest = np.array([_bits(frozenset(map(_continued, labels))) for labels in allowed])
    return np.where(first, whole[words], rest[words]).astype(np.uint16)


def _continued(label: int) -> int:
    return label + 1 if LABELS[label].startswith("B") else label


def _bits(labels: frozenset[int]) -> int:
    return sum(1 << label for label in labels)


def tagged_sentences(folder: Path) -> list[TaggedSentence]:
    """All that is marked, and what the wire desk writes with the names that are in it."""
    marked = [
        sentence
        for corpus in CORPORA
        for _ in range(corpus.weight)
        for sentence in read_corpus(folder, corpus)
    ]
    desk = WireDesk(collect_names(marked), seed=SEED)
    return [*marked, *desk.write(WIRE_SENTENCES)]


def save(file: Path, rows: Iterable[Arrays | None]) -> int:
    """Write the rows' arrays, each joined over all rows; returns how many rows there were."""
    kept = [row for row in rows if row is not None]
    joined: dict[str, Any] = {n: np.concatenate([row[n] for row in kept]) for n in kept[0]}
    np.savez(file, **joined)
    return len(kept)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--articles", type=int, default=None, help="only the first so many")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    sentences = tagged_sentences(asked.data / "entities")
    articles = read_rows(asked.data / "summaries" / "cnndm_train.jsonl.gz")
    with Pool(initializer=_start_worker) as pool:
        for name, tagged in (
            ("entities_dev", read_corpus(asked.data / "entities", DEVELOPMENT)),
            ("entities", sentences),
        ):
            n = save(asked.out / f"{name}.npz", pool.imap(entity_row, tagged, chunksize=256))
            print(f"{n} tagged sentences in {name}")
        held = read_rows(asked.data / "summaries" / "cnndm_val.jsonl.gz")
        for name, rows in (
            ("summaries_dev", islice(held, DEV_ARTICLES)),
            ("summaries", islice(articles, asked.articles)),
        ):
            n = save(asked.out / f"{name}.npz", pool.imap(summary_row, rows, chunksize=32))
            print(f"{n} articles in {name}")


if __name__ == "__main__":
    main()
