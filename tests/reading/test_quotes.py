"""Quoted regions, whatever the marks, and the quote type they make."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.quotes import Quoted, regions


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in regions(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"We lost," he said, "and we know it."', ['"We lost,"', '"and we know it."']),
        ("“We lost,” he said.", ["“We lost,”"]),
        ("''We lost,'' he said.", ["''We lost,''"]),
        ("``We lost,'' he said.", ["``We lost,''"]),
        ("„We lost,“ he said.", ["„We lost,“ he said."]),
        ("‘We lost,’ the captain’s wife said.", ["‘We lost,’"]),
        ("'We didn't lose,' he said.", ["'We didn't lose,'"]),
        ("The captains' wives weren't told.", []),
        ("“First part.\n\n“Second part,” he said.", ["“First part.", "“Second part,”"]),
        ('He said "we lost and left.\nNobody knew.', ['"we lost and left.']),
        ('We lost," he said.', []),
    ],
)
def test_regions(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_quote_types() -> None:
    text = 'He said "we lost", and that the "very old" bridge was gone.'
    asked = Quoted(text)

    def kind(words: str) -> str:
        start = text.index(words)
        return asked.quote_type(((start, start + len(words)),))

    assert kind('"we lost"') == "direct"
    assert kind('the "very old" bridge was gone') == "mixed"
    assert kind("bridge was gone") == "indirect"
    assert asked.quote_type(()) == "indirect"


@given(st.text(alphabet="ab ,.'\"“”‘’`\n", max_size=200))
def test_regions_are_in_order_and_apart(text: str) -> None:
    spans = regions(text)
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
