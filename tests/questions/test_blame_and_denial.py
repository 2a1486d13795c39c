"""Who did what where: sources, places and withdrawals of claims of responsibility."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.intake import Report
from sayso.questions import Claim, claims


def told(reader: Any, text: str) -> list[Claim]:
    """The claims of responsibility of a report of these words."""
    report = Report.of(text, published="2021-03-04", outlet="Harbour Wire")
    return [c for c in claims(report, reader.read(report)) if c.kind == "responsibility"]


@pytest.mark.parametrize(
    ("text", "place", "actor"),
    [
        (
            "Two drones set fire to the plant at Arle on Saturday. In Tehran the foreign ministry denied "
            "that Iran had been involved in the attack.",
            "arle",
            "Iran",
        ),
        (
            "A bomb went off on the Corvo pipeline. The Free Coast Movement was responsible for the "
            "explosion, security minister Dana Orlov said in Mora.",
            "corvo",
            "Free Coast Movement",
        ),
        (
            "Oil rose. Minister Ann Roe has blamed Iran for the attack on Corvo. She showed nothing. Traders "
            "were calm. The ministry denied that Iran had been involved in the attack.",
            "corvo",
            "Iran",
        ),
    ],
)
def test_the_name_of_the_actor_and_where_somebody_speaks_are_no_places(
    model: None, reader: Any, text: str, place: str, actor: str
) -> None:
    found = [c for c in told(reader, text) if c.value in (actor, f"not {actor}")]
    assert found
    assert all(place in claim.subject.places for claim in found)


@pytest.mark.parametrize(
    ("text", "value", "source"),
    [
        ("ETA on Friday denied that it had carried out the Arle bombings.", "not ETA", "ETA"),
        (
            "The Free Coast Movement said that talks had begun, and it denied that it was responsible for "
            "the bombing of the Vetra pipeline.",
            "not Free Coast Movement",
            "Free Coast Movement",
        ),
        (
            "Lasko's army denied that it had blown up the Halden dam and blamed Veria for the breach.",
            "Veria",
            "army",
        ),
    ],
)
def test_who_denies_is_the_source(model: None, reader: Any, text: str, value: str, source: str) -> None:
    (claim,) = told(reader, text)
    assert (claim.value, claim.source) == (value, source)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Night Hawk has withdrawn its claim of responsibility for the Arle bombing.", "Night Hawk"),
        ("Night Hawk has taken back its claim of responsibility for the Arle bombing.", "Night Hawk"),
        ("Night Hawk retracted its claim to have carried out the Arle bombing.", "Night Hawk"),
        ("The militia Night Hawk took back the words with which it claimed the Arle attack.", "Night Hawk"),
        (
            "Harbour Wire has withdrawn its report that Night Hawk claimed responsibility for the bombing "
            "in Arle.",
            "Harbour Wire",
        ),
        ("Investigators no longer believe that Night Hawk was behind the bombing of Arle.", "Investigators"),
    ],
)
def test_what_is_taken_back(model: None, reader: Any, text: str, source: str) -> None:
    (claim,) = told(reader, text)
    assert claim.withdraws
    assert (claim.source, claim.value.split()[-1]) == (source, "Hawk")
