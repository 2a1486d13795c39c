"""Datelines are no part of the first sentence."""

from __future__ import annotations

import pytest

from sayso.intake import Report
from sayso.questions import claims
from sayso.reading import Reader
from sayso.reading.datelines import datelines


@pytest.mark.parametrize(
    "line",
    [
        "KARSK (Harbour Wire) - ",
        "MEXICO CITY, Feb 22 - ",
        "PORT-AU-PRINCE, Haiti, Jan. 12, 2010 -- ",
        "ST. LOUIS — ",
        "KIEV/MOSCOW, Feb 22 (Harbour Wire) - ",
        "Cairo (Harbour Wire) -- ",
        "Beirut, 3 March 2021 – ",
        "NEW YORK, N.Y. (HW) _ ",
    ],
)
def test_a_dateline_ends_at_its_dash(line: str):
    text = f"Rebels named\n\n{line}Two people died."
    assert datelines(text, ((0, 12), (14, len(text)))) == ((14, 14 + len(line)),)


@pytest.mark.parametrize(
    "text",
    [
        "NATO — which has 30 members — said so.",
        "ROE: We left.",
        "Okoro — the army's enemy — is dead.",
        "Sen. Ann Roe (R-Texas) — She left.",
        "US-led forces - Big ones - left.",
    ],
)
def test_what_is_none(text: str):
    assert datelines(text, ((0, len(text)),)) == ()


def test_the_sentence_after_it_is_read_by_itself(model: None):
    text = (
        "KARSK (Harbour Wire) - Mirela Costin, who leads the largest party, was detained on Tuesday, "
        "an official said."
    )
    reading = Reader().read(report := Report.of(text, published="2021-09-14", outlet="Harbour Wire"))
    (said,) = reading.attributions
    assert text[slice(*said.content[0])].startswith("Mirela Costin")
    assert next((e.label, text[e.start : e.end]) for e in reading.entities) == ("PLACE", "KARSK")
    assert [(c.kind, c.subject.name, c.value) for c in claims(report, reading) if c.kind == "custody"] == [
        ("custody", "Mirela Costin", "held")
    ]
