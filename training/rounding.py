"""Train with the errors of int8, so that the embedded model loses nothing by it.

While the learning rate is let down, every product of the token reader is computed from weights and
inputs rounded as `training.export` rounds them; gradients pass as if nothing had been rounded
(Jacob et al., "Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only
Inference", 2018).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.functional import linear

WEIGHT_LEVELS = 64  # either side of zero: seven bits, of which one is the sign
INPUT_LEVELS = 255


class RoundedLinear(nn.Linear):
    """A linear layer that computes in float what the embedded model computes in integers."""

    def forward(self, inputs: Tensor) -> Tensor:
        return linear(round_inputs(inputs), round_weights(self.weight), self.bias)


def round_weights(weights: Tensor) -> Tensor:
    """weights (n_outputs, n_inputs), to WEIGHT_LEVELS steps either side of zero for each output."""
    scale = weights.detach().abs().amax(dim=1).clamp(min=1e-8) / WEIGHT_LEVELS
    zero = torch.zeros_like(scale, dtype=torch.int32)
    return torch.fake_quantize_per_channel_affine(
        weights, scale, zero, 0, -WEIGHT_LEVELS, WEIGHT_LEVELS
    )


def round_inputs(inputs: Tensor) -> Tensor:
    """Any shape, to INPUT_LEVELS steps between the least and the greatest (zero among them)."""
    least, greatest = (extreme.float() for extreme in inputs.detach().aminmax())
    least = least.clamp(max=0)
    scale = (greatest.clamp(min=0) - least).clamp(min=1e-8) / INPUT_LEVELS
    zero = (-least / scale).round().int()
    return torch.fake_quantize_per_tensor_affine(inputs.float(), scale, zero, 0, INPUT_LEVELS)


def round_products(reader: nn.Module) -> None:
    """Have every linear layer of a module round from now on; its weights stay what they are."""
    for module in reader.modules():
        if type(module) is nn.Linear:
            module.__class__ = RoundedLinear
