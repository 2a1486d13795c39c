"""Tensors of a batch of windows: inputs and labels."""

from __future__ import annotations

import random
from dataclasses import dataclass

import torch
from torch import Tensor

from sayso.reading.windows import inputs
from training.examples import UNKNOWN, Example
from training.labels import ROLE
from training.network import SPAN

__all__ = ["Cues", "Labels", "encoder_inputs", "gold_cues", "labels", "neighbourhood"]


@dataclass(frozen=True, slots=True)
class Labels:
    """A label for each word of each window (windows, words); UNKNOWN where none is known."""

    upos: Tensor
    sentence: Tensor
    entity: Tensor
    heads: Tensor
    relations: Tensor
    sentence_of: Tensor
    cue: Tensor


@dataclass(frozen=True, slots=True)
class Cues:
    """Cues to find roles for: window, word in it, and labels of the window's words (cues, words)."""

    window: list[int]
    word: list[int]
    labels: list[dict[int, int]]


def encoder_inputs(examples: list[Example]) -> dict[str, Tensor]:
    """The encoder's inputs, as at run time."""
    rows = []
    pieces: list[tuple[int, ...]] = []
    features: list[int] = []
    for example in examples:
        rows.append((len(pieces), len(pieces) + example.last - example.first))
        pieces += example.source.pieces[example.first : example.last]
        features += example.source.features[example.first : example.last]
    return {name: torch.from_numpy(array) for name, array in inputs(pieces, features, rows).items()}


def labels(examples: list[Example], width: int) -> Labels:
    """The labels of the windows' words, padded to ``width`` words."""

    def column(name: str, shift: bool = False) -> Tensor:
        found = torch.full((len(examples), width), UNKNOWN)
        for row, example in enumerate(examples):
            values = getattr(example.source, name)[example.first : example.last]
            if shift:
                size = example.last - example.first
                values = [v - example.first if 0 <= v - example.first < size else UNKNOWN for v in values]
            found[row, : len(values)] = torch.tensor(values, dtype=torch.long)
        return found

    cue = torch.full((len(examples), width), UNKNOWN)
    for row, example in enumerate(examples):
        if not example.source.heads:
            cue[row, : example.last - example.first] = 0
            for role in example.source.roles:
                for word in role.cue:
                    if example.first <= word < example.last:
                        cue[row, word - example.first] = 1
    return Labels(
        column("upos"), column("sentence"), column("entity"), column("heads", shift=True),
        column("relations"), column("sentence_of"), cue,
    )  # fmt: skip


def gold_cues(examples: list[Example], chance: random.Random) -> Cues:
    """One word of each gold cue, at random, so that any word of a cue will do at run time."""
    window, word, found = [], [], []
    for row, example in enumerate(examples):
        for role in example.roles:
            window.append(row)
            word.append(chance.choice(role.cue) - example.first)
            found.append({w - example.first: v for w, v in role.labels.items()})
    return Cues(window, word, found)


def neighbourhood(cues: Cues, sizes: list[int]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """The words around each cue: their places, distances (plus SPAN), mask and role labels."""
    spans = [
        (max(0, at - SPAN), min(sizes[row], at + SPAN + 1))
        for row, at in zip(cues.window, cues.word, strict=True)
    ]
    width = max(last - first for first, last in spans)
    shape = (len(spans), width)
    place, distance = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.long)
    mask, label = torch.zeros(shape), torch.zeros(shape, dtype=torch.long)
    for row, (first, last) in enumerate(spans):
        count = last - first
        place[row, :count] = torch.arange(first, last)
        distance[row, :count] = torch.arange(first, last) - cues.word[row] + SPAN
        mask[row, :count] = 1
        for word, value in cues.labels[row].items():
            if first <= word < last:
                label[row, word - first] = value
        opening = ROLE[int(label[row, 0])]
        if opening.startswith("I-"):  # begun before the first word that the cue reaches
            label[row, 0] = ROLE.index(f"B-{opening[2:]}")
    return place, distance, mask, label
