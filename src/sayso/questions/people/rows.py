"""Rows of figures, a label and a number each: "Total dead: 192", "Injured: 4,877"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import groups, words

__all__ = ["Row", "rows_of"]

_ROW = re.compile(
    r"(?:^|(?<=[\n/;|•,.]))[ \t]*([^\W\d][\w-]*(?:[ \t]+[\w()-]+){0,4})[ \t]*[:=][ \t]*"
    r"(at least |over |more than |about |some |up to )?(\d[\d,]*)(\+?)[ \t]*(?=$|[\n/;|•,.])",
    re.MULTILINE,
)
"""A label of at most five words, a colon and a number that ends the line, or the row of several on one."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; ``aspect`` is empty where it counts neither dead, hurt nor missing."""

    aspect: str
    value: str
    at: int
    numbers: range


def rows_of(tree: Tree) -> Iterator[Row]:
    """The rows of a text, in order; ``at`` is the word of the label that tells what is counted."""
    for found in _ROW.finditer(tree.text):
        first, last = tree.at(found.start(1)), tree.at(found.end(1))
        known = groups("aspects")
        told = [at for at in range(first, last) if tree.lower[at] in known]
        other = words("toll", "in_care").intersection(tree.lower[first:last])
        number = int(found[3].replace(",", ""))
        bound = (found[2] or "").strip() in ("at least", "over", "more than") or found[4]
        value = f"{number}.." if bound else f"..{number}" if found[2] == "up to " else str(number)
        numbers = range(tree.at(found.start(3)), tree.at(found.end(3)))
        aspect = known[tree.lower[told[0]]] if told and not other else ""
        yield Row(aspect, value, told[0] if told else first, numbers)
