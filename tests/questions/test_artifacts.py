"""Reports tell of an artifact again and again, as "the text" and "it": when it was made, if it is fake."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.intake import Report
from sayso.questions import Claim, claims


def told(reader: Any, text: str, kind: str) -> list[Claim]:
    """The claims of a kind that a report of Thursday, 4 March 2021, tells."""
    report = Report.of(text, published="2021-03-04", outlet="Harbour Wire")
    return [claim for claim in claims(report, reader.read(report)) if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "A video of hostage Roy Hallam was posted on the internet on Friday. The footage was filmed on "
            "20 February, according to a caption.",
            {("released", "2021-02-26"), ("made", "2021-02-20")},
        ),
        (
            "A four-page letter by General Juan Paz was made public by his lawyers on Wednesday. The "
            "four-page text, dated January 30, accuses the president of treason.",
            {("released", "2021-03-03"), ("made", "2021-01-30")},
        ),
        (
            "State media published a photograph of Kim Jong Sup on Tuesday. Analysts said that it was taken "
            "last year.",
            {("released", "2021-03-02"), ("made", "2020")},
        ),
        (
            "A memo by Matthew Rycroft, dated July 23, 2002, was published by the Herald on 1 May 2005.",
            {("released", "2005-05-01"), ("made", "2002-07-23")},
        ),
        ("Al-Khabar broadcast a tape of Osman Harath on Sunday.", {("released", "2021-02-28")}),
        ("The e-mails of James Murdo, published on Friday, were read out.", {("released", "2021-02-26")}),
        ("In a 2013 video, Wendy Sherman praised the minister.", {("made", "2013")}),
        ("The group is expected to release a video of Luis Arce within days.", set()),
        ("Luis Arce was shot in the video on Sunday.", set()),
        ("An email was sent to all staff of the ministry on Monday, Luis Arce said.", set()),
    ],
)
def test_an_artifact_was_released_or_made_on_a_day(
    model: None, reader: Any, text: str, days: set[tuple[str, str]]
) -> None:
    found = {(claim.manner, claim.value) for claim in told(reader, text, "dating")}
    assert found == days


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "A letter by General Juan Paz was made public. The president's office called the text a forgery. "
            '"He never wrote it," a spokesman said.',
            ["not authentic", "not authentic"],
        ),
        (
            "Al-Khabar broadcast a recording of Osman Harath. An official said that agents were analysing "
            'the tape. "It sounds like him, and we believe it is him," he said.',
            ["authentic"],
        ),
        (
            "A tape of General Idris Bello was aired on Monday. Two former colleagues identified the voice "
            "as his. A lawyer said that it was a forgery.",
            ["authentic", "not authentic"],
        ),
        (
            "The Herald obtained memos by Dan Kerrigan. An aide did not dispute that they were authentic.",
            ["authentic"],
        ),
        ("Nothing suggests that the Tanner tape was tampered with, an expert said.", []),
        ("Genuine or not, the photograph of Mullah Fazal has set off a debate.", []),
        ("The accusation in Elena Petrova's letter was false, Moscow said.", []),
    ],
)
def test_an_artifact_told_of_before_is_genuine_or_not(
    model: None, reader: Any, text: str, values: list[str]
) -> None:
    found = told(reader, text, "authenticity")
    assert [claim.value for claim in found] == values
    assert len({claim.subject.places for claim in found}) <= 1


def test_who_judges_an_artifact_is_the_source(model: None, reader: Any) -> None:
    text = "The FBI vouched for the Juan Marco tape. The ministry rejected the tape's authenticity."
    assert [(claim.source, claim.value) for claim in told(reader, text, "authenticity")] == [
        ("FBI", "authentic"),
        ("ministry", "not authentic"),
    ]
