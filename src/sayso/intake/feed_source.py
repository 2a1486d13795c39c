"""The bytes of each entry of a feed, as they stand in it."""

from __future__ import annotations

from typing import Any
from xml.parsers import expat

__all__ = ["TooMuch", "entry_sources"]

ENTRIES = ("item", "entry")
ELEMENTS = 50_000
"""Elements that a feed may have; ten attributes count as one."""
TEXTS = 1_000_000
"""Pieces of text that a feed may have; each line and each reference to a character begins one."""


MOST = 5_000
"""Entries that a feed may have."""


class TooMuch(ValueError):
    """The feed is made to take too much time or memory."""


def entry_sources(data: bytes) -> list[bytes] | None:
    """The bytes from each entry's first tag to its last one; None if the feed's XML is broken.

    No entity is looked up elsewhere, and none may stand for others (they can multiply without end).

    Raises:
        TooMuch: it has such entities, or too many elements or entries.
    """
    walk = _Walk()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.EntityDeclHandler = walk.entity
    parser.StartElementHandler = lambda name, attributes: walk.start(
        name, len(attributes), parser.CurrentByteIndex
    )
    parser.EndElementHandler = lambda name: walk.end(name, parser.CurrentByteIndex)
    parser.CharacterDataHandler = walk.text
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        if isinstance(error, TooMuch):
            raise
        return None
    if b"\0" in data:
        return None  # characters of several bytes, whose tags have no one end
    return [data[start : data.index(b">", end) + 1] for start, end in walk.entries]


class _Walk:
    """What is seen of the feed on one walk through it."""

    def __init__(self) -> None:
        self.entries: list[tuple[int, int]] = []
        self.elements = self.texts = self.depth = self.first = 0

    def entity(self, name: str, parameter: bool, value: str | None, *_: Any) -> None:
        if value is not None and ("&" in value or "%" in value):
            raise TooMuch("has entities that stand for others, which no feed needs")

    def start(self, name: str, attributes: int, index: int) -> None:
        self.elements += 1 + attributes // 10
        if self.elements > ELEMENTS:
            raise TooMuch(f"has more than {ELEMENTS:,} elements, which no feed has")
        if name.rpartition(" ")[2] in ENTRIES:
            if not self.depth:
                self.first = index
            self.depth += 1

    def text(self, _: str) -> None:
        self.texts += 1
        if self.texts > TEXTS:
            raise TooMuch(f"has more than {TEXTS:,} pieces of text, which no feed has")

    def end(self, name: str, index: int) -> None:
        if name.rpartition(" ")[2] in ENTRIES:
            self.depth -= 1
            if not self.depth:
                self.entries.append((self.first, index))
            if len(self.entries) > MOST:
                raise TooMuch(f"has more than {MOST:,} entries, which no feed has")
