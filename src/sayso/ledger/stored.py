"""Text as a database can hold it."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["storable"]

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def storable(value: Any) -> Any:
    """A text, or all texts in lists and dicts, with U+FFFD for what no database keeps.

    These are the null character and halves of surrogate pairs; offsets stay what they are.
    """
    if isinstance(value, str):
        return _UNSTORABLE.sub("\ufffd", value)
    if isinstance(value, (list, tuple)):
        return [storable(item) for item in value]
    if isinstance(value, dict):
        return {name: storable(item) for name, item in value.items()}
    return value
