"""Word lists, one file a list and a language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["entries", "lines"]


@cache
def lines(name: str, language: str = "en") -> tuple[str, ...]:
    """The entries of a word list, in the file's order, without blank lines and ``#`` comments.

    Raises FileNotFoundError where the language has no such list.
    """
    text = (files("sayso.reading") / "data" / language / f"{name}.txt").read_text(encoding="utf-8")
    entries = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return tuple(entry for entry in entries if entry)


@cache
def entries(name: str, language: str = "en") -> frozenset[str]:
    """The entries of a word list, to ask whether it has a word."""
    return frozenset(lines(name, language))
