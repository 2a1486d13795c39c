"""What trafilatura finds in a page: its article, and what the page says of it."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from sayso.intake.source import Unreadable

if TYPE_CHECKING:
    from trafilatura.settings import Document

__all__ = ["article"]

TAG = re.compile("<[A-Za-z]")
MANY = 10_000
"""Tags from which on a page is searched by simpler means: the full search takes time by their square."""
MOST = 60_000
"""Tags that a page may have; the largest of the press have about 20,000."""

CROWDED = 10_000
"""Characters of a tag from which on its attributes are counted."""
ATTRIBUTES = 2_000
"""Attributes that a tag may have; they take time by their square."""

DATES = {"original_date": True, "extensive_search": False}
"""How htmldate is to look for the date: the first one, where pages tell it, not anywhere in the text."""


def article(name: str, markup: str, url: str | None) -> tuple[Any, str, Document]:
    """The page's tree (of lxml), the article's text, a paragraph a line, and its metadata.

    Raises:
        Unreadable: the page, called ``name``, has no article that can be told from the rest, or is
            made to take very long.
    """
    for library in ("trafilatura", "htmldate"):
        logging.getLogger(library).addHandler(logging.NullHandler())
    tags = len(TAG.findall(markup))
    if tags > MOST:
        raise Unreadable(name, f"has more than {MOST:,} tags, which no page has")
    if "<pre" not in markup:
        markup = " ".join(markup.splitlines())  # so that short texts are not broken where the source is
    try:
        found = (_searched if tags <= MANY else _skimmed)(_thinned(markup), url)
    except Exception as error:  # parsers fail in their own ways on what is no page
        raise Unreadable(name, f"the page cannot be parsed ({type(error).__name__})") from error
    if found is None or not found[1]:
        raise Unreadable(name, "no article was found in the page")
    return found


def _searched(markup: str, url: str | None) -> tuple[Any, str, Document] | None:
    from trafilatura import bare_extraction, load_html

    tree = load_html(markup)
    if tree is None:
        return None
    found = bare_extraction(
        tree, url=url, include_comments=False, with_metadata=True, date_extraction_params=DATES
    )
    return None if found is None or isinstance(found, dict) else (tree, found.text or "", found)


def _skimmed(markup: str, url: str | None) -> tuple[Any, str, Document] | None:
    from trafilatura import baseline, extract_metadata, load_html

    tree = load_html(markup)
    if tree is None:
        return None
    return tree, baseline(tree)[1], extract_metadata(tree, default_url=url, date_config=DATES)


def _thinned(markup: str) -> str:
    """The markup, its tags without their attributes where there are too many to be those of a page."""
    pieces = markup.split(">")
    for number, piece in enumerate(pieces):
        if len(piece) > CROWDED:
            start = piece.rfind("<")
            if start >= 0 and len(piece[start:].split()) > ATTRIBUTES:
                pieces[number] = piece[:start] + piece[start:].split(None, 1)[0]
    return ">".join(pieces)
