"""How much may be sent to the desk."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["LARGEST", "Bounded"]

LARGEST = 200_000_000
"""Bytes that may be handed in at once; ``sayso add`` takes any number."""

SMALL = 1_000_000
"""Bytes that any other form may have."""

TAKES_REPORTS = ("/add", "/api/incoming")


class Bounded:
    """Refuses what is larger, before it fills the memory or the disk."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        most = LARGEST if scope["path"].startswith(TAKES_REPORTS) else SMALL
        told = Headers(scope=scope).get("content-length", "0")
        reason = f"more than {most // 1_000_000} MB at once; sayso add takes more\n"
        if not told.isdecimal() or int(told) > most:
            return await PlainTextResponse(reason, 413)(scope, receive, send)
        taken = 0

        async def receiving() -> Message:
            """The next piece, if it is not too much."""
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > most:
                raise HTTPException(413, reason.strip())
            return message

        return await self._app(scope, receiving, send)
