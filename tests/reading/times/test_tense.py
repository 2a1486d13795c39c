"""Weekdays and months before or after the report, against one of Wednesday, 28 October 1998."""

import pytest

from sayso.reading.annotations import Words
from sayso.reading.times import find
from sayso.reading.words import segment

PUBLISHED = "1998-10-28"


def values(text: str) -> list[str]:
    return [time.value for time in find(text, Words(segment(text), (), (), (), ()), PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He failed to appear in court on Friday.", "1998-10-23"),
        ("Aides forced him to resign Sunday.", "1998-10-25"),
        ("He was quick to offer help on Monday.", "1998-10-26"),
        ("She had been due to speak on Sunday.", "1998-10-25"),
        ("It had been scheduled to expire at the end of Friday.", "1998-10-23"),
        ("He freed money to fight the disease and on Monday announced more.", "1998-10-26"),
        ("He spoke to reporters Tuesday.", "1998-10-27"),
        ("He would not say Tuesday whether talks had begun.", "1998-10-27"),
        ("Her planned talks collapsed Tuesday.", "1998-10-27"),
        ("Its election plans collapsed Tuesday.", "1998-10-27"),
        ("The envoy, who was ill, died Friday.", "1998-10-23"),
        ("The owners, who will close it, announced on Tuesday that they had found a buyer.", "1998-10-27"),
        ("The chief said late on Monday nobody would be sent inside.", "1998-10-26"),
        ("They saw a path ahead with advisers Monday.", "1998-10-26"),
        ("Despite defeats on Sunday, he remains committed to seeing it through.", "1998-10-25"),
        ("The paper wrote that in a call on Monday, he might have asked for help.", "1998-10-26"),
        ("They were surprised to see a sign on Friday.", "1998-10-23"),
        ("Until Thursday, they had not called him a suspect.", "1998-10-22"),
    ],
)
def test_past(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The offer was extended until Thursday.", "1998-10-29"),
        ("He fell behind ahead of the vote on Tuesday.", "1998-11-03"),
        ("He fell behind ahead of Tuesday's vote.", "1998-11-03"),
        ("The state, which votes on Tuesday, matters.", "1998-11-03"),
        ("He plans a rally Saturday.", "1998-10-31"),
        ("She will put a bill to parliament on Monday.", "1998-11-02"),
        ("The army, which had fled, will return Monday.", "1998-11-02"),
        ("The group, due to leave Monday, spoke.", "1998-11-02"),
        ("A ceasefire begins Saturday.", "1998-10-31"),
        ("The vote will be held Tuesday.", "1998-11-03"),
        ("The park will have a rink for you Tuesday.", "1998-11-03"),
        ("Let's defeat her Tuesday.", "1998-11-03"),
        ("It is to be sent on Friday.", "1998-10-30"),
    ],
)
def test_to_come(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is trying to sell itself, under a June agreement.", "1998-06"),
        ("It will open in June.", "1999-06"),
        ("The money will be paid in June.", "1999-06"),
        ("They will lose when the case is heard in May.", "1999-05"),
        ("It lent money until January.", "1999-01"),
    ],
)
def test_months(text: str, expected: str) -> None:
    assert values(text) == [expected]
