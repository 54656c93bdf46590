"""Only where the [train] extra is installed."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the [train] extra")
onnx = pytest.importorskip("onnx", reason="needs the [train] extra")

from onnxruntime import InferenceSession  # noqa: E402

from training.export import quantize  # noqa: E402
from training.rounding import RoundedLinear, round_products  # noqa: E402


@pytest.fixture
def layer():
    torch.manual_seed(5)
    layer = torch.nn.Linear(24, 7, bias=False)
    layer.weight.data[3] *= 40  # one output's weights take nothing from the others' precision
    return layer


def as_graph(layer):
    graph = onnx.parser.parse_graph(
        "layer (float[n, 24] x) => (float[n, 7] y) { y = MatMul(x, w) }"
    )
    weights = layer.weight.detach().T.contiguous().numpy()
    graph.initializer.append(onnx.numpy_helper.from_array(weights, "w"))
    return onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 17)])


def test_training_rounds_as_the_embedded_model_does(layer, tmp_path):
    inputs = 3 * torch.randn(5, 24) + 1
    plain, quantized = tmp_path / "plain.onnx", tmp_path / "quantized.onnx"
    onnx.save(as_graph(layer), plain)
    quantize(plain, quantized)
    (deployed,) = InferenceSession(quantized).run(None, {"x": inputs.numpy()})
    exact = layer(inputs).detach().numpy()
    round_products(layer_in := torch.nn.Sequential(layer))
    trained = layer_in(inputs).detach().numpy()
    assert np.allclose(trained, deployed, atol=1e-4)
    assert not np.allclose(exact, deployed, atol=1e-3)


def test_gradients_pass_and_weights_stay_the_same_objects(layer):
    weight = layer.weight
    round_products(torch.nn.Sequential(layer))
    assert isinstance(layer, RoundedLinear)
    assert layer.weight is weight
    layer(torch.randn(2, 24)).sum().backward()
    assert weight.grad.abs().min() > 0
