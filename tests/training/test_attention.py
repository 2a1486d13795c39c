"""Attention as one operation says what the dozen say that it stands for."""

import numpy as np
import pytest

onnx = pytest.importorskip("onnx", reason="training's requirements are not installed")

import onnxruntime  # noqa: E402 (behind what may skip it)
from onnx import TensorProto, helper, numpy_helper  # noqa: E402

from training.attention import fuse  # noqa: E402

WIDTH, HEADS = 8, 2


def _model(activation: str = "Softmax") -> "onnx.ModelProto":
    """Attention over (1, places, WIDTH) as PyTorch exports it, with a mask."""
    drawn = np.random.default_rng(3)
    weights = {f"{part}_{kind}": drawn.normal(size=size) for part in ("query", "key", "value")
               for kind, size in (("weight", (WIDTH, WIDTH)), ("bias", WIDTH))}  # fmt: skip
    nodes = []
    for part, order in (("query", (0, 2, 1, 3)), ("key", (0, 2, 3, 1)), ("value", (0, 2, 1, 3))):
        nodes += [
            helper.make_node("MatMul", ["state", f"{part}_weight"], [f"{part}_product"]),
            helper.make_node("Add", [f"{part}_bias", f"{part}_product"], [f"{part}_sum"]),
            helper.make_node("Reshape", [f"{part}_sum", "apart"], [f"{part}_heads"]),
            helper.make_node("Transpose", [f"{part}_heads"], [part], perm=order),
        ]
    nodes += [
        helper.make_node("MatMul", ["query", "key"], ["raw"]),
        helper.make_node("Mul", ["raw", "scale"], ["scaled"]),
        helper.make_node("Add", ["scaled", "mask"], ["masked"]),
        helper.make_node(activation, ["masked"], ["shares"], name="softmax"),
        helper.make_node("MatMul", ["shares", "value"], ["mixed"]),
        helper.make_node("Transpose", ["mixed"], ["turned"], perm=(0, 2, 1, 3)),
        helper.make_node("Reshape", ["turned", "together"], ["found"]),
    ]
    fixed = [numpy_helper.from_array(value.astype(np.float32), name) for name, value in weights.items()]
    fixed += [
        numpy_helper.from_array(np.array([1, -1, HEADS, WIDTH // HEADS]), "apart"),
        numpy_helper.from_array(np.array([1, -1, WIDTH]), "together"),
        numpy_helper.from_array(np.float32((WIDTH // HEADS) ** -0.5), "scale"),
    ]
    inputs = [helper.make_tensor_value_info("state", TensorProto.FLOAT, (1, None, WIDTH)),
              helper.make_tensor_value_info("mask", TensorProto.FLOAT, (1, 1, 1, None))]  # fmt: skip
    outputs = [helper.make_tensor_value_info("found", TensorProto.FLOAT, None)]
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    graph = helper.make_graph(nodes, "attention", inputs, outputs, fixed)
    return helper.make_model(graph, opset_imports=opsets, ir_version=8)


def _run(model: "onnx.ModelProto", state: np.ndarray) -> np.ndarray:
    session = onnxruntime.InferenceSession(model.SerializeToString())
    given = {"state": state, "mask": np.zeros((1, 1, 1, state.shape[1]), np.float32)}
    return session.run(None, {one.name: given[one.name] for one in session.get_inputs()})[0]


@pytest.mark.parametrize("places", [1, 5, 200])
def test_the_same_comes_out(places: int) -> None:
    state = np.random.default_rng(5).normal(size=(1, places, WIDTH)).astype(np.float32)
    model = _model()
    before = _run(model, state)
    fuse(model, [HEADS])
    assert [node.op_type for node in model.graph.node] == ["MatMul", "Add"] * 3 + ["MultiHeadAttention"]
    assert [one.name for one in model.graph.input] == ["state"]
    assert _run(model, state) == pytest.approx(before, abs=1e-4)


def test_another_graph_is_refused() -> None:
    model = _model()
    next(node for node in model.graph.node if node.output[0] == "scaled").op_type = "Sub"
    with pytest.raises(ValueError, match="expected Mul or Div, found Sub"):
        fuse(model, [HEADS])
