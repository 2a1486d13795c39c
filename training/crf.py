"""A linear-chain conditional random field over role labels."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.labels import ROLE

__all__ = ["Crf", "allowed"]

FORBIDDEN = -1e4


def allowed(before: str, after: str) -> bool:
    """Whether label ``after`` may follow ``before``: an inside only its own begin or inside."""
    return not after.startswith("I-") or before[1:] == after[1:]


class Crf(nn.Module):
    """Learned transitions between role labels; those that BIO forbids stay forbidden."""

    def __init__(self) -> None:
        super().__init__()
        size = len(ROLE)
        self.learned = nn.Parameter(torch.zeros(size, size))
        forbidden = [[0.0 if allowed(a, b) else FORBIDDEN for b in ROLE] for a in ROLE]
        self.register_buffer("forbidden", torch.tensor(forbidden))
        starts = [FORBIDDEN if label.startswith("I-") else 0.0 for label in ROLE]
        self.register_buffer("starts", torch.tensor(starts))

    @property
    def transitions(self) -> Tensor:
        """Scores (before, after)."""
        return self.learned + self.forbidden

    def loss(self, emissions: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Mean negative log-likelihood a sequence; (sequences, words, labels), (sequences, words)."""
        emissions = emissions.float()
        picked = emissions.gather(2, labels.unsqueeze(2)).squeeze(2) * mask
        moves = self.transitions[labels[:, :-1], labels[:, 1:]] * mask[:, 1:]
        gold = picked.sum(1) + moves.sum(1) + self.starts[labels[:, 0]]
        return (self._partition(emissions, mask) - gold).mean()

    def _partition(self, emissions: Tensor, mask: Tensor) -> Tensor:
        score = self.starts + emissions[:, 0]
        transitions = self.transitions
        for word in range(1, emissions.shape[1]):
            step = torch.logsumexp(score.unsqueeze(2) + transitions, 1) + emissions[:, word]
            score = torch.where(mask[:, word, None] > 0, step, score)
        return torch.logsumexp(score, 1)
