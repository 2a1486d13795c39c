"""Feeds (RSS, RDF, Atom): an entry is a report, as far as the feed has its text."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

from sayso.intake.dates import candidate, chosen
from sayso.intake.feed_source import TooMuch, entry_sources
from sayso.intake.formats import Format
from sayso.intake.html import page
from sayso.intake.report import Report
from sayso.intake.source import Received, Source, Unreadable

__all__ = ["FORMAT", "read"]

LIMIT = 10_000_000
"""Bytes that a feed may have."""

BROKEN_LIMIT = 40_000
"""Marks (< and &) that a feed may have whose XML is broken: mending takes much longer than reading."""

DATES = ("published", "created", "updated")
"""feedparser's names for the dates of an entry, the one of publication first."""

START = re.compile(
    r"(?>\s|\ufeff|<!--.*?-->|<\?.*?\?>)*+<(?:!doctype\s+)?(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL
)

INLINE = re.compile(
    r"</?(?:a|abbr|b|cite|em|font|i|mark|small|span|strong|sub|sup|time|u)\b[^<>]*>", re.IGNORECASE
)


def sniff(head: bytes) -> float:
    """Feeds begin with a tag that only feeds have."""
    return 0.95 if START.match(head.replace(b"\0", b"").decode("utf-8", "ignore")) else 0.0


def read(source: Source) -> Iterator[Received | Unreadable]:
    """A report for each entry, named ``path#id``, or ``path#number`` where the entry has no id.

    The bytes captured are the entry's own, cut out of the feed, so that an entry stays the same
    report however often the feed around it changes; where they cannot be told apart (broken XML),
    they are the feed's, kept once.
    """
    data = source.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise Unreadable(source.name, f"larger than {LIMIT // 1_000_000} MB, which no feed is")
    try:
        sources = entry_sources(data)
    except TooMuch as error:
        raise Unreadable(source.name, str(error)) from None
    if sources is None and data.count(b"<") + data.count(b"&") > BROKEN_LIMIT:
        raise Unreadable(source.name, "a feed with broken XML, too large to be mended")
    feed = _parsed(data, source)
    if not feed.entries:
        raise Unreadable(source.name, "a feed without entries" if feed.get("version") else "not a feed")
    known = sources is not None and len(sources) == len(feed.entries)
    for number, entry in enumerate(feed.entries, 1):
        name = f"{source.name}#{str(entry.get('id') or number)[:200]}"
        captured = sources[number - 1] if sources and known else data
        try:
            report = _report(name, entry, feed.feed, captured)
        except Unreadable as error:
            yield error
            continue
        if not known:
            report = replace(report, id=_id(report.sha256, name))
        yield Received(name, report, len(data) // len(feed.entries), captured)


def _parsed(data: bytes, source: Source) -> Any:
    import feedparser

    headers = {"content-location": source.url} if source.url else {}
    if source.charset:
        headers["content-type"] = f"application/xml; charset={source.charset}"
    try:
        return feedparser.parse(
            io.BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as error:  # it raises what its parts raise on what is no feed
        raise Unreadable(source.name, f"the feed cannot be parsed ({type(error).__name__})") from error


def _report(name: str, entry: Any, feed: Any, captured: bytes) -> Report:
    markup = max((content.value or "" for content in entry.get("content", ())), key=len, default="")
    link = entry.get("link") or ""
    url = link if link.lower().startswith(("http://", "https://")) else None
    found = _text(name, markup or entry.get("summary") or "", captured, url)
    published, published_at, candidates = chosen(
        candidate(dict.get(entry, field), f"feed:{field}") for field in DATES
    )
    return replace(
        found,
        title=_plain(entry.get("title")),
        outlet=_plain(entry.get("source", {}).get("title") or feed.get("title")),
        byline=_plain(entry.get("author")),
        url=url,
        published=published,
        published_at=published_at,
        date_candidates=candidates,
    )


def _text(name: str, markup: str, captured: bytes, url: str | None) -> Report:
    """The report that an entry's markup is: an article, or no more than some words."""
    if "<" in markup:
        blocks = INLINE.sub("", markup)  # all of it is the article, whatever it links to
        with suppress(Unreadable):
            return page(name, f"<html><body><article>{blocks}</article></body></html>", captured, url)
    text = _plain(markup)
    if not text:
        raise Unreadable(name, "an entry without text")
    return Report.of(text, captured=captured)


def _plain(markup: str | None) -> str | None:
    """The words of a piece of markup, which may have none, in one line."""
    if not markup or "<" not in markup:
        return " ".join((markup or "").split()) or None
    from trafilatura import html2txt

    return html2txt(f"<html><body>{markup}</body></html>") or None


def _id(sha256: str, name: str) -> str:
    """An entry's identity where the bytes captured are those of the whole feed."""
    return hashlib.sha256(f"{sha256} {name.partition('#')[2]}".encode("utf-8", "replace")).hexdigest()[:16]


FORMAT = Format((".rss", ".atom", ".rdf"), sniff, read)
