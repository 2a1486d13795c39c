"""Who may ask the desk for something, and what a browser may do with the answer."""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Safety", "is_loopback"]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with none at all, browsers do not tell whose form they send
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""On every answer that does not say otherwise itself."""

SAFE = ("GET", "HEAD", "OPTIONS")
"""Methods that change nothing."""

ANY = "*"
"""The host that stands for all of them."""


class Safety:
    """Answers what may be asked; refuses the rest before anything of the desk sees it.

    Without a token only this machine is answered, and only under its own names, so that no page
    elsewhere reaches the desk by a name that it lets point here. With one, every request needs it:
    in a header ``Authorization: Bearer``, or in the cookie that ``?token=`` sets once. No request
    from another site's page changes anything.
    """

    def __init__(self, app: ASGIApp, token: str | None = None, hosts: Iterable[str] = ()) -> None:
        """See ``make_app``."""
        self._app = app
        self._token = token
        self._hosts = frozenset(host.lower() for host in hosts)
        if self._hosts and not token:
            raise ValueError("a desk for other machines needs a token")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] == "lifespan":
            return await self._app(scope, receive, send)
        if scope["type"] != "http":
            raise ValueError(f"nothing here speaks {scope['type']}")
        answering = _with_headers(scope, send)
        return await (self._refusal(scope) or self._app)(scope, receive, answering)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = _host(headers.get("host", ""))
        if not (is_loopback(host) or host in self._hosts or ANY in self._hosts):
            return PlainTextResponse(f"The desk does not answer to the name {host!r}.\n", 421)
        if scope["method"] not in SAFE and not _own(headers):
            return PlainTextResponse("Only the desk's own pages may do this.\n", 403)
        if self._token is None:
            here = is_loopback((scope.get("client") or ("localhost", 0))[0])
            return None if here else PlainTextResponse("Other machines need a token.\n", 403)
        return self._unproven(scope, headers)

    def _unproven(self, scope: Scope, headers: Headers) -> Response | None:
        """None for a request that has the token; else what to answer."""
        cookie = _cookie_name(headers)
        scheme, _, told = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self._is_token(told.strip()):
            return None
        if self._is_token(_cookie(headers, cookie)):
            return None
        asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if scope["method"] == "GET" and self._is_token(dict(asked).get("token", "")):
            return self._welcome(scope, cookie, [one for one in asked if one[0] != "token"])
        return PlainTextResponse(
            "The desk needs its token: open the address that it printed, or send the token in a header "
            "(Authorization: Bearer).\n",
            401,
            {"WWW-Authenticate": "Bearer"},
        )

    def _welcome(self, scope: Scope, cookie: str, asked: list[tuple[str, str]]) -> Response:
        """The same address without the token, which goes on in a cookie."""
        path = "/" + quote(scope["path"].lstrip("/"))
        answer = RedirectResponse(f"{path}?{urlencode(asked)}" if asked else path, 303)
        answer.set_cookie(
            cookie, self._token or "", httponly=True, samesite="lax", secure=scope["scheme"] == "https"
        )
        return answer

    def _is_token(self, told: str) -> bool:
        return secrets.compare_digest(told.encode(), (self._token or "").encode()) and bool(told)


def is_loopback(host: str) -> bool:
    """Whether a name or an address is this machine's own, for itself alone."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _host(header: str) -> str:
    """The name in a Host header, without its port."""
    try:
        return (urlsplit(f"//{header}").hostname or "").lower()
    except ValueError:
        return ""


def _own(headers: Headers) -> bool:
    """Whether a request comes from a page of the desk, or from no page at all."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def _cookie_name(headers: Headers) -> str:
    """A name of the desk's own: cookies do not tell ports apart, and there may be another desk."""
    return f"sayso-{headers.get('host', '').rpartition(':')[2] or '80'}".replace("]", "")


def _cookie(headers: Headers, name: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _with_headers(scope: Scope, send: Send) -> Send:
    """Sends with the headers that protect; pages are not stored, and static files are asked for anew."""
    stored = "no-cache" if scope["path"].startswith("/static/") else "no-store"

    async def sending(message: Message) -> None:
        """Pass a message on."""
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in {**HEADERS, "Cache-Control": stored}.items():
                headers.setdefault(name, value)
        await send(message)

    return sending
