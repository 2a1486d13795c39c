"""Quotations in several pieces: to whom each piece belongs.

“We left,” she said. “Nobody stayed” is hers too; what he is quoted with further on is not.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.annotations import Attribution, Span, Spans
from sayso.reading.quotes import Quoted

__all__ = ["nearest_only", "touched", "with_continued"]

_WHOLE = re.compile(r"\W{1,3}[^\W_a-z].*[.!?…][\"”'’»\s]*", re.DOTALL)
_BETWEEN = re.compile(r"[\s\"”’'»)]*[.!?…:]?[\s\"”’'»)]*")

LONGEST = 12
"""Characters between an attribution's end and the mark with which its quotation goes on."""


def with_continued(attributions: Sequence[Attribution], quoted: Quoted) -> tuple[Attribution, ...]:
    """The attributions, in the text's order, with the quotations that go on right after them.

    What nobody is found to say, in whole sentences between marks, is said by the one who is quoted
    just before it, with nothing in between but the end of the sentence.
    """
    found = list(attributions)
    taken = sorted({span for a in found for span in (*a.source, *a.cue, *a.content)})
    ends = {max(_ends(a)): number for number, a in enumerate(found) if a.type != "indirect"}
    for region in quoted.spans:
        if not _WHOLE.fullmatch(quoted.text, *region) or touched(region, taken):
            continue
        at = bisect_left(taken, region)
        last = taken[at - 1][1] if at else 0
        number = ends.get(last) if region[0] - last <= LONGEST else None
        if number is None or not _BETWEEN.fullmatch(quoted.text, last, region[0]):
            continue
        content = (*found[number].content, region)
        found[number] = replace(found[number], content=content, type=quoted.quote_type(content))
        insort(taken, region)
        ends[region[1]] = number
    return tuple(found)


def nearest_only(attributions: Sequence[Attribution], quoted: Quoted) -> tuple[Attribution, ...]:
    """The attributions, each piece of content that several have left only to the one with the nearest cue.

    One that would be left without any keeps what it has.
    """
    holders: dict[Span, list[int]] = {}
    for number, one in enumerate(attributions):
        for piece in one.content:
            holders.setdefault(piece, []).append(number)
    found = list(attributions)
    for piece, numbers in holders.items():
        nearest = min(numbers, key=lambda number: _apart(piece, attributions[number].cue))
        for number in numbers:
            rest = tuple(p for p in found[number].content if p != piece)
            if number != nearest and rest:
                found[number] = replace(found[number], content=rest, type=quoted.quote_type(rest))
    return tuple(found)


def _apart(piece: Span, cue: Spans) -> int:
    return min((max(start - piece[1], piece[0] - end) for start, end in cue), default=0)


def _ends(attribution: Attribution) -> list[int]:
    return [end for _, end in (*attribution.source, *attribution.cue, *attribution.content)]


def touched(region: Span, taken: Sequence[Span]) -> bool:
    """Whether a span of the sorted ones lies in the region, or reaches into it from before."""
    at = bisect_left(taken, region)
    return (at < len(taken) and taken[at][0] < region[1]) or (at > 0 and taken[at - 1][1] > region[0])
