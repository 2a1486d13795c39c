"""A claim fits a label by kind, place, subject and value; and the labelled articles are the drawn ones."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import newswire
from benchmarks.claims import LABELS, Label, choose, fits, measured
from benchmarks.wikinews import write
from sayso.intake import receive
from sayso.questions.claim import Carrier, Claim, Subject

CLAIM = Claim(
    kind="responsibility",
    subject=Subject("Arle bombing", places=("arle",), terms=("attack.bombing",)),
    value="Red Column",
    source="police",
    source_kind="group",
    authority="police",
    report=Carrier("1"),
    content="the Red Column bombed Arle",
    span=((10, 40),),
)
LABEL = Label(
    "responsibility",
    "",
    frozenset(),
    frozenset({"red", "column"}),
    False,
    frozenset({"arle"}),
    (30, 35),
    False,
)


def test_a_claim_fits_its_label():
    assert fits(CLAIM, LABEL)


@pytest.mark.parametrize(
    "other",
    [
        replace(LABEL, kind="toll"),
        replace(LABEL, span=(41, 50)),
        replace(LABEL, subjects=frozenset({"mora"})),
        replace(LABEL, named=frozenset({"northern", "front"})),
        replace(LABEL, negated=True),
    ],
)
def test_and_no_other(other):
    assert not fits(CLAIM, other)


def test_optional_labels_count_neither_way():
    counts, errors = measured([((CLAIM,), (replace(LABEL, optional=True),))])
    assert not errors
    assert not any(counts.values())


def test_the_articles_are_the_drawn_ones(data, tmp_path):
    write(Path(data) / "wikinews", tmp_path / "wikinews.jsonl")
    drawn = choose([found.report for found in receive([str(tmp_path / "wikinews.jsonl")])])
    listed = json.loads(LABELS.read_text(encoding="utf-8"))["articles"]
    for half, reports in drawn.items():
        urls = [row["url"] for row in listed if row["half"] == half]
        assert urls == [report.url for report in reports][: len(urls)]
    assert sum(row["half"] == "build" for row in listed) == len(drawn["build"]) == 124
    assert len(drawn["final"]) == 37


def test_newswire_is_the_drawn_documents(data):
    rows = json.loads(newswire.LABELS.read_text(encoding="utf-8"))["articles"]
    assert {row["id"]: row["half"] for row in rows} == newswire.choose(Path(data))
    due = Counter(
        final
        for final in (False, True)
        for _, labels in newswire.labelled(Path(data), final)
        for label in labels
        if not label.optional
    )
    assert due == {False: 349, True: 132}
