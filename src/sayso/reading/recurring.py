"""Names that recur: what one place of a report tells of a name counts at its others.

One sense per discourse (Gale, Church and Yarowsky 1992): a text seldom means two things by a name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

__all__ = ["occurrences"]

Name = tuple[int, int, str]
"""A name's first word, the one behind its last, and its label."""


def occurrences(forms: Sequence[str], names: Sequence[Name]) -> Iterator[tuple[int, int, dict[str, float]]]:
    """Where the words of the ``names`` stand in the text, found or not, the longest from each place on.

    ``forms`` are the text's words. Yields the first word, the one behind the last, and what share of
    the mentions that were found has each label.
    """
    told: dict[str, dict[tuple[str, ...], Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for first, end, label in names:
        told[forms[first]][tuple(forms[first:end])][label] += 1
    at = 0
    while at < len(forms):
        known, end = told.get(forms[at]), at + 1
        alike = [name for name in known if tuple(forms[at : at + len(name)]) == name] if known else ()
        if known and alike:
            name = max(alike, key=len)
            end, counts = at + len(name), known[name]
            yield at, end, {label: count / counts.total() for label, count in counts.items()}
        at = end
