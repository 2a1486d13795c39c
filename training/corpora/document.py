"""The one shape that every corpus is read into."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Document", "NamedRange"]

NamedRange = tuple[int, int, str]
"""First word, end-exclusive last word, and PERSON, ORG or PLACE."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its words, and what annotators said of them; a column each, an entry a word.

    ``words`` are offsets into ``text``, end-exclusive. ``heads`` are indices of words in the
    document, and a root is its own head; without syntax, ``upos``, ``heads`` and ``deprels`` are
    empty. ``sentences`` are ranges of words, end-exclusive, and ``paragraphs`` the index of each
    paragraph's first word. ``entities`` do not overlap and are in order.
    """

    id: str
    genre: str | None
    text: str
    words: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]
    paragraphs: tuple[int, ...]
    upos: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    deprels: tuple[str, ...] = ()
    entities: tuple[NamedRange, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The words as they stand in the text."""
        return tuple(self.text[start:end] for start, end in self.words)
