"""Quoted regions of a text, and what they make of an attribution."""

from __future__ import annotations

import re
from bisect import bisect_right

from sayso.reading.annotations import QuoteType, Spans
from sayso.reading.paragraphs import paragraphs

__all__ = ["Quoted", "regions"]

_DOUBLE = re.compile(r"''|``|[\"“”„«»]")
_SINGLE_OPEN = re.compile(r"(?<![^\s(\[—–-])[‘'](?=[^\W_])")
_SINGLE_CLOSE = re.compile(r"(?<=[,.?!…])['’](?![^\W_])")
_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")
_AFTER_OPENING = "([—–-"
_BEFORE_CLOSING = ".,;:!?)]—–-"


def regions(text: str, within: Spans | None = None) -> Spans:
    """Spans of the quoted regions of ``text``, marks included.

    Double marks are straight, curly, low, angled, or two apostrophes or backquotes. A region
    ends at its closing mark, or with the paragraph where the mark is missing, as in quotations
    that run over paragraphs. Single marks count in paragraphs without double ones, from an
    opening mark to one that follows punctuation, so that apostrophes do not.
    """
    found: list[tuple[int, int]] = []
    for start, end in paragraphs(text) if within is None else within:
        marks = [m.span() for m in _DOUBLE.finditer(text, start, end)]
        if marks:
            found += _double(text, marks, end)
        elif "‘" in text[start:end] or "'" in text[start:end]:
            found += _single(text, start, end)
    return tuple(found)


def _double(text: str, marks: list[tuple[int, int]], end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened = None
    for start, after in marks:
        mark = text[start]
        if opened is None:
            if _opens(text, start, after):
                opened = start
        elif mark not in _OPENING:
            found.append((opened, after))
            opened = None
    if opened is not None:
        found.append((opened, end))
    return found


def _opens(text: str, start: int, after: int) -> bool:
    """Whether a mark outside any region opens one, rather than closing one whose mark is lost."""
    mark = text[start]
    if mark in _OPENING or mark in _CLOSING:
        return mark in _OPENING
    before = text[start - 1] if start else " "
    behind = text[after] if after < len(text) else " "
    if before.isspace() or before in _AFTER_OPENING:
        return True
    return not (behind.isspace() or behind in _BEFORE_CLOSING)


def _single(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    closes = [m.end() for m in _SINGLE_CLOSE.finditer(text, start, end)]
    last = start
    for opening in _SINGLE_OPEN.finditer(text, start, end):
        at = bisect_right(closes, opening.end())
        if opening.start() >= last and at < len(closes):
            last = closes[at]
            found.append((opening.start(), last))
    return found


class Quoted:
    """The paragraphs of a text and their quoted regions, ready to be asked what they hold."""

    def __init__(self, text: str, blocks: Spans | None = None) -> None:
        self.text = text
        self.paragraphs = paragraphs(text) if blocks is None else blocks
        self.spans = regions(text, self.paragraphs)
        self._starts = [start for start, _ in self.spans]

    def region(self, offset: int) -> int | None:
        """Index of the region that holds the character at ``offset``, or None."""
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 and offset < self.spans[at][1] else None

    def quote_type(self, content: Spans) -> QuoteType:
        """Direct if every letter or digit of ``content`` is quoted, mixed if some is."""
        inside = outside = 0
        for start, end in content:
            for word in re.finditer(r"\w+", self.text[start:end]):
                if self.region(start + word.start()) is None:
                    outside += 1
                else:
                    inside += 1
        if not inside:
            return "indirect"
        return "mixed" if outside else "direct"
