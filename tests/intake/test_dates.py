from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake import day


@pytest.mark.parametrize(
    "written",
    ["2017-09-29", " 2017-09-29 ", "2017-09-29T23:30:00-05:00", "2017-09-29T01:00:00Z", "20170929",
     "Fri, 29 Sep 2017 23:30:00 -0500"],
)  # fmt: skip
def test_the_day_where_it_was_written(written):
    assert day(written) == "2017-09-29"


@pytest.mark.parametrize(
    "written", ["", "yesterday", "29/09/2017", "2017-13-01", "0000-00-00", "20170929999"]
)
def test_no_day(written):
    with pytest.raises(ValueError, match="not a date"):
        day(written)


@given(st.text() | st.dates().map(str) | st.datetimes().map(str))
def test_any_text_is_a_day_or_not(written):
    with suppress(ValueError):
        assert len(day(written)) == 10
