"""A report: one news article as captured."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

__all__ = ["DateCandidate", "Report"]


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A date that a report may have been published on.

    ``value`` is an ISO 8601 date or time, with its zone where one was written; ``origin`` says where
    it stood: ``json-ld:datePublished``, ``meta:article:published_time``, ``time``, ``url``,
    ``feed:published``, ``htmldate`` (what that library finds in the page), ``row``, …
    """

    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Report:
    """One article as captured.

    ``text`` is the clean text that every offset refers to: 0-based, end-exclusive, in Unicode
    code points. ``published`` is an ISO 8601 date, or None where it is not known: the day where it
    was written, whatever day it was elsewhere. ``published_at`` is the full time with its zone,
    where that is known. The first of ``date_candidates`` is the one that was chosen. ``sha256`` is
    the hex digest of the bytes as they were received, before any cleaning. ``kept`` are the ranges
    of the decoded text that ``text`` was joined from where parts were left out, else empty.
    ``language`` is an ISO 639-1 code, or None where it was not told.
    """

    id: str
    text: str
    sha256: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    published_at: str | None = None
    date_candidates: tuple[DateCandidate, ...] = ()
    byline: str | None = None
    kept: tuple[tuple[int, int], ...] = ()
    language: str | None = None

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
        published_at: str | None = None,
        date_candidates: tuple[DateCandidate, ...] = (),
        byline: str | None = None,
        kept: tuple[tuple[int, int], ...] = (),
        language: str | None = None,
    ) -> Report:
        """Make a report from clean text; ``captured`` are the bytes received, if not the text.

        Without an ``id`` it is the first 16 digits of the hash, so that the same bytes always
        have the same one.
        """
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass") if captured is None else captured)
        sha256 = digest.hexdigest()
        return cls(
            id or sha256[:16],
            text,
            sha256,
            title,
            outlet,
            published,
            url,
            published_at,
            date_candidates,
            byline,
            kept,
            language,
        )

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of ``text`` stands in the decoded text that it was cleaned from.

        A span over something left out covers it there. Raises ValueError for no span of the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"no span of the text: {start}, {end}")
        if not self.kept:
            return start, end
        before = [0, *accumulate(stop - first for first, stop in self.kept)]

        def place(offset: int) -> int:
            """Where the character at an offset stands."""
            piece = min(bisect_right(before, offset), len(self.kept)) - 1
            return self.kept[piece][0] + offset - before[piece]

        return place(start), place(end - 1) + 1 if end > start else place(start)
