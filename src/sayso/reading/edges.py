"""Edges of contents: quotation marks belong to what they enclose, paragraphs end what is not quoted."""

from __future__ import annotations

import re
from bisect import bisect_right

from sayso.reading.annotations import Span, Spans
from sayso.reading.quotes import Quoted
from sayso.reading.vocabulary import entries

__all__ = ["apart", "closed", "near_cue", "tidy"]

_MARKS_BEFORE = re.compile(r"[\s\"“”„«»‘'`(\[]{0,4}$")
_MARKS_AFTER = re.compile(r"[.,;:!?…)\[\]]{0,6}['’]?\s?(?:''|[\"”»’'])")
_BRACKETS = {")": "(", "]": "["}


def tidy(content: Spans, quoted: Quoted) -> Spans:
    """The fragments with the quotation marks around them, in order and without overlaps.

    A fragment that begins (ends) at the first (last) word of a quoted region takes in its mark,
    and the stop or comma before a closing mark; so it does the bracket that closes one of its own.
    """
    found: list[Span] = []
    for start, end in closed(content, quoted.text):
        start, end = _from_mark(start, quoted), _to_mark(end, quoted)
        if found and start < found[-1][1]:
            start = found[-1][1]
        if start < end:
            found.append((start, end))
    return tuple(found)


def closed(spans: Spans, text: str) -> Spans:
    """The spans, each with the bracket right behind it that closes one of its own."""

    def closes(start: int, end: int) -> bool:
        opening = _BRACKETS.get(text[end : end + 1])
        return opening is not None and text.count(opening, start, end) > text.count(text[end], start, end)

    return tuple((start, end + closes(start, end)) for start, end in spans)


def near_cue(content: Spans, cue: Span, quoted: Quoted) -> Spans:
    """The content in the cue's paragraph, and what begins quoted in others.

    Nobody's indirect speech runs on from a headline, while a quotation may run over paragraphs.
    A content that would be left with nothing stays as it is.
    """
    kept = []
    blocks = quoted.paragraphs
    for start, end in content:
        first = max(0, bisect_right(blocks, (start, len(quoted.text))) - 1)
        last = bisect_right(blocks, (end - 1, len(quoted.text)))
        for block in blocks[first:last]:
            piece = (max(start, block[0]), min(end, block[1]))
            here = block[0] <= cue[0] < block[1]
            if piece[0] < piece[1] and (here or quoted.region(piece[0]) is not None):
                kept.append(piece)
    return tuple(kept) or content


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


def apart(content: Spans, source: Spans, cue: Span, text: str) -> Spans:
    """The content without who says it, and without whom it is told: "it is over, Bo Li told | the Daily"."""
    told = text[slice(*cue)].lower() in entries("telling_whom") and any(end <= cue[0] for _, end in content)
    return tuple(
        (start, end)
        for start, end in content
        if not any(low <= start and end <= high for low, high in source)
        and not (told and text[start].isalnum() and 0 <= start - cue[1] <= 1)
    )
