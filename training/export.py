"""Export a checkpoint to the package's ONNX files: python -m training.export CHECKPOINT --base FOLDER."""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from training.attention import fuse
from training.labels import ENTITY, ROLE, UPOS
from training.losses import Losses, load
from training.network import HEAD, ROLE_HEADS, SPAN, Network

__all__ = ["export"]

MODEL = Path(__file__).parents[1] / "src/sayso/reading/model"


class _Encoder(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor, words: Tensor) -> tuple[Tensor, ...]:
        found = self.network(ids, features, mask, words)
        arcs = found.arc_dependent @ found.arc_head.transpose(1, 2)
        return arcs, *(getattr(found, name) for name in OUTPUTS[1:])


OUTPUTS = ("arcs", "tags", "relation_dependent", "relation_head", "role_word", "role_anchor")


def export(
    model: Losses, relations: list[str], base: Path, out: Path, settings: dict, quantise: bool
) -> None:
    """Write the three graphs, the labels and the vocabulary into ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    ids = torch.randint(1000, 2000, (2, 16))
    ones, words = torch.ones_like(ids), torch.arange(1, 11).expand(2, -1)
    sequence = {0: "windows", 1: "pieces"}
    inputs = {"ids": sequence, "features": sequence, "mask": sequence, "words": {0: "windows", 1: "words"}}
    layers = model.network.bert.encoder.layer
    _graph(
        _Encoder(model.network), (ids, ones, ones, words), inputs, OUTPUTS, out / "encoder.onnx", quantise,
        [layer.attention.self.query.out_features // HEAD for layer in layers],
    )  # fmt: skip
    pair = torch.randn(
        7, model.network.relation_head.sum.in_features + model.network.relation_head.product.in_features
    )
    rows = {0: "words"}
    _graph(
        model.network.relation_head, (pair, pair), {"dependent": rows, "head": rows}, ["relations"],
        out / "relations.onnx", False,
    )  # fmt: skip
    width = model.network.roles.out_features // 2
    around = {0: "cues", 1: "words"}
    _graph(
        model.network.role_head,
        (torch.randn(3, 9, width), torch.randn(3, width), ids.new_ones(3, 9), torch.ones(3, 9)),
        {"word": around, "anchor": {0: "cues"}, "distance": around, "mask": around},
        ["emissions"], out / "roles.onnx", quantise, [ROLE_HEADS],
    )  # fmt: skip
    labels = {"upos": UPOS, "entity": ENTITY, "role": ROLE, "relations": relations, "span": SPAN, **settings}
    labels["transitions"] = [[round(v, 4) for v in row] for row in model.crf.transitions.tolist()]
    (out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
    shutil.copy(base / "vocab.txt", out / "vocab.txt")


def _graph(
    module: nn.Module,
    example: tuple,
    inputs: dict,
    outputs: list[str] | tuple[str, ...],
    path: Path,
    quantise: bool,
    heads: Sequence[int] = (),
) -> None:
    """Export a module; where ``quantise``, in int8, with attention of so many ``heads`` as one operation."""
    axes = {**inputs, **{name: {0: "rows"} for name in outputs}}
    with tempfile.TemporaryDirectory() as folder:
        plain, ready = Path(folder) / "plain.onnx", Path(folder) / "ready.onnx"
        torch.onnx.export(
            module.eval(), example, str(plain), input_names=list(inputs), output_names=list(outputs),
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        if not quantise:
            shutil.copy(plain, path)
            return
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready), str(path), weight_type=QuantType.QInt8, per_channel=True, reduce_range=False
        )
    model = onnx.load(str(path))
    fuse(model, heads)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def main() -> None:
    """Export from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--exact", action="store_true", help="do not quantise")
    args = parser.parse_args()
    settings = {"calibration": [1.0, 1.0, -1.0], "cue_logit": -1.0, "threshold": 0.5}
    known = args.out / "labels.json"
    if known.exists():
        row = json.loads(known.read_text(encoding="utf-8"))
        settings = {name: row[name] for name in settings}
    export(*load(args.checkpoint, args.base), args.base, args.out, settings, not args.exact)


if __name__ == "__main__":
    main()
