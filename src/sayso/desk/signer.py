"""Who signs a decision: the desk's user, or a name that is kept in a cookie."""

from __future__ import annotations

from urllib.parse import quote, unquote

from fastapi import Request
from starlette.responses import Response

from sayso.desk.desk import Desk

__all__ = ["LONGEST", "cookie", "remember", "signer"]

LONGEST = 80
"""Characters of a name."""

YEAR = 365 * 24 * 3600


def signer(request: Request, desk: Desk, given: str = "") -> str | None:
    """The desk's user; where it has none the name given, or else the one that the browser keeps."""
    kept = unquote(request.cookies.get(cookie(request, "name"), ""))
    return desk.user or _name(given) or _name(kept) or None


def remember(request: Request, response: Response, what: str, value: str) -> None:
    """Have the browser keep something for a year."""
    response.set_cookie(
        cookie(request, what),
        quote(value),
        max_age=YEAR,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )


def cookie(request: Request, what: str) -> str:
    """A cookie's name, of this desk's own: cookies do not tell ports apart."""
    return f"sayso-{what}-{request.url.port or 80}"


def _name(told: str) -> str:
    return " ".join(told.split())[:LONGEST]
