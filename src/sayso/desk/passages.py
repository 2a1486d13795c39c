"""The words of a claim in the sentences around them, the words marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from sayso.ledger.passages import Passage

__all__ = ["Context", "context", "edges", "there"]

MOST = 900
"""Characters of a claim's own words that are shown."""

_END = re.compile(r"[.!?…][\"'”’)\]]*\s|\n")
"""Where a sentence ends, or a paragraph."""

_ENDED = re.compile(r"[.!?…\"'”’)\]]\s*\Z")

Span = Sequence[int]


@dataclass(frozen=True, slots=True)
class Context:
    """Pieces of text in a row, each with whether it is marked; ``cut`` tells that text is missing there."""

    pieces: tuple[tuple[str, bool], ...]
    cut_before: bool
    cut_after: bool


def edges(spans: Sequence[Span]) -> tuple[int, int]:
    """Where spans begin and end together, no longer than ``MOST`` characters."""
    start = min(span[0] for span in spans)
    return start, min(max(span[1] for span in spans), start + MOST)


def context(passage: Passage | None, spans: Sequence[Span]) -> Context | None:
    """The spans marked in their passage, which is cut to the sentences that they are in, as far as seen."""
    if passage is None or not spans:
        return None
    start, end = (at - passage.start for at in edges(spans))
    text = passage.text
    begin = max((found.end() for found in _END.finditer(text, 0, max(start, 0))), default=0)
    stop = _END.search(text, max(end - 1, 0))
    last = stop.start() + 1 if stop else len(text)
    while last < len(text) and text[last] in "\"'”’)]":
        last += 1
    last = max(last, min(end, len(text)))
    pieces: list[tuple[str, bool]] = []
    at = begin
    for low, high in sorted(
        (max(s[0] - passage.start, begin), min(s[1] - passage.start, last)) for s in spans
    ):
        if low >= high or high <= at:
            continue
        pieces += [(text[at : max(low, at)], False), (text[max(low, at) : high], True)]
        at = high
    pieces.append((text[at:last], False))
    shown = tuple((piece, marked) for piece, marked in pieces if piece)
    return Context(shown, begin == 0 and passage.start > 0, stop is None and not _ENDED.search(text[-4:]))


def there(report: str, statement: int | None, words: str) -> str:
    """The address of a report at a claim's words: the mark of its statement, and the words themselves."""
    anchor = "text" if statement is None else f"m{statement}"
    few = " ".join(words.split(" … ")[0].split()[:8])
    directive = f":~:text={quote(few, safe='').replace('-', '%2D')}" if few else ""
    return f"/reports/{quote(report)}#{anchor}{directive}"
