"""What HeidelTime marks is found again in the text that it was given."""

import pytest

from benchmarks.heideltime import aligned

TEXT = "Roe  met R&D staff on\nMonday.  She left two days later."


def test_offsets_are_those_of_the_text() -> None:
    marked = (
        '<?xml version="1.0"?>\n<TimeML>\nRoe met R&D staff on <TIMEX3 tid="t1" type="DATE" '
        'value="2000-01-03">Monday</TIMEX3>. She left <TIMEX3 tid="t2" type="DATE" value="2000-01-05">two '
        "days later</TIMEX3>.\n</TimeML>"
    )
    found = list(aligned(marked, TEXT))
    assert [TEXT[time.start : time.end] for time in found] == ["Monday", "two days later"]
    assert [time.value for time in found] == ["2000-01-03", "2000-01-05"]


def test_another_text_is_an_error() -> None:
    with pytest.raises(ValueError, match="came back in the place of"):
        list(aligned("<TimeML>Roe sat</TimeML>", TEXT))
