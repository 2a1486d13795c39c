"""Which words a cue reaches."""

import numpy as np
import pytest

from sayso.reading.cues import NEAR, find
from sayso.reading.encoding import Part

SPAN = 96


def part(cue: int, paragraphs: list[int], windows: tuple[tuple[int, int], ...]) -> Part:
    """A part of a text with one likely cue, whose paragraphs start at some words."""
    count = windows[-1][1]
    logits = np.full(count, -9.0, np.float32)
    logits[cue] = 3.0
    none = np.zeros((count, 1), np.float32)
    return Part(0, ((0, 1),) * count, windows, paragraphs, (), none, none, none[:, 0], logits, none)


@pytest.mark.parametrize(
    ("cue", "paragraphs", "reached"),
    [
        (100, [0], (100 - SPAN, 100 + SPAN + 1)),
        (100, [0, 30, 90, 110, 160], (30, 160)),  # its paragraph, and those beside it
        (100, [0, 95, 99, 102, 105], (100 - NEAR, 100 + NEAR + 1)),  # however short they are
        (100, [0, 60, 190], (4, 197)),
        (5, [0, 20, 80], (0, 80)),
        (199, [0, 20, 180], (199 - SPAN, 200)),
        (100, [50, 90], (50, 197)),  # begun in the middle of a paragraph
    ],
)
def test_a_cue_reaches_the_paragraphs_beside_its_own(
    cue: int, paragraphs: list[int], reached: tuple[int, int]
) -> None:
    found = find(part(cue, paragraphs, ((0, 200),)), 0.0, SPAN)
    assert (found.word.item(), found.first.item(), found.last.item()) == (cue, *reached)


def test_no_cue_reaches_out_of_its_window() -> None:
    found = find(part(100, [0], ((0, 80), (80, 150), (150, 200))), 0.0, SPAN)
    assert (found.window.item(), found.first.item(), found.last.item()) == (1, 80, 150)
