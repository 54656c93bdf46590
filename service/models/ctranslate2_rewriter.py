"""Converted models: CTranslate2 and a tokenizer, without torch and transformers."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ctranslate2

from service.errors import DeadlineExceeded
from service.models.generation import Generation
from service.models.pieces import Pieces
from service.options import SummaryOptions

POLL = 0.005  # seconds; a token takes longer


class CTranslate2Rewriter:
    """The `Rewriter` of a folder that `service.models.convert` wrote.

    A search of several beams can't be stopped half-way: one that is late is left to end, unheard.
    It ends soon, because the length of what it writes is bounded; whoever comes next waits for it.
    """

    def __init__(self, folder: Path, generation: Generation, *, threads: int = 0) -> None:
        """`threads` is for the arithmetic of one summary; 0 takes every core."""
        self._translator = ctranslate2.Translator(
            str(folder), device="cpu", intra_threads=threads, inter_threads=1
        )
        self._pieces = Pieces(folder)
        self._generation = generation
        self._start = [generation.start] if generation.start else []

    @property
    def window(self) -> int:
        return self._generation.window

    def tokens(self, text: str) -> int:
        return len(self._pieces.tokens(self._generation.prompt + text))

    def write(self, text: str, options: SummaryOptions, *, seconds: float) -> tuple[str, ...]:
        bounds = self._generation.bounds(options)
        found = self.search(text, bounds, beams=self._generation.beams, seconds=seconds)
        return tuple(self._pieces.text(self._pieces.known(tokens)) for tokens in found)

    def search(
        self, text: str, bounds: tuple[int, int], *, beams: int, seconds: float = float("inf")
    ) -> Sequence[list[str]]:
        """The tokens of each draft, the likeliest first."""
        settings = self._generation
        end = time.monotonic() + seconds
        prefix = [*self._start, *settings.prefix]
        (pending,) = self._translator.translate_batch(
            [self._pieces.tokens(settings.prompt + text)],
            target_prefix=[prefix] if prefix else None,
            asynchronous=True,
            beam_size=beams,
            num_hypotheses=beams,
            length_penalty=settings.length_penalty,
            no_repeat_ngram_size=settings.no_repeat_ngram,
            repetition_penalty=settings.repetition_penalty,
            min_decoding_length=bounds[0],
            max_decoding_length=bounds[1],
            max_input_length=0,
            # Greedy search alone can be told to stop.
            callback=(lambda _: time.monotonic() > end) if beams == 1 else None,
        )
        drafts: Sequence[list[str]] = _await(pending, end, seconds).hypotheses
        return drafts

    def spell(self, ids: Sequence[int]) -> list[str]:
        """The tokens that have these numbers."""
        return [self._pieces.token(id) for id in ids]

    def scores(self, text: str, target: list[str]) -> list[float]:
        """The log probability of each token of `target` and the end as the summary of `text`."""
        source = self._pieces.tokens(self._generation.prompt + text)
        (scored,) = self._translator.score_batch(
            [source], [[*self._start, *target]], max_input_length=0
        )
        found: list[float] = scored.log_probs
        return found


def _await(pending: Any, end: float, seconds: float) -> Any:
    while not pending.done():
        if time.monotonic() > end:
            raise DeadlineExceeded(f"the summary was not written in {seconds:.1f} seconds")
        time.sleep(POLL)
    if time.monotonic() > end:
        raise DeadlineExceeded(f"the summary was not written in {seconds:.1f} seconds")
    return pending.result()
