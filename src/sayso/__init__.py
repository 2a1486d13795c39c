"""Sayso: who said what in news reports.

``sayso.read(text)`` reads one report. What it returns is described in ``sayso.reading``; reports
in files and pages come through ``sayso.intake``. ``sayso.add(ledger, reports)`` keeps them in a
``sayso.ledger.Ledger``, and ``sayso.ask(ledger, question)`` answers from there; ``sayso.claim`` adds
a claim by hand. These three are loaded when they are first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from sayso.read import read

if TYPE_CHECKING:
    from sayso.add import add
    from sayso.ask import ask
    from sayso.claim import claim

__all__ = ["__version__", "add", "ask", "claim", "read"]

__version__ = "0.1.0"

LATER = {"add", "ask", "claim"}


def __getattr__(name: str) -> Any:
    if name in LATER:
        return import_module(f"sayso.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
