"""Train the reader's model: python -m training.train PREPARED --base FOLDER --out FOLDER."""

from __future__ import annotations

import argparse
import copy
import pickle
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader, Dataset

from training.batch import Batch, batch
from training.distil import HEADS, Teachers
from training.examples import Example, Prepared, Source, batches
from training.losses import WEIGHTS, Losses, load
from training.network import DROPPED, LockedDropout, Network, encoder
from training.swapped import Names

__all__ = ["main"]

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")

BFLOAT16 = DEVICE.type == "cuda" or torch.cpu._is_avx512_bf16_supported()
"""Half the bits are faster only where the processor counts in them."""

LIMITS = (160, 256)
"""Windows are cut anew each epoch, to a number of pieces between these."""


def epoch(
    sources: list[Source], names: Names, pieces: int, limits: tuple[int, int], chance: random.Random
) -> list[list[Example]]:
    """One epoch's batches over the sources, with some names swapped, in windows of a random limit."""
    windows = [w for s in sources for w in names.swapped(s, chance).windows(chance.randint(*limits))]
    return list(batches(windows, pieces, chance))


@dataclass(frozen=True, slots=True)
class Steps(Dataset[tuple[Batch, ...]]):
    """The batches of each step, made when they are asked for."""

    steps: Sequence[tuple[list[Example], ...]]
    seed: int

    def __len__(self) -> int:
        return len(self.steps)

    def __getitem__(self, at: int) -> tuple[Batch, ...]:
        return tuple(batch(some, random.Random(f"{self.seed} {at}")) for some in self.steps[at])


WARM = 0.05
"""The share of a training in which the rate rises."""


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
    model: Losses, rate: float, head_rate: float, passed: Callable[[int], float]
) -> tuple[torch.optim.AdamW, torch.optim.lr_scheduler.LambdaLR]:
    """AdamW with a warm-up of 5 % and a linear decay; the heads learn faster than the encoder.

    ``passed`` tells which share of the training is behind after so many steps.
    """
    inside = [p for p in model.network.bert.parameters() if p.requires_grad]
    known = {id(p) for p in model.network.bert.parameters()}
    heads = [p for p in model.parameters() if id(p) not in known]
    found = torch.optim.AdamW(
        [{"params": inside, "lr": rate}, {"params": heads, "lr": head_rate}], weight_decay=0.01, fused=True
    )

    def share(step: int) -> float:
        return min(passed(step + 1) / WARM, max(0.0, 1 - passed(step)) / (1 - WARM))

    return found, torch.optim.lr_scheduler.LambdaLR(found, share)


def losses(model: Losses, teachers: Sequence[Teachers], given: Batch, share: float) -> dict[str, Tensor]:
    """The weighted losses of a batch; of what teachers are asked about, they count this ``share``."""
    out = model.outputs(given)
    cues = model.tried(given, out)
    found = model(given, out, cues)
    soft: dict[str, Tensor] = {}
    for some in teachers:
        soft |= some.losses(model, given, out, cues)
    found = {name: value * (1 - share) if name in soft else value for name, value in found.items()}
    found |= {f"{name} of teachers": value * share for name, value in soft.items()}
    return {name: WEIGHTS[name.split(" ")[0]] * value for name, value in found.items()}


def main() -> None:
    """Train, and write a checkpoint of the averaged weights after each epoch."""
    args = _arguments()
    args.out.mkdir(parents=True, exist_ok=True)
    data: Prepared = pickle.loads(args.prepared.read_bytes())
    model = _model(args, len(data.relations)).to(DEVICE)
    teachers = [_teachers(told, args.base) for told in args.teachers]
    torch.manual_seed(args.seed)
    chance = random.Random(args.seed)
    known = Names([*data.articles, *data.others])
    plan = [_interleave(data, known, args, chance) for _ in range(args.epochs)]
    count = sum(len(p) for p in plan)
    print(f"{len(data.articles)} articles, {len(data.others)} others, {count} steps", flush=True)
    average = Average(model, 0.995)
    log = _Log()

    def passed(step: int) -> float:
        return max(step / count, log.seconds() / args.seconds if args.seconds else 0.0)

    optimizer, schedule = optimiser(model, args.rate, args.head_rate, passed)
    for number, steps in enumerate(plan, 1):
        model.train()
        for some in _loaded(Steps(steps, args.seed + number), args.workers):
            for given in some:
                with torch.autocast(DEVICE.type, torch.bfloat16, enabled=BFLOAT16):
                    found = losses(model, teachers, given.to(DEVICE), args.soft)
                torch.stack(list(found.values())).sum().backward()
                log.add(found)
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            average.update(model)
            log.step(number)
            if log.steps == args.steps:
                return
            if passed(log.steps) >= 1:
                break
        state = {"weights": average.model.state_dict(), "relations": data.relations, "epoch": number}
        state["apart"] = model.network.apart
        torch.save({**state, "arguments": vars(args)}, args.out / f"epoch-{number}.pt")
        if passed(log.steps) >= 1:
            break


