"""Pages that were made already, answered again as long as nothing that they rest on has changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from anyio import CapacityLimiter, Event, to_thread
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.desk.resting import RESTS_ON
from sayso.desk.store import Store, Told
from sayso.ledger import Since

__all__ = ["Again"]

OTHERS = ("/static/", "/add", "/incoming", "/api/incoming")
"""How the addresses begin of what does not depend on the ledger alone."""

Key = tuple[object, ...]


class Again:
    """Keeps what was answered, and answers it again to the same request; see ``Store``.

    A request is the same by its address, its cookies (who signs, what was seen) and the day (UTC).
    """

    def __init__(self, app: ASGIApp, state: Callable[[], str], since: Callable[[int], Since]) -> None:
        self._app = app
        self._store = Store(state, since)
        self._one = CapacityLimiter(1)
        self._making: dict[Key, Event] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith(OTHERS):
            await self._app(scope, receive, send)
            return
        key = _key(scope)
        turn = await self._turn()
        while (kept := self._store.get(key)) is None and key in self._making:
            await self._making[key].wait()
            turn = await self._turn()
        if kept is None:
            await self._make(key, turn, scope, receive, send)
        else:
            for message in kept:
                await send(dict(message))

    async def _turn(self) -> int:
        return await to_thread.run_sync(self._store.turn, limiter=self._one)

    async def _make(self, key: Key, turn: int, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for the first time; who asks for the same meanwhile waits until that is made."""
        made = self._making[key] = Event()
        of_request = scope.setdefault("state", {})
        told: Told = []

        def over() -> None:
            """Let those who wait go on."""
            if self._making.get(key) is made:
                del self._making[key]
                made.set()

        async def telling(message: Message) -> None:
            """Pass a message on, and remember it as it is here."""
            told.append(dict(message))
            if _is_over(message):
                if _is_page(told):
                    self._store.keep(key, told, of_request.get(RESTS_ON), turn)
                over()
            await send(message)

        try:
            await self._app(scope, receive, telling)
        finally:
            over()


def _key(scope: Scope) -> Key:
    headers = Headers(scope=scope)
    today = datetime.now(UTC).date()
    cookies = tuple(headers.getlist("cookie"))
    return scope["path"], scope["query_string"], headers.get("host"), cookies, today


def _is_over(message: Message) -> bool:
    return message["type"] == "http.response.body" and not message.get("more_body", False)


def _is_page(told: Told) -> bool:
    """Whether what was answered is a page, and the same for all who ask so."""
    return told[0].get("status") == 200 and not Headers(raw=told[0]["headers"]).get("set-cookie")
