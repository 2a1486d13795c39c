"""Make a smaller network of a trained one.

    python -m training.prune CHECKPOINT PREPARED --base FOLDER --out FILE [--heads 6] [--units 768]

In each layer the attention heads and the units between its two linear maps that are least missed go, and
what is left of the map that takes them is fitted anew, so that it gives what it gave before as nearly as
it can (Hassibi and Stork, Optimal Brain Surgeon, 1993; for groups of inputs, Kurtic et al., ZipLM, 2023).
Layers go in order, each on what those before it, already smaller, give. Training goes on from there with
the whole network as the teacher.
"""

from __future__ import annotations

import argparse
import pickle
import random
from pathlib import Path

import torch
from torch import Tensor, nn

from training.batch import Batch, batch
from training.examples import Prepared, batches
from training.losses import Losses, load
from training.network import ALWAYS, HEAD

__all__ = ["kept", "main", "prune"]

DAMPED = 0.01
"""Added to the diagonal of the inputs' products, as a share of its mean, so that they can be inverted."""


def kept(products: Tensor, weight: Tensor, size: int, count: int) -> tuple[Tensor, Tensor]:
    """The ``count`` groups of ``size`` adjoining inputs of a linear map that are missed most.

    ``products`` (inputs, inputs) are the sums of what inputs multiply to, ``weight`` (outputs, inputs) the
    map. Returns the inputs kept, in order, and the map of them (outputs, kept).
    """
    weight = weight.double().clone()
    products = products.double()
    products += DAMPED * products.diagonal().mean() * torch.eye(len(products))
    inverse = torch.linalg.inv(products)
    left = torch.arange(len(products)).view(-1, size)
    while len(left) > count:
        own = inverse[left[:, :, None], left[:, None, :]]
        columns = weight[:, left].permute(1, 2, 0)
        missed = (columns * torch.linalg.solve(own, columns)).sum((1, 2))
        least = int(missed.argmin())
        gone = left[least]
        rows = torch.linalg.solve(own[least], inverse[gone])
        weight -= weight[:, gone] @ rows
        inverse -= inverse[:, gone] @ rows
        left = torch.cat([left[:least], left[least + 1 :]])
    inputs = left.flatten()
    return inputs, weight[:, inputs].float()


def prune(model: Losses, given: list[Batch], heads: int, units: int) -> None:
    """Leave ``heads`` attention heads and ``units`` units in each layer; ``given`` are typical batches."""
    for number, block in enumerate(model.network.bert.encoder.layer, 1):
        attention = block.attention
        inputs, weight = _least_missed(model, given, attention.output.dense, HEAD, heads)
        for name in ("query", "key", "value"):
            setattr(attention.self, name, _rows(getattr(attention.self, name), inputs))
        attention.output.dense = _linear(weight, attention.output.dense.bias)
        inputs, weight = _least_missed(model, given, block.output.dense, 1, units)
        block.intermediate.dense = _rows(block.intermediate.dense, inputs)
        block.output.dense = _linear(weight, block.output.dense.bias)
        print(f"layer {number}", flush=True)


@torch.no_grad()
def _least_missed(
    model: Losses, given: list[Batch], linear: nn.Linear, size: int, count: int
) -> tuple[Tensor, Tensor]:
    """``kept`` for a map of the network, by what it is given."""
    products = torch.zeros(linear.in_features, linear.in_features)
    mask = given[0].inputs["mask"]

    def watch(_: nn.Module, inputs: tuple[Tensor]) -> None:
        seen = inputs[0][mask > 0]
        products.add_(seen.T @ seen)

    hook = linear.register_forward_pre_hook(watch)
    for one in given:
        mask = one.inputs["mask"]
        model.network(**one.inputs)
    hook.remove()
    return kept(products, linear.weight, size, count)


def _rows(linear: nn.Linear, outputs: Tensor) -> nn.Linear:
    return _linear(linear.weight[outputs], linear.bias[outputs])


def _linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    found = nn.Linear(weight.shape[1], weight.shape[0])
    found.weight.data.copy_(weight)
    found.bias.data.copy_(bias)
    return found


def main() -> None:
    """Prune from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("prepared", type=Path, help="what training.prepare wrote")
    parser.add_argument("--base", type=Path, required=True, help="folder of the base encoder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--heads", type=int, default=6, help="attention heads left in each layer, of 12")
    parser.add_argument("--units", type=int, default=768, help="units left in each layer, of 1536")
    parser.add_argument("--batches", type=int, default=16, help="of each kind that it is fitted on")
    args = parser.parse_args()
    data: Prepared = pickle.loads(args.prepared.read_bytes())
    model, relations = load(args.checkpoint, args.base)
    model.network.apart = ALWAYS  # each layer is pruned for all pieces; training takes it on from there
    prune(model, _typical(data, args.batches), args.heads, args.units)
    torch.save({"weights": model.state_dict(), "relations": relations}, args.out)


def _typical(data: Prepared, count: int) -> list[Batch]:
    chance = random.Random(1)
    found = []
    for sources in (data.articles, data.others):
        windows = [w for source in chance.sample(sources, len(sources)) for w in source.windows(256)]
        some = list(batches(windows[: 40 * count], 2048, chance))
        found += [batch(examples, chance) for examples in some[:count]]
    return found


if __name__ == "__main__":
    main()
