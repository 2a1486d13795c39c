"""The body of an answer of HTTP, its encodings undone within bounds."""

from __future__ import annotations

import re
import zlib

from sayso.intake.source import LIMIT

__all__ = ["Undecodable", "body"]

CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,1000}\r\n")
CHUNKS = 100_000
"""Pieces that a body may be sent in."""


class Undecodable(ValueError):
    """The body cannot be had from its encoding."""


def body(data: bytes, transfer: str | None, encoding: str | None) -> bytes:
    """What was sent, from ``data`` with the answer's Transfer-Encoding and Content-Encoding.

    Archives keep some bodies decoded under headers that say otherwise; those are left as they are.

    Raises:
        Undecodable: it is in an encoding that we do not know, damaged, or grows past 50 MB.
    """
    if "chunked" in (transfer or "").lower():
        data = _joined(data)
    kind = (encoding or "").strip().lower()
    if kind in ("", "identity"):
        return data
    if kind in ("gzip", "x-gzip", "deflate"):
        return _inflated(data)
    raise Undecodable(f"its encoding is not known: {kind[:20]}")


def _joined(data: bytes) -> bytes:
    """The chunks joined; the data as they are, if they are not in chunks."""
    pieces = []
    place = 0
    for _ in range(CHUNKS):
        head = CHUNK.match(data, place)
        if head is None:
            break
        size = int(head[1], 16)
        if not size:
            break
        pieces.append(data[head.end() : head.end() + size])
        place = head.end() + size + 2
    else:
        raise Undecodable(f"sent in more than {CHUNKS:,} pieces")
    return b"".join(pieces) if pieces else data


def _inflated(data: bytes) -> bytes:
    for window in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):  # gzip or zlib by its head, or bare
        inflating = zlib.decompressobj(window)
        try:
            made = inflating.decompress(data, LIMIT + 1)
        except zlib.error:
            continue
        if len(made) > LIMIT:
            raise Undecodable(f"larger than {LIMIT // 1_000_000} MB, which no report is")
        return made
    if data[:1] == b"<" or not data.strip():
        return data
    raise Undecodable("damaged: the compressed data cannot be read")
