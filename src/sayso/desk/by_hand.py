"""The form by which an analyst adds a claim."""

from __future__ import annotations

from typing import Any

from sayso.claim import SOURCE_KINDS
from sayso.reading.certainty.lexicon import bands

__all__ = ["Typed", "choices"]


class Typed(dict[str, str]):
    """What was typed into a form's fields; nothing into those that it does not have."""

    def __missing__(self, name: str) -> str:
        return ""


def choices() -> dict[str, Any]:
    """What the form's template has to choose from."""
    return {"source_kinds": SOURCE_KINDS, "bands": bands()}
