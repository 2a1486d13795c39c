"""A report's text cut where its attributions begin and end, so that each piece can be marked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.ledger import Statement
from sayso.reading.paragraphs import paragraphs

__all__ = ["Fold", "Run", "marked", "number"]

OPENING = re.compile(r"[\"“„«‘'`(\[]+\Z")
CLOSING = re.compile(r"[.,;:!?…]{0,3}[\"”“»’'`)\]]+")
"""Marks that stand before and behind what they enclose."""

MARKS = 3
"""Marks in a row before what is folded."""

ROLES = ("content", "source", "cue")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph inside the same parts of the same attributions.

    ``roles`` are the parts, ``numbers`` the attributions, the innermost first; ``ends`` are those
    that are to be numbered behind this piece.
    """

    text: str
    roles: tuple[str, ...]
    numbers: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """Pieces in a row that are shown only to who opens them; ``targets`` says whom a call is against."""

    targets: tuple[str, ...]
    runs: tuple[Run, ...]


Piece = Run | Fold


def number(statement: Statement) -> int:
    """A statement's number in its report."""
    return int(statement.id.rpartition(":")[2])


def marked(
    text: str, statements: Sequence[Statement], folded: Sequence[tuple[int, int, str]] = ()
) -> list[list[Piece]]:
    """The paragraphs of a text, each cut into runs.

    ``folded`` are ranges of the text to be shown folded, each with the target of its call.
    """
    inside = _Inside(text, statements, folded)
    return [_folded(inside.runs(start, end)) for start, end in paragraphs(text)]


class _Inside:
    """Which parts of which attributions each place of the text is in."""

    def __init__(
        self, text: str, statements: Sequence[Statement], folded: Iterable[tuple[int, int, str]]
    ) -> None:
        self._text = text
        self._changes: defaultdict[int, list[tuple[int, tuple[str, int | str]]]] = defaultdict(list)
        self._ends: defaultdict[int, list[int]] = defaultdict(list)
        self._width = {}
        for one in statements:
            self._width[number(one)] = sum(end - start for start, end in one.spans["content"])
            for role in ROLES:
                for start, end in one.spans[role]:
                    self._between(start, end, (role, number(one)))
            if last := [end for _, end in one.spans["cue"] or one.spans["content"] or one.spans["source"]]:
                self._ends[min(max(last), len(text))].append(number(one))
        for start, end, target in folded:
            self._between(*_with_marks(text, start, end), ("fold", target))
        self._places = sorted({*self._changes, *self._ends})
        self._next = 0
        self._active: Counter[tuple[str, int | str]] = Counter()

    def runs(self, start: int, end: int) -> Iterator[tuple[Run, frozenset[str]]]:
        """The runs of a paragraph, with the targets of calls; paragraphs are to be asked for in order."""
        self._pass(start)
        within = slice(self._next, bisect_left(self._places, end, self._next))
        cuts = [start, *self._places[within]]
        for left, right in pairwise([*cuts, end]):
            self._pass(left)
            numbers = {n for (role, n) in self._active if role != "fold" and isinstance(n, int)}
            yield (
                Run(
                    self._text[left:right],
                    tuple(role for role in ROLES if any(r == role for r, _ in self._active)),
                    tuple(sorted(numbers, key=lambda n: (self._width[n], n))),
                    tuple(self._ends.get(right, ())),
                ),
                frozenset(str(target) for role, target in self._active if role == "fold"),
            )

    def _between(self, start: int, end: int, what: tuple[str, int | str]) -> None:
        start, end = max(0, start), min(end, len(self._text))
        if start < end:
            self._changes[start].append((1, what))
            self._changes[end].append((-1, what))

    def _pass(self, place: int) -> None:
        """Go on to a place, with all that begins and ends up to it."""
        while self._next < len(self._places) and self._places[self._next] <= place:
            for step, what in self._changes.get(self._places[self._next], ()):
                self._active[what] += step
                if not self._active[what]:
                    del self._active[what]
            self._next += 1


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """A range with the marks of quotation that it stands between, which would be left over without it."""
    before, after = OPENING.search(text, max(0, start - MARKS), start), CLOSING.match(text, end)
    return (before.start(), after.end()) if before and after else (start, end)


def _folded(found: Iterable[tuple[Run, frozenset[str]]]) -> list[Piece]:
    pieces: list[Piece] = []
    for run, targets in found:
        if not targets:
            pieces.append(run)
        elif pieces and isinstance(last := pieces[-1], Fold):
            pieces[-1] = Fold(tuple(sorted({*last.targets, *targets})), (*last.runs, run))
        else:
            pieces.append(Fold(tuple(sorted(targets)), (run,)))
    return pieces
