"""Readings on the screen, for people."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from sayso.cli.calls import FOLDED, folded, meet
from sayso.cli.escape import escaped
from sayso.cli.marks import legend, marked
from sayso.intake import Received, Report

if TYPE_CHECKING:
    from sayso.questions import Claim
    from sayso.reading.annotations import Attribution, Reading

__all__ = ["Screen"]

KINDS = {"official-unnamed": "unnamed official", "person-unnamed": "unnamed person", "author": "the report"}
SURE = 0.95
"""The least probability that goes without saying."""

SHORT = 160
"""Characters of a content that the list shows."""


class Screen:
    """Shows reports one below the other, in colour where stdout is a terminal that has it."""

    def __init__(self, unfold: bool = False) -> None:
        """``unfold`` shows the words of calls for violence, too."""
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="backslashreplace")  # a screen may lack letters
        self._console = Console(highlight=False, markup=False, emoji=False)
        self._colour = self._console.is_terminal and not self._console.no_color
        self._explained = False
        self._unfold = unfold

    def show(self, received: Received, reading: Reading) -> None:
        """The text with its attributions marked, then the list of who said what."""
        if not self._explained:
            self._print(legend(self._colour))
            self._explained = True
        report = received.report
        known = [report.outlet, report.published, report.url or received.name]
        self._print(Text(" · ".join(escaped(value) for value in known if value), "reverse"))
        if report.title and not reading.text.startswith(report.title):
            self._print(Text(escaped(report.title), "bold"))
        called = _calls(received.report, reading)
        hidden = () if self._unfold else tuple(span for one in called for span in one.span)
        text = marked(reading.text, reading.attributions, self._colour, hidden)
        text.rstrip()
        self._print(text)
        for number, attribution in enumerate(reading.attributions, 1):
            entry = _entry(number, attribution, reading, meet(attribution.content, hidden))
            self._console.print(entry, soft_wrap=True)
        if called:
            self._console.print(folded(called, self._unfold), soft_wrap=True)
        self._print(Text("" if reading.attributions else "Nobody is quoted."))

    def _print(self, text: Text) -> None:
        """Print a paragraph and a blank line."""
        self._console.print(text, end="\n\n", soft_wrap=not self._console.is_terminal)


def _calls(report: Report, reading: Reading) -> tuple[Claim, ...]:
    """The calls for violence that a report tells of."""
    from sayso.questions.calls import find
    from sayso.questions.text.scene import Scene

    return tuple(find(Scene(report, reading))) if len(reading.words) else ()


def _entry(number: int, attribution: Attribution, reading: Reading, hidden: bool) -> Text:
    """Who, how and what, each shortened to fit a line or two; ``hidden`` leaves out what."""
    source = _short(reading.slice(attribution.source))
    named = attribution.speaker or (f"“{source}”" if source else "nobody named")
    entry = Text(f"{number:3}  ").append(escaped(named), "bold cyan")
    if attribution.speaker and source and source != attribution.speaker:
        entry.append(escaped(f", here “{source}”"))
    if attribution.speaker or source:
        entry.append(f" ({_kind(attribution.source_kind)})")
    entry.append(" · ").append(
        escaped(_short(reading.slice(attribution.cue)) or "no cue"), "underline yellow"
    )
    entry.append(f" · {attribution.type}")
    content = FOLDED if hidden else _short(reading.slice(attribution.content))
    entry.append("\n     ").append(escaped(content), "green")
    if how := _how(attribution, reading):
        entry.append(f"\n     {escaped(how)}")
    if attribution.via:
        chain = ", ".join(f"{link.name} ({_kind(link.kind)})" for link in attribution.via)
        entry.append(f"\n     via {escaped(chain)}")
    if attribution.within is not None:
        entry.append(f"\n     within {attribution.within + 1}")
    return entry


def _how(attribution: Attribution, reading: Reading) -> str:
    """When it was said, what time it is about, whether it is denied, and how sure it is; as far as told."""
    certainty = attribution.certainty
    told = [
        f"said {attribution.said}" if attribution.said else "",
        f"about {attribution.about}" if attribution.about else "",
        "denied" if attribution.polarity == "negative" else "",
        f"{_percent(certainty.low)}–{_percent(certainty.high)} % sure" if certainty.low < SURE else "",
    ]
    words = ", ".join(f"“{reading.text[start:end]}”" for start, end in certainty.spans)
    shown = " · ".join(part for part in told if part)
    return f"{shown} ({_short(words)})" if shown and words else shown


def _percent(probability: float) -> str:
    return f"{100 * probability:.0f}"


def _kind(kind: str) -> str:
    return KINDS.get(kind, kind)


def _short(text: str) -> str:
    """``text`` in one line, cut at a word."""
    words = " ".join(text.split())
    return words if len(words) <= SHORT else words[:SHORT].rpartition(" ")[0] + " …"
