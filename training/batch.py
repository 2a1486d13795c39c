"""Tensors of a batch of windows: inputs and labels."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from sayso.reading.windows import inputs
from training.examples import UNKNOWN, Example
from training.labels import ROLE
from training.network import SPAN

__all__ = ["Batch", "Cues", "batch", "neighbourhood"]


@dataclass(frozen=True, slots=True)
class Cues:
    """Cues to find roles for: window, word in it, and labels (cues, words) as ``neighbourhood`` has them."""

    window: Tensor
    word: Tensor
    labels: Tensor

    def to(self, device: torch.device) -> Cues:
        """The same on a device."""
        return Cues(self.window.to(device), self.word.to(device), self.labels.to(device))


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows with a label for each word (windows, words); UNKNOWN where none is known.

    ``inputs`` are the encoder's, as at run time; ``sizes`` the words of each window, ``trust`` what its
    names count, ``scale`` the corpus that its ``factuality`` is of.
    """

    inputs: dict[str, Tensor]
    columns: dict[str, Tensor]
    sizes: Tensor
    trust: Tensor
    scale: Tensor
    cues: Cues
    has: frozenset[str]

    def to(self, device: torch.device) -> Batch:
        """The same on a device."""
        return replace(
            self,
            inputs={name: value.to(device) for name, value in self.inputs.items()},
            columns={name: value.to(device) for name, value in self.columns.items()},
            sizes=self.sizes.to(device),
            trust=self.trust.to(device),
            scale=self.scale.to(device),
            cues=self.cues.to(device),
        )


def batch(examples: list[Example], chance: random.Random) -> Batch:
    """The examples as tensors. A cue is one of its words, at random, so that any will do at run time."""
    sizes = [e.last - e.first for e in examples]
    columns = {name: _column(examples, name, max(sizes)) for name in COLUMNS}
    columns["heads"] = _within(columns["heads"], examples, sizes)
    columns["cue"] = _cue(examples, max(sizes))
    return Batch(
        _inputs(examples),
        columns,
        torch.tensor(sizes),
        torch.tensor([e.source.trust for e in examples]),
        torch.tensor([e.source.scale for e in examples]),
        _cues(examples, sizes, chance),
        frozenset(name for name, column in columns.items() if (column != UNKNOWN).any()),
    )


COLUMNS = ("upos", "sentence", "entity", "heads", "relations", "sentence_of", "factuality")


def _inputs(examples: list[Example]) -> dict[str, Tensor]:
    rows = []
    pieces: list[tuple[int, ...]] = []
    features: list[int] = []
    for example in examples:
        rows.append((len(pieces), len(pieces) + example.last - example.first))
        pieces += example.source.pieces[example.first : example.last]
        features += example.source.features[example.first : example.last]
    return {name: torch.from_numpy(array) for name, array in inputs(pieces, features, rows).items()}


def _column(examples: list[Example], name: str, width: int) -> Tensor:
    kind = torch.float if name == "factuality" else torch.long
    found = torch.full((len(examples), width), UNKNOWN, dtype=kind)
    for row, example in enumerate(examples):
        values = getattr(example.source, name)[example.first : example.last]
        found[row, : len(values)] = torch.tensor(values, dtype=kind)
    return found


def _within(heads: Tensor, examples: list[Example], sizes: list[int]) -> Tensor:
    """The heads counted from each window's first word; UNKNOWN where they are outside."""
    heads = heads - torch.tensor([e.first for e in examples]).unsqueeze(1)
    inside = (heads >= 0) & (heads < torch.tensor(sizes).unsqueeze(1))
    return torch.where(inside, heads, UNKNOWN)


def _cue(examples: list[Example], width: int) -> Tensor:
    found = torch.full((len(examples), width), UNKNOWN)
    for row, example in enumerate(examples):
        if example.source.roles is None:
            continue
        found[row, : example.last - example.first] = 0
        words = [word for role in example.source.roles for word in role.cue]
        found[row, [word - example.first for word in words if example.first <= word < example.last]] = 1
    return found


def _cues(examples: list[Example], sizes: list[int], chance: random.Random) -> Cues:
    window, word, labels = [], [], []
    for row, example in enumerate(examples):
        for role in example.roles:
            at = chance.choice(role.cue) - example.first
            window.append(row)
            word.append(at)
            start, end = max(0, at - SPAN), min(sizes[row], at + SPAN + 1)
            around = [role.labels.get(w + example.first, 0) for w in range(start, end)]
            opening = ROLE[around[0]]
            if opening.startswith("I-"):  # begun before the first word that the cue reaches
                around[0] = ROLE.index(f"B-{opening[2:]}")
            labels.append(around + [0] * (2 * SPAN + 1 - len(around)))
    shape = (len(labels), 2 * SPAN + 1)
    return Cues(
        torch.tensor(window).long(), torch.tensor(word).long(), torch.tensor(labels).long().view(shape)
    )


def neighbourhood(window: Tensor, word: Tensor, sizes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """The words around each cue (cues, words): their places, distances (plus SPAN), and mask."""
    width = min(2 * SPAN + 1, int(sizes.max()))
    start = (word - SPAN).clamp(min=0)
    place = start.unsqueeze(1) + torch.arange(width, device=word.device)
    last = torch.minimum(sizes[window], word + SPAN + 1)
    mask = place < last.unsqueeze(1)
    distance = (place - word.unsqueeze(1) + SPAN) * mask
    return place * mask, distance, mask.float()
