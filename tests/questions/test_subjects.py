"""Which claims are about what is asked."""

from __future__ import annotations

import pytest

from sayso.questions import parse
from sayso.questions.claim import Subject
from sayso.questions.subjects import further_names, matching, same_name
from tests.questions.making_claims import told


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Daniel Okoro", "Okoro", True),
        ("Daniel Okoro", "daniel okoro", True),
        ("Commander Okoro", "Daniel Okoro", True),
        ("Daniel Okoro", "Maria Okoro", False),
        ("Daniel Okoro", "Daniel Abate", False),
        ("D. Okoro", "Daniel Okoro", True),
        ("Abu Bakr al-Baghdadi", "al-Baghdadi", True),
        ("Osama bin Laden", "bin Laden", True),
        ("", "Okoro", False),
    ],
)
def test_names_of_one_person(one: str, other: str, same: bool):
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def about(question: str, *subjects: Subject, kind: str = "life") -> list[str]:
    claims = [told("dead", kind=kind, subject=subject) for subject in subjects]
    return [claim.subject.name for claim in matching(parse(question), claims)]


def test_a_surname_goes_to_the_one_person_who_has_it():
    people = Subject("Daniel Okoro"), Subject("Okoro"), Subject("James Abate")
    assert about("Is Daniel Okoro alive?", *people) == ["Daniel Okoro", "Okoro"]
    assert about("Is Daniel Okoro alive?", *people, Subject("Maria Okoro")) == ["Daniel Okoro"]


def test_a_role_in_a_group_stands_for_who_has_it():
    known = Subject("Daniel Okoro", ("commander", "northern", "front"))
    unnamed = Subject("commander of Northern Front", ("commander", "northern front"))
    other = Subject("commander of Southern Front", ("commander", "southern front"))
    found = about("Is Daniel Okoro alive?", known, unnamed, other)
    assert found == ["Daniel Okoro", "commander of Northern Front"]


def test_events_are_told_apart_by_place_and_kind():
    ferry = Subject("ferry", (), ("anselm", "port"), ("ferry", "sinking"), "2020-08-11", "killed")
    fire = Subject("fire", (), ("anselm", "port"), ("fire",), "2020-08-11", "killed")
    other = Subject("other", (), ("talisay",), ("ferry", "sinking"), "2020-08-11", "killed")
    asked = "How many people were killed in the Port Anselm ferry disaster?"
    assert about(asked, ferry, fire, other, kind="toll") == ["ferry"]


def test_events_are_told_apart_by_date():
    old = Subject("old", (), ("ketra",), ("quake",), "1999", "killed")
    new = Subject("new", (), ("ketra",), ("quake",), "2016-11-14", "killed")
    assert about("How many people died in the Ketra earthquake?", old, new, kind="toll") == ["new"]
    assert about("How many people died in the 1999 Ketra earthquake?", old, new, kind="toll") == ["old"]


def test_a_storm_by_name_is_one_however_late_its_dead_are_counted():
    names = ("hurricane", "maud", "velden")
    early = Subject("early", (), names, ("storm",), "2020-10-04", "killed")
    late = Subject("late", (), names, ("storm",), "2021-03-04", "killed")
    asked = "How many people were killed in {}?"
    assert about(asked.format("Hurricane Maud"), early, late, kind="toll") == ["early", "late"]
    assert about(asked.format("the hurricane in Velden"), early, late, kind="toll") == ["late"]


def test_a_person_is_looked_up_by_roles_too():
    claims = [told("dead", subject=Subject("Daniel Okoro", ("commander", "front"))), told("dead")]
    assert further_names(parse("Is Okoro alive?"), claims) == ("commander", "front")
    assert further_names(parse("Who controls Sadiq?"), claims) == ()
