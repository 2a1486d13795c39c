"""Datelines: the place, day and agency with which wire copy begins, and which are no part of what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.reading.annotations import Attribution, Entity, Span, Spans

__all__ = ["datelines", "placed", "without_dateline"]

_UPPER = "A-ZÀ-ÖØ-ÞČĞİŁŚŠŞŽ"
_CAPITALS = rf"[{_UPPER}][{_UPPER}.'’-]+"
_PLACE = rf"{_CAPITALS}(?:[ /]{_CAPITALS}){{0,4}}"
_SPELLED = rf"[{_UPPER}][\w.'’-]+(?: [{_UPPER}][\w.'’-]+){{0,3}}"
_DAY = rf"(?:{_SPELLED} \d{{1,2}}|\d{{1,2}} {_SPELLED})(?:,? \d{{4}})?"
_FURTHER = rf"(?:, (?:{_DAY}|{_SPELLED}))*"
_AGENCY = r"\((?![A-Z]-)[^()\n]{2,40}\)"
_DASH = r"\s*(?:--?|[–—―_])\s+"
_DATELINE = re.compile(
    rf"(?:{_PLACE}{_FURTHER}(?:,? {_AGENCY})?|(?:{_SPELLED}{_FURTHER},? )?{_AGENCY}"
    rf"|{_SPELLED}(?:, {_SPELLED})?, {_DAY}){_DASH}(?![a-z])(?=\S)"
)
"""A place in capitals, or any with an agency or a day ("Cairo (AP) --"), up to a dash."""


def datelines(text: str, paragraphs: Spans) -> Spans:
    """The span of each dateline, from the start of its paragraph to the first word after it."""
    return tuple(_found(text, paragraphs))


def _found(text: str, paragraphs: Spans) -> Iterator[Span]:
    for start, end in paragraphs:
        match = _DATELINE.match(text, start, min(end, start + 120))
        if match:
            yield match.span()


def placed(entity: Entity, datelines: Spans) -> Entity:
    """The entity, as a place where a dateline begins with it."""
    begins = entity.label != "PLACE" and any(start == entity.start for start, _ in datelines)
    return replace(entity, label="PLACE") if begins else entity


def without_dateline(attribution: Attribution, datelines: Spans) -> Attribution:
    """The attribution with a content that begins after the dateline before it."""
    content = tuple(_after(span, datelines) for span in attribution.content)
    return attribution if content == attribution.content else replace(attribution, content=content)


def _after(span: Span, datelines: Spans) -> Span:
    start, end = span
    return max([start, *(after for begin, after in datelines if begin <= start < after < end)]), end
