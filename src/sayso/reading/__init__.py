"""Reading: from a report to its words, entities and attributions.

``Reader`` is loaded when it is first used: who only asks the ledger needs no network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sayso.reading.annotations import Attribution, Entity, Link, Reading, Words

if TYPE_CHECKING:
    from sayso.reading.reader import Reader

__all__ = ["Attribution", "Entity", "Link", "Reader", "Reading", "Words"]


def __getattr__(name: str) -> Any:
    if name == "Reader":
        from sayso.reading.reader import Reader

        return Reader
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
