"""Datelines: the place, day and agency with which wire copy begins, and which are no part of what it says."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
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


def placed(entities: Iterable[Entity], datelines: Spans) -> tuple[Entity, ...]:
    """The entities, those as places with which a dateline begins."""
    begins = {start for start, _ in datelines}
    return tuple(replace(e, label="PLACE") if e.start in begins else e for e in entities)


def without_dateline(attribution: Attribution, datelines: Spans) -> Attribution:
    """The attribution with a content that begins after the dateline before it; ``datelines`` in order."""
    content = tuple(_after(span, datelines) for span in attribution.content)
    return attribution if content == attribution.content else replace(attribution, content=content)


def _after(span: Span, datelines: Spans) -> Span:
    start, end = span
    before = bisect_right(datelines, start, key=lambda dateline: dateline[0])
    after = datelines[before - 1][1] if before else start
    return (after, end) if start < after < end else span
