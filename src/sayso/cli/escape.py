"""Text from elsewhere, made safe to show on a terminal."""

from __future__ import annotations

import re

__all__ = ["escaped"]

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)


def escaped(text: str) -> str:
    r"""``text`` with what could move the cursor, hide or reorder letters shown as ``\x1b``.

    Line ends of two characters become one line feed; line feeds and tabs stay.
    """
    return UNSAFE.sub(_code, text.replace("\r\n", "\n"))


def _code(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
