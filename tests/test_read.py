import pytest

import sayso
from sayso.intake import Received, Report, Unreadable
from sayso.read import read_all

STORY = "“We are leaving,” Maria Telles said."


def test_reads_a_text(plain_reader):
    reading = sayso.read(STORY, published="2020-02-14", outlet="Daily Cape", title="Ministers leave")
    (attribution,) = reading.attributions
    assert reading.slice(attribution.content) == "“We are leaving,”"
    assert reading.text == STORY


def test_a_date_that_is_none_is_refused(plain_reader):
    with pytest.raises(ValueError, match="not a date"):
        sayso.read(STORY, published="last week")


def test_failures_keep_their_place_among_readings(plain_reader):
    items = [
        Unreadable("a", "empty"), Unreadable("b", "empty"), Received("c", Report.of(STORY), 40),
        Unreadable("d", "empty"), Received("e", Report.of("x"), 1), Unreadable("f", "empty"),
    ]  # fmt: skip
    found = list(read_all(iter(items)))
    assert [item.name if isinstance(item, Unreadable) else item[0].name for item in found] == list("abcdef")
    assert found[2][1].text == STORY


@pytest.mark.usefixtures("model")
def test_who_said_what():
    reading = sayso.read("Maria Telles resigned on Friday.\n\n“I cannot defend these numbers,” she said.")
    (attribution,) = reading.attributions
    assert attribution.speaker == "Maria Telles"
    assert attribution.type == "direct"
    assert reading.slice(attribution.source) == "she"
