"""What stands in a news text and is no part of it: "Read: other story", "Advertisement", share bars.

Only whole lines are left out, and what follows the last sentence of a line after a gap. A line that could
be reporting stays, whatever it begins like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from sayso.intake.source import LONGEST
from sayso.intake.vocabulary import listed

__all__ = ["without_promotions"]

ROOM = "sayso.intake"
SHORT = 300
"""Characters that a line may have to be looked at."""
LINES = 100_000
"""Lines that a text may have to be looked at."""

EDGE = " \t\u00a0•·*>|»›▶►→←-–—_~"
OPENING = EDGE + "[("
CLOSING = EDGE + "])"
GAP = re.compile(r"(?<=[.!?”\"’')\]])[ \t\u00a0]{2,}(?=\S)")
FIRST = re.compile(r"[^\W_]+")
BETWEEN_BUTTONS = re.compile(r"[\s|,/·•:*–—\[\]()]+")

SLOTS = {
    "…": r".*",
    "<headline>": r"\S.*(?<!\.)",
    "<name>": r"[A-Z@][\w.’'@-]*(?:(?: ?[,/|&] ?| (?:via|for|and|of|the) | )[A-Z(][\w.’'()-]*){0,7}",
}
SLOT = re.compile("(" + "|".join(SLOTS) + ")")


def without_promotions(text: str, language: str = "en") -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without promotions, and the ranges of ``text`` that it is joined from.

    The first line is kept, for it may be the headline. The ranges are empty where nothing is left
    out, and the text is the same. The time it takes grows linearly with the text.
    """
    left_out = list(_left_out(text, language)) if len(text) <= LONGEST else ()
    if not left_out:
        return text, ()
    edges = [(0, 0), *left_out, (len(text), len(text))]
    kept = tuple((end, start) for (_, end), (start, _) in pairwise(edges) if start > end)
    return "".join(text[start:end] for start, end in kept), kept


def _left_out(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The ranges that are no part of the text, in order."""
    buttons: list[tuple[int, int]] = []  # lines of one button each, which may be a share bar
    beside = False  # whether the line before them is left out
    for number, (start, end, following) in enumerate(_lines(text)):
        line = text[start:end] if number and end - start <= SHORT else ""
        shared = _buttons(line, language)
        promotes = shared > 1 or _promotes(line, language)
        if shared == 1 and not promotes:
            buttons.append((start, following))
            continue
        if len(buttons) > 1 or (buttons and (beside or promotes)):
            yield from buttons
        buttons, beside = [], promotes
        if promotes:
            yield start, following
        elif (gap := _gap(text, start, end)) and _promotes(text[gap[1] : end], language):
            yield gap[0], end
    if len(buttons) > 1 or (buttons and beside):
        yield from buttons


def _lines(text: str) -> Iterator[tuple[int, int, int]]:
    """Where each line that is not blank starts and ends, and where the next one starts."""
    place = start = end = 0
    lines = text.splitlines(keepends=True)
    for line in lines if len(lines) <= LINES else ():
        if line.strip():
            if end:
                yield start, end, place
            start, end = place, place + len(line.rstrip())
        place += len(line)
    if end:
        yield start, end, place


def _gap(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The last gap between sentences of a line, if the rest of it is short."""
    gaps = [found.span() for found in GAP.finditer(text, max(start, end - SHORT), end)]
    return gaps[-1] if gaps else None


def _promotes(line: str, language: str) -> bool:
    """Whether a line is a promotion by its words."""
    line = line.lstrip(OPENING).rstrip(CLOSING)
    first = FIRST.match(line)
    pattern = _patterns(language).get(first[0].lower()) if first else None
    if pattern is None:
        return False
    line = " ".join(line.split())
    found = pattern.fullmatch(line)
    if found is None:
        return False
    headline = found.lastgroup == "label" and not line.endswith(".")
    return headline or not _reporting(language).search(line)


def _buttons(line: str, language: str) -> int:
    """How many buttons of a share bar a line consists of; 0 if there is anything else."""
    known = _known_buttons(language)
    first = FIRST.search(line)
    if first is None or first[0].lower() not in known:
        return 0
    words = [word for word in BETWEEN_BUTTONS.split(line.lower()) if word]
    return len(words) if all(word in known for word in words) else 0


@cache
def _known_buttons(language: str) -> frozenset[str]:
    return frozenset(listed(ROOM, "share_buttons", language))


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    """The patterns of whole lines by their first word; the group ``label`` marks one before a headline."""
    labels: dict[str, list[str]] = {}
    others: dict[str, list[str]] = {}
    for entry in listed(ROOM, "promotions", language):
        words = FIRST.match(entry)
        assert words is not None, f"a promotion begins with a word: {entry}"
        pieces = [piece for piece in SLOT.split(entry) if piece]
        pattern = "".join(SLOTS.get(piece) or f"(?i:{re.escape(piece)})" for piece in pieces)
        if pieces[-1] not in ("…", "<headline>"):
            pattern += "[.!:]?"
        label = pieces[0].rstrip().endswith((":", "|"))
        (labels if label else others).setdefault(words[0], []).append(pattern)
    return {
        word: re.compile(
            f"(?:(?P<label>{'|'.join(labels.get(word, ['(?!)']))})"
            f"|(?P<other>{'|'.join(others.get(word, ['(?!)']))}))"
        )
        for word in labels | others
    }


@cache
def _reporting(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(listed(ROOM, 'reporting_words', language))})\b", re.IGNORECASE)
