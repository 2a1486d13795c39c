"""Text from elsewhere, made safe and short enough to stand in a picture."""

from __future__ import annotations

import unicodedata

__all__ = ["counted", "short"]

JOINERS = "\u200c\u200d"
"""What joins or parts letters of Persian and Indian scripts; all other invisible characters go."""

MARKS = 3
"""Marks that one letter may carry; hundreds would cover the lines around it."""


def short(text: str, most: int = 28) -> str:
    """A text on one line, without what is invisible or reorders letters, cut to ``most`` characters."""
    kept: list[str] = []
    marks = 0
    for letter in text[: most * 20]:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if letter.isspace():
            kept.append(" ")
        elif letter in JOINERS or (unicodedata.category(letter)[0] != "C" and marks <= MARKS):
            kept.append(letter)
    plain = " ".join("".join(kept).split())
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: ``1 origin``, ``2 origins``."""
    return f"{number} {one if number == 1 else many or one + 's'}"
