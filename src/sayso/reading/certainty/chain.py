"""The certainty of attributions in one another: the least sure link gives the range of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.annotations import Attribution, Certainty, Reading
from sayso.reading.certainty.assess import assess

__all__ = ["assessed"]

DEEPEST = 8
"""Attributions around one another that are looked at."""


def assessed(reading: Reading) -> Reading:
    """The reading with each attribution's certainty and polarity.

    Each is as sure as its own words and those of the attributions that it came through; its spans are
    the words of them all. Polarity is the attribution's own.
    """
    found = [assess(reading, a.content, a.cue) for a in reading.attributions]
    return replace(
        reading,
        attributions=tuple(
            replace(
                a, certainty=_whole(reading.attributions, at, [c for c, _ in found]), polarity=found[at][1]
            )
            for at, a in enumerate(reading.attributions)
        ),
    )


def _whole(attributions: Sequence[Attribution], at: int, certainties: Sequence[Certainty]) -> Certainty:
    links = [certainties[at]]
    seen = {at}
    outer = attributions[at].within
    while outer is not None and outer not in seen and len(links) < DEEPEST:
        seen.add(outer)
        links.append(certainties[outer])
        outer = attributions[outer].within
    low, high = min((link.low, link.high) for link in links)
    return Certainty(low, high, tuple(sorted({span for link in links for span in link.spans})))
