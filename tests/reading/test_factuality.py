"""What the network says of events: whether the author is sure, and whether they have happened."""

from __future__ import annotations

import pytest

from sayso.intake import Report
from sayso.reading import Reader


def _of(reader: Reader, text: str, word: str) -> tuple[float, float]:
    words = reader.read(Report.of(text)).words
    return words.factuality[[text[start:end] for start, end in words.spans].index(word)]


@pytest.mark.parametrize(
    ("fact", "none", "word"),
    [
        ("The rebels seized the town.", "The rebels hope to seize the town.", "seize"),
        ("The general died in prison.", "The general could die in prison.", "die"),
        (
            "The minister visited Seoul last year.",
            "The minister is expected to visit Seoul next year.",
            "visit",
        ),
    ],
)
def test_what_has_happened_is_told_from_what_has_not(reader: Reader, fact: str, none: str, word: str) -> None:
    done = next(form for form in fact.rstrip(".").split() if form.startswith(word[:3]))
    assert _of(reader, fact, done)[1] > 1
    assert _of(reader, none, word)[1] < -1


def test_a_denial_is_sure_that_it_is_not_so(reader: Reader) -> None:
    assert _of(reader, "Omar Dahl did not die.", "die")[0] < -1


def test_each_word_of_a_long_text_has_its_own(reader: Reader) -> None:
    words = reader.read(Report.of("The rebels seized the town.\n\n" * 150)).words
    assert len(words.factuality) == len(words)
