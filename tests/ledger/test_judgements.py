from dataclasses import replace

import pytest

from sayso.intake import Report
from sayso.ledger import Ledger

STORY = "“We are leaving,” Maria Telles said.\n“Not I,” Omar Hale said."


def said(ledger, name):
    return [s.content for s in ledger.statements(name)]


def test_merge_and_undo(ledger, add):
    add(STORY)
    merged = ledger.merge("Maria Telles", "Omar Hale")
    assert (merged.user, merged.kind, merged.target) == ("ann", "merge", "maria-telles")
    (source,) = ledger.sources()
    assert source.name == "Maria Telles"
    assert said(ledger, "Omar Hale") == ["“We are leaving,”", "“Not I,”"]
    with pytest.raises(ValueError, match="one already"):
        ledger.merge("Omar Hale", "Maria Telles")
    ledger.undo()
    assert said(ledger, "Omar Hale") == ["“Not I,”"]


def test_merges_of_merges_come_apart_one_by_one(ledger, add):
    add(STORY + "\n“Nor I,” Ruth Adan said.")
    first = ledger.merge("Maria Telles", "Omar Hale")
    ledger.merge("Ruth Adan", "Maria Telles")
    assert len(ledger.sources()) == 1
    ledger.undo(first.id)
    assert said(ledger, "Omar Hale") == ["“Not I,”"]
    assert said(ledger, "Maria Telles") == ["“We are leaving,”", "“Nor I,”"]


def test_split_makes_a_source_of_its_own_and_undo_brings_it_back(ledger, add):
    add(STORY, published="2020-01-01")
    other = add("“I bake,” Maria Telles said.", published="2020-01-02")
    (split,) = ledger.split("Maria Telles", [other.report])
    assert split.value["other"] == "maria-telles-2"
    assert said(ledger, "maria-telles") == ["“We are leaving,”"]
    assert said(ledger, "maria-telles-2") == ["“I bake,”"]
    with pytest.raises(ValueError, match="in none of these"):
        ledger.split("Omar Hale", [other.report])
    ledger.undo()
    assert said(ledger, "maria-telles") == ["“We are leaving,”", "“I bake,”"]


def test_rename_and_undo(ledger, add):
    add(STORY)
    ledger.rename("Maria Telles", "M. Telles")
    ledger.rename("maria-telles", "Maria T.")
    assert ledger.source("Maria Telles").name == "Maria T."
    assert ledger.source("Maria T.").id == "maria-telles"
    ledger.undo()
    assert ledger.source("Maria Telles").name == "M. Telles"
    ledger.undo()
    assert ledger.source("Maria Telles").name == "Maria Telles"


def test_grades(ledger, add):
    report = add(STORY).report
    ledger.grade("Maria Telles", "B")
    ledger.grade("Maria Telles", "C")
    ledger.grade(f"{report[:6]}:1", "3")
    assert ledger.source("Maria Telles").grade == "C"
    assert [s.grade for s in ledger.report(report).statements] == [None, "3"]
    ledger.undo(2)
    assert ledger.source("Maria Telles").grade == "B"
    for what, grade in (("Maria Telles", "3"), (f"{report}:1", "B"), ("Maria Telles", "BB")):
        with pytest.raises(ValueError, match="is no grade"):
            ledger.grade(what, grade)


def test_what_is_rejected_is_left_out_but_stays_on_its_report(ledger, add):
    report = add(STORY).report
    ledger.reject(f"{report}:1")
    assert said(ledger, None) == ["“We are leaving,”"]
    assert ledger.search("not") == []
    assert [s.name for s in ledger.sources()] == ["Maria Telles"]
    assert [s.rejected for s in ledger.report(report).statements] == [False, True]
    ledger.undo()
    assert len(said(ledger, None)) == 2


def test_the_log_keeps_what_was_undone(ledger, add):
    report = add(STORY).report
    ledger.note(report, "seen in print")
    ledger.note("Omar Hale", "a relative")
    undone = ledger.undo()
    assert undone.value == {"text": "a relative"}
    log = ledger.log()
    assert [(j.id, j.kind, j.undone, j.undoes) for j in log] == [
        (1, "note", False, None),
        (2, "note", True, None),
        (3, "undo", False, 2),
    ]
    assert all(j.user == "ann" and j.at.endswith("Z") for j in log)
    with pytest.raises(LookupError, match="no judgement 2 that stands"):
        ledger.undo(2)


def test_nobody_judges_unsigned(place, ledger, add):
    add(STORY)
    with Ledger.open(place) as unsigned, pytest.raises(ValueError, match="who decides"):
        unsigned.note("Omar Hale", "x")
    assert ledger.log() == []


def test_errors_name_what_there_is(ledger, add):
    add(STORY)
    with pytest.raises(LookupError, match="did you mean Maria Telles"):
        ledger.source("Anna Telles")
    with pytest.raises(LookupError, match="has no statement 7"):
        ledger.reject(f"{ledger.statements()[0].report}:7")


def test_judgements_outlive_a_new_reading(ledger, add, plain_reader):
    """The newer model finds a statement more in front, and cuts another's content shorter."""
    first = add("“Zero,” she thinks. " + STORY).report
    second = add("“I bake bread,” Maria Telles said. “Bread,” Omar Hale said.").report
    ledger.split("Maria Telles", [second])
    ledger.merge("Omar Hale", "maria-telles")
    ledger.reject(f"{first}:1")
    ledger.grade(f"{first}:0", "4")
    ledger.rename("Omar Hale", "O. Hale")

    def newer(report: Report):
        reading = plain_reader.read(report)
        front = replace(reading.attributions[0], cue=((0, 1),), content=((1, 5),), speaker=None)
        moved = [replace(a, content=tuple((s, e - 1) for s, e in a.content)) for a in reading.attributions]
        return replace(reading, attributions=(front, *moved)), ()

    assert sorted(ledger.reread(newer, model="newer")) == sorted([first, second])
    assert list(ledger.reread(newer, model="newer")) == []
    found = ledger.report(first).statements
    assert [(s.rejected, s.grade) for s in found] == [(False, None), (False, "4"), (True, None)]
    assert {s.name for s in ledger.sources()} == {"O. Hale", "Maria Telles"}
    assert [s.content for s in ledger.statements("maria-telles-2")] == ["“I bake bread,"]
