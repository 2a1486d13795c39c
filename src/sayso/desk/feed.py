"""An Atom feed (RFC 4287) of the questions whose answers changed last."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from xml.etree.ElementTree import Element, SubElement, tostring

__all__ = ["Entry", "feed"]

ATOM = "http://www.w3.org/2005/Atom"

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot have, not even escaped."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A change: the question, what its answer has been since which day (ISO), and that in words."""

    question: str
    status: str
    day: str
    told: str


def feed(entries: Sequence[Entry], address: str, name: str) -> bytes:
    """The feed, in UTF-8. ``address`` is its own, in full; ``name`` tells whose changes these are."""
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    base = address.partition("/watch/")[0]
    _add(root, "title", name)
    _add(root, "id", _urn(address))
    _add(root, "updated", _instant(max((one.day for one in entries), default="")))
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": address})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}/watch"})
    _add(SubElement(root, "author"), "name", "Sayso")
    for one in entries:
        entry = SubElement(root, "entry")
        _add(entry, "title", f"{one.status}: {one.question}")
        _add(entry, "id", _urn("\n".join((one.question, one.day, one.status, one.told))))
        _add(entry, "updated", _instant(one.day))
        asked = urlencode(
            {"q": _NOT_XML.sub("\ufffd", one.question)} | ({"as_of": one.day} if one.day else {})
        )
        SubElement(entry, "link", {"rel": "alternate", "href": f"{base}/questions/ask?{asked}"})
        _add(entry, "summary", f"Since {one.day or 'a day not known'}: {one.status}. {one.told}")
    made: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = " ".join(_NOT_XML.sub("\ufffd", text).split())


def _urn(told: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, told.encode("utf-8", "replace").decode()).urn


def _instant(day: str) -> str:
    """The beginning of a day, as RFC 3339 writes it; of all days where none is known."""
    return f"{day or '1970-01-01'}T00:00:00Z"
