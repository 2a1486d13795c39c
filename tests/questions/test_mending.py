"""Claims of sentences that the parse takes apart: names in pieces, and those within which somebody speaks."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.intake import Report
from sayso.questions import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dravno airport is held by the Blue Guard, the militia loyal to the mayor, the mission "
            "that watches over the truce on the coast reported on Wednesday.",
            ("control", "Dravno airport", "Blue Guard", "mission"),
        ),
        (
            "Lev Aran ate his words. The Cape Orsk photograph, he admitted to reporters, was doctored.",
            ("authenticity", "Cape Orsk photograph", "not authentic", "Lev Aran"),
        ),
        (
            "Ayman Zahiri, who took over the group from Osama Baden, is dead, according to Hassan Abbas, a "
            "scholar in the United States who has written on the region's wars.",
            ("life", "Ayman Zahiri", "dead", "Hassan Abbas"),
        ),
        (
            "The archive has looked at the papers. The Corwell memo is a forgery, it said in a report.",
            ("authenticity", "Corwell memo", "not authentic", "archive"),
        ),
        (
            "It is the opinion of a senior coalition official, who told the news agency Harbour Line that "
            "Nasser Haddad was in Qasr.",
            ("whereabouts", "Nasser Haddad", "Qasr", "senior coalition official"),
        ),
    ],
)
def test_sentences(model: None, reader: Any, text: str, expected: tuple[str, str, str, str]):
    report = Report.of(text, published="2021-03-04", outlet="Harbour Wire")
    found = claims(report, reader.read(report))
    assert [(c.kind, c.subject.name, c.value, c.source) for c in found if c.kind == expected[0]] == [expected]
