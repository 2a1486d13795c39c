"""Words are cut as Universal Dependencies cuts them."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.words import segment


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in segment(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr. O’Brien didn’t pay.", ["Mr.", "O’Brien", "did", "n’t", "pay", "."]),
        ("The U.S. cannot wait", ["The", "U.S.", "can", "not", "wait"]),
        ("It's Al-Ani's van", ["It", "'s", "Al", "-", "Ani", "'s", "van"]),
        ("$1,200.50 at 10:30 a.m.", ["$", "1,200.50", "at", "10:30", "a.m."]),
        ("the 1990s and the 21st", ["the", "1990s", "and", "the", "21st"]),
        ("''No,'' she said...", ["''", "No", ",", "''", "she", "said", "..."]),
        ("mail press@army.example.org now", ["mail", "press@army.example.org", "now"]),
        ("peace—or war", ["peace", "—", "or", "war"]),
    ],
)
def test_cuts(text: str, words: list[str]) -> None:
    assert cut(text) == words


@given(st.text())
def test_words_cover_everything_but_white_space(text: str) -> None:
    spans = segment(text)
    assert all(a < b for a, b in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    assert "".join(text[a:b] for a, b in spans) == "".join(text.split())
