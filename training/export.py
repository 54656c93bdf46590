"""From a checkpoint to the embedded model: `python -m training.export CHECKPOINT FOLDER`.

Two ONNX graphs: `tokens.onnx` reads one window without padding (ids and cases → token vectors and
label log probabilities), with int8 weights; `sentences.onnx` reads the sentence vectors of a whole
article (→ salience) and stays in float32, for it is small. Then both are compared with torch on
real text, and FOLDER gets a manifest with the sha256 of every file.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn

from service.models.manifest import Manifest, sha256, write_manifest
from training.base_model import base_model_folder
from training.model import HEADS, WIDTH, BriefModel, SentenceReader, TokenReader

# Bounds of the parity check: what int8 may cost. Measured on held articles: see the model card.
MOST_DISAGREEING_LABELS = 0.02
LEAST_RANK_CORRELATION = 0.95


class WindowReader(nn.Module):
    """The token reader as it is deployed: one window, nothing padded, log probabilities out."""

    def __init__(self, reader: TokenReader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, cases: Tensor) -> tuple[Tensor, Tensor]:
        """ids, cases: (1, length) → vectors (length, WIDTH), labels (length, n_labels)."""
        vectors = self.reader.bert(input_ids=ids, token_type_ids=cases).last_hidden_state
        return vectors[0], self.reader.labels(vectors)[0].log_softmax(dim=-1)


class ArticleReader(nn.Module):
    """The sentence reader as it is deployed: one article, probabilities out."""

    def __init__(self, reader: SentenceReader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, sentences: Tensor) -> Tensor:
        """sentences: (n_sentences, WIDTH) → salience (n_sentences,), 0 to 1."""
        return self.reader(sentences[None])[0].sigmoid()


def load_checkpoint(file: Path) -> BriefModel:
    """The trained network in eval mode, with attention spelled out so that it can be fused."""
    model = BriefModel(attention="eager")
    model.load_state_dict(torch.load(file, map_location="cpu", weights_only=True)["model"])
    return model.eval()


def export_tokens(model: BriefModel, file: Path) -> None:
    """Trace, fuse attention and layer norms, and quantise the weights."""
    ids = torch.randint(1000, 2000, (1, 16))
    with tempfile.TemporaryDirectory() as folder:
        traced, fused = Path(folder, "traced.onnx"), Path(folder, "fused.onnx")
        torch.onnx.export(
            WindowReader(model.tokens),
            (ids, torch.zeros_like(ids)),
            str(traced),
            input_names=["ids", "cases"],
            output_names=["vectors", "labels"],
            dynamic_axes={"ids": {1: "length"}, "cases": {1: "length"}},
            dynamo=False,
        )
        optimize_model(
            str(traced), "bert", num_heads=HEADS, hidden_size=WIDTH, optimization_options=_fusions()
        ).save_model_to_file(str(fused))
        quantize(fused, file)


def quantize(graph: Path, file: Path) -> None:
    """Weights to int8; what they are multiplied with is rounded when it comes.

    Seven bits of the eight: on processors without VNNI the eighth can overflow in the product.
    """
    quantize_dynamic(
        graph,
        file,
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},  # of fused nodes
    )


def _fusions() -> FusionOptions:
    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False  # its quantised form is slower than what it replaces
    return options


def export_sentences(model: BriefModel, file: Path) -> None:
    torch.onnx.export(
        ArticleReader(model.sentences),
        (torch.zeros(9, WIDTH),),
        str(file),
        input_names=["sentences"],
        output_names=["salience"],
        dynamic_axes={"sentences": {0: "n_sentences"}},
        dynamo=False,
    )


def check_parity(model: BriefModel, folder: Path, windows: list[tuple[Tensor, Tensor]]) -> str:
    """Compare both graphs with torch on windows of real text; raises where int8 costs too much."""
    tokens = onnxruntime.InferenceSession(folder / "tokens.onnx")
    sentences = onnxruntime.InferenceSession(folder / "sentences.onnx")
    disagreeing, correlations = [], []
    for ids, cases in windows:
        with torch.no_grad():
            vectors, labels = WindowReader(model.tokens)(ids, cases)
            means = torch.stack([chunk.mean(dim=0) for chunk in vectors.split(25)])
            salience = ArticleReader(model.sentences)(means)
        got_vectors, got_labels = tokens.run(None, {"ids": ids.numpy(), "cases": cases.numpy()})
        got_means = np.stack(
            [c.mean(axis=0) for c in np.split(got_vectors, range(25, len(got_vectors), 25))]
        )
        (got,) = sentences.run(None, {"sentences": got_means})
        disagreeing.append((got_labels.argmax(-1) != labels.argmax(-1).numpy()).mean())
        correlations.append(np.corrcoef(got, salience.numpy())[0, 1])
    labels_off, correlation = float(np.mean(disagreeing)), float(np.mean(correlations))
    report = f"labels that differ {labels_off:.4f}, correlation of salience {correlation:.4f}"
    if labels_off > MOST_DISAGREEING_LABELS or correlation < LEAST_RANK_CORRELATION:
        raise SystemExit(f"the quantised model is not the trained one: {report}")
    return report


def held_windows(prepared: Path, n: int = 40) -> list[tuple[Tensor, Tensor]]:
    """The first windows of some held articles, as ids and cases (1, length)."""
    from training.batches import Articles, cut, pack_windows

    articles = Articles(prepared / "summaries_dev.npz")
    packed = [pack_windows([cut(articles[i], tokens=500)]) for i in range(n)]
    return [(w.ids, w.cases) for w in packed]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("prepared", type=Path)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    model = load_checkpoint(asked.checkpoint)
    asked.folder.mkdir(parents=True, exist_ok=True)
    export_tokens(model, asked.folder / "tokens.onnx")
    export_sentences(model, asked.folder / "sentences.onnx")
    shutil.copyfile(base_model_folder() / "tokenizer.json", asked.folder / "tokenizer.json")
    print(check_parity(model, asked.folder, held_windows(asked.prepared)))
    manifest = Manifest(
        name="briefs-minilm",
        # The day, and which weights: what is remembered of other weights is never taken for theirs.
        version=f"{datetime.now(UTC):%Y.%m.%d}.{sha256(asked.folder / 'tokens.onnx')[:6]}",
        kind="embedded",
        languages=("en",),
        licence="Apache-2.0",
        base="sentence-transformers/all-MiniLM-L6-v2",
        files={},
    )
    write_manifest(asked.folder, manifest)


if __name__ == "__main__":
    main()
