"""From a model of transformers to one of CTranslate2. Of the extra [abstractive]."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import fmean
from typing import Any, Literal

import torch
from ctranslate2.converters import TransformersConverter

from service.models.ctranslate2_rewriter import CTranslate2Rewriter
from service.models.torch_rewriter import TorchRewriter, hush

Quantization = Literal["int8", "int16", "float32"]

# Where layer norms stand: facts of each architecture that newer config files leave out.
_NORMS = {
    "bart": {"normalize_before": False, "normalize_embedding": True},
    "mbart": {"normalize_before": True, "normalize_embedding": True},
    "pegasus": {"normalize_before": True, "normalize_embedding": False},
}
CONVERTIBLE = (*_NORMS, "t5", "mt5", "umt5")

# Nats by which the mean log probability of a token may differ. Rounding to eight bits moves it by
# little; a layer in the wrong place moves it by one and more. The bound is a judgement.
TOLERANCE: dict[Quantization, float] = {"float32": 0.001, "int16": 0.02, "int8": 0.3}
BOUNDS = (0, 48)  # tokens that are written of each sample
SAMPLES = (
    "A ferry carrying 312 passengers ran aground off Port Anselm early on Tuesday after its "
    "steering failed in heavy fog. Nobody was killed, but 14 people were taken to hospital, the "
    "coast guard said. The company that owns the ship has promised an inquiry.",
    "The council of Tarnow Bridge voted by nine to four to close the old market hall. Traders, who "
    'had asked for two more years, said they would appeal. "We were never heard," said Ilse Kern, '
    "who has sold cheese there since 1998.",
    "Researchers in Velmar have grown a variety of wheat that needs a third less water.",
)


class Differs(Exception):
    """A conversion that doesn't say what its original says."""


def convert(source: Path, folder: Path, quantization: Quantization) -> bool:
    """Write the conversion of `source` into `folder`; whether it knows what to decode from."""
    hush()
    _Converter(str(source)).convert(str(folder), quantization=quantization, force=True)
    kept = json.loads((folder / "config.json").read_text("utf-8"))
    return bool(kept.get("decoder_start_token"))


def compare(
    original: TorchRewriter, converted: CTranslate2Rewriter, quantization: Quantization
) -> None:
    """Raise Differs unless `converted` writes and judges the samples as `original` does.

    At full precision the two have to write the same tokens; rounded weights may choose other words
    now and then, but have to find the original's about as likely.
    """
    for sample in SAMPLES:
        ids = original.search(sample, BOUNDS, beams=1)[0]
        tokens = converted.spell(ids)
        if quantization == "float32" and tokens != converted.search(sample, BOUNDS, beams=1)[0]:
            raise Differs(f"of {sample[:40]!r} it writes other words than its original")
        pairs = zip(original.scores(sample, ids), converted.scores(sample, tokens), strict=True)
        off = fmean(abs(one - other) for one, other in pairs)
        if off > TOLERANCE[quantization]:
            raise Differs(f"it is off by {off:.3f} nats a token; {TOLERANCE[quantization]} may be")


class _Converter(TransformersConverter):  # type: ignore[misc]
    """The library's, which leaves open what is loaded and where BART's norms stand."""

    def load_model(self, model_class: Any, model_name_or_path: str, **settings: Any) -> Any:
        model = model_class.from_pretrained(
            model_name_or_path,
            **{**settings, "dtype": torch.float32},
            use_safetensors=True,
            local_files_only=True,
        )
        for name, value in _NORMS.get(model.config.model_type, {}).items():
            setattr(model.config, name, value)
        if getattr(model.config, "scale_decoder_outputs", None) is False:
            # flan-T5: the library still takes the scaling from whether the embeddings are tied,
            # which transformers now says of every T5.
            model.config.tie_word_embeddings = False
        self._vocabulary = model.config.vocab_size
        return model

    def load_tokenizer(self, tokenizer_class: Any, model_name_or_path: str, **settings: Any) -> Any:
        """The tokenizer, its vocabulary as long as the model's, which is often rounded up."""
        tokenizer = super().load_tokenizer(
            tokenizer_class, model_name_or_path, **settings, local_files_only=True
        )
        unused = range(len(tokenizer), self._vocabulary)
        tokenizer.add_tokens([f"<unused_{number}>" for number in unused])
        return tokenizer
