"""The templates' environment: everything is escaped, and nothing from a report can act on the page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

from sayso.desk.coming_back import done, here
from sayso.desk.signer import signer

__all__ = ["environment", "harmless", "query", "webbed"]

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
"""What has no shape of its own, and could hide or reorder letters."""

KINDS = {"official-unnamed": "unnamed official", "person-unnamed": "unnamed person", "author": "the report"}
"""Kinds of source whose names are no plain English."""

WORD = re.compile(r"\w{3,40}")
LOOKED_FOR = 4
"""Words by which the same is looked for elsewhere; with more there would be only copies."""

PICTURES = 0x2400
"""From here on Unicode has a picture for each of the first 32 controls."""


def environment() -> Environment:
    """The environment in which all pages are made."""
    made = Environment(
        loader=PackageLoader("sayso.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "flat": _flat,
        "harmless": harmless,
        "kind": _kind,
        "percent": _percent,
        "telling": _telling,
    }
    made.globals |= {"done": done, "here": here, "query": query, "signer": signer, "webbed": webbed}
    return made


def harmless(text: str) -> str:
    """``text`` with a visible sign for every character that could hide or reorder others."""
    return text if text.isprintable() else UNSAFE.sub(_sign, text.replace("\r\n", "\n"))


def query(asked: Mapping[str, Any] | None = None, **more: Any) -> str:
    """The values that are there as the query of a link, with its question mark; or nothing."""
    values = {**(asked or {}), **more}
    kept = {name: value for name, value in values.items() if value not in (None, "", False)}
    return "?" + urlencode(kept) if kept else ""


def webbed(url: str | None) -> bool:
    """Whether a link may lead to a URL: on the Web, and nothing that a browser would run."""
    return bool(url) and str(url).lower().startswith(("http://", "https://"))


def _shown(value: Any) -> Any:
    """What a template shows for a value; markup that it made itself stays as it is."""
    if value is None:
        return ""
    return harmless(value) if type(value) is str else value


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 32:
        return chr(PICTURES + code)
    return f"⟨U+{code:04X}⟩"


def _kind(kind: str) -> str:
    return KINDS.get(kind, kind)


def _percent(probability: float) -> str:
    return f"{100 * probability:.0f}"


def _flat(text: str | None) -> str:
    return " ".join((text or "").split())


def _telling(text: str) -> str:
    """The words of a text to look for it by elsewhere: its longest ones, in their order."""
    words = dict.fromkeys(WORD.findall(text))
    longest = set(sorted(words, key=len, reverse=True)[:LOOKED_FOR])
    return " ".join(word for word in words if word in longest)
