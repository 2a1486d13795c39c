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
        still = torch.full((size, size), FORBIDDEN).fill_diagonal_(0.0)
        self.register_buffer("still", still, persistent=False)

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
        """The log-sum of all paths: neighbouring steps are joined in pairs, so that a GPU has few turns.

        A word beyond a sequence's end is a step that stays where it is.
        """
        steps = self.transitions + emissions[:, 1:, None, :]
        steps = torch.where(mask[:, 1:, None, None] > 0, steps, self.still)
        while steps.shape[1] > 1:
            left, right, odd = steps[:, 0:-1:2], steps[:, 1::2], steps[:, steps.shape[1] // 2 * 2 :]
            joined = torch.logsumexp(left.unsqueeze(-1) + right.unsqueeze(-3), -2)
            steps = torch.cat([joined, odd], 1)
        score = self.starts + emissions[:, 0]
        if steps.shape[1]:
            score = torch.logsumexp(score.unsqueeze(2) + steps[:, 0], 1)
        return torch.logsumexp(score, 1)
