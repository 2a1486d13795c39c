"""Claims to judge without reading any text."""

from __future__ import annotations

from typing import Any

from sayso.questions.claim import Carrier, Claim, Subject


def told(value: str, source: str = "army", day: str = "2021-03-04", **more: Any) -> Claim:
    """A claim of a source on a day, in a report of that day."""
    outlet = more.pop("outlet", "Harbour Wire")
    carrier = Carrier(more.pop("report", f"{source} {day}"), outlet, day, credit=more.pop("credit", None))
    values = {
        "kind": "life",
        "subject": Subject("Daniel Okoro"),
        "source_kind": "group",
        "authority": source.lower(),
        "content": value,
        "span": ((0, 1),),
        "said": day,
    }
    return Claim(value=value, source=source, report=carrier, **{**values, **more})
