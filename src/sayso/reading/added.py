"""Attributions that syntax alone gives, put in among those that the network found."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.reading.annotations import Attribution, Span
from sayso.reading.attributions import first_offset
from sayso.reading.continued import touched
from sayso.reading.quotes import Quoted

__all__ = ["CONFIDENCE", "added"]

CONFIDENCE = 0.5
"""That of an attribution which syntax alone gives."""


def added(
    more: Iterable[Attribution], attributions: Sequence[Attribution], quoted: Quoted
) -> tuple[Attribution, ...]:
    """The attributions, in the text's order, with more of one piece of content each that nobody says yet.

    Where the network found who says it, but only what stands elsewhere, the statement is added to that.
    """
    found = list(attributions)
    taken = _union(span for one in attributions for span in (*one.source, *one.content))
    cues = sorted((span, at) for at, one in enumerate(attributions) for span in one.cue)
    for one in more:
        known = _holder(one.cue[0], cues)
        if any(touched(span, taken) for span in one.content):
            if known is not None:
                found[known] = _completed(found[known], one)
            continue
        if known is not None:
            source = found[known].source or one.source
            own = (span for span in found[known].content if " " in quoted.text[slice(*span)])  # no lone "we"
            content = tuple(sorted((*(span for span in own if not touched(span, source)), *one.content)))
            kind = quoted.quote_type(content)
            found[known] = replace(found[known], source=source, content=content, type=kind)
        elif touched(one.source[0], taken):
            continue
        else:
            found.append(one)
            insort(taken, one.source[0])
        for span in one.content:
            insort(taken, span)
    return tuple(sorted(found, key=first_offset))


def _completed(found: Attribution, one: Attribution) -> Attribution:
    """An attribution with the source that it lacks, its content up to where ``one`` of the same cue ends."""
    further = len(found.content) == 1 and found.content[0][0] == one.content[0][0]
    return replace(
        found, source=found.source or one.source, content=one.content if further else found.content
    )


def _union(spans: Iterable[Span]) -> list[Span]:
    """Some spans without overlaps, in order."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _holder(span: Span, cues: Sequence[tuple[Span, int]]) -> int | None:
    """The number of the cue that a span overlaps."""
    at = bisect_left(cues, (span, -1))
    near = (one for one in cues[max(0, at - 1) : at + 1] if one[0][0] < span[1] and span[0] < one[0][1])
    return next((number for _, number in near), None)