def _model(args: argparse.Namespace, relations: int) -> Losses:
    """The network to begin with."""
    torch.manual_seed(args.heads)
    if args.start:
        model, _ = load(args.start, args.base)
    else:
        model = Losses(Network(encoder(args.base), relations))
    model.network.apart = args.apart or model.network.apart
    for part in model.modules():
        if isinstance(part, (nn.Dropout, LockedDropout)):
            part.p = args.dropout
    return model


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("prepared", type=Path, help="what training.prepare wrote")
    parser.add_argument("--base", type=Path, required=True, help="folder of the base encoder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="checkpoint to go on from")
    parser.add_argument(
        "--teachers", nargs="*", default=[], metavar="FILE,FILE…[=HEAD,HEAD…]",
        help="checkpoints to learn from as well, and which heads of theirs",
    )  # fmt: skip
    parser.add_argument("--soft", type=float, default=0.5, help="what teachers count beside people's labels")
    parser.add_argument("--dropout", type=float, default=DROPPED, help="share of units")
    parser.add_argument("--apart", type=int, help="layers that see all pieces of a word, not its first only")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--pieces", type=int, default=4096, help="padded word pieces in a batch of articles")
    parser.add_argument("--other-pieces", type=int, default=2560, help="the same of the others")
    parser.add_argument("--others", type=float, default=1.0, help="share of the others in an epoch")
    parser.add_argument("--seed", type=int, default=1, help="of the order, and of what is dropped")
    parser.add_argument("--heads", type=int, default=1, help="seed of the heads before training")
    parser.add_argument("--workers", type=int, default=0, help="processes that make batches")
    parser.add_argument("--seconds", type=float, default=0, help="end after so long (on a lent machine)")
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps (to try the set-up)")
    return parser.parse_args()


def _teachers(told: str, base: Path) -> Teachers:
    files, _, heads = told.partition("=")
    models = [load(Path(path), base)[0].to(DEVICE) for path in files.split(",")]
    return Teachers(models, frozenset(heads.split(",") if heads else HEADS))


def _loaded(steps: Steps, workers: int) -> Iterator[tuple[Batch, ...]]:
    context = "fork" if workers else None
    return iter(
        DataLoader(
            steps, batch_size=None, shuffle=False, num_workers=workers, multiprocessing_context=context
        )
    )


class _Log:
    """The mean losses of each 50 steps, told as they go."""

    def __init__(self) -> None:
        self.began, self.steps = time.time(), 0
        self.sums: dict[str, list[Tensor]] = {}

    def seconds(self) -> float:
        return time.time() - self.began

    def add(self, found: dict[str, Tensor]) -> None:
        for name, value in found.items():
            self.sums.setdefault(name, []).append(value.detach())

    def step(self, epoch: int) -> None:
        self.steps += 1
        if self.steps % 50 == 0:
            means = {name: torch.stack(values).mean().item() for name, values in self.sums.items()}
            shown = "  ".join(f"{name} {mean:.3f}" for name, mean in sorted(means.items()))
            print(f"epoch {epoch} step {self.steps} {self.seconds():.0f} s  {shown}", flush=True)
            self.sums = {}


def _interleave(
    data: Prepared, names: Names, args: argparse.Namespace, chance: random.Random
) -> list[tuple[list[Example], ...]]:
    """A batch of articles and some of the others a step; both are gone through evenly."""
    news = epoch(data.articles, names, args.pieces, LIMITS, chance)
    others = epoch(data.others, names, args.other_pieces, (24, 256), chance)
    others = others[: round(len(others) * args.others)]
    return [
        (some, *others[len(others) * at // len(news) : len(others) * (at + 1) // len(news)])
        for at, some in enumerate(news)
    ]


if __name__ == "__main__":
    main()
