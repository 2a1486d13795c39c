"""The labels of speakers, and how a speaker is judged by them."""

import json

import pytest

from benchmarks.polnear import articles
from benchmarks.scores import digest
from benchmarks.speakers import LABELS, Label, choose, judge, labels


def label(*names, none=False):
    return Label("x", ((4, 8),), ((9, 20),), names, none or not names)


@pytest.mark.parametrize(
    ("speaker", "due", "outcome"),
    [
        ("Ada Quill", label("Ada Quill"), "right"),
        ("Sen. Ada  quill", label("Ada Quill"), "right"),
        ("Quill", label("Ada Quill"), "wrong"),
        (None, label("Ada Quill"), "missed"),
        (None, label("Ada Quill", none=True), "right"),
        (None, label(), "right"),
        ("Ada Quill", label(), "wrong"),
        ("the Harbour Office", label("Harbour Office"), "right"),
        ("Ada Quill", label("Ada Quill", "Ben Orr"), "right"),
        ("Ada Quill and Ben Orr", label("Ada Quill", "Ben Orr"), "right"),
        ("Ada Quill and Cy Dole", label("Ada Quill", "Ben Orr"), "wrong"),
        ("Food and Farm Board", label("Food and Farm Board"), "right"),
    ],
)
def test_a_speaker_is_right_missed_or_wrong(speaker, due, outcome):
    assert judge(speaker, due) == outcome


def test_the_labels_are_those_of_the_attributions_that_were_chosen(data):
    corpus = data / "polnear" / "dev.json"
    published = json.loads(LABELS.read_text(encoding="utf-8"))
    found = articles(corpus)
    assert digest(corpus) == published["corpus_sha256"]
    due = labels(found)
    assert [(article.report.id, gold.cue, gold.content) for article, gold in choose(found)] == [
        (one.article, one.cue, one.content) for one in due
    ]
    assert all(name == name.strip() and name for one in due for name in one.names)


def test_the_labels_hold_no_text():
    assert set(LABELS.read_text(encoding="utf-8")) < set(map(chr, range(128)))
    for row in json.loads(LABELS.read_text(encoding="utf-8"))["labels"]:
        assert set(row) <= {"article", "cue", "content", "names", "none_too"}
