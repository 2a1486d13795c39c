"""The dates that a page gives itself, and where each stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from sayso.intake.dates import candidate
from sayso.intake.report import DateCandidate

__all__ = ["page_dates"]

META = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "pubdate",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
)
"""Names of ``meta`` elements that tell when a page was published, the most exact first."""

ARTICLE = re.compile("(?:Article|BlogPosting|Report|Review)$")
"""Types of schema.org for an article: NewsArticle, ReportageNewsArticle, LiveBlogPosting, …"""

IN_URL = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?!\d)")
MOST = 5
"""Candidates taken from each kind of place."""


def page_dates(tree: Any, htmldate: str | None, url: str | None) -> Iterator[DateCandidate]:
    """Every date of publication that a page offers, in the order in which they are trusted.

    What publishers write for machines (JSON-LD, then ``meta``) comes before what htmldate finds in
    the page, and that before the first ``time`` elements, which may be another article's, and the
    address, which may only tell the day of filing.
    """
    found = (_json_ld(tree), _meta(tree), [candidate(htmldate, "htmldate")], _times(tree), [_url(url)])
    for place in found:
        yield from islice(filter(None, place), MOST)


def _json_ld(tree: Any) -> Iterator[DateCandidate | None]:
    things: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            try:
                things += _things(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue
    articles = [thing for thing in things if ARTICLE.search(_type(thing))]
    for thing in articles or things:
        yield candidate(thing.get("datePublished"), "json-ld:datePublished")


def _things(data: Any) -> list[dict[str, Any]]:
    """The things that the page is said to be; those inside them, as other articles, are not it."""
    listed = data if isinstance(data, list) else [data]
    found = [thing for thing in listed if isinstance(thing, dict)]
    for thing in list(found):
        graph = thing.get("@graph")
        found += [inner for inner in (graph if isinstance(graph, list) else ()) if isinstance(inner, dict)]
    return found


def _type(thing: dict[str, Any]) -> str:
    kinds = thing.get("@type")
    return next((k for k in kinds if isinstance(k, str)), "") if isinstance(kinds, list) else str(kinds)


def _meta(tree: Any) -> Iterator[DateCandidate | None]:
    written: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").lower()
            if name in META:
                written.setdefault(name, []).append(element.get("content") or "")
    for name in META:
        for content in written.get(name, ()):
            yield candidate(content, f"meta:{name}")


def _times(tree: Any) -> Iterator[DateCandidate | None]:
    for element in tree.iter("time"):
        yield candidate(element.get("datetime") or element.text or "", "time")


def _url(url: str | None) -> DateCandidate | None:
    found = IN_URL.search(url or "")
    return candidate("{}-{:0>2}-{:0>2}".format(*found.groups()), "url") if found else None
