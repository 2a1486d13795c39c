"""Many wordings of each kind of claim, and near misses: each sentence is a report of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.intake import Report
from sayso.questions import answer, claims, parse
from tests.questions.test_told import MISSED

WORDINGS: dict[str, list[tuple[str, list[str]]]] = json.loads(
    Path(__file__).with_name("wordings.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("question", WORDINGS)
def test_wordings(question: str, model: None, reader: Any) -> None:
    wrong = []
    for text, expected in WORDINGS[question]:
        report = Report.of(text, published="2021-03-04", outlet="Harbour Wire")
        found = answer(parse(question), claims(report, reader.read(report)), "2021-03-05")
        values = [position.value for position in found.positions]
        if values != expected:
            wrong.append((text, values, expected))
    missed = {text for text, _ in WORDINGS[question]} & {*MISSED["wordings"]}
    assert not [one for one in wrong if one[0] not in missed]
    assert missed <= {text for text, _, _ in wrong}, "take it off missed.json"
