"""Models that CTranslate2 has no kernel for: torch and transformers, of the extra [abstractive]."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import Any

from service.errors import DeadlineExceeded, ModelUnavailable
from service.models.generation import Generation
from service.models.pieces import Pieces
from service.options import SummaryOptions

try:
    import torch
    from transformers import AutoModelForSeq2SeqLM, GenerationConfig
    from transformers.utils import logging
except ImportError:
    raise ModelUnavailable(
        "this model runs on torch, which is not installed: "
        "pip install 'article-briefs[abstractive]'"
    ) from None


class TorchRewriter:
    """The `Rewriter` of a folder in the form of transformers; one summary at a time."""

    def __init__(
        self,
        folder: Path,
        generation: Generation,
        *,
        tokenizer: Path | None = None,
        threads: int = 0,
    ) -> None:
        """`tokenizer` is its folder, if that is another one.

        `threads` is for the arithmetic of every torch model here; 0 leaves it as it is.
        """
        hush()
        if threads:
            torch.set_num_threads(threads)
        self._model = AutoModelForSeq2SeqLM.from_pretrained(
            folder,
            local_files_only=True,
            use_safetensors=True,
            trust_remote_code=False,
            dtype=torch.float32,
        ).eval()
        self._pieces = Pieces(tokenizer or folder)
        self._generation = generation
        self._lock = Lock()
        settings, special = self._model.generation_config, self._model.config
        self._start = settings.decoder_start_token_id
        if self._start is None:
            self._start = special.decoder_start_token_id
        self._end, self._padding = special.eos_token_id, special.pad_token_id
        # Nothing of the model's own settings is left to work unseen: `Generation` has them.
        self._model.generation_config = GenerationConfig(
            decoder_start_token_id=self._start,
            eos_token_id=self._end,
            pad_token_id=self._padding,
        )

    @property
    def window(self) -> int:
        return self._generation.window

    def tokens(self, text: str) -> int:
        return len(self._pieces.ids(self._generation.prompt + text))

    def write(self, text: str, options: SummaryOptions, *, seconds: float) -> tuple[str, ...]:
        bounds = self._generation.bounds(options)
        found = self.search(text, bounds, beams=self._generation.beams, seconds=seconds)
        return tuple(self._pieces.text(ids) for ids in found)

    def search(
        self, text: str, bounds: tuple[int, int], *, beams: int, seconds: float = float("inf")
    ) -> Sequence[list[int]]:
        """The token numbers of each draft, the likeliest first, without start, end and padding."""
        end = time.monotonic() + seconds
        with self._lock, torch.inference_mode():
            written = self._model.generate(
                **self._inputs(text),
                **self._settings(bounds, beams),
                stopping_criteria=[lambda ids, _: _too_late(ids, end)],
            )
        if time.monotonic() > end:
            raise DeadlineExceeded(f"the summary was not written in {seconds:.1f} seconds")
        return [self._body([int(i) for i in row]) for row in written]

    def scores(self, text: str, target: list[int]) -> list[float]:
        """The log probability of each token of `target` and the end as the summary of `text`."""
        decoder = torch.tensor([[self._start, *target]])
        with self._lock, torch.inference_mode():
            logits = self._model(**self._inputs(text), decoder_input_ids=decoder).logits[0]
        chosen = torch.log_softmax(logits, dim=-1)[range(len(target) + 1), [*target, self._end]]
        return [float(score) for score in chosen]

    def _body(self, ids: list[int]) -> list[int]:
        """`ids` between the start and the end; some models start with what others end with."""
        body = ids[1:]
        return body[: body.index(self._end)] if self._end in body else body

    def _inputs(self, text: str) -> dict[str, Any]:
        ids = torch.tensor([self._pieces.ids(self._generation.prompt + text)])
        inputs = {"input_ids": ids, "attention_mask": torch.ones_like(ids)}
        if self._model.config.model_type == "led":
            # As it was trained to summarise: the first token sees all, all see the first.
            inputs["global_attention_mask"] = torch.zeros_like(ids)
            inputs["global_attention_mask"][:, 0] = 1
        return inputs

    def _settings(self, bounds: tuple[int, int], beams: int) -> dict[str, Any]:
        """Every setting that bears on the outcome: what is left open, transformers would fill."""
        asked = self._generation
        return {
            "do_sample": False,
            "num_beams": beams,
            "num_return_sequences": beams,
            "early_stopping": beams > 1,
            "length_penalty": asked.length_penalty if beams > 1 else None,
            "no_repeat_ngram_size": asked.no_repeat_ngram,
            "repetition_penalty": asked.repetition_penalty,
            "min_new_tokens": bounds[0],
            "max_new_tokens": bounds[1],
            "forced_bos_token_id": self._pieces.id(asked.prefix[-1]) if asked.prefix else None,
        }


def hush() -> None:
    """Keep transformers' progress bars and advice to programmers off the user's terminal."""
    logging.disable_progress_bar()
    logging.set_verbosity_error()


def _too_late(ids: Any, end: float) -> Any:
    return torch.full((len(ids),), time.monotonic() > end, dtype=torch.bool)
