"""Make a checkpoint of the package's ONNX files, to train on where no checkpoint is left.

    python -m training.restore --base FOLDER --out FILE [--model FOLDER]

The weights come back as the int8 files have them, each within half a step of what was exported.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from sayso.reading.network import MODEL
from training.losses import Losses
from training.network import Network, encoder, resize

__all__ = ["main", "weights"]

GRAPHS = {"encoder": "", "roles": "network.role_head.", "relations": "network.relation_head."}
"""Each graph's file, and what its names lack to be those of ``Losses``."""


def weights(path: Path, prefix: str) -> dict[str, Tensor]:
    """A graph's parameters by their names in the network, those in int8 turned back to floats."""
    graph = onnx.load(str(path)).graph
    arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}

    def real(name: str) -> np.ndarray:
        steps = arrays[f"{name}_quantized"].astype(np.float32) - arrays[f"{name}_zero_point"]
        return steps * arrays[f"{name}_scale"]

    found = {name: a for name, a in arrays.items() if name.endswith((".weight", ".bias"))}
    for name in [n.removesuffix("_quantized") for n in arrays if n.endswith(".weight_quantized")]:
        found[name] = real(name)
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            module = node.name.removesuffix("/MatMul_quant").strip("/").replace("/", ".")
            found[f"{module}.weight"] = real(node.input[1].removesuffix("_quantized")).T
    return {prefix + name: torch.from_numpy(a.astype(np.float32)) for name, a in found.items()}


def restored(model: Path, base: Path) -> tuple[Losses, list[str]]:
    """The network with the weights of a folder of ONNX files, and the relations it knows."""
    labels = json.loads((model / "labels.json").read_text(encoding="utf-8"))
    losses = Losses(Network(encoder(base), len(labels["relations"])))
    known: dict[str, Tensor] = {}
    for name, prefix in GRAPHS.items():
        known |= weights(model / f"{name}.onnx", prefix)
    resize(losses.network.bert, known)
    missing, unexpected = losses.load_state_dict(known, strict=False)
    wrong = [name for name in [*missing, *unexpected] if not name.startswith("crf.")]
    if wrong:
        raise ValueError(f"{model}: weights that do not fit: {wrong}")
    with torch.no_grad():
        losses.crf.learned.copy_(torch.tensor(labels["transitions"]) - losses.crf.forbidden)
    return losses, labels["relations"]


def main() -> None:
    """Restore from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--base", type=Path, required=True, help="folder of the base encoder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=MODEL)
    args = parser.parse_args()
    losses, relations = restored(args.model, args.base)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"weights": losses.state_dict(), "relations": relations}, args.out)


if __name__ == "__main__":
    main()
