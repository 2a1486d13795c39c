"""How a range becomes a value from −3 to 3."""

import pytest

from benchmarks.certainty import sentences, value
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
