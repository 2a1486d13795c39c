"""Speakers: of 100 attributions labelled by hand, how many get the right name, none or a wrong one."""

from __future__ import annotations

import random
from collections.abc import Sequence

from .polnear import Article, Gold

__all__ = ["choose"]

SEED = 2
SIZE = 100


def choose(articles: Sequence[Article], seed: int = SEED, size: int = SIZE) -> list[tuple[Article, Gold]]:
    """The attributions to label: drawn from all with content, each as likely; sorted by their place."""
    everything = [(article, gold) for article in articles for gold in article.gold]
    chosen = sorted(random.Random(seed).sample(range(len(everything)), size))
    return [everything[index] for index in chosen]
