"""JSONL: a row is a report, with `text` or `html` and what else is known of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.intake.dates import moment
from sayso.intake.formats import Format
from sayso.intake.html import page
from sayso.intake.promotions import without_promotions
from sayso.intake.report import DateCandidate, Report
from sayso.intake.source import Received, Source, Unreadable

__all__ = ["FORMAT", "read"]

START = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')
LONE = re.compile("[\ud800-\udfff]")

BLANK = 100_000
"""Blank lines one after another that a file may have."""


def read(source: Source) -> Iterator[Received | Unreadable]:
    """A report for each row that is not blank, named ``path:line``."""
    blank = 0
    for number, line in enumerate(source.lines(), 1):
        if not line.strip():
            blank += 1
            if blank > BLANK:
                raise Unreadable(f"{source.name}:{number}", f"{BLANK:,} blank lines; stopped here")
            continue
        blank = 0
        name = f"{source.name}:{number}"
        try:
            yield Received(name, _report(name, line, source), len(line) + 1, line)
        except Unreadable as error:
            yield error


def _report(name: str, line: bytes, source: Source) -> Report:
    row = _row(name, line, source)
    told = {field: _field(name, row, field) for field in ("title", "outlet", "url", "byline")}
    id, written = _field(name, row, "id"), _field(name, row, "published")
    text, markup = _field(name, row, "text"), _field(name, row, "html")
    if text is not None:
        text, kept = without_promotions(text)
        found = Report.of(text, id=id, captured=line, kept=kept)
    elif markup is not None:
        found = page(name, markup, line, told["url"])
    else:
        raise Unreadable(name, "has neither `text` nor `html`")
    found = replace(
        found,
        id=id or found.id,
        title=told["title"] or found.title,
        outlet=told["outlet"] or found.outlet,
        url=told["url"] or found.url,
        byline=told["byline"] or found.byline,
    )
    return found if written is None else _dated(name, found, written)


def _row(name: str, line: bytes, source: Source) -> dict[str, object]:
    try:
        row = json.loads(source.text(line))
    except RecursionError:
        raise Unreadable(name, "nested too deeply") from None
    except ValueError as error:
        raise Unreadable(name, f"not JSON: {error}") from None
    except Unreadable as error:
        raise Unreadable(name, error.reason) from None
    if not isinstance(row, dict):
        raise Unreadable(name, "not a JSON object")
    return row


def _dated(name: str, report: Report, written: str) -> Report:
    """The report, published when its row says, whatever its page says."""
    try:
        value = moment(written)
    except ValueError as error:
        raise Unreadable(name, f"`published` is {error}") from None
    return replace(
        report,
        published=value[:10],
        published_at=value if "T" in value else None,
        date_candidates=(DateCandidate(value, "row"), *report.date_candidates),
    )


def _field(name: str, row: dict[str, object], field: str) -> str | None:
    """A field's text; half of a surrogate pair, which no text has, becomes U+FFFD."""
    value = row.get(field)
    if value is None or value == "":
        return None
    if field == "id" and isinstance(value, int):
        return str(value)
    if not isinstance(value, str):
        raise Unreadable(name, f"`{field}` is not a string")
    return LONE.sub("\ufffd", value)


FORMAT = Format((".jsonl", ".ndjson"), lambda head: 0.9 if START.match(head) else 0.0, read)
