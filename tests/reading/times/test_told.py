"""Times that are relative to what the text told: days of a story, and quarters that are reported on."""

import pytest

from sayso.reading.annotations import Words
from sayso.reading.times import find
from sayso.reading.words import segment


def told(text: str, published: str | None) -> list[tuple[str, str]]:
    times = find(text, Words(segment(text), (), (), (), ()), published)
    return [(text[time.start : time.end], time.value) for time in times]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came on May 3. The next day he left.",
         [("May 3", "1998-05-03"), ("The next day", "1998-05-04")]),
        ("In 1994 he won. The next year he lost.", [("1994", "1994"), ("The next year", "1995")]),
        ("Over the next year it will grow.", [("the next year", "1999")]),
        ("He fled on May 3. The day before, he rang. The previous day he wrote.",
         [("May 3", "1998-05-03"), ("The day before", "1998-05-02"), ("The previous day", "1998-05-02")]),
        ("He won in June 1996. That summer he left.",
         [("June 1996", "1996-06"), ("That summer", "1996-SU")]),
        ("He met them three days before the vote.", [("three days", "P3D")]),
        ("In those days he slept.", [("those days", "PAST_REF")]),
        ("He left a year and a half ago.", [("a year and a half ago", "1997-04")]),
        ("He was held in 1996 and three months in 1997.",
         [("1996", "1996"), ("three months", "P3M"), ("1997", "1997")]),
        ("It took 2 1/2 years.", [("2 1/2 years", "P2.5Y")]),
        ("It rose in May and June 1997.", [("May", "1997-05"), ("June 1997", "1997-06")]),
        ("They met in the weekend of Oct. 10.", [("the weekend of Oct. 10", "1998-W41-WE")]),
        ("He was shot at 8:30 Friday evening.", [("8:30 Friday evening", "1998-10-23T20:30")]),
        ("He came at 9 p.m. Friday, alone.", [("9 p.m. Friday", "1998-10-23T21:00")]),
        ("It was on Election Day.", [("Election Day", "1998-11-03")]),
        ("They fled at sunset.", [("sunset", "1998-10-28TEV")]),
    ],
)  # fmt: skip
def test_days(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, "1998-10-28") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Third-quarter profit rose from a year earlier.", "1988-Q3"),
        ("Third-quarter profit fell from the second quarter. A year before, it earned more.", "1988-Q3"),
        ("Third-quarter profit fell; it gave no forecast for the fourth quarter. In the latest quarter",
         "1989-Q3"),
        ("Third-quarter profit rose. In last year's third quarter it fell. In the year-ago quarter",
         "1988-Q3"),
        ("Third-quarter profit rose. In the 1988 quarter", "1988-Q3"),
        ("Third-quarter profit rose. In the comparable 1988 period", "1988-Q3"),
        ("Third-quarter profit rose. In the prior-year quarter", "1988-Q3"),
        ("Third-quarter profit rose. In the current quarter", "1989-Q4"),
        ("Third-quarter profit rose. In the second quarter it fell. In the latest quarter", "1989-Q3"),
        ("Third-quarter profit rose from a loss in the same quarter of 1988", "1988-Q3"),
        ("It lost money in the quarter ended Sept. 30, after a profit a year earlier", "1988-Q3"),
        ("It hopes for the fourth quarter. In the third quarter profit rose. Sales in the quarter",
         "1989-Q3"),
        ("Profit rose in the third quarter of fiscal 1990", "1990-Q3"),
        ("Sales rise in the second and third quarters", "1989-Q3"),
    ],
)  # fmt: skip
def test_quarters(text: str, expected: str) -> None:
    assert told(text, "1989-10-30")[-1][1] == expected


@pytest.mark.parametrize(
    ("ended", "quarter"),
    [
        ("Sept. 30", "1989-Q3"),
        ("July 31", "1989-Q2"),
        ("March 31, 1988", "1988-Q1"),
    ],
)
def test_a_quarter_is_told_by_the_day_that_it_ended_on(ended: str, quarter: str) -> None:
    found = told(f"It lost money in the quarter ended {ended}.", "1989-10-30")
    assert found == [("the quarter", quarter), (ended, found[1][1])]


def test_the_quarter_that_is_reported_on_may_end_on_another_day() -> None:
    """A fiscal year may begin in July."""
    text = "First-quarter profit rose; sales for the quarter ended Sept. 29 fell."
    assert told(text, "1989-10-30")[1] == ("the quarter", "1989-Q1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Housing starts fell in September. They were down 8% from a year earlier.", "1988-09"),
        ("The gap narrowed in September from $6 billion a year ago.", "1988-09"),
        ("Steel output rose in August from the year-earlier month.", "1988-08"),
        ("Casinos won less in September than in the same month last year.", "1988-09"),
        ("Car sales fell in August from the year before.", "1988-08"),
        ("She raised money in August. Over the month, her rival raised more.", "1989-08"),
        ("In 1980 the group freed 30 men, up from 12 a year earlier.", "1979"),
        ("In the first half of 1989 sales rose. Exports fell in the month.", "1989-10"),
        ("The storm of July 17 marked the second half of the month.", "1989-07"),
        # of what is longer, or where a quarter is reported on, it is another comparison
        ("Starts fell in August. In the nine months they fell 5% from a year earlier.", "1988"),
        ("Third-quarter net rose. The plant opened in August. Sales rose 5% from a year ago.", "1988-Q3"),
    ],
)  # fmt: skip
def test_what_a_month_is_compared_with(text: str, expected: str) -> None:
    assert told(text, "1989-10-30")[-1][1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the day of a time of day is the last that the text told, if it speaks of what was
        ("The pilot flew on Sunday. The flight began at 8:17 a.m.", "1989-10-29T08:17"),
        ("The pilot flew on Sunday. The next flight will begin at 8:17 a.m.", "1989-10-31T08:17"),
        ("The pilot will fly on Friday. He slept until 9 a.m.", "1989-10-31T09:00"),
        # not of a line that stands by itself
        ("The pilot flew on Sunday.\n\n8:17 a.m.\n\nThe flight began.", "1989-10-31T08:17"),
        # this weekend is the last one right behind it
        ("A memorial was held this weekend.", "1989-W43-WE"),
        ("A memorial will be held this weekend.", "1989-W44-WE"),
        ("He announced a rally in the town this weekend.", "1989-W44-WE"),
        # what came later than something untold is no day to come
        ("He was born in March. Six months later, he died.", "1989-09"),
        ("The firm was sued. Two months later, it settled.", "P2M"),
    ],
)
def test_days_of_other_times(text: str, expected: str) -> None:
    """In a report of Tuesday."""
    assert told(text, "1989-10-31")[-1][1] == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("He sold his shares at the end of the year.", "1989-03-01", "1988"),
        ("He fell short of his goal by the end of the year.", "1989-12-30", "1989"),
        ("He will sell his shares by the end of the year.", "1989-03-01", "1989"),
        ("He promised a deal by the end of the year.", "1989-03-01", "1989"),
    ],
)
def test_the_end_of_the_year_may_be_that_of_the_last(text: str, published: str, expected: str) -> None:
    assert told(text, published) == [("the end of the year", expected)]


@pytest.mark.parametrize(
    ("ended", "values"),
    [("March 31", ["XXXX-Q1", "XXXX-03-31"]), ("Feb. 30", ["XXXX-02-30"])],
)
def test_a_quarter_of_no_year_stays_open(ended: str, values: list[str]) -> None:
    text = f"Profit rose in the quarter ended {ended}."
    assert [value for _, value in told(text, None)] == values
