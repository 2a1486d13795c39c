"""How a range becomes a value from −3 to 3."""

import pytest

from benchmarks.certainty import sentences, value
from benchmarks.scale import LEAST, Judged, fitted, placed, scale
from sayso.reading.annotations import Certainty


@pytest.mark.parametrize(
    ("low", "high", "polarity", "due"),
    [
        (0.95, 1.0, "positive", 2.96),
        (0.95, 1.0, "negative", -2.96),
        (0.20, 0.80, "positive", 1.35),
        (0.55, 0.80, "positive", 1.61),
        (0.20, 0.45, "positive", -1.61),
    ],
)
def test_values(low, high, polarity, due):
    assert value(Certainty(low, high), polarity) == pytest.approx(due, abs=0.01)


def test_words_stand_a_space_apart(tmp_path):
    (tmp_path / "x.jsonl").write_text('{"text": "He left .", "targets": [{"span1": [1, 2], "label": 2.4}]}\n')
    (found,) = sentences(tmp_path / "x.jsonl")
    assert [found.text[start:end] for start, end in found.words] == ["He", "left", "."]
    assert found.targets == (((1, 2), 2.4),)


def test_a_table_tells_words_apart_where_enough_statements_have_them():
    unsure = Certainty(0.2, 0.8)
    could = Judged(unsure, "positive", "could", False)
    rare = Judged(unsure, "positive", "conceivably", False)
    rows = fitted([(could, 1.0)] * LEAST + [(could, 3.0)] + [(rare, -1.0)] * (LEAST - 1) + [(rare, 2.0)] * 4)
    assert placed(could, rows) == 1.0
    assert placed(rare, fitted([(could, 1.0)] * LEAST + [(rare, -1.0)] * (LEAST - 1))) == 1.0
    assert placed(Judged(unsure, "negative", "could", False), rows) is None
    assert placed(Judged(unsure, "positive", "could", True), rows) is None


@pytest.mark.parametrize("corpus", ["uw", "uds_ih2"])
def test_the_table_s_surer_ranges_are_higher(corpus):
    rows = scale(corpus)
    assert rows["clause positive 0.95-1.00"] > rows["clause positive 0.20-0.80"]
    assert all(-3 <= value <= 3 for value in rows.values())
