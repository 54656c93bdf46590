"""From the embedded model back to a checkpoint: `python -m training.restore MODEL CHECKPOINT`.

The committed weights are all that outlives a training machine. Their int8 form differs from what
was trained by half a quantisation step, which a few hundred steps of further training mend.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from training.model import BriefModel

Arrays = dict[str, NDArray[np.generic]]
_EMBEDDING = re.compile(r"reader\.(bert\.embeddings\.\w+\.weight)_quantized")
_PLAIN = re.compile(r"reader\.((?:bert|labels)\.[\w.]+)")


def restore(folder: Path) -> dict[str, Tensor]:
    """The state of a BriefModel from its exported graphs."""
    tokens = onnx.load(folder / "tokens.onnx")
    sentences = onnx.load(folder / "sentences.onnx")
    state = {f"tokens.{name}": value for name, value in _token_weights(tokens).items()}
    state |= {f"sentences.{name}": value for name, value in _sentence_weights(sentences).items()}
    return {name: torch.from_numpy(np.array(value)) for name, value in state.items()}


def _constants(graph: onnx.ModelProto) -> Arrays:
    return {c.name: numpy_helper.to_array(c) for c in graph.graph.initializer}


def _dequantised(constants: Arrays, name: str) -> NDArray[np.float32]:
    """The weights that `name_quantized` stands for: one scale for all, or one for each column."""
    whole = constants[f"{name}_quantized"].astype(np.float32)
    zero = constants[f"{name}_zero_point"].astype(np.float32)
    scale: NDArray[np.float32] = constants[f"{name}_scale"].astype(np.float32)
    return (whole - zero) * scale


def _token_weights(graph: onnx.ModelProto) -> Arrays:
    constants = _constants(graph)
    weights: Arrays = {}
    for name, value in constants.items():
        if embedding := _EMBEDDING.fullmatch(name):
            weights[embedding[1]] = _dequantised(constants, name.removesuffix("_quantized"))
        elif (plain := _PLAIN.fullmatch(name)) and value.dtype == np.float32 and value.ndim:
            weights[plain[1]] = value
    for node in graph.graph.node:
        if node.op_type == "MatMulInteger":  # "/bert/…/key/MatMul_output_0_output_quantized"
            layer = node.output[0].partition("/MatMul")[0].strip("/").replace("/", ".")
            matrix = _dequantised(constants, node.input[1].removesuffix("_quantized"))
            weights[f"{layer}.weight"] = matrix.T
    return weights


def _sentence_weights(graph: onnx.ModelProto) -> Arrays:
    constants = _constants(graph)
    weights: Arrays = {
        name.removeprefix("reader."): value
        for name, value in constants.items()
        if name.startswith("reader.")
    }
    for node in graph.graph.node:
        if node.op_type == "GRU":
            weights |= _gru_weights(*(constants[name] for name in node.input[1:4]))
        elif node.op_type == "MatMul" and node.input[1] in constants:
            layer = node.output[0].split("/")[-2]  # "/reader/mix/MatMul_output_0"
            weights[f"{layer}.weight"] = constants[node.input[1]].T
    return weights


def _gru_weights(
    inputs: NDArray[np.generic], states: NDArray[np.generic], biases: NDArray[np.generic]
) -> Arrays:
    """ONNX orders a GRU's gates update, reset, new; torch reset, update, new."""
    weights: Arrays = {}
    for direction, suffix in enumerate(("l0", "l0_reverse")):
        of_inputs, of_states = np.split(biases[direction], 2)
        parts = {
            "weight_ih": inputs[direction],
            "weight_hh": states[direction],
            "bias_ih": of_inputs,
            "bias_hh": of_states,
        }
        for name, value in parts.items():
            update, reset, new = np.split(value, 3)
            weights[f"over_article.{name}_{suffix}"] = np.concatenate([reset, update, new])
    return weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("checkpoint", type=Path)
    asked = parser.parse_args()
    model = BriefModel()
    model.load_state_dict(restore(asked.model))
    asked.checkpoint.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"model": model.state_dict(), "step": 0}, asked.checkpoint)


if __name__ == "__main__":
    main()
