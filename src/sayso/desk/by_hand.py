"""A claim that an analyst adds by hand, out of the fields of a form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Literal, cast, get_args

from sayso.intake import day
from sayso.questions import Claim, Question
from sayso.questions.amounts import parsed
from sayso.questions.claim import NOT, Carrier
from sayso.questions.dates import bounds
from sayso.questions.kind import kinds
from sayso.questions.sources import canonical
from sayso.reading.annotations import SourceKind
from sayso.reading.certainty.lexicon import bands

__all__ = ["SOURCE_KINDS", "VALUES", "ByHand", "Typed", "choices", "claim_by_hand"]

VALUES = {
    "life": ("alive", "dead"),
    "custody": ("held", "free"),
    "authenticity": ("authentic", "not authentic"),
}
"""The values of kinds that have no others."""

SOURCE_KINDS: tuple[str, ...] = get_args(SourceKind)


class Typed(dict[str, str]):
    """What was typed into a form's fields; nothing into those that it does not have."""

    def __missing__(self, name: str) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class ByHand:
    """What the form has. ``published`` is the day from which the claim counts, today without one.

    ``sure`` names a band of certainty; ``manner`` is made or released, of an artifact's date;
    ``change`` tells that the value came about then, not only that it is so.
    """

    value: str
    source: str
    source_kind: str = "person"
    content: str = ""
    published: str | None = None
    outlet: str | None = None
    said: str | None = None
    about: str | None = None
    sure: str = "plain"
    change: bool = False
    manner: Literal["made", "released"] = "made"


def choices() -> dict[str, Any]:
    """What the form's template has to choose from."""
    return {"source_kinds": SOURCE_KINDS, "bands": bands()}


def claim_by_hand(question: Question, given: ByHand) -> Claim:
    """The claim that a form's fields make, of what is asked.

    Raises:
        ValueError: a field makes no sense; the message says which.
    """
    source = " ".join(given.source.split())
    if not source:
        raise ValueError("a claim needs its source: who says so")
    if given.source_kind not in SOURCE_KINDS:
        raise ValueError(f"{given.source_kind!r} is no kind of source ({', '.join(SOURCE_KINDS)})")
    if given.sure not in bands():
        raise ValueError(f"{given.sure!r} is no band of certainty ({', '.join(bands())})")
    value = _value(question, given.value)
    published = day(given.published) if given.published else datetime.now(UTC).date().isoformat()
    for name, time in (("said", given.said), ("about", given.about)):
        if time and bounds(time) is None:
            raise ValueError(f"{name}: {time!r} is no date (2021-03-04, 2021-03, 2021/..)")
    low, high = bands()[given.sure]
    made = Claim(
        kind=question.kind,
        subject=question.subject,
        value=value,
        source=source,
        source_kind=cast(SourceKind, given.source_kind),
        authority=canonical(source),
        report=Carrier("", given.outlet or None, published),
        content=given.content.strip() or value,
        span=(),
        said=given.said or published,
        about=given.about or None,
        low=low,
        high=high,
        change=given.change,
        denial=value.startswith(NOT),
    )
    return replace(made, manner=given.manner) if question.kind == "dating" else made


def _value(question: Question, told: str) -> str:
    value = " ".join(told.split())
    kind = kinds()[question.kind]
    if not value:
        raise ValueError("a claim needs its value: what is said to be so")
    if question.kind in VALUES:
        if value.lower() not in VALUES[question.kind]:
            raise ValueError(f"{value!r} is none of {', '.join(VALUES[question.kind])}")
        return value.lower()
    if kind.grows and (len(value) > 20 or parsed(value) is None):
        raise ValueError(f"{value!r} is no number and no range (12, 12.., 10..15, ..30)")
    if question.kind == "dating" and bounds(value) is None:
        raise ValueError(f"{value!r} is no date (2021-03-04, 2021-03)")
    return value
