"""The kind of one's own that docs/questions.md shows does what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from sayso.intake import Report
from sayso.questions import answer, claims, parse
from sayso.questions import kind as known

DOCS = Path(__file__).parents[2] / "docs" / "questions.md"


@dataclass(frozen=True, order=True)
class Point:
    """An entry point of another package."""

    name: str
    kind: Any = field(compare=False)

    def load(self) -> Any:
        return self.kind


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    code = re.search(r"```python\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert code is not None
    made: dict[str, Any] = {}
    exec(code[1], made)
    monkeypatch.setattr(known, "entry_points", lambda group: [Point("office", made["KIND"])])
    known.kinds.cache_clear()
    yield made["KIND"]
    known.kinds.cache_clear()


def test_the_example_answers_its_question(office: Any, model: None, reader: Any) -> None:
    texts = ("Paul Dreyer resigned on Monday, his party said.", "Paul Dreyer was sacked, a minister said.")
    reports = [Report.of(text, published="2021-03-02", outlet="Wire") for text in texts]
    found = [claim for report in reports for claim in claims(report, reader.read(report))]
    told = answer(parse(office.example), found, "2021-03-03")
    assert (told.status, [p.value for p in told.positions]) == ("corroborated", ["out of office"])


def test_the_example_knows_what_is_denied(office: Any, model: None, reader: Any) -> None:
    report = Report.of("Paul Dreyer has not resigned, his party said.", published="2021-03-02")
    told = answer(parse("Is Paul Dreyer still in office?"), claims(report, reader.read(report)), "2021-03-03")
    assert [p.value for p in told.positions] == ["in office"]
