"""Attention as one operation of ONNX Runtime, instead of the dozen that PyTorch exports."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import NodeProto, helper, numpy_helper

__all__ = ["fuse"]


def fuse(model: onnx.ModelProto, heads: int) -> int:
    """Put MultiHeadAttention in the place of each softmax and what surrounds it; returns how many.

    It sees every place of the input, so windows go through ``model`` one at a time, without padding; what
    made the mask, and the inputs that nothing asks for now, are taken out. Raises ValueError where a
    softmax stands among other operations than those of attention in BERT.
    """
    graph = model.graph
    fused = [_Attention(graph, node) for node in graph.node if node.op_type == "Softmax"]
    instead = {one.last.output[0]: one.node(heads) for one in fused}
    nodes = [instead.get(node.output[0], node) for node in graph.node]
    weights = [*graph.initializer, *(numpy_helper.from_array(one.bias, one.name) for one in fused)]
    nodes = _asked(nodes, {output.name for output in graph.output})
    asked = {name for node in nodes for name in node.input}
    inputs = [one for one in graph.input if one.name in asked]
    made = helper.make_graph(
        nodes, graph.name, inputs, graph.output, [one for one in weights if one.name in asked]
    )
    graph.CopyFrom(made)
    return len(fused)


class _Attention:
    """The operations around one softmax."""

    def __init__(self, graph: onnx.GraphProto, softmax: NodeProto) -> None:
        self._makes = {output: node for node in graph.node for output in node.output}
        self._weights = {one.name: one for one in graph.initializer}
        scores = self._up(softmax.input[0], "Add", "Mul", "MatMul")
        mixed = _down(graph, softmax, "MatMul")
        self.last = _down(graph, _down(graph, mixed, "Transpose"), "Reshape")
        sides = scores.input[0], scores.input[1], mixed.input[1]
        self._sums = [self._up(name, "Transpose", "Reshape", "Add") for name in sides]
        self.name = f"{softmax.name}/bias"

    @property
    def bias(self) -> np.ndarray:
        """That of queries, keys and values."""
        return np.concatenate([numpy_helper.to_array(self._weights[one.input[0]]) for one in self._sums])

    def node(self, heads: int) -> NodeProto:
        """The one operation that gives what the last of the others did."""
        products = [one.input[1] for one in self._sums]
        return helper.make_node(
            "MultiHeadAttention", [*products, self.name], list(self.last.output),
            name=self.name.removesuffix("/bias"), domain="com.microsoft", num_heads=heads,
        )  # fmt: skip

    def _up(self, name: str, *kinds: str) -> NodeProto:
        """The last of a row of operations, each of which makes the first input of the one before."""
        for kind in kinds:
            node = _checked(self._makes[name], kind)
            name = node.input[0]
        return node


def _down(graph: onnx.GraphProto, node: NodeProto, kind: str) -> NodeProto:
    """The operation that takes what ``node`` gives."""
    return _checked(next(one for one in graph.node if node.output[0] in one.input), kind)


def _checked(node: NodeProto, kind: str) -> NodeProto:
    if node.op_type != kind:
        raise ValueError(f"{node.name}: expected {kind}, found {node.op_type}")
    return node


def _asked(nodes: list[NodeProto], outputs: set[str]) -> list[NodeProto]:
    """Those that the outputs rest on."""
    while True:
        asked = outputs | {name for node in nodes for name in node.input}
        kept = [node for node in nodes if asked & set(node.output)]
        if len(kept) == len(nodes):
            return kept
        nodes = kept
