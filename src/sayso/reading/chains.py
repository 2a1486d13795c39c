"""The chain behind an attribution: what it was said in or to, and who reports that it was said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.annotations import Attribution, Link
from sayso.reading.channels import channels
from sayso.reading.names import Names

__all__ = ["enclosed", "linked"]

NESTED = 64
"""Contents before a cue among which the one that holds it is looked for."""

DEEPEST = 8
"""Attributions around one another that a chain tells of."""


def enclosed(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with ``within``: the smallest other whose content holds each one's cue."""
    spans = sorted((start, end, at) for at, a in enumerate(attributions) for start, end in a.content)
    starts = [start for start, _, _ in spans]
    longest = max((end - start for start, end, _ in spans), default=0)
    found = []
    for at, attribution in enumerate(attributions):
        cue = (attribution.cue or attribution.source or ((-1, -1),))[0]
        best: tuple[int, int] | None = None
        last = bisect_right(starts, cue[0]) - 1
        for index in range(last, max(-1, last - NESTED), -1):
            start, end, other = spans[index]
            if cue[0] - start > longest or (best and cue[0] - start > best[0]):
                break
            if other != at and end >= cue[1] and (best is None or end - start < best[0]):
                best = (end - start, other)
        found.append(replace(attribution, within=best[1] if best else None))
    return found


def linked(text: str, attributions: Sequence[Attribution], names: Names) -> list[Attribution]:
    """The attributions with ``via``: channels told beside the cue, then who reports the saying."""
    found = []
    for attribution in attributions:
        links = channels(text, attribution, names)
        seen: set[int] = set()
        outer = attribution.within
        while outer is not None and outer not in seen and len(seen) < DEEPEST:
            seen.add(outer)
            teller = attributions[outer]
            if teller.source:
                start, end = teller.source[0]
                links.append(Link(teller.speaker or text[start:end], teller.source_kind, teller.source))
            outer = teller.within
        found.append(replace(attribution, via=tuple(links)))
    return found
