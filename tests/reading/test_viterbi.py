"""The best labels of many sequences at once are those of each alone, tried one by one."""

import itertools

import numpy as np
import pytest

from sayso.reading.viterbi import paths


def score(emission: np.ndarray, labels: tuple[int, ...], moves: np.ndarray, starts: np.ndarray) -> float:
    total = starts[labels[0]] + sum(emission[i, label] for i, label in enumerate(labels))
    return float(total + sum(moves[a, b] for a, b in itertools.pairwise(labels)))


@pytest.mark.parametrize("seed", range(5))
def test_equals_exhaustive_search(seed: int) -> None:
    chance = np.random.default_rng(seed)
    moves = chance.normal(size=(3, 3)).astype(np.float32)
    starts = np.array([0, -1e4, 0], np.float32)
    emissions = [chance.normal(size=(n, 3)).astype(np.float32) for n in (5, 1, 3)]
    for emission, (found, margin) in zip(emissions, paths(emissions, moves, starts), strict=True):
        every = itertools.product(range(3), repeat=len(emission))
        best = max(every, key=lambda labels: score(emission, labels, moves, starts))
        assert tuple(found) == best
        plain = score(emission, (0,) * len(emission), moves, starts)
        assert margin == pytest.approx(score(emission, best, moves, starts) - plain, abs=1e-3)


def test_nothing_to_do() -> None:
    assert paths([], np.zeros((3, 3), np.float32), np.zeros(3, np.float32)) == []
