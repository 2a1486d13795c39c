"""Charts and maps, drawn once: as long as an answer stays the same, its picture does."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from sayso.questions import Answer
from sayso.questions.listing import Change

__all__ = ["chart", "map_of"]

KEPT = 256
"""Pictures of each sort that are kept; one has some tens of kilobytes."""

Format = Literal["svg", "png"]
Theme = Literal["light", "dark"]


@lru_cache(maxsize=KEPT)
def chart(changes: tuple[Change, ...], format: Format, theme: Theme) -> bytes:
    """The chart of an answer's changes."""
    from sayso.exports.timeline import timeline

    return timeline(changes, format, theme)


@lru_cache(maxsize=KEPT)
def map_of(answer: Answer, format: Format, theme: Theme) -> bytes | None:
    """The map of an answer; None where no place of it is known."""
    from sayso.exports.map import map_of as drawn

    return drawn(answer, format, theme)
