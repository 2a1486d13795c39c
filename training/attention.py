"""Attention as one operation of ONNX Runtime, instead of the dozen that PyTorch exports."""

from __future__ import annotations

from collections.abc import Sequence

import onnx
from onnx import NodeProto, helper

__all__ = ["fuse"]

DOMAIN = "com.microsoft"


def fuse(model: onnx.ModelProto, heads: Sequence[int]) -> None:
    """Put MultiHeadAttention in the place of each softmax and what surrounds it.

    ``heads`` is how many each has, in order. It sees every place of the input, so what goes through ``model``
    at once is of one length, without padding; what made the mask, and the inputs that nothing asks for now,
    are taken out. Raises ValueError where a softmax stands among other operations than those of attention.
    """
    graph = model.graph
    found = [_Attention(graph, node) for node in graph.node if node.op_type == "Softmax"]
    instead = {one.last.output[0]: one.node(count) for one, count in zip(found, heads, strict=True)}
    nodes = [instead.get(node.output[0], node) for node in graph.node]
    nodes = _asked(nodes, {output.name for output in graph.output})
    asked = {name for node in nodes for name in node.input}
    inputs = [one for one in graph.input if one.name in asked]
    weights = [one for one in graph.initializer if one.name in asked]
    graph.CopyFrom(helper.make_graph(nodes, graph.name, inputs, graph.output, weights))
    if all(one.domain != DOMAIN for one in model.opset_import):
        model.opset_import.append(helper.make_opsetid(DOMAIN, 1))


class _Attention:
    """The operations around one softmax."""

    def __init__(self, graph: onnx.GraphProto, softmax: NodeProto) -> None:
        self._makes = {output: node for node in graph.node for output in node.output}
        scores = self._up(softmax.input[0], ["Add"], ["Mul", "Div"], ["MatMul"])
        mixed = _down(graph, softmax, "MatMul")
        self.last = _down(graph, _down(graph, mixed, "Transpose"), "Reshape")
        sides = scores.input[0], scores.input[1], mixed.input[1]
        self.parts = [self._up(name, ["Transpose"], ["Reshape"]).input[0] for name in sides]

    def node(self, heads: int) -> NodeProto:
        """The one operation that gives what the last of the others did."""
        return helper.make_node(
            "MultiHeadAttention", self.parts, list(self.last.output),
            name=self.last.name, domain=DOMAIN, num_heads=heads,
        )  # fmt: skip

    def _up(self, name: str, *kinds: Sequence[str]) -> NodeProto:
        """The last of a row of operations, each of which makes the first input of the one before."""
        for kind in kinds:
            node = _checked(self._makes[name], *kind)
            name = node.input[0]
        return node


def _down(graph: onnx.GraphProto, node: NodeProto, kind: str) -> NodeProto:
    """The operation that takes what ``node`` gives."""
    return _checked(next(one for one in graph.node if node.output[0] in one.input), kind)


def _checked(node: NodeProto, *kinds: str) -> NodeProto:
    if node.op_type not in kinds:
        raise ValueError(f"{node.name}: expected {' or '.join(kinds)}, found {node.op_type}")
    return node


def _asked(nodes: list[NodeProto], outputs: set[str]) -> list[NodeProto]:
    """Those that the outputs rest on."""
    while True:
        asked = outputs | {name for node in nodes for name in node.input}
        kept = [node for node in nodes if asked & set(node.output)]
        if len(kept) == len(nodes):
            return kept
        nodes = kept
