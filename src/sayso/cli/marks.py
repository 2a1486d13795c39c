"""A report's text with source, cue and content of its attributions marked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from sayso.cli.calls import FOLDED
from sayso.cli.escape import escaped

if TYPE_CHECKING:
    from sayso.reading.annotations import Attribution, Spans

__all__ = ["ROLES", "Role", "legend", "marked"]


@dataclass(frozen=True, slots=True)
class Role:
    """How a part of an attribution looks: in colour, and between which marks without."""

    name: str
    style: str
    left: str
    right: str

    def spans(self, attribution: Attribution) -> Spans:
        """Where the attribution has this part."""
        return getattr(attribution, self.name)  # type: ignore[no-any-return]


ROLES = (
    Role("content", "green", "{", "}"),
    Role("source", "bold cyan", "[", "]"),
    Role("cue", "underline yellow", "<", ">"),
)
"""In the order in which they are laid over each other."""


def legend(colour: bool) -> Text:
    """What the marks mean."""
    text = Text()
    for role in ROLES[1], ROLES[2], ROLES[0]:
        left, right = ("", "") if colour else (role.left, role.right)
        text.append(f"{left}{role.name}{right}", role.style).append("  ")
    number = "after a cue" if colour else "in front"
    return text.append(f"the number {number} is the attribution's in the list below")


def marked(text: str, attributions: tuple[Attribution, ...], colour: bool, folded: Spans = ()) -> Text:
    """``text`` with every attribution's parts in their colours, or else between their marks.

    Content stands between braces, its source between brackets, its cue between angles, each with
    the attribution's number, counted from 1. Of what is ``folded`` only that it is so is shown.
    """
    styles: list[str] = [""] * len(text)
    opening: dict[int, list[tuple[int, str]]] = defaultdict(list)
    closing: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for role in ROLES:
        for number, attribution in enumerate(attributions, 1):
            for start, end in role.spans(attribution):
                styles[start:end] = [role.style] * (end - start)
                if colour and role.name == "cue":
                    closing[end].append((start, f"({number})"))
                elif not colour:
                    opening[start].append((-end, f"{role.left}{number} "))
                    closing[end].append((-start, role.right))
    shown = Text()
    ends = {place for span in folded for place in span}
    places = sorted({0, len(text), *opening, *closing, *ends, *_changes(styles)})
    for start, end in zip(places, [*places[1:], len(text)], strict=True):
        for _, mark in sorted(closing[start]):
            shown.append(mark, "dim")
        for _, mark in sorted(opening[start]):
            shown.append(mark, "dim")
        if start < end:
            hidden = _hidden(start, folded)
            shown.append(hidden if hidden is not None else escaped(text[start:end]), styles[start])
    return shown


def _hidden(start: int, folded: Spans) -> str | None:
    """What is shown where something is folded, once for each; None elsewhere."""
    within = [first for first, last in folded if first <= start < last]
    return None if not within else FOLDED if start in within else ""


def _changes(styles: list[str]) -> list[int]:
    return [i for i in range(1, len(styles)) if styles[i] != styles[i - 1]]
