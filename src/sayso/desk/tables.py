"""Lists as CSV, for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from typing import Any

from starlette.responses import Response

__all__ = ["MOST", "as_csv"]

MOST = 10_000
"""Rows of a file, at most."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run."""


def as_csv(kind: type, rows: Iterable[Any], name: str, leave_out: Sequence[str] = ()) -> Response:
    """Rows, frozen dataclasses of a kind, as a file to keep; lists and dicts are JSON in their cell."""
    columns = [field.name for field in fields(kind) if field.name not in leave_out]
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(columns)
    for row in rows:
        values = asdict(row)
        table.writerow([_cell(values[column]) for column in columns])
    return Response(
        "\ufeff" + written.getvalue(),  # by its mark, spreadsheets know UTF-8
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    return str(value)
