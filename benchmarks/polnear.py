"""PolNeAR's articles with their gold attributions, as the shared JSON holds them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.intake.report import Report
from sayso.reading.annotations import Spans

__all__ = ["Article", "Gold", "articles", "digest"]


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution that annotators marked; a role they left out is empty."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Article:
    """One article as a report, with those of its gold attributions that have content."""

    report: Report
    gold: tuple[Gold, ...]


def articles(path: Path) -> list[Article]:
    """The articles of one file, in its order."""
    return [_article(row) for row in json.loads(path.read_text(encoding="utf-8"))]


def digest(path: Path) -> str:
    """The SHA-256 of a corpus file, to tell which one a figure belongs to."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _article(row: dict[str, Any]) -> Article:
    def fragments(ids: list[str]) -> Spans:
        return tuple(sorted((start, end) for id in ids for start, end in row["spans"][id][1]))

    report = Report.of(
        row["text"], id=row["id"], title=row["title"], outlet=row["publisher"], published=row["published"]
    )
    gold = (Gold(*(fragments(a.get(role, [])) for role in ("Source", "Cue", "Content"))) for a in row["attrs"])
    return Article(report, tuple(found for found in gold if found.content))
