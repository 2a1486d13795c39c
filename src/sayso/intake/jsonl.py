"""JSONL: a row is a report, with `text` or `html` and what else is known of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from sayso.intake.dates import day
from sayso.intake.formats import Format
from sayso.intake.html import page
from sayso.intake.report import Report
from sayso.intake.source import Received, Source, Unreadable

__all__ = ["FORMAT", "read"]

START = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')
LONE = re.compile("[\ud800-\udfff]")


def read(source: Source) -> Iterator[Received | Unreadable]:
    """A report for each row that is not blank, named ``path:line``."""
    for number, line in enumerate(source.lines(), 1):
        name = f"{source.name}:{number}"
        if line.strip():
            try:
                yield Received(name, _report(name, line, source), len(line) + 1)
            except Unreadable as error:
                yield error


def _report(name: str, line: bytes, source: Source) -> Report:
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
    known = {field: _field(name, row, field) for field in ("id", "title", "outlet", "url", "published")}
    if known["published"] is not None:
        try:
            known["published"] = day(known["published"])
        except ValueError as error:
            raise Unreadable(name, f"`published` is {error}") from None
    text = _field(name, row, "text")
    if text is not None:
        return Report.of(text, captured=line, **known)
    markup = _field(name, row, "html")
    if markup is None:
        raise Unreadable(name, "has neither `text` nor `html`")
    found = page(name, markup, line, known["url"])
    return Report.of(
        found.text,
        id=known["id"],
        captured=line,
        title=known["title"] or found.title,
        outlet=known["outlet"] or found.outlet,
        published=known["published"] or found.published,
        url=known["url"] or found.url,
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
