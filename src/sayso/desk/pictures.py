"""Charts and maps, drawn once: as long as an answer stays the same, its picture does."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import lru_cache
from typing import Literal

from sayso.ledger import Stage
from sayso.questions import Answer, Question
from sayso.questions.stages import Course

__all__ = ["chart", "map_of"]

KEPT = 256
"""Pictures of each sort that are kept; one has some tens of kilobytes."""

Format = Literal["svg", "png"]
Theme = Literal["light", "dark"]


def chart(course: Course, format: Format, theme: Theme) -> bytes:
    """The chart of an answer's course."""
    return _chart(course.question, json.dumps([asdict(stage) for stage in course.stages]), format, theme)


@lru_cache(maxsize=KEPT)
def _chart(question: Question, stages: str, format: Format, theme: Theme) -> bytes:
    """The same; ``stages`` are JSON, by which a picture is known again."""
    from sayso.exports.timeline import timeline

    found = tuple(Stage(**stage) for stage in json.loads(stages))
    return timeline(Course(question, found), format, theme)


@lru_cache(maxsize=KEPT)
def map_of(answer: Answer, format: Format, theme: Theme) -> bytes | None:
    """The map of an answer; None where no place of it is known."""
    from sayso.exports.map import map_of as drawn

    return drawn(answer, format, theme)
