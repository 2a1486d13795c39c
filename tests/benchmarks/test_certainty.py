"""How a range becomes a value from −3 to 3."""

import pytest

from benchmarks.certainty import sentences, value
from benchmarks.scale import BASE, LEAST, fitted, placed, scale
from benchmarks.traits import learned, traits
from sayso.reading import Reader
from sayso.reading.annotations import Certainty, Reading, Words


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


def test_points_put_events_where_people_did():
    sure, unsure, denied = ("band 0.95-1.00",), ("band 0.20-0.80", "word could"), ("band 0.95-1.00-",)
    rows = fitted([(sure, 3.0)] * 400 + [(unsure, 1.2)] * 200 + [(denied, -2.4)] * 200)
    assert [placed(event, rows) for event in (sure, unsure, denied)] == pytest.approx([3, 1.2, -2.4], abs=0.1)


def test_a_row_needs_enough_events():
    rows = fitted([(("a",), 3.0)] * 50 + [(("b",), -3.0)] * (LEAST - 1))
    assert "b" not in rows
    assert placed(("b",), rows) == placed((), rows)


def test_values_stay_within_the_scale():
    assert placed(("a", "b"), {BASE: 2.9, "a": 0.5}) == 3
    assert placed(("b",), {BASE: 2.9, "b": -9.0}) == -3


@pytest.mark.parametrize("corpus", ["uw", "uds_ih2"])
def test_the_table_s_surer_ranges_are_higher(corpus):
    rows = scale(corpus)
    assert placed(("band 0.95-1.00",), rows) > placed(("band 0.20-0.80",), rows)
    assert placed(("band 0.95-1.00",), rows) > placed(("band 0.95-1.00-",), rows)


def test_traits_are_the_words_and_the_place():
    text = "He said the army may not attack the town ."
    words, at = [], 0
    for word in text.split():
        words.append((at, at + len(word)))
        at += len(word) + 1
    reading = Reader().analyse(text, tuple(words), ((0, len(words)),))
    found = traits(reading, words[6])
    assert {"band 0.20-0.80-", "words may not", "word may-", "relation ccomp", "head said"} <= set(found)
    assert not any("attack" in trait for trait in found)


def test_what_the_network_says_is_rounded():
    words = Words(((0, 6),), ("VERB",), (0,), ("root",), ((0, 1),), ((2.61, -4.0),))
    reading = Reading("Smith!", words)
    found = learned(reading, (0, 6), 0)
    assert found[:3] == ("network 0.25 2.50", "network 0.5 2.50", "network 1.0 3.00")
    assert found[3].startswith("network 3 & band ")
    assert "network 0.5 -3.00" in learned(reading, (0, 6), 1)
