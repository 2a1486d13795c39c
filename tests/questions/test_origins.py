"""Where claims for one value come from first."""

from __future__ import annotations

from sayso.intake import Report
from sayso.questions.origins import groups, origins
from tests.questions.making_claims import told


def count(*claims, same=None) -> int:
    return len(origins(claims, same or {}))


def test_two_sources_are_two_origins():
    assert count(told("dead"), told("dead", "police")) == 2


def test_one_speaker_in_two_outlets_is_one_origin():
    assert count(told("dead"), told("dead", day="2021-03-05", outlet="Daily Cape")) == 1


def test_own_words_of_two_outlets_are_two_origins():
    one = told("dead", "Harbour Wire", source_kind="author")
    assert count(one, told("dead", "Daily Cape", outlet="Daily Cape", source_kind="author")) == 2


def test_near_copies_are_one_origin():
    one = told("dead", "Harbour Wire", source_kind="author", report="a")
    two = told("dead", "Daily Cape", outlet="Daily Cape", source_kind="author", report="b")
    assert count(one, two, same={"a": "a", "b": "a"}) == 1


def test_reports_of_one_agency_are_one_origin():
    one = told("dead", "Harbour Wire", source_kind="author")
    two = told("dead", "Daily Cape", outlet="Daily Cape", source_kind="author", credit="Harbour Wire")
    assert count(one, two) == 1


def test_an_outlet_that_cites_another_is_no_new_origin():
    first = told("dead", "publisher", outlet="Cable Nine", source_kind="person-unnamed")
    cites = told("dead", "Cable Nine", "2021-03-05", outlet="Vale Courier", source_kind="outlet")
    assert count(first, cites) == 1


def test_witnesses_of_two_stories_are_two_origins():
    one = told("dead", "witness", source_kind="person-unnamed", report="a")
    assert count(one, told("dead", "witness", source_kind="person-unnamed", report="b")) == 2


def test_groups_of_reports_without_a_ledger():
    text = "Finance minister Paul Dreyer was found dead at his home on Tuesday, a senior police officer said."
    reports = [
        Report.of(text, id="a"),
        Report.of("(Wire) - " + text, id="b"),
        Report.of("Rain fell.", id="c"),
    ]
    found = groups(reports)
    assert found["a"] == found["b"] != found["c"]
