"""A report: one news article as captured."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

__all__ = ["Report"]


@dataclass(frozen=True, slots=True)
class Report:
    """One article as captured.

    ``text`` is the clean text that every offset refers to: 0-based, end-exclusive, in Unicode
    code points. ``published`` is an ISO 8601 date, or None where it is not known. ``sha256`` is
    the hex digest of the bytes as they were received, before any cleaning.
    """

    id: str
    text: str
    sha256: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None

    @classmethod
    def of(
        cls,
        text: str,
        *,
        id: str | None = None,
        captured: bytes | None = None,
        title: str | None = None,
        outlet: str | None = None,
        published: str | None = None,
        url: str | None = None,
    ) -> Report:
        """Make a report from clean text; ``captured`` are the bytes received, if not the text.

        Without an ``id`` it is the first 16 digits of the hash, so that the same bytes always
        have the same one.
        """
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass") if captured is None else captured)
        sha256 = digest.hexdigest()
        return cls(id or sha256[:16], text, sha256, title, outlet, published, url)
