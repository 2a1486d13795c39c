"""Pages that were made already, answered again as long as the ledger has not changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, datetime

from anyio import CapacityLimiter, to_thread
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Again"]

ROOM = 64_000_000
"""Bytes of pages that are kept; those that nobody asked for longest go first."""

LARGEST = 2_000_000
"""Bytes of a page from which on it is not kept."""

OTHERS = ("/static/", "/add", "/incoming", "/api/incoming")
"""How the addresses begin of what does not depend on the ledger alone."""

Key = tuple[object, ...]


class Again:
    """Keeps what was answered, and answers it again to the same request in the same state of the ledger.

    A request is the same by its address, its cookies (who signs, what was seen) and the day (UTC).
    ``state`` tells in which state the ledger is; one thread at a time asks it.
    """

    def __init__(self, app: ASGIApp, state: Callable[[], str]) -> None:
        self._app = app
        self._state = state
        self._one = CapacityLimiter(1)
        self._pages: OrderedDict[Key, list[Message]] = OrderedDict()
        self._known = ""
        self._room = ROOM

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith(OTHERS):
            await self._app(scope, receive, send)
            return
        now = await to_thread.run_sync(self._state, limiter=self._one)
        if now != self._known:
            self._forget(now)
        key = _key(scope)
        if key in self._pages:
            self._pages.move_to_end(key)
            for message in self._pages[key]:
                await send(dict(message))
        else:
            told = await self._told(scope, receive, send)
            if now == self._known and _is_whole(told):
                self._keep(key, told)

    async def _told(self, scope: Scope, receive: Receive, send: Send) -> list[Message]:
        """Answer for the first time; what was answered."""
        told: list[Message] = []

        async def telling(message: Message) -> None:
            """Pass a message on, and remember it as it is here."""
            told.append(dict(message))
            await send(message)

        await self._app(scope, receive, telling)
        return told

    def _forget(self, now: str) -> None:
        self._pages.clear()
        self._known, self._room = now, ROOM

    def _keep(self, key: Key, told: list[Message]) -> None:
        if (size := _size(told)) > LARGEST or key in self._pages:
            return
        self._pages[key] = told
        self._room -= size
        while self._room < 0:
            self._room += _size(self._pages.popitem(last=False)[1])


def _key(scope: Scope) -> Key:
    headers = Headers(scope=scope)
    today = datetime.now(UTC).date()
    cookies = tuple(headers.getlist("cookie"))
    return scope["path"], scope["query_string"], headers.get("host"), cookies, today


def _is_whole(told: list[Message]) -> bool:
    """Whether it is a page, and all of it."""
    return (
        len(told) > 1
        and told[0].get("status") == 200
        and not Headers(raw=told[0]["headers"]).get("set-cookie")
        and not told[-1].get("more_body", False)
    )


def _size(told: list[Message]) -> int:
    return sum(len(message.get("body", b"")) for message in told)
