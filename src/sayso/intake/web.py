"""Reports on the Web: one page at a time, and never one of this machine or a private network."""

from __future__ import annotations

import io
import ipaddress
import socket
import time
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from sayso.intake.source import LIMIT, Source, Unreadable

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

__all__ = ["fetch"]

REDIRECTS = 5
PATIENCE = 20.0
"""Seconds to wait for a connection and for each piece of an answer; twice that for all of it."""


def fetch(url: str, private: bool = False) -> Source:
    """Get what is at a URL; one of this machine or a private network only if ``private`` permits it.

    Raises:
        Unreadable: it leads to an address that is not public, answers with an error or too slowly,
            or there is too much of it.
    """
    from urllib3.exceptions import HTTPError

    here = url
    end = time.monotonic() + 2 * PATIENCE
    try:
        for _ in range(REDIRECTS + 1):
            response = _get(here, private)
            location = response.get_redirect_location()
            if not location:
                return _source(url, here, response, end)
            response.close()
            here = urljoin(here, location)
    except (HTTPError, OSError, ValueError) as error:
        raise Unreadable(url, f"cannot be fetched: {error}") from error
    raise Unreadable(url, "redirects too often")


def _get(url: str, private: bool) -> BaseHTTPResponse:
    """Ask for a URL at the very address that was checked, whatever its name stands for a moment later."""
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Retry, Timeout

    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"not a web address: {url}")
    timeout = Timeout(PATIENCE)
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    address = _addresses(parts.hostname, port)[0] if private else public_address(parts.hostname, port)
    if secure:
        pool: HTTPConnectionPool = HTTPSConnectionPool(
            address,
            port,
            timeout=timeout,
            server_hostname=parts.hostname,
            assert_hostname=parts.hostname,
        )
    else:
        pool = HTTPConnectionPool(address, port, timeout=timeout)
    return pool.urlopen(
        "GET",
        (parts.path or "/") + (f"?{parts.query}" if parts.query else ""),
        headers={
            "Host": parts.netloc.rpartition("@")[2],
            "User-Agent": "sayso (+https://pypi.org/project/sayso/)",
            "Accept-Encoding": "gzip, deflate",
        },
        retries=Retry(0, redirect=False, raise_on_redirect=False),
        redirect=False,
        preload_content=False,
    )


def public_address(host: str, port: int) -> str:
    """The address of a host.

    Raises:
        ValueError: one of its addresses is this machine's or a private network's.
    """
    addresses = _addresses(host, port)
    for address in addresses:
        known = ipaddress.ip_address(address.partition("%")[0])
        if not known.is_global or known.is_multicast:
            raise ValueError(f"{host} is no public address")
    return addresses[0]


def _addresses(host: str, port: int) -> list[str]:
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _source(url: str, here: str, response: BaseHTTPResponse, end: float) -> Source:
    if response.status != 200:
        raise ValueError(f"the server says {response.status} {response.reason or ''}".rstrip())
    data = bytearray()
    for piece in response.stream(65_536):
        data += piece
        if len(data) > LIMIT:
            raise ValueError(f"larger than {LIMIT // 1_000_000} MB, which no report is")
        if time.monotonic() > end:
            raise ValueError("the answer comes too slowly")
    charset = response.headers.get("Content-Type", "").lower().partition("charset=")[2]
    return Source(url, io.BytesIO(bytes(data)), url=here, charset=charset.strip("\"' ;") or None)
