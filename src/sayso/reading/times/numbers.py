"""Numbers written in words: "twenty-four", "two hundred and ten", "nineteen ninety-six"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

__all__ = ["Number", "Numerals", "spelled"]

LONGEST = 12
"""Words of one number that are looked at."""


@dataclass(frozen=True, slots=True)
class Numerals:
    """A language's words for 0 to 90, for what multiplies (100 and more), and between the two ("and")."""

    small: Mapping[str, int]
    scales: Mapping[str, int]
    joiners: Set[str]


@dataclass(frozen=True, slots=True)
class Number:
    """A number in words: the word that it ends before, its value, whether it is said as a year."""

    end: int
    value: int
    year: bool


def spelled(words: Sequence[str], at: int, numerals: Numerals) -> Number | None:
    """The number that begins with the word ``at``, or None where none does."""
    groups: list[int] = []
    total = last = 0
    end = at
    while end < min(len(words), at + LONGEST):
        step = _next(words, end, numerals) if groups else end
        value = numerals.small.get(words[step]) if step is not None else None
        scale = numerals.scales.get(words[step]) if step is not None else None
        if step is None or (value is None and scale is None):
            break
        if scale is not None:
            total = _multiplied(groups, scale, total)
        elif value is not None:
            if not _follows(groups, last, value):
                break
            _add(groups, last, value)
        last = scale or value or 0
        end = step + 1
    if end == at:
        return None
    if len(groups) == 2 and not total and 10 <= groups[0] <= 20 and 10 <= groups[1] < 100:
        return Number(end, groups[0] * 100 + groups[1], True)
    return Number(end, total + sum(groups), False)


def _multiplied(groups: list[int], scale: int, total: int) -> int:
    """The total after a word such as "hundred" or "thousand"."""
    if scale == 100:
        groups[-1:] = [(groups[-1] if groups else 1) * 100]
        return total
    total += (sum(groups) or 1) * scale
    groups[:] = [0]
    return total


def _follows(groups: Sequence[int], last: int, value: int) -> bool:
    """Whether a small number goes on with the one before: "twenty four", not "two three"."""
    if not groups or last >= 100 or (last >= 20 and last % 10 == 0 and value < 10):
        return True
    return groups[-1] % 100 == 0 or (len(groups) == 1 and 10 <= groups[0] <= 20)


def _add(groups: list[int], last: int, value: int) -> None:
    if groups and 20 <= last < 100 and last % 10 == 0 and 0 < value < 10:
        groups[-1] += value
    else:
        groups.append(value)


def _next(words: Sequence[str], at: int, numerals: Numerals) -> int | None:
    """The next word of a number, over a hyphen between tens and ones, or a joiner after hundreds."""
    small, scales = numerals.small, numerals.scales
    if words[at] in small or words[at] in scales:
        return at
    if at + 1 < len(words) and words[at + 1] in small:
        if words[at] == "-" and small.get(words[at - 1], 0) >= 20 and small[words[at + 1]] < 10:
            return at + 1
        if words[at] in numerals.joiners and words[at - 1] in scales:
            return at + 1
    return None
