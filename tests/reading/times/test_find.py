"""Time expressions and their values, against a report of Friday, 29 September 2017."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.annotations import Time, Words
from sayso.reading.times import edtf, find
from sayso.reading.words import segment

PUBLISHED = "2017-09-29"


def times(text: str, published: str | None = PUBLISHED) -> tuple[Time, ...]:
    return find(text, Words(segment(text), (), (), (), ()), published)


def told(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(text[t.start : t.end], t.value) for t in times(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He fled on Thursday.", [("Thursday", "2017-09-28")]),
        ("He will speak on Thursday.", [("Thursday", "2017-10-05")]),
        ("Talks are to be held next Tuesday.", [("next Tuesday", "2017-10-03")]),
        ("The town fell on Friday.", [("Friday", "2017-09-29")]),
        ("They rejected Wednesday's ruling.", [("Wednesday", "2017-09-27")]),
        ("The city fell in July.", [("July", "2017-07")]),
        ("The city fell in December.", [("December", "2016-12")]),
        ("The city will vote in December.", [("December", "2017-12")]),
        ("He left last November.", [("last November", "2016-11")]),
        ("It may rain in May, as it did in March.", [("May", "2017-05"), ("March", "2017-03")]),
        ("The march may begin.", []),
        ("Two weeks ago he left.", [("Two weeks ago", "2017-W37")]),
        ("Ten days ago he left.", [("Ten days ago", "2017-09-19")]),
        ("He left earlier this year.", [("earlier this year", "2017")]),
        ("It was made in the past month or two.", [("the past month or two", "P2M")]),
        ("It lasted nearly nine months.", [("nearly nine months", "P9M")]),
        ("It ran for two and a half years.", [("two and a half years", "P2.5Y")]),
        ("It ran for 5 ½ years and 3-1/2 weeks.", [("5 ½ years", "P5.5Y"), ("3-1/2 weeks", "P3.5W")]),
        ("Prices rose over the past year.", [("the past year", "P1Y")]),
        ("The quarter-century-old brigade left.", []),
        ("He worked the day in and day out.", []),
        ("The crash in 2012 likely killed dozens.", [("2012", "2012")]),
        ("A poll of 2047 registered voters was held.", []),
        ("They fear for the future of the town, not for the future.", [("the future", "FUTURE_REF")]),
        ("The vote is a week from Tuesday.", [("a week from Tuesday", "2017-10-10")]),
        ("It rained from 1990 to '94.", [("1990", "1990"), ("'94", "1994")]),
        ("December futures fell.", [("December", "2017-12")]),
        ("Easter Island sent a Christmas tree on Christmas Eve.", [("Christmas Eve", "2017-12-24")]),
        ("The pipe is 2000 km long; the 45-second film is older.", [("45-second", "PT45S")]),
        ("It lived there for a few million years, a very long time.",
         [("a few million years", "PXY"), ("a very long time", "PXX")]),
        ("The island is today a barren place.", [("today", "PRESENT_REF")]),
        ("It closed the last weekend of July.", [("the last weekend of July", "2017-07")]),
        ("It came at 2:49 a.m. local time (7:49 a.m. UTC) on Saturday.",
         [("2:49 a.m. local time", "2017-09-23T02:49"), ("7:49 a.m. UTC", "2017-09-23T07:49Z"),
          ("Saturday", "2017-09-23")]),
        ("He has played there for 18+ years.", [("18+ years", "P18Y")]),
        ("Its five AM radio stations closed.", []),
        ("She spoke on Veteran's Day.", [("Veteran's Day", "2017-11-11")]),
        ("It will rain into the spring.", [("the spring", "2018-SP")]),
        ("It ends on August 2 at 5 p.m. local time.",
         [("August 2 at 5 p.m. local time", "2017-08-02T17:00")]),
        ("By sunrise Tuesday it was gone.", [("sunrise Tuesday", "2017-09-26TMO")]),
        ("He was shot at 2am local time (0100 UTC) on Monday.",
         [("2am local time", "2017-09-25T02:00"), ("0100 UTC", "2017-09-25T01:00Z"),
          ("Monday", "2017-09-25")]),
        ("The March contract fell.", [("March", "2018-03")]),
        ("She spoke on 29 June 2014.", [("29 June 2014", "2014-06-29")]),
        ("She spoke on June 29th, 2014.", [("June 29th, 2014", "2014-06-29")]),
        ("She spoke on Jan. 5.", [("Jan. 5", "2017-01-05")]),
        ("Logged 2014-06-29 and 06/29/2014.", [("2014-06-29",) * 2, ("06/29/2014", "2014-06-29")]),
        ("She spoke on 31 June 2014.", []),
        ("In the late 1970s it closed.", [("the late 1970s", "197")]),
        ("In the '90s it closed.", [("the '90s", "199")]),
        ("It was built in the 18th century.", [("the 18th century", "17")]),
        ("Profit fell in the third quarter of 2016.", [("the third quarter of 2016", "2016-Q3")]),
        ("It rose in Q1 2017.", [("Q1 2017", "2017-Q1")]),
        ("He came last spring.", [("last spring", "2017-SP")]),
        ("Nothing grew in the winter of 1994.", [("the winter of 1994", "1994-WI")]),
        ("At the time he was abroad.", [("the time", "PAST_REF")]),
        ("He came on Christmas Eve 2016.", [("Christmas Eve 2016", "2016-12-24")]),
        ("He came last Thanksgiving.", [("last Thanksgiving", "2016-11-24")]),
        ("He came on Easter Sunday.", [("Easter Sunday", "2017-04-16")]),
        ("At 9:30 p.m. EST on Friday it began.", [("9:30 p.m. EST on Friday", "2017-09-29T21:30-05")]),
        ("It began at 0800 GMT.", [("0800 GMT", "2017-09-29T08:00Z")]),
        ("Shots rang out on Monday night.", [("Monday night", "2017-09-25TNI")]),
        ("The group meets every Monday.", [("every Monday", "XXXX-WXX-1")]),
        ("It reports every two weeks.", [("every two weeks", "P2W")]),
        ("It fell in nineteen ninety-six.", [("nineteen ninety-six", "1996")]),
        ("He is 52 years old; a six-year-old boy fled.", []),
        ("Of 18-to-34-year-olds, one was 41-50 years old; it has opening hours.", []),
        ("On 3 May he left; a day later he was seen.",
         [("3 May", "2017-05-03"), ("a day later", "2017-05-04")]),
        ("In 2016 he ran. On 3 May he left; the same day he fell.",
         [("2016", "2016"), ("3 May", "2017-05-03"), ("the same day", "2017-05-03")]),
        ("The year 2000 came.", [("The year 2000", "2000")]),
        ("Over the weekend it rained.", [("the weekend", "2017-W38-WE")]),
        ("He left the day before yesterday.", [("the day before yesterday", "2017-09-27")]),
        ("Some 1984 people died.", []),
        ("Talks ran Aug. 7-9, 2016.", [("Aug. 7", "2016-08-07"), ("9, 2016", "2016-08-09")]),
        ("Talks on 7 and 8 August failed.", [("7", "2017-08-07"), ("8 August", "2017-08-08")]),
        ("On Aug. 7 and 16 people died.", [("Aug. 7", "2017-08-07")]),
        ("Prices rose in March 5 to 9 percent.", [("March 5", "2017-03-05")]),
        ("It ran from November to March.", [("November", "2016-11"), ("March", "2017-03")]),
        ("It was due last Friday. It had been due to open on Friday.",
         [("last Friday", "2017-09-22"), ("Friday", "2017-09-29")]),
        ("On Monday he waited from 2 p.m. to 6 p.m. here. Then he rang at noon.",
         [("Monday", "2017-09-25"), ("2 p.m.", "2017-09-25T14:00"), ("6 p.m.", "2017-09-25T18:00"),
          ("noon", "2017-09-25T12:00")]),
        ("They fled on Monday. That night the bridge fell.",
         [("Monday", "2017-09-25"), ("That night", "2017-09-25TNI")]),
        ("The law changed after the Sept. 11 attacks.", [("Sept. 11", "2001-09-11")]),
        ("It holds in the first week of May.", [("the first week of May", "2017-05")]),
        ("In August sales fell from a year earlier.", [("August", "2017-08"), ("a year earlier", "2016-08")]),
        ("It opened in 1999. She had left a year earlier.", [("1999", "1999"), ("a year earlier", "1998")]),
        ("By late summer, it was lost.", [("late summer", "2017-SU")]),
        ("It was built in the mid-90s.", [("the mid-90s", "199")]),
        ("It fell in the second half of July.", [("the second half of July", "2017-07")]),
        ("It grew in the first half of the 20th century.", [("the first half of the 20th century", "19")]),
        ("They meet three times a year.", [("three times a year", "P1Y")]),
        ("It is 65 million years old; it rose 65 million years ago.",
         [("65 million years ago", "-P65000000Y")]),
        ("Three-quarters of them fled the day after the attack.", []),
        ("One day it will end; it will one day end.", [("One day", "P1D"), ("one day", "FUTURE_REF")]),
    ],
)  # fmt: skip
def test_expressions(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Thursday", "XXXX-WXX-4"),
        ("in July", "XXXX-07"),
        ("on 14 July", "XXXX-07-14"),
        ("yesterday", "-P1D"),
        ("next week", "P1W"),
        ("two weeks ago", "-P2W"),
        ("last summer", "XXXX-SU"),
        ("today", "PRESENT_REF"),
        ("in July 2014", "2014-07"),
        ("the third quarter", "XXXX-Q3"),
        ("at noon", "XXXX-XX-XXT12:00"),
    ],
)
def test_without_a_day_of_publication_relative_values_stay_relative(text: str, value: str) -> None:
    (found,) = times(f"He left {text}.", None)
    assert found.value == value
    assert (edtf(found) is None) == (not value[:4].isdigit())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("earlier this year", "START"),
        ("the end of 1990", "END"),
        ("mid-July", "MID"),
        ("about two years ago", "APPROX"),
        ("1994 or later", "ON_OR_AFTER"),
        ("nearly nine months", "LESS_THAN"),
    ],
)
def test_modifiers(text: str, value: str) -> None:
    (found,) = times(f"He left {text}.")
    assert found.mod == value


@pytest.mark.parametrize(
    ("found", "value"),
    [
        (Time(0, 1, "DATE", "2017-07", "APPROX"), "2017-07~"),
        (Time(0, 1, "DATE", "2014-06"), "2014-06"),
        (Time(0, 1, "DATE", "2017-W39"), "2017-09-25/2017-10-01"),
        (Time(0, 1, "DATE", "2017-W39-WE"), "2017-09-30/2017-10-01"),
        (Time(0, 1, "DATE", "9999-W52-WE"), "9999-12-31/9999-12-31"),
        (Time(0, 1, "DATE", "2017-Q3"), "2017-07/2017-09"),
        (Time(0, 1, "DATE", "2017-H2"), "2017-07/2017-12"),
        (Time(0, 1, "DATE", "2017-SU"), "2017-22"),
        (Time(0, 1, "DATE", "198"), "198X"),
        (Time(0, 1, "DATE", "18"), "18XX"),
        (Time(0, 1, "TIME", "2017-09-28T10:30Z"), "2017-09-28T10:30:00Z"),
        (Time(0, 1, "TIME", "2017-09-28T24:00"), "2017-09-28"),
        (Time(0, 1, "TIME", "2017-09-28TNI"), "2017-09-28"),
        (Time(0, 1, "DATE", "1994", "ON_OR_AFTER"), "1994/.."),
        (Time(0, 1, "DATE", "1994", "ON_OR_BEFORE"), "../1994"),
        (Time(0, 1, "DATE", "PAST_REF"), None),
        (Time(0, 1, "DURATION", "P2M"), None),
        (Time(0, 1, "SET", "XXXX-WXX-1"), None),
        (Time(0, 1, "DATE", "2017-13"), None),
    ],
)
def test_edtf(found: Time, value: str | None) -> None:
    assert edtf(found) == value


PIECES = st.sampled_from(
    re.findall(
        r"\S+",
        "the last past next two 31 1989 - / : . , ' s May Friday week days ago later Easter quarter of in "
        "year half and a night 0800 GMT first fiscal '90s 12:61 99999999 twenty-one hundred thousand Ⅷ ² ١٢",
    )
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(PIECES | st.text(max_size=3), max_size=25).map(" ".join),
    st.sampled_from([None, "2017-09-29", "0001-01-01", "9999-12-31", "no day"]),
)
def test_any_text(text: str, published: str | None) -> None:
    found = times(text, published)
    assert all(0 <= t.start < t.end <= len(text) and t.value for t in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for t in found:
        assert "None" not in (edtf(t) or "")


@pytest.mark.parametrize(
    "piece", ["the last ", "twenty ", "1989 - ", "Friday night ", "a week before ", "two and a "]
)
def test_time_grows_with_the_text(piece: str) -> None:
    def seconds(count: int) -> float:
        words = Words(segment(piece * count), (), (), (), ())
        start = time.process_time()
        find(piece * count, words, PUBLISHED)
        return time.process_time() - start

    seconds(100)
    assert seconds(20_000) < 40 * seconds(1_000) + 0.5
