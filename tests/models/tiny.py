"""Tiny models of every architecture, with real tokenizers, taught for seconds to summarise."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from pathlib import Path

import sentencepiece
import torch
import transformers
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers

from tests.models.stories import story

STEPS, BATCH, RATE = 200, 24, 5e-3
SIZES = {"d_model": 64, "vocab_size": 768}
_LAYERS = {
    "encoder_layers": 2, "decoder_layers": 2, "encoder_attention_heads": 4,
    "decoder_attention_heads": 4, "encoder_ffn_dim": 128, "decoder_ffn_dim": 128, "dropout": 0.0,
}  # fmt: skip
_BART = {**SIZES, **_LAYERS, "max_position_embeddings": 320}
_T5 = {
    **SIZES, "d_kv": 16, "d_ff": 128, "num_layers": 2, "num_heads": 4, "dropout_rate": 0.0,
    "decoder_start_token_id": 0, "n_positions": 320,
}  # fmt: skip
_CNN = {
    "num_beams": 4, "length_penalty": 2.0, "no_repeat_ngram_size": 3, "max_length": 80,
    "min_length": 8, "early_stopping": True,
}  # fmt: skip


def bart() -> transformers.PreTrainedModel:
    config = transformers.BartConfig(**_BART, forced_bos_token_id=0)
    return transformers.BartForConditionalGeneration(config)


def mbart() -> transformers.PreTrainedModel:
    config = transformers.MBartConfig(**_BART, scale_embedding=True)
    return transformers.MBartForConditionalGeneration(config)


def pegasus() -> transformers.PreTrainedModel:
    config = transformers.PegasusConfig(**_BART, scale_embedding=True, pad_token_id=0,
                                        eos_token_id=1, decoder_start_token_id=0,
                                        forced_eos_token_id=1)  # fmt: skip
    return transformers.PegasusForConditionalGeneration(config)


def t5() -> transformers.PreTrainedModel:
    return transformers.T5ForConditionalGeneration(transformers.T5Config(**_T5))


def flan_t5() -> transformers.PreTrainedModel:
    config = transformers.T5Config(**_T5, feed_forward_proj="gated-gelu", tie_word_embeddings=False)
    return transformers.T5ForConditionalGeneration(config)


def led() -> transformers.PreTrainedModel:
    sizes = {**SIZES, **_LAYERS, "max_encoder_position_embeddings": 640,
             "max_decoder_position_embeddings": 320, "attention_window": [32, 32]}  # fmt: skip
    return transformers.LEDForConditionalGeneration(transformers.LEDConfig(**sizes))


def longt5() -> transformers.PreTrainedModel:
    config = transformers.LongT5Config(**_T5, encoder_attention_type="transient-global",
                                       local_radius=31, global_block_size=16)  # fmt: skip
    return transformers.LongT5ForConditionalGeneration(config)


MODELS = {f.__name__: f for f in (bart, mbart, pegasus, t5, flan_t5, led, longt5)}
CONVERTED = ("bart", "mbart", "pegasus", "t5", "flan_t5")


def make(name: str, folder: Path) -> Path:
    """`folder` as the hub would hand it out: weights, settings, tokenizer and a card."""
    torch.manual_seed(0)
    torch.set_num_threads(1)  # its threads would spin against everybody else's
    tokenizer = _tokenizer(name, folder)
    model = MODELS[name]()
    if name == "mbart":
        model.config.decoder_start_token_id = tokenizer.convert_tokens_to_ids("en_XX")
        model.generation_config.decoder_start_token_id = model.config.decoder_start_token_id
    assert len(tokenizer) <= model.config.vocab_size, len(tokenizer)
    _teach(model, tokenizer, prompt="summarize: " if name in ("t5", "flan_t5") else "")
    model.save_pretrained(folder)
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(
        json.dumps({**config, "task_specific_params": {"summarization": _CNN}})
    )
    (folder / "README.md").write_text("---\nlanguage: en\nlicense: apache-2.0\n---\n# Tiny\n")
    return folder


def _teach(model: transformers.PreTrainedModel, tokenizer, prompt: str) -> None:
    optimizer = torch.optim.Adam(model.parameters(), lr=RATE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=STEPS)
    model.train()
    for step in range(STEPS):
        stories = [story(step * BATCH + i) for i in range(BATCH)]
        batch = tokenizer([prompt + a for a, _ in stories], return_tensors="pt", padding=True)
        labels = tokenizer([s for _, s in stories], return_tensors="pt", padding=True).input_ids
        labels[labels == tokenizer.pad_token_id] = -100
        inputs = {"input_ids": batch.input_ids, "attention_mask": batch.attention_mask}
        loss = model(**inputs, labels=labels).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
    model.eval()


def _texts() -> Iterable[str]:
    """Other stories, once more with commas: sentencepiece looks for what different words share."""
    for seed in range(200):
        text = story(-1 - seed)[0]
        yield from (text, text.replace(" ", ", "))


def _tokenizer(name: str, folder: Path):
    folder.mkdir(parents=True, exist_ok=True)
    if name in ("bart", "led"):
        return _byte_pairs(folder)
    return _sentencepiece(name, folder)


def _byte_pairs(folder: Path):
    """BART's: byte pairs, between <s> and </s>."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(vocab_size=700, special_tokens=special, initial_alphabet=alphabet)
    tokenizer.train_from_iterator(_texts(), trainer)
    tokenizer.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0))
    fast = transformers.PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, bos_token="<s>", eos_token="</s>", pad_token="<pad>",
        unk_token="<unk>", cls_token="<s>", sep_token="</s>", mask_token="<mask>",
    )  # fmt: skip
    fast.save_pretrained(folder)
    return fast


def _sentencepiece(name: str, folder: Path):
    """T5's, Pegasus' and mBART's: a sentencepiece file, as most of them have on the hub."""
    file = io.BytesIO()
    ids = {
        "pegasus": {"pad_id": 0, "eos_id": 1, "unk_id": 2, "bos_id": -1},
        "mbart": {"pad_id": -1, "unk_id": 0, "bos_id": 1, "eos_id": 2},
    }.get(name, {"pad_id": 0, "eos_id": 1, "unk_id": 2, "bos_id": -1})
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(_texts()), model_writer=file, vocab_size=400, minloglevel=2,
        hard_vocab_limit=False, model_type="unigram", character_coverage=1.0, **ids,
    )  # fmt: skip
    kind = {"pegasus": "Pegasus", "mbart": "MBart"}.get(name, "T5")
    names = {"Pegasus": "spiece.model", "MBart": "sentencepiece.bpe.model", "T5": "spiece.model"}
    (folder / names[kind]).write_bytes(file.getvalue())
    (folder / "tokenizer_config.json").write_text(
        json.dumps({"tokenizer_class": f"{kind}Tokenizer"})
    )
    return transformers.AutoTokenizer.from_pretrained(folder)
