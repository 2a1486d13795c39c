"""Every sentence becomes a tree with one root."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.syntax import tree


def climbs_to(heads: list[int], word: int) -> int:
    for _ in heads:
        word = heads[word]
    return word


@given(st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_one_root_and_no_circle(count: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(count, count)).astype(np.float32)
    heads = tree(scores).tolist()
    roots = [word for word, head in enumerate(heads) if word == head]
    assert len(roots) == 1
    assert {climbs_to(heads, word) for word in range(count)} == set(roots)


def test_circle_is_broken_where_it_costs_least() -> None:
    scores = np.array([[5, 0, 0], [1, -9, 9], [3, 9, -9]], np.float32)
    assert tree(scores).tolist() == [0, 2, 0]
