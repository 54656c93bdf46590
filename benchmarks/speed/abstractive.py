"""`python -m benchmarks.speed.abstractive`: torch beside CTranslate2 on distilbart's exact shape.

Randomly initialised weights of distilbart-cnn-12-6 (306 million), because a benchmark fetches
nothing: what they write is noise, what it costs is not. An article of 700 tokens, 80 new ones.
Each figure is the best of some runs in a process of its own; MB are its peak. On a machine
that does other things too, the processors' seconds tell more than the clock's.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

READ, WRITTEN = 700, 80
SHAPE = {
    "vocab_size": 50264,
    "d_model": 1024,
    "encoder_layers": 12,
    "decoder_layers": 6,
    "encoder_attention_heads": 16,
    "decoder_attention_heads": 16,
    "encoder_ffn_dim": 4096,
    "decoder_ffn_dim": 4096,
    "max_position_embeddings": 1024,
}


@dataclass(frozen=True, slots=True)
class Case:
    """One way to write the summary."""

    runtime: str  # torch, or a weight type of CTranslate2
    beams: int
    threads: int
    mapped: bool = False  # only the article's own tokens and the commonest can be written


CASES = (
    *(Case("torch", beams, threads) for beams in (4, 1) for threads in (2, 1)),
    *(Case("int8", beams, threads) for beams in (4, 1) for threads in (2, 1)),
    Case("int8", 4, 2, mapped=True),
)


def make_models(room: Path) -> None:
    """distilbart's shape with random weights, for torch and converted, under `room`."""
    import torch
    import transformers
    from tokenizers import Tokenizer, models, pre_tokenizers

    from service.models.convert import convert

    torch.manual_seed(0)
    words = {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3}
    words |= {f"w{number}": number for number in range(4, SHAPE["vocab_size"])}
    tokenizer = Tokenizer(models.WordLevel(words, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    fast = transformers.PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, bos_token="<s>", eos_token="</s>", unk_token="<unk>"
    )
    config = transformers.BartConfig(**SHAPE)
    source = room / "torch"
    transformers.BartForConditionalGeneration(config).save_pretrained(source)
    fast.save_pretrained(source)
    convert(source, room / "int8", "int8")
    fast.backend_tokenizer.save(str(room / "int8" / "tokenizer.json"))
    _write_map(room / "int8" / "vmap.txt")


def _write_map(file: Path, common: int = 8_000) -> None:
    """CTranslate2's vocabulary map: each token stands for itself, and `common` ones for nothing."""
    always = " ".join(["<s>", "</s>", *(f"w{number}" for number in range(4, common))])
    own = (f"w{number}\tw{number}" for number in range(common, SHAPE["vocab_size"]))
    file.write_text("\n".join([f"\t{always}", *own]) + "\n")


def run_case(room: Path, case: Case, *, rounds: int) -> tuple[float, float, float]:
    """Seconds of the fastest run, of the thriftiest one's processors, and peak memory in MB."""
    work = _torch(room, case) if case.runtime == "torch" else _ctranslate2(room, case)
    times, processors = [], []
    for _ in range(rounds + 1):  # the first is not counted
        began, busy = time.perf_counter(), time.process_time()
        work()
        times.append(time.perf_counter() - began)
        processors.append(time.process_time() - busy)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return min(times[1:]), min(processors[1:]), peak


def _settings(case: Case) -> Any:
    from service.models.generation import Generation

    return Generation(window=1024, longest=1020, beams=case.beams, length_penalty=2.0)


def _article() -> str:
    return " ".join(f"w{1000 + 61 * number % 49_000}" for number in range(READ))


def _torch(room: Path, case: Case) -> Callable[[], object]:
    from service.models.torch_rewriter import TorchRewriter

    rewriter = TorchRewriter(room / "torch", _settings(case), threads=case.threads)
    return lambda: rewriter.search(_article(), (WRITTEN, WRITTEN), beams=case.beams)


def _ctranslate2(room: Path, case: Case) -> Callable[[], object]:
    import ctranslate2

    translator = ctranslate2.Translator(str(room / "int8"), intra_threads=case.threads)
    return lambda: translator.translate_batch(
        [_article().split()],
        beam_size=case.beams,
        num_hypotheses=case.beams,
        length_penalty=2.0,
        no_repeat_ngram_size=3,
        min_decoding_length=WRITTEN,
        max_decoding_length=WRITTEN,
        use_vmap=case.mapped,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--only", help="a runtime, such as int8")
    parser.add_argument("--case", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--room", type=Path, help="where the models are, or are to be, kept")
    asked = parser.parse_args()
    if asked.case is not None:
        print(json.dumps(run_case(asked.room, CASES[asked.case], rounds=asked.rounds)))
        return
    with tempfile.TemporaryDirectory() as spare:
        room = asked.room or Path(spare)
        if not (room / "int8" / "vmap.txt").exists():
            make_models(room)
        print_table(room, rounds=asked.rounds, only=asked.only)


def print_table(room: Path, *, rounds: int, only: str | None) -> None:
    print(f"\nabstractive: {READ} tokens read, {WRITTEN} written, distilbart-cnn-12-6's shape")
    for number, case in enumerate(CASES):
        if only not in (None, case.runtime):
            continue
        done = subprocess.run(
            [
                *(sys.executable, "-m", "benchmarks.speed.abstractive", "--room", str(room)),
                *("--case", str(number), "--rounds", str(rounds)),
            ],
            env={**os.environ, "OMP_WAIT_POLICY": "PASSIVE"},  # a busy machine's threads would spin
            capture_output=True,
            text=True,
            check=True,
        )
        seconds, busy, megabytes = json.loads(done.stdout.splitlines()[-1])
        name = case.runtime if case.runtime == "torch" else f"CTranslate2 {case.runtime}"
        name += ", vocabulary map" if case.mapped else ""
        print(
            f"  {name:<34} {case.beams} beams  {case.threads} threads  "
            f"{seconds:6.2f} s  {busy:6.2f} s of processors  {megabytes:6.0f} MB",
            flush=True,
        )


if __name__ == "__main__":
    main()
