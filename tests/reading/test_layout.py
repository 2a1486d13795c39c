"""Attributions that only the layout tells."""

import pytest
from marked import marked

from sayso.reading.layout import told_by_layout
from sayso.reading.quotes import Quoted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mayor [P Ida Sol]: bridge stays shut\nNobody came.", ("Mayor Ida Sol", "bridge stays shut")),
        ("Police: Two held over bridge\nNobody came.", ("Police", "Two held over bridge")),
        ("The talks.\n\nROE: We left at nine.", ("ROE", "We left at nine.")),
        ("Replies:\n“We left.” ― Ann Roe", ("Ann Roe", "“We left.”")),
        ("The talks.\n\n((Ann Roe))  We left at nine.", ("Ann Roe", "We left at nine.")),
        ("EXCLUSIVE: Bridge stays shut\nNobody came.", None),
        ("[L Port Anselm]: a walk\nNobody came.", None),
        ("Nobody came.\n[P Ann Roe]: a life", None),
    ],
)  # fmt: skip
def test_told(text: str, found: tuple[str, str] | None) -> None:
    reading = marked(text)
    told = list(told_by_layout(Quoted(reading.text), reading.entities, ()))
    assert [(reading.slice(a.source), reading.slice(a.content)) for a in told] == ([found] if found else [])


def test_nothing_where_something_was_found() -> None:
    reading = marked("Police: Two held, mayor says\nNobody came.", ("mayor", "says", "Two held"))
    assert not list(told_by_layout(Quoted(reading.text), reading.entities, reading.attributions))


def test_turn_of_an_interview_that_tells_what_others_say() -> None:
    reading = marked("Talks.\n\n(([P Ann Roe]))  They said no.", ("They", "said", "no"))
    (turn,) = told_by_layout(Quoted(reading.text), reading.entities, reading.attributions)
    assert (reading.slice(turn.content), turn.type) == ("They said no.", "direct")
