"""A sequence-to-sequence model's tokenizer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tokenizers import Tokenizer

FILE = "tokenizer.json"


class Pieces:
    """Text to tokens and back, as the model learnt it; nothing is ever truncated."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / FILE))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

    def tokens(self, text: str) -> list[str]:
        """The tokens of `text`, with those that the model wants around it."""
        tokens: list[str] = self._tokenizer.encode(text).tokens
        return tokens

    def ids(self, text: str) -> list[int]:
        """The same as numbers."""
        ids: list[int] = self._tokenizer.encode(text).ids
        return ids

    def id(self, token: str) -> int:
        """The number of `token`; raises KeyError."""
        found: int | None = self._tokenizer.token_to_id(token)
        if found is None:
            raise KeyError(token)
        return found

    def known(self, tokens: Iterable[str]) -> Iterator[int]:
        """The numbers of `tokens`, without those that only fill a model's vocabulary up."""
        ids = (self._tokenizer.token_to_id(token) for token in tokens)
        return (id for id in ids if id is not None)

    def token(self, id: int) -> str:
        """The token of a number; raises KeyError."""
        found: str | None = self._tokenizer.id_to_token(id)
        if found is None:
            raise KeyError(id)
        return found

    def text(self, ids: Iterable[int]) -> str:
        """What `ids` say, without the tokens that only the model understands."""
        text: str = self._tokenizer.decode(list(ids), skip_special_tokens=True)
        return text
