import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.cli.escape import escaped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("He said no.\n\tShe did.", "He said no.\n\tShe did."),
        ("one\r\ntwo\rthree", "one\ntwo\\x0dthree"),
        ("\x1b[31mred\x9b0m", "\\x1b[31mred\\x9b0m"),
        ("abc\u202ecba\u2066", "abc\\u202ecba\\u2066"),
        ("\ud800 \x00", "\\ud800 \\x00"),
        ("é ’ 😀 \u200d", "é ’ 😀 \u200d"),
    ],
)
def test_shows_what_would_act_on_the_terminal(text, shown):
    assert escaped(text) == shown


@given(st.text(st.characters(exclude_categories=[])))
def test_no_control_character_is_left(text):
    assert all(
        letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs") for letter in escaped(text)
    )
