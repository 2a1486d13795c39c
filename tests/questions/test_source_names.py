"""What sources without a name of their own are called: by the name that the report gives them elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.intake import Report
from sayso.questions import claims


def sources(text: str, reader: Any) -> list[str]:
    """The sources, each once, of what a text claims of places and people."""
    report = Report.of(text, published="2021-03-04", outlet="Harbour Wire")
    asked = ("control", "custody", "whereabouts")
    found = claims(report, reader.read(report))
    return list(dict.fromkeys(claim.source for claim in found if claim.kind in asked))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army has left the town of Sadiq to the Northern Front, a Moran general said on Friday.\n\n"
            "Lieutenant General Bo Stell told reporters that the soldiers could be back in weeks.",
            ["Bo Stell"],
        ),
        (
            "The army has left the town of Sadiq to the Northern Front, a Moran general said on Friday.\n\n"
            "A shopkeeper, Ann Roe, said that she had seen no soldiers.",
            ["Moran general"],
        ),
        (
            '"Mario Roe is in Sadiq," Ann Orr told reporters on Monday. "Bo Li is in Velden," the president '
            "continued.",
            ["Ann Orr"],
        ),
        (
            "The Blue Column broke its silence on Friday. In a letter, the rebels said that Mario Roe had "
            "been released.",
            ["Blue Column"],
        ),
        (
            "Mario Roe walked out of prison in April under an amnesty, one of his lawyers said. "
            '"He was released on April 12," Karim Stell told the agency by telephone.',
            ["Karim Stell"],
        ),
        (
            "The Directorate of Prisons keeps silent no longer. Mario Roe is still in prison, the "
            "Directorate states, and receives the same rations as every other inmate.",
            ["Directorate of Prisons"],
        ),
        (
            "The palace shrugged off reports that Mario Roe had been released.",
            ["palace"],
        ),
        (
            "The Northern army has recaptured Sadiq from rebels, its general command said in a statement.",
            ["Northern army general command"],
        ),
        (
            "Men in masks took away Ann Roe on Tuesday, her party, the Blue Alliance, said.\n\n"
            "She is being held in a barracks, the party said in a statement.",
            ["Blue Alliance"],
        ),
    ],
)
def test_a_source_goes_by_its_name(text: str, expected: list[str], model: None, reader: Any) -> None:
    assert sources(text, reader) == expected
