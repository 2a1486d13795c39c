"""Word lists, one file a list and a language; each room keeps its own in its folder ``data``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["listed"]


@cache
def listed(room: str, name: str, language: str = "en") -> tuple[str, ...]:
    """The entries of a room's list, in the file's order, without blank lines and ``#`` comments.

    ``room`` is a package, as ``sayso.reading``. Raises FileNotFoundError where it has no such list in
    the language.
    """
    text = (files(room) / "data" / language / f"{name}.txt").read_text(encoding="utf-8")
    entries = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return tuple(entry for entry in entries if entry)
