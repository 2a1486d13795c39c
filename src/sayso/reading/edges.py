"""Edges of contents: quotation marks belong to what they enclose."""

from __future__ import annotations

import re

from sayso.reading.annotations import Span, Spans
from sayso.reading.quotes import Quoted

__all__ = ["tidy"]

_MARKS_BEFORE = re.compile(r"[\s\"“”„«»‘'`(\[]{0,4}$")
_MARKS_AFTER = re.compile(r"[.,;:!?…]{0,4}\s?(?:''|[\"”»’'])")


def tidy(content: Spans, quoted: Quoted) -> Spans:
    """The fragments with the quotation marks around them, in order and without overlaps.

    A fragment that begins (ends) at the first (last) word of a quoted region takes in its mark,
    and the stop or comma before a closing mark.
    """
    found: list[Span] = []
    for start, end in content:
        start, end = _from_mark(start, quoted), _to_mark(end, quoted)
        if found and start < found[-1][1]:
            start = found[-1][1]
        if start < end:
            found.append((start, end))
    return tuple(found)


def _from_mark(start: int, quoted: Quoted) -> int:
    at = quoted.region(start)
    if at is None:
        return start
    first = quoted.spans[at][0]
    return first if _MARKS_BEFORE.fullmatch(quoted.text[first:start]) else start


def _to_mark(end: int, quoted: Quoted) -> int:
    at = quoted.region(end - 1)
    if at is None:
        return end
    last = quoted.spans[at][1]
    return last if _MARKS_AFTER.fullmatch(quoted.text[end:last]) else end
