"""What figures are counted from, and the texts that speed is measured on."""

import pytest

from benchmarks import texts
from benchmarks.check import FLOORS, faults
from benchmarks.scores import Tally


def test_a_tally_counts_texts_together():
    tally = Tally()
    tally.add({1, 2, 3}, {2, 3, 4, 5})
    tally.add(set(), {1})
    assert (tally.right, tally.found, tally.due) == (2, 3, 5)
    assert tally.precision == pytest.approx(200 / 3)
    assert (tally.recall, tally.f1) == (40.0, 50.0)
    assert Tally().f1 == 0.0


def test_articles_of_a_length_hold_whole_paragraphs_and_nothing_twice():
    made = texts.equal(["one two\nthree", "four five six\nseven", "eight"], words=3)
    assert made == ["one two\nthree", "four five six"]


@pytest.mark.parametrize("size", [1, 7, 100])
def test_a_long_text_has_the_length_asked_for(size):
    assert len(texts.long(["one", "two"], size)) == size


def test_a_figure_below_its_floor_or_above_its_ceiling_is_a_fault():
    floor = FLOORS["speakers"]
    fine = {**floor["at_least"], **floor["at_most"]}
    assert list(faults("speakers", fine)) == []
    assert len(list(faults("speakers", {"gold right": 0.0, "gold wrong": 100.0}))) == 2
