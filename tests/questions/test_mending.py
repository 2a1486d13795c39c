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
        (
            "The Ann Roe recording broadcast this month is a fake, researchers at the Corvo institute said.",
            ("authenticity", "Ann Roe recording", "not authentic", "researchers at the Corvo institute"),
        ),
        (
            "There is a high probability that Bo Li, who leads the Red Column, is dead, Mora's foreign "
            "minister, Ann Roe, said on Thursday, according to the state news agency.",
            ("life", "Bo Li", "dead", "Ann Roe"),
        ),
        (
            "The video of Ann Roe is a fake, Bo Orr himself said an hour later.",
            ("authenticity", "Ann Roe video", "not authentic", "Bo Orr"),
        ),
        (
            "The video of Arvo Kant is authentic, his daughter, Ingrid Kant, a member of the senate, said.",
            ("authenticity", "Arvo Kant video", "authentic", "Ingrid Kant"),
        ),
        (
            "The interior ministry lowered its count of the dead in the Velden fire on Monday, to 42.",
            ("toll", "Velden fire", "42", "interior ministry"),
        ),
        (
            "The Port Anselm photograph was doctored, the agency's picture editor, Ann Roe, said.",
            ("authenticity", "Port Anselm photograph", "not authentic", "Ann Roe"),
        ),
        (
            "The photograph of the Corvo missile test is authentic, the Missile Corps said.",
            ("authenticity", "Corvo missile test photograph", "authentic", "Missile Corps"),
        ),
    ],
)
def test_sentences(model: None, reader: Any, text: str, expected: tuple[str, str, str, str]):
    report = Report.of(text, published="2021-03-04", outlet="Harbour Wire")
    found = claims(report, reader.read(report))
    assert [(c.kind, c.subject.name, c.value, c.source) for c in found if c.kind == expected[0]] == [expected]
