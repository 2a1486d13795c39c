"""WARC files: every page in them is a report, captured when the file says."""

from __future__ import annotations

import io
import logging
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sayso.intake.formats import Format
from sayso.intake.html import captured_page, sniff
from sayso.intake.http_body import Undecodable, body
from sayso.intake.source import Received, Source, Unreadable
from sayso.intake.warc_records import Broken, Records

__all__ = ["FORMAT", "read"]


@dataclass(frozen=True, slots=True)
class Page:
    """A page as an archive has it; ``at`` is when it was captured, empty where that is not told."""

    name: str
    url: str | None
    at: str
    charset: str | None
    data: bytes


def read(source: Source) -> Iterator[Received | Unreadable]:
    """A report for each page that was answered with success, named ``path#URL``.

    The bytes captured are those of the page, after the encodings of HTTP were undone. What is no page
    (pictures, requests, redirects) is passed over; broken records are named, and the rest goes on.
    """
    records = Records(source)
    found = damaged = False
    while True:
        try:
            record = records.next()
        except (Broken, zlib.error) as error:
            if not damaged:
                yield Unreadable(f"{source.name}#{records.number}", _reason(error))
            found = damaged = True
            continue
        except EOFError:
            yield Unreadable(source.name, "cut off: what there is of it was read")
            return
        if record is None:
            break
        damaged = False
        for item in _received(f"{source.name}#{records.number}", source.name, record):
            found = True
            yield item
    if not found:
        yield Unreadable(source.name, "no pages in it")


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, Broken) else "damaged: the compressed data cannot be read"


def _received(name: str, path: str, record: bytes) -> Iterator[Received | Unreadable]:
    """The report in a record, if there is one."""
    try:
        page = _page(name, path, record)
        if page is None:
            return
        report = captured_page(page.name, page.data, page.url, page.charset)
    except Unreadable as error:
        yield error
        return
    received = Received(page.name, report, len(record), page.data)
    yield Received(page.name, report, len(record), page.data, page.at) if page.at else received


def _page(name: str, path: str, record: bytes) -> Page | None:
    """The page in a record; None where it has something else."""
    try:
        headers, http, status, data = _parsed(record)
    except Exception as error:  # warcio raises what its parts raise on what is no record
        raise Unreadable(name, f"a broken record ({type(error).__name__})") from error
    if headers.get_header("WARC-Type") == "response" and not (status and 200 <= status < 300):
        return None
    kind = ((headers if status is None else http).get_header("Content-Type") or "").lower()
    if kind and "html" not in kind:
        return None
    url = headers.get_header("WARC-Target-URI")
    name = f"{path}#{url}" if url else name
    if status is not None:
        try:
            data = body(data, http.get_header("Transfer-Encoding"), http.get_header("Content-Encoding"))
        except Undecodable as error:
            raise Unreadable(name, str(error)) from None
    if not kind and not sniff(data[:4096]):
        return None
    charset = kind.partition("charset=")[2].strip("\"' ;") or None
    return Page(name, url, _utc(headers.get_header("WARC-Date")), charset, data)


def _parsed(record: bytes) -> tuple[Any, Any, int | None, bytes]:
    """A record's headers, those of HTTP with the status if it has them, and the rest."""
    from warcio.archiveiterator import WARCIterator

    logging.getLogger("warcio").addHandler(logging.NullHandler())
    parsed = next(iter(WARCIterator(io.BytesIO(record), block_size=1 << 20)))
    http = parsed.http_headers
    status = None if http is None else int(http.get_statuscode())
    return parsed.rec_headers, http, status, parsed.raw_stream.read()


def _utc(written: str | None) -> str:
    """A WARC date in the form that we write times of capture in; empty if it is none."""
    try:
        found = datetime.fromisoformat(written or "")
        found = found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return ""
    return found.isoformat(timespec="seconds").replace("+00:00", "Z")


FORMAT = Format((".warc",), lambda head: 1.0 if head.startswith(b"WARC/") else 0.0, read)
