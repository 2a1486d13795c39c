"""Whom a report credits: the agency that its text came from, and the outlets that it cites."""

from __future__ import annotations

import re
from functools import cache

from sayso.reading.annotations import Reading
from sayso.reading.vocabulary import lines

__all__ = ["cited", "credited"]

HEAD, TAIL = 300, 300
"""Characters of a text's beginning and end where a credit stands."""

_DATELINE = re.compile(r"^[^\n(]{0,60}\(([A-Z][\w .&’'-]{1,40})\)\s*[-–—:]", re.MULTILINE)


def credited(text: str, byline: str | None = None) -> str | None:
    """The agency named in the dateline, the byline, or the lines at the end, or None.

    "PORT ANSELM (Harbour Wire) — …", "By the Associated Press", "Source: Harbour Wire".
    """
    dateline = _DATELINE.search(text[:HEAD])
    if dateline:
        return dateline[1].strip()
    found = _closing().search(text[-TAIL:])
    if found:
        return " ".join(found[1].split())
    agency = _agency().search(byline or "")
    return agency[0] if agency else None


def cited(reading: Reading, outlet: str | None) -> tuple[str, ...]:
    """The other outlets through which, or by which, the report has its statements, by name."""
    found = {link.name for a in reading.attributions for link in a.via if link.kind == "outlet"}
    found |= {a.speaker for a in reading.attributions if a.source_kind == "outlet" and a.speaker}
    return tuple(sorted(name for name in found if name.casefold() != (outlet or "").casefold()))


@cache
def _closing() -> re.Pattern[str]:
    words = "|".join(re.escape(line) for line in lines("credits"))
    return re.compile(rf"^\W{{0,3}}(?:{words})\s*:?\s+(?:the\s+)?([A-Z][^\n.;,()]{{1,50}})", re.MULTILINE)


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(line) for line in lines('agencies'))})\b")
