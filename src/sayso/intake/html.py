"""Web pages: a page is a report, its text the article without what stands around it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

from sayso.intake.formats import Format
from sayso.intake.report import Report
from sayso.intake.source import Received, Source, Unreadable

__all__ = ["FORMAT", "page", "read"]

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
    markup = EMBEDDED.sub(b"data:,", data)
    if len(markup) > LIMIT:
        raise Unreadable(source.name, f"has more than {LIMIT // 1_000_000} MB of markup")
    declared = DECLARED.search(markup[:4096])
    text = source.text(markup, declared[1].decode() if declared else None)
    yield Received(source.name, page(source.name, text, data, source.url), len(data))


def page(name: str, markup: str, captured: bytes, url: str | None = None) -> Report:
    """The report on a page; blank lines stand between the paragraphs of its text.

    Raises:
        Unreadable: the page, called ``name``, has no article that can be told from the rest.
    """
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    try:
        found = bare_extraction(
            markup,
            url=url,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception as error:  # parsers fail in their own ways on what is no page
        raise Unreadable(name, f"the page cannot be parsed ({type(error).__name__})") from error
    if found is None or isinstance(found, dict) or not found.text:
        raise Unreadable(name, "no article was found in the page")
    return Report.of(
        "\n\n".join(line for line in found.text.splitlines() if line.strip()),
        captured=captured,
        title=found.title,
        outlet=found.sitename,
        published=found.date,
        url=url or found.url,
    )


FORMAT = Format((".html", ".htm", ".xhtml"), sniff, read)
