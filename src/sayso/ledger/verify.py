"""Whether the evidence is what was captured: every capture hashed anew."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator

from sqlalchemy import Connection, select

from sayso.ledger.schema import CAPTURE, REPORT

__all__ = ["damaged"]


def damaged(connection: Connection) -> Iterator[tuple[str, str | None]]:
    """For each capture its hash, with what is wrong with it, or None where it is as received.

    A report's clean text is hashed too: its offsets are worth nothing in another text.
    """
    captures = select(CAPTURE.c.sha256, CAPTURE.c.packed, CAPTURE.c.size)
    for sha256, packed, size in connection.execution_options(yield_per=50).execute(captures):
        yield sha256, _wrong(sha256, packed, size)
    texts = select(REPORT.c.id, REPORT.c.text, REPORT.c.text_sha256)
    for id, text, digest in connection.execution_options(yield_per=200).execute(texts):
        same = hashlib.sha256(text.encode()).hexdigest() == digest
        if not same:
            yield id, "its clean text is not the one that was stored"


def _wrong(sha256: str, packed: bytes, size: int) -> str | None:
    try:
        unpacker = zlib.decompressobj()
        data = unpacker.decompress(packed, size + 1)
    except zlib.error:
        return "cannot be unpacked"
    return None if hashlib.sha256(data).hexdigest() == sha256 else "is not what was received"
