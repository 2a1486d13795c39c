"""Other habits of quotation marks than the corpus has, so that the reader knows them too."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from training.corpora.polnear import Article

__all__ = ["varied"]

Habit = Callable[[str, random.Random], str]


def varied(articles: Iterable[Article], chance: random.Random) -> list[Article]:
    """The articles, one in four with other marks: single, straight, or some missing.

    A mark is replaced by one character, so that offsets stay as they are.
    """
    habits: list[Habit] = [_single, _straight, _missing]
    return [
        replace(a, text=chance.choice(habits)(a.text, chance)) if chance.random() < 0.25 else a
        for a in articles
    ]


def _single(text: str, chance: random.Random) -> str:
    return re.sub(r'"(?=\w)', "‘", text).replace('"', "’").replace("“", "‘").replace("”", "’")


def _straight(text: str, chance: random.Random) -> str:
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def _missing(text: str, chance: random.Random) -> str:
    return re.sub(r"[\"“”]", lambda mark: " " if chance.random() < 0.15 else mark[0], text)
