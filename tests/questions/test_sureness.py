"""How sure a claim is, where the words for it stand above its clause."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.intake import Report
from sayso.questions import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There is a high probability that Bo Li is dead, the minister said.", ("dead", 0.8, 0.95)),
        ("The minister said that there is a high probability that Bo Li is dead.", ("dead", 0.8, 0.95)),
        ("There is a slim chance that Bo Li is alive, the minister said.", ("dead", 0.8, 0.95)),
        ("The minister, who said that Bo Li is dead, wept.", ("dead", 0.95, 1.0)),
    ],
)
def test_a_chance_that_somebody_is_dead(
    model: None, reader: Any, text: str, expected: tuple[str, float, float]
) -> None:
    report = Report.of(text, published="2021-03-04", outlet="Harbour Wire")
    found = claims(report, reader.read(report))
    assert [(c.value, c.low, c.high) for c in found if c.kind == "life"] == [expected]
