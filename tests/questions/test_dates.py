"""First and last days of EDTF values."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.questions.dates import bounds


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2018-03", date(2018, 3, 1), date(2018, 3, 31)),
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("2021-03-03T04:00:00", date(2021, 3, 3), date(2021, 3, 3)),
        ("2018-03~", date(2018, 3, 1), date(2018, 3, 31)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("2020-22", date(2020, 6, 1), date(2020, 8, 31)),
        ("2021-06-05/2021-06-06", date(2021, 6, 5), date(2021, 6, 6)),
        ("2022-01/..", date(2022, 1, 1), date.max),
        ("../2022-01-05", date.min, date(2022, 1, 5)),
    ],
)
def test_bounds(value: str, first: date, last: date):
    assert bounds(value) == (first, last)


@pytest.mark.parametrize("value", [None, "", "PRESENT_REF", "2021-02-31", "2021-13"])
def test_no_bounds(value: str | None):
    assert bounds(value) is None


@given(st.text("0123456789-/.X~?T", max_size=24) | st.text(max_size=12))
def test_any_text(value: str):
    found = bounds(value)
    assert found is None or isinstance(found[0], date)
