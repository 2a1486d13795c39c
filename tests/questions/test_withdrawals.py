"""Statements that are taken back: whose, and what."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.intake import Report
from sayso.questions import claims


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (
            "authenticity",
            "Meridian on Saturday withdrew its statement that the Roe diaries were authentic.",
            [("authentic", "Meridian")],
        ),
        (
            "authenticity",
            "The army withdrew its statement that the Roe diaries were genuine. Bo Orr withdrew his as well.",
            [("authentic", "army"), ("authentic", "Bo Orr")],
        ),
        (
            "life",
            "Ann Roe is alive, her lawyer said. The Mora police withdrew their announcement of Sunday.",
            [("dead", "Mora police")],
        ),
        (
            "life",
            "The army said on Friday that Ann Roe was dead. The army retracted its statement.",
            [("dead", "army")],
        ),
        ("life", "Ann Roe is alive, her lawyer said on Monday. The army did not withdraw its statement.", []),
        (
            "life",
            "Ann Roe is alive, her lawyer said. The army withdrew its report about the price of bread.",
            [],
        ),
        (
            "life",
            "The Corvo clinic has taken back its statement that Ann Roe was dead.",
            [("dead", "Corvo clinic")],
        ),
        ("life", "The Mora police withdrew their announcement of Sunday.", []),
        (
            "life",
            "The airport official who said that Ann Roe, the banker, was dead withdrew the statement.",
            [("dead", "airport official")],
        ),
        ("life", "The officer who said that Ann Roe was dead withdrew from the force.", []),
        (
            "life",
            "Yesterday we reported the death of Ann Roe. We withdraw that report in full.",
            [("dead", "Harbour Wire")],
        ),
        (
            "responsibility",
            "The defence ministry has withdrawn its accusation that the Red Column shot down Flight 411.",
            [("Red Column", "defence ministry")],
        ),
    ],
)
def test_who_takes_what_back(
    model: None, reader: Any, kind: str, text: str, expected: list[tuple[str, str]]
) -> None:
    report = Report.of(text, published="2021-03-04", outlet="Harbour Wire")
    found = claims(report, reader.read(report))
    assert [(c.value, c.source) for c in found if c.kind == kind and c.withdraws] == expected
