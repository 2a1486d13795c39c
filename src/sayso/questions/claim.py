"""Claims and questions: what is asked, and what an attribution answers to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sayso.reading.annotations import Link, SourceKind, Spans

__all__ = ["Carrier", "Claim", "Manner", "Question", "Subject", "against", "denied", "exclusive"]

Manner = Literal["", "speaks", "refers", "released", "made"]

NOT = "not "
"""What stands before a value that a denial speaks against: "not Mora"."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who, what or where a question or a claim is about.

    ``also`` are other names and descriptions that the report has for it. Of an event ``places`` are
    the names that tell where it was or whom it struck, ``terms`` what happened ("strike", "sinking"),
    ``date`` when (EDTF). Of a toll ``aspect`` tells what is counted: killed, wounded or missing.
    """

    name: str
    also: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    date: str | None = None
    aspect: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a kind, as it was put."""

    kind: str
    subject: Subject
    text: str


@dataclass(frozen=True, slots=True)
class Carrier:
    """The report that carries a claim; ``credit`` is the agency that it says its text is from."""

    id: str
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One answer to a question, and who gives it.

    ``source`` is the source's name, or what the report calls it ("hospital official"); the outlet
    where the report speaks in its own voice. ``authority`` is whom the source speaks for: the army
    for an army spokesman. ``said`` and ``about`` are EDTF. ``low`` and ``high`` are the range of
    probability that ``words`` give it. ``change`` tells that the value came about ("seized"), not
    only that it is so ("holds"). ``withdraws`` marks what takes such a claim back instead. ``span``
    is where the claim stands in the report's text; ``content`` are the words there. ``manner`` and
    ``event`` belong to artifacts: that one refers to an event, was released or made on a day, or has
    its speaker speak. ``id`` is the claim's in the ledger that it is from: ``REPORT:c3``.
    """

    kind: str
    subject: Subject
    value: str
    source: str
    source_kind: SourceKind
    authority: str
    report: Carrier
    content: str
    span: Spans
    via: tuple[Link, ...] = ()
    said: str | None = None
    about: str | None = None
    low: float = 0.95
    high: float = 1.0
    words: tuple[str, ...] = ()
    change: bool = False
    denial: bool = False
    withdraws: bool = False
    confidence: float = 1.0
    event: Subject | None = None
    manner: Manner = ""
    id: str | None = None

    @property
    def day(self) -> str:
        """The day of its report, as ISO writes it; "" where that is not known, which is before all days."""
        return (self.report.published or "")[:10]


def denied(value: str) -> str:
    """The value that speaks against one, where there is no single opposite."""
    return value.removeprefix(NOT) if value.startswith(NOT) else NOT + value


def exclusive(same: Callable[[str, str], bool]) -> Callable[[str, str], bool]:
    """When two values cannot both hold, of values that are one where ``same`` says so.

    Any two that are not the same exclude each other; a ``not …`` excludes only what it speaks against.
    """

    def conflict(one: str, other: str) -> bool:
        left, right = against(one), against(other)
        if left and right:
            return False
        if left or right:
            return same(left or one, right or other)
        return not same(one, other)

    return conflict


def against(value: str) -> str | None:
    """The value that a ``not …`` speaks against, or None."""
    return value.removeprefix(NOT) if value.startswith(NOT) else None
