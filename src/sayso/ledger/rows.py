"""What looking something up in the ledger gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

__all__ = ["EVERYTHING", "Filter", "Report", "Source", "Statement"]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which statements are wanted; None leaves a thing open.

    ``source`` is an entity's id; ``since`` and ``until`` are days of publication, both included;
    ``type`` is direct, mixed or indirect; ``polarity`` positive or negative. ``below`` and
    ``above`` keep statements whose words give a probability that can be below, or is always
    above, a number from 0 to 1.
    """

    source: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    type: str | None = None
    polarity: str | None = None
    below: float | None = None
    above: float | None = None
    limit: int | None = None


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution in the ledger; ``id`` is its report's id and its number there.

    ``source`` is the entity's name, or else the words that stand for the source; ``source_id`` the
    entity's id. ``spans`` are offsets in the report's text by role. The other fields are those of
    ``sayso.reading.Attribution``.
    """

    id: str
    report: str
    published: str | None
    outlet: str | None
    title: str | None
    source: str
    source_id: str | None
    source_kind: str
    cue: str
    content: str
    type: str
    polarity: str
    low: float
    high: float
    certainty_words: list[str]
    said: str | None
    about: str | None
    via: list[dict[str, Any]]
    within: int | None
    spans: dict[str, list[list[int]]]
    confidence: float
    grade: str | None
    rejected: bool


@dataclass(frozen=True, slots=True)
class Source:
    """An entity with its statements: how many, in how many reports, published from when to when.

    ``guessed`` tells which spellings the machine took for one; ``also`` are other forms of its name.
    """

    id: str
    name: str
    label: str
    grade: str | None
    statements: int
    reports: int
    first_seen: str | None
    last_seen: str | None
    guessed: str | None = None
    also: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Report:
    """A report in the ledger; ``copies`` are the ids of the near-copies of its story, head first."""

    id: str
    title: str | None
    outlet: str | None
    byline: str | None
    published: str | None
    published_at: str | None
    date_candidates: list[list[str]]
    url: str | None
    path: str
    sha256: str
    captured_at: str
    tool: str
    model: str
    credit: str | None
    cites: list[str]
    origin: str
    copies: list[str]
    text: str
    statements: list[Statement]
