"""After a decision: back to the page that it was made on, which tells what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import Request

from sayso.desk.desk import Desk
from sayso.ledger import Judgement

__all__ = ["done", "here", "there_again"]

DONE = "done"
"""What the address of such a page says: the numbers of the judgements."""

MOST = 20
"""Judgements that a page tells of."""


def here(request: Request) -> str:
    """The address of a page on this desk, without what it told of decisions."""
    return _address(request.url.path, request.url.query, ())


def there_again(back: str, judged: Sequence[Judgement]) -> str:
    """A page of this desk, by the address that ``here`` gave, to tell of decisions; else the log.

    An address of elsewhere, as somebody else's page may send it, leads to the log.
    """
    numbers = [one.id for one in judged]
    try:
        parts = urlsplit(back)
    except ValueError:
        return _address("/log", "", numbers)
    strange = parts.scheme or parts.netloc or not back.startswith("/") or back.startswith(("//", "/\\"))
    if strange or not back.isprintable():
        return _address("/log", "", numbers)
    return _address(parts.path, parts.query, numbers)


def done(request: Request, desk: Desk) -> list[Judgement]:
    """The judgements that a page's address says were just made."""
    told = request.query_params.get(DONE, "")[:200].split(",")[:MOST]
    found = (desk.ledger.decision(int(one)) for one in told if one.isascii() and one.isdecimal())
    return [one for one in found if one is not None]


def _address(path: str, query: str, numbers: Sequence[int]) -> str:
    kept = [pair for pair in parse_qsl(query, keep_blank_values=True) if pair[0] != DONE]
    if numbers:
        kept.append((DONE, ",".join(map(str, numbers[:MOST]))))
    return f"{path}?{urlencode(kept)}" if kept else path
