"""Numbers in words."""

import pytest

from sayso.reading.annotations import Words
from sayso.reading.times import find
from sayso.reading.words import segment


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("seven", "P7Y"),
        ("twenty-four", "P24Y"),
        ("twenty four", "P24Y"),
        ("a hundred", "P100Y"),
        ("two hundred and ten", "P210Y"),
        ("three thousand five hundred", "P3500Y"),
        ("two thousand", "P2000Y"),
        ("1,200", "P1200Y"),
        ("2.5", "P2.5Y"),
        ("a dozen", "P12Y"),
        ("a couple of", "P2Y"),
        ("several", "PXY"),
    ],
)
def test_numbers(words: str, value: str) -> None:
    text = f"It took {words} years."
    (found,) = find(text, Words(segment(text), (), (), (), ()), None)
    assert found.value == value


@pytest.mark.parametrize(("words", "value"), [("nineteen ninety-six", "1996"), ("twenty seventeen", "2017")])
def test_years(words: str, value: str) -> None:
    text = f"It fell in {words}."
    (found,) = find(text, Words(segment(text), (), (), (), ()), None)
    assert found.value == value
