"""Positions and status of claims that stand."""

from __future__ import annotations

import pytest

from sayso.questions.kind import kind
from sayso.questions.status import positions, status
from tests.questions.making_claims import told


def judged(name: str, *claims) -> tuple[str, list[str]]:
    found = positions(kind(name), claims, {})
    return status(kind(name), found), [position.value for position in found]


def test_nothing():
    assert judged("life") == ("unreported", [])


def test_one_origin_or_two():
    assert judged("life", told("dead")) == ("unconfirmed", ["dead"])
    assert judged("life", told("dead"), told("dead", "police")) == ("corroborated", ["dead"])


@pytest.mark.parametrize(
    ("name", "one", "other", "expected"),
    [
        ("life", "dead", "alive", "disputed"),
        ("whereabouts", "Arle", "Mora", "disputed"),
        ("whereabouts", "Mora", "not Mora", "disputed"),
        ("whereabouts", "Arle", "not Mora", "unconfirmed"),
        ("control", "government", "army", "corroborated"),
        ("control", "Syrian army", "government", "corroborated"),
        ("control", "Taliban", "the Taliban", "corroborated"),
        ("control", "Russia", "Ukraine", "disputed"),
        ("toll", "12..", "15", "corroborated"),
        ("toll", "12..", "9", "disputed"),
        ("toll", "10..15", "12", "corroborated"),
        ("toll", "10..15", "16", "disputed"),
        ("toll", "..30", "31", "disputed"),
        ("responsibility", "Red Column", "not Red Column", "disputed"),
        ("authenticity", "authentic", "not authentic", "disputed"),
    ],
)
def test_what_holds_together(name: str, one: str, other: str, expected: str):
    assert judged(name, told(one), told(other, "police"))[0] == expected


def test_a_range_stands_with_the_number_in_it():
    assert judged("toll", told("12.."), told("15", "police")) == ("corroborated", ["15"])
