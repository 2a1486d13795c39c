"""What recordings and letters speak of dates them."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.intake import Report
from sayso.questions import answer, claims, parse

EARLIER = (
    ("2021-01-01", "Militants attacked a base at Tel Saman on Friday, the army said."),
    ("2021-02-14", "Arturo Vela, a mayor, was elected president on Sunday, the commission said."),
    ("2021-02-20", "The national team won the Channel Cup final on Saturday."),
    ("2021-02-22", "The peso was devalued by a third on Monday, the central bank said."),
    ("2021-02-23", "The Beck Theatre was closed on Tuesday by order of the censor, its director said."),
    ("2021-02-24", "ARLE, Feb 24 - The Arms Committee of the House approved a bill on Wednesday."),
)


@pytest.mark.parametrize(
    ("text", "not_before"),
    [
        ("In the video, Okoro praises the raid on the base at Tel Saman.", "2021-01-01"),
        ("In it, the speaker praises the attack on the base at Tel Saman.", "2021-01-01"),
        ("In the video, Okoro congratulates Arturo Vela on his election as president.", "2021-02-14"),
        ("In the video, Okoro congratulates the team on winning the Channel Cup final.", "2021-02-20"),
        ("In the video, Okoro mentions the storm of February 27.", "2021-02-27"),
        ("In the video, Okoro praises the raid on Tel Saman and the election of Arturo Vela.", "2021-02-14"),
        ("In the video, Okoro says that the elections will be free.", None),
        ("In the video, Okoro derides the devaluation of the peso.", "2021-02-22"),
        ("In the video, Okoro mourns the closing of the Beck Theatre.", "2021-02-23"),
        ("In the video, Okoro mocks the bill approved by the House Arms Committee in Arle.", "2021-02-24"),
    ],
)
def test_a_video_is_no_older_than_what_it_speaks_of(
    model: None, reader: Any, text: str, not_before: str | None
):
    text = f"A video of Daniel Okoro was released on Thursday. {text}"
    told = (*EARLIER, ("2021-03-04", text))
    reports = [Report.of(words, published=day, outlet="Harbour Wire") for day, words in told]
    found = tuple(claim for report in reports for claim in claims(report, reader.read(report)))
    dating = answer(parse("When was the Daniel Okoro video made?"), found, "2021-03-05").dating
    assert dating is not None
    assert str(dating.not_before.day if dating.not_before else None) == str(not_before)
    assert str(dating.not_after.day if dating.not_after else None) == "2021-03-04"
