"""Near-copies: precision and recall of grouping, on pairs made of Wikinews.

`python -m benchmarks.copies DATA/wikinews`

Each article of more than 150 words is rewritten once, in one of these ways by turns (seed 1): a third
of its paragraphs cut from the end; another headline and an agency's line; one word in twelve replaced
by another of the article; paragraphs in another order with one left out; one paragraph in two put into
other words but the quotations (every third word outside them replaced). The last of these are what
agencies' customers do, and the hardest. Every two articles of different stories are a pair that should
stay apart; so are, as hard cases, an article and another one into which its longest quotation was put.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable
from itertools import combinations, pairwise
from pathlib import Path

from sayso.ledger.copies import Story, bands, is_copy, signature, story

from . import wikinews
from .scores import Tally, show

__all__ = ["figures"]

QUOTATION = re.compile(r"[\"“]([^\"“”]{20,400})[\"”]")
Edit = Callable[[str, random.Random], str]


def cut(text: str, chance: random.Random) -> str:
    """The first two thirds of the paragraphs."""
    lines = _paragraphs(text)
    return "\n".join(lines[: max(1, round(len(lines) * 2 / 3))])


def headed(text: str, chance: random.Random) -> str:
    """Under another headline, with a credit."""
    title = " ".join(chance.sample(text.split(), 8))
    return f"{title}\n\n{text}\n\nSource: Harbour Wire"


def retouched(text: str, chance: random.Random) -> str:
    """One word in twelve is another."""
    words = re.split(r"(\s+)", text)
    spare = text.split()
    return "".join(chance.choice(spare) if chance.random() < 1 / 12 and w.strip() else w for w in words)


def reordered(text: str, chance: random.Random) -> str:
    """Other order, a paragraph less."""
    lines = _paragraphs(text)
    chance.shuffle(lines)
    return "\n".join(lines[:-1] or lines)


def rewritten(text: str, chance: random.Random) -> str:
    """Half of the paragraphs in other words, quotations kept."""
    spare = text.split()
    made = []
    for line in _paragraphs(text):
        if chance.random() < 0.5:
            parts = QUOTATION.split(line)
            parts[::2] = [_other_words(part, spare, chance) for part in parts[::2]]
            line = "".join(f"“{part}”" if at % 2 else part for at, part in enumerate(parts))
        made.append(line)
    return "\n".join(made)


EDITS: tuple[Edit, ...] = (cut, headed, retouched, reordered, rewritten)


def figures(corpus: Path) -> dict[str, float]:
    """Precision, recall, and recall by the way of rewriting, in percent."""
    chance = random.Random(1)
    texts = [row["text"] for row in wikinews.rows(corpus) if len(row["text"].split()) > 150]
    made = [EDITS[at % len(EDITS)](text, chance) for at, text in enumerate(texts)]
    originals, edited = [_story(text) for text in texts], [_story(text) for text in made]
    due = {(at, at) for at in range(len(texts))}
    grouped = {(at, at) for at, _ in due if _joined(originals[at], edited[at])}
    false = {(a, b) for a, b in combinations(range(len(texts)), 2) if _joined(originals[a], originals[b])}
    swapped = _swapped(texts)
    tally = Tally()
    tally.add(grouped | false, due)
    found = {
        "pairs of one story": len(due),
        "pairs of two": len(texts) * (len(texts) - 1) / 2,
        "precision": tally.precision,
        "recall": tally.recall,
    }
    for number, edit in enumerate(EDITS):
        of = [at for at in range(len(texts)) if at % len(EDITS) == number]
        found[f"recall, {edit.__name__}"] = 100 * sum((at, at) in grouped for at in of) / len(of)
    joined = sum(_joined(a, b) for a, b in swapped)
    return found | {"with a quotation swapped in": len(swapped), "of these wrongly joined": joined}


def _swapped(texts: list[str]) -> list[tuple[tuple[Story, set[int]], tuple[Story, set[int]]]]:
    """An article, and the next one with the first's longest quotation in the place of its own."""
    found = []
    for text, other in pairwise(texts):
        mine, theirs = (max(QUOTATION.findall(t), key=len, default="") for t in (text, other))
        if mine and theirs:
            found.append((_story(text), _story(other.replace(theirs, mine))))
    return found


def _story(text: str) -> tuple[Story, set[int]]:
    quotes = QUOTATION.findall(text)
    return story(text, quotes, None), set(bands(signature(text)))


def _joined(one: tuple[Story, set[int]], other: tuple[Story, set[int]]) -> bool:
    return bool(one[1] & other[1]) and is_copy(one[0], other[0])


def _paragraphs(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _other_words(text: str, spare: list[str], chance: random.Random) -> str:
    return "".join(
        chance.choice(spare) if part.strip() and chance.random() < 1 / 3 else part
        for part in re.split(r"(\s+)", text)
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    given = parser.parse_args()
    show(figures(given.corpus), *sorted(given.corpus.glob("wikinews_*.csv")))


if __name__ == "__main__":
    main()
