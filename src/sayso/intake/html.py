"""Web pages: a page is a report, its text the article without what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.intake.article import article
from sayso.intake.dates import chosen
from sayso.intake.decode import NotText, decode
from sayso.intake.formats import Format
from sayso.intake.page_dates import page_dates
from sayso.intake.promotions import without_promotions
from sayso.intake.report import Report
from sayso.intake.source import Received, Source, Unreadable

__all__ = ["FORMAT", "captured_page", "page", "read", "sniff"]

LIMIT = 10_000_000
"""Bytes of markup that a page may have, embedded pictures and fonts apart."""

EMBEDDED = re.compile(rb"data:[\w/+.-]*;base64,[A-Za-z0-9+/=%]*")
DECLARED = re.compile(rb"""(?:<meta[^>]+charset|<\?xml[^>]+encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
START = re.compile(
    r"(?>\s|\ufeff|<!--.*?-->|<\?xml.*?\?>)*+"
    r"<(?:!doctype\s+html|html|head|title|meta|body|main|article|section|header|div|h1|p|script)\b",
    re.IGNORECASE | re.DOTALL,
)


def sniff(head: bytes) -> float:
    """Pages begin with a tag that only pages have."""
    return 0.9 if START.match(head.replace(b"\0", b"").decode("utf-8", "ignore")) else 0.0


def read(source: Source) -> Iterator[Received]:
    """The page's article, with the title, outlet and date that the page gives it."""
    data = source.whole()
    yield Received(source.name, captured_page(source.name, data, source.url, source.charset), len(data), data)


def captured_page(name: str, data: bytes, url: str | None, charset: str | None) -> Report:
    """The report on a page as it was sent, with the ``charset`` that its sender declared, if any.

    Raises:
        Unreadable: it is no text, has too much markup, or no article.
    """
    if not data.strip():
        raise Unreadable(name, "empty")
    markup = EMBEDDED.sub(b"data:,", data)
    if len(markup) > LIMIT:
        raise Unreadable(name, f"has more than {LIMIT // 1_000_000} MB of markup")
    declared = DECLARED.search(markup[:4096])
    try:
        text = decode(markup, charset or (declared[1].decode() if declared else None))
    except NotText as error:
        raise Unreadable(name, str(error)) from None
    return page(name, text, data, url)


def page(name: str, markup: str, captured: bytes, url: str | None = None) -> Report:
    """The report on a page; blank lines stand between the paragraphs of its text.

    Raises:
        Unreadable: the page, called ``name``, has no article that can be told from the rest.
    """
    tree, text, found = article(name, markup, url)
    url = url or found.url
    published, published_at, candidates = chosen(page_dates(tree, found.date, url))
    paragraphs = "\n\n".join(filter(None, map(str.strip, text.splitlines())))
    return Report.of(
        without_promotions(paragraphs)[0].rstrip(),
        captured=captured,
        title=found.title,
        outlet=found.sitename,
        published=published,
        url=url,
        published_at=published_at,
        date_candidates=candidates,
        byline=found.author,
    )


FORMAT = Format((".html", ".htm", ".xhtml"), sniff, read)
