"""The encoder against the core: its multiplications a second, and the most that int8 gives there.

The peak is the best of a few large products of bytes (ONNX's MatMulInteger), in the same process and on
the same core. The encoder's are those of its weights, for every token that it is given, padding
included; what attention multiplies with itself is left out, so its figure is a lower bound.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from sayso.intake.report import Report
from sayso.reading import Reader
from sayso.reading.network import MODEL, Network
from sayso.reading.windows import Inputs

from .scores import percent

__all__ = ["figures", "multiplications", "peak"]

SHAPES = ((512, 1024, 1024), (1024, 384, 1536), (256, 2048, 2048))
SECONDS = 1.0
PRODUCTS = frozenset({"MatMul", "Gemm", "MatMulInteger", "MatMulIntegerToFloat", "DynamicQuantizeMatMul"})


@dataclass(slots=True)
class _Calls:
    """What the model was given, and how long it took over it."""

    seconds: float = 0.0
    tokens: int = 0
    padding: int = 0


def figures(articles: Sequence[str]) -> dict[str, float]:
    """The encoder's billions of operations a second over the articles, and the core's at best."""
    calls = _Calls()
    reader = Reader(processes=1)
    reports = [Report.of(article) for article in articles]
    reader.read(reports[0])
    _watch(calls)
    start = time.perf_counter()
    for _ in reader.read_many(reports):
        pass
    taken = time.perf_counter() - start
    best = peak()
    per_token = multiplications(MODEL / "encoder.onnx")
    reached = 2 * per_token * calls.tokens / calls.seconds / 1e9
    return {
        "share of all time, %": percent(calls.seconds, taken),
        "tokens an article": calls.tokens / len(articles),
        "padding, %": percent(calls.padding, calls.tokens),
        "million multiplications a token": per_token / 1e6,
        "encoder, GOPS": reached,
        "int8 peak, GOPS": best,
        "of the peak, %": percent(reached, best),
    }


def multiplications(model: Path) -> int:
    """The weights that every token is multiplied with."""
    graph = onnx.load(model).graph
    weights = {tensor.name: tensor for tensor in graph.initializer}
    return sum(
        int(np.prod(weights[name].dims))
        for node in graph.node
        if node.op_type in PRODUCTS
        for name in node.input[1:2]
        if name in weights
    )


def peak() -> float:
    """The most billions of int8 operations a second that one thread reaches."""
    return max(_product(*shape) for shape in SHAPES)


def _product(rows: int, inner: int, columns: int) -> float:
    random = np.random.default_rng(2)
    weights = random.integers(-64, 64, (inner, columns), dtype=np.int8)
    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["a", "b"], ["c"])],
        "product",
        [helper.make_tensor_value_info("a", TensorProto.UINT8, (rows, inner))],
        [helper.make_tensor_value_info("c", TensorProto.INT32, (rows, columns))],
        [numpy_helper.from_array(weights, "b")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    given = {"a": random.integers(0, 255, (rows, inner), dtype=np.uint8)}
    session.run(None, given)
    done, start = 0, time.perf_counter()
    while (taken := time.perf_counter() - start) < SECONDS:
        session.run(None, given)
        done += 1
    return done * 2 * rows * inner * columns / taken / 1e9


def _watch(calls: _Calls) -> None:
    """Time the encoder's runs from now on; only for a process that ends after measuring."""
    encode = Network.encode

    def timed(self: Network, given: Inputs) -> dict[str, Any]:
        start = time.perf_counter()
        found = encode(self, given)
        calls.seconds += time.perf_counter() - start
        calls.tokens += given["ids"].size
        calls.padding += int((given["mask"] == 0).sum())
        return found

    Network.encode = timed  # type: ignore[assignment, method-assign]


if __name__ == "__main__":
    print(f"int8 peak of this core: {peak():.1f} GOPS")
