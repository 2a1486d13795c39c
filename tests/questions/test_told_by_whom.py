"""Who makes each claim of a report, and through whom it comes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sayso.intake import Report
from sayso.questions import claims
from tests.questions.test_told import MISSED

TOLD: list[tuple[str, list[tuple[str, str, list[str]]]]] = json.loads(
    (Path(__file__).parent / "told_by_whom.json").read_text(encoding="utf-8")
)
"""Reports, and of each the kinds, sources and chains of claims in it."""


def test_told_by_whom(model: None, reader: Any) -> None:
    wrong = []
    for text, expected in TOLD:
        report = Report.of(text, published="2021-03-04", outlet="Harbour Wire")
        told = claims(report, reader.read(report))
        found = [(c.kind, c.source, [link.name for link in c.via]) for c in told]
        wrong += [(text, one, found) for one in map(tuple, expected) if one not in found]
    assert not [one for one in wrong if one[0] not in MISSED["told_by_whom"]]
    assert {*MISSED["told_by_whom"]} <= {text for text, _, _ in wrong}, "take it off missed.json"
