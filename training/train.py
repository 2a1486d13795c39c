"""Train the reader's model: python -m training.train CORPORA --base FOLDER --out FOLDER."""

from __future__ import annotations

import argparse
import copy
import random
import time
from pathlib import Path

import torch
from torch import Tensor, nn

from sayso.reading.wordpieces import WordPieces
from training.corpora import conllu, gum, polnear
from training.corpora.names import EWT_NAMES, named
from training.examples import Example, Source, batches, from_article, from_document
from training.losses import WEIGHTS, Losses
from training.marks import varied
from training.network import Network, encoder
from training.swapped import Names

__all__ = ["HELD_OUT", "main"]

HELD_OUT = 30
"""The last articles of PolNeAR train are kept out, to choose thresholds on."""

BFLOAT16 = torch.cpu._is_avx512_bf16_supported()
"""Half the bits are faster only where the processor counts in them."""

LIMITS = (160, 256)
"""Windows are cut anew each epoch, to a number of pieces between these."""


def relations(documents: list) -> list[str]:
    """The dependency relations of the treebanks, in alphabetical order."""
    return sorted({r for d in documents for r in d.deprels})


def corpora(folder: Path, cut: WordPieces) -> tuple[list[Source], list[Source], list[str]]:
    """Articles with attributions, documents with syntax, and the treebanks' relations."""
    silver = folder / "polnear/train-corenlp.jsonl"
    articles = varied(polnear.articles(folder / "polnear/train.json", silver), random.Random(0))
    trees = [
        *named(conllu.documents(folder / "ud/en_ewt-ud-train.conllu"), EWT_NAMES),
        *gum.documents(folder / "gum/gum-train.conllu"),
    ]
    names = relations(trees)
    return (
        [from_article(a, cut) for a in articles[:-HELD_OUT]],
        [from_document(d, cut, names) for d in trees],
        names,
    )


def epoch(
    sources: list[Source], names: Names, pieces: int, limits: tuple[int, int], chance: random.Random
) -> list[list[Example]]:
    """One epoch's batches over the sources, with some names swapped, in windows of a random limit."""
    windows = [w for s in sources for w in names.swapped(s, chance).windows(chance.randint(*limits))]
    return list(batches(windows, pieces, chance))


class Average:
    """A running average of the weights, which reads better than the last of them."""

    def __init__(self, model: nn.Module, decay: float) -> None:
        self.model = copy.deepcopy(model)
        self.decay = decay
        self.steps = 0

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        """Move the average towards the model; faster while it is young."""
        self.steps += 1
        share = 1 - min(self.decay, (1 + self.steps) / (10 + self.steps))
        torch._foreach_lerp_(list(self.model.parameters()), list(model.parameters()), share)


def optimiser(
    model: Losses, rate: float, head_rate: float, steps: int
) -> tuple[torch.optim.AdamW, torch.optim.lr_scheduler.LambdaLR]:
    """AdamW with a warm-up of 5 % and a linear decay; the heads learn faster than the encoder."""
    inside = list(model.network.bert.parameters())
    known = {id(p) for p in inside}
    heads = [p for p in model.parameters() if id(p) not in known]
    found = torch.optim.AdamW(
        [{"params": inside, "lr": rate}, {"params": heads, "lr": head_rate}], weight_decay=0.01, fused=True
    )
    warm = max(1, steps // 20)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        found, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))
    )
    return found, schedule


def weighted(losses: dict[str, Tensor]) -> Tensor:
    """The sum of the losses by their weights."""
    return torch.stack([WEIGHTS[name] * value for name, value in losses.items()]).sum()


def main() -> None:
    """Train, and write a checkpoint of the averaged weights after each epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--base", type=Path, required=True, help="folder of the base encoder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="checkpoint to go on from")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--pieces", type=int, default=4096, help="padded word pieces in a batch of articles")
    parser.add_argument("--tree-pieces", type=int, default=2560, help="the same of treebanks")
    parser.add_argument("--trees", type=int, default=1, help="times through the treebanks in an epoch")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps (to try the set-up)")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    chance = random.Random(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    articles, trees, names = corpora(args.corpora, WordPieces(args.base / "vocab.txt"))
    model = Losses(Network(encoder(args.base), len(names)), args.seed)
    if args.start:
        model.load_state_dict(torch.load(args.start, weights_only=False)["weights"])
    average = Average(model, 0.995)
    known = Names([*articles, *trees])
    plan = [_interleave(articles, trees, known, args, chance) for _ in range(args.epochs)]
    steps = sum(len(p) for p in plan)
    optimizer, schedule = optimiser(model, args.rate, args.head_rate, steps)
    print(f"{len(articles)} articles, {len(trees)} treebank documents, {steps} steps", flush=True)
    began, step, sums = time.time(), 0, {}
    for number, pairs in enumerate(plan, 1):
        model.train()
        for pair in pairs:
            for examples in pair:
                with torch.autocast("cpu", torch.bfloat16, enabled=BFLOAT16):
                    losses = model(examples)
                weighted(losses).backward()
                for name, value in losses.items():
                    sums.setdefault(name, []).append(value.item())
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            average.update(model)
            step += 1
            if step % 25 == 0:
                shown = "  ".join(f"{name} {sum(v) / len(v):.3f}" for name, v in sorted(sums.items()))
                print(f"epoch {number} step {step} {time.time() - began:.0f} s  {shown}", flush=True)
                sums = {}
            if step == args.steps:
                return
        state = {
            "weights": average.model.state_dict(), "last": model.state_dict(),
            "relations": names, "epoch": number, "arguments": vars(args),
        }  # fmt: skip
        torch.save(state, args.out / f"epoch-{number}.pt")


def _interleave(
    articles: list[Source],
    trees: list[Source],
    names: Names,
    args: argparse.Namespace,
    chance: random.Random,
) -> list[tuple[list[Example], ...]]:
    """A batch of articles and one of treebanks a step; the shorter list is gone through evenly."""
    news = epoch(articles, names, args.pieces, LIMITS, chance)
    syntax = [b for _ in range(args.trees) for b in epoch(trees, names, args.tree_pieces, (24, 256), chance)]
    return [
        (batch, *syntax[len(syntax) * at // len(news) : len(syntax) * (at + 1) // len(news)])
        for at, batch in enumerate(news)
    ]


if __name__ == "__main__":
    main()
