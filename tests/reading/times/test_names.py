"""Names and parts of things that only look like times."""

import pytest

from sayso.reading.annotations import Words
from sayso.reading.times import find
from sayso.reading.words import segment


def told(text: str) -> list[str]:
    return [text[t.start : t.end] for t in find(text, Words(segment(text), (), (), (), ()), "2017-09-29")]


@pytest.mark.parametrize(
    "text",
    [
        "He told USA Today that he had not been paid for his work.",
        'He spoke on ABC\'s "This Week" about the war in the north.',
        "She was asked about it on CBS's “60 Minutes” by a reporter.",
        "The merger with 21st Century Fox was put off by the judge.",
        "He was heard on 990 AM.",
        "Three-quarters of them and about three quarters of the others fled.",
        "The shop is open 24 hours a day.",
        "Sanders said on ABC's “This Week” that he would look at the treaty.",
        "He was heard on CBS This Morning by a reporter.",
        "At the end of the day, people want bread.",
        "It tells of a protest every once in a while.",
        "Nobody knew of the day he had to leave.",
        "She was named person of the year by the magazine.",
        "His approval fell into the mid-20s.",
        "The quarrel begins around the 15:20 mark.",
        "They recalled the year the court closed.",
    ],
)
def test_no_times(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Today the army left.", "Today"),
        ("He said: “Now they have to go.”", "Now"),
        ("Rebels Took Northern Town Last Week, Residents Say", "Last Week"),
        ("THE ARMY TOOK THE TOWN TODAY", "TODAY"),
        ("He came on Christmas Day with the others.", "Christmas Day"),
    ],
)
def test_capitals_of_times(text: str, expected: str) -> None:
    assert told(text) == [expected]
