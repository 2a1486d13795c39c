"""The colours of charts and maps, in a light and a dark theme.

Colours of values are Okabe and Ito's, which people with any colour vision tell apart, made darker or
lighter until each has a contrast of 3:1 with its page; hatches tell them apart without colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["HATCHES", "THEMES", "Theme", "ThemeName"]

ThemeName = Literal["light", "dark"]

HATCHES = ("", "///", "\\\\\\", "---", "xxx", "|||", "+++", "//")
"""What fills go by besides their colours, in the order of the values. Lines only: dots make large SVGs."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as ``#rrggbb``: of the page, text, lesser text, lines, land, sea, and of values in order."""

    page: str
    ink: str
    muted: str
    line: str
    land: str
    sea: str
    values: tuple[str, ...]

    def value(self, at: int) -> str:
        """The colour of the value at a place in their order."""
        return self.values[at % len(self.values)]

    def hatch(self, at: int) -> str:
        """Its hatch; values that share a colour have different ones."""
        return HATCHES[at % len(HATCHES)]


THEMES: dict[ThemeName, Theme] = {
    "light": Theme(
        page="#ffffff",
        ink="#1b1f24",
        muted="#57606a",
        line="#c4cad1",
        land="#f4f1ea",
        sea="#dce7f0",
        values=("#0072b2", "#d55e00", "#007a5a", "#aa4482", "#8a6400", "#4f5fc4", "#5b6770"),
    ),
    "dark": Theme(
        page="#14171c",
        ink="#e8eaed",
        muted="#a5adb8",
        line="#414a56",
        land="#2b3038",
        sea="#171f2a",
        values=("#56b4e9", "#e69f00", "#2fbf93", "#e58bbf", "#f0e442", "#9fa8ff", "#b8c0c8"),
    ),
}
