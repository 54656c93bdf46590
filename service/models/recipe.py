"""The generation settings that a model brings, read from its files. Of the extra [abstractive]."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from service.models.generation import Generation

UNLIMITED = 1_000_000  # what transformers writes for "no limit" is larger still
# The window of models with relative positions, which have no limit but memory: what T5 and LongT5
# were trained on, where the tokenizer doesn't say.
_WINDOWS = {"t5": 512, "mt5": 512, "umt5": 512, "longt5": 4096}
_PROMPTS = {"t5": "summarize: ", "mt5": "", "umt5": "", "longt5": ""}


def read_generation(folder: Path, tokenizer: Any) -> Generation:
    """What `folder` says of generating; of several places that say it, the most special one."""
    config = _json(folder / "config.json")
    special = (config.get("task_specific_params") or {}).get("summarization") or {}
    said = {**config, **_json(folder / "generation_config.json"), **special}
    kind = str(config.get("model_type"))
    longest = config.get("max_decoder_position_embeddings") or config.get("max_position_embeddings")
    bounds = _bounds(said)
    return Generation(
        window=_window(config, tokenizer),
        longest=(longest or 1024) - 4,  # the start, the end, and what BART leaves free
        prompt=special.get("prefix") or config.get("prefix") or _PROMPTS.get(kind, ""),
        prefix=_prefix(said, tokenizer),
        beams=_given(said, "num_beams", 4, unset=1),
        length_penalty=_given(said, "length_penalty", 1.0),
        no_repeat_ngram=_given(said, "no_repeat_ngram_size", 3, unset=0),
        repetition_penalty=_given(said, "repetition_penalty", 1.0),
        min_tokens=bounds[0],
        max_tokens=bounds[1],
    )


def _given(said: Mapping[str, Any], name: str, otherwise: Any, *, unset: Any = None) -> Any:
    """What is said of `name`; `unset` is what saving writes where nobody chose a value."""
    value = said.get(name)
    return otherwise if value is None or value == unset else value


def _bounds(said: Mapping[str, Any]) -> tuple[int, int]:
    """The fewest and the most new tokens; BART's count the start, which is one too many or few."""
    most = said.get("max_new_tokens") or said.get("max_length") or 0
    fewest = said.get("min_new_tokens") or said.get("min_length") or 0
    return fewest, most if most > 20 else 142  # 20 is what transformers fills in


def _window(config: Mapping[str, Any], tokenizer: Any) -> int:
    positions = config.get("max_encoder_position_embeddings") or config.get(
        "max_position_embeddings"
    )
    known = _WINDOWS.get(str(config.get("model_type")), 1024)
    stated = tokenizer.model_max_length
    learnt = int(positions) if positions else UNLIMITED
    told = int(stated) if stated and stated < UNLIMITED else UNLIMITED
    window = min(learnt, told)
    return window if window < UNLIMITED else known


def _prefix(said: Mapping[str, Any], tokenizer: Any) -> tuple[str, ...]:
    first = said.get("forced_bos_token_id")
    return () if first is None else (str(tokenizer.convert_ids_to_tokens(first)),)


def _json(file: Path) -> dict[str, Any]:
    if not file.is_file():
        return {}
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found
