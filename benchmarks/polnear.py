"""PolNeAR's articles as reports, with the gold attributions that have content."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sayso.intake.report import Report
from sayso.reading.annotations import Spans
from training.corpora import polnear

__all__ = ["Article", "Gold", "articles"]


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution that annotators marked; a role they left out is empty."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Article:
    """One article, and its attributions in the corpus's order."""

    report: Report
    gold: tuple[Gold, ...]


def articles(path: Path) -> list[Article]:
    """The articles of one file, in its order."""
    return [
        Article(
            Report.of(found.text, id=found.id, outlet=found.publisher, published=found.published),
            tuple(
                Gold(tuple(roles["source"]), tuple(roles["cue"]), tuple(roles["content"]))
                for roles in found.attributions
                if roles["content"]
            ),
        )
        for found in polnear.articles(path)
    ]
