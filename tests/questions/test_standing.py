"""Which claims stand at a day, and why the others do not."""

from __future__ import annotations

from sayso.questions.kind import kind
from sayso.questions.standing import standing
from tests.questions.making_claims import told


def stands(name: str, *claims):
    """What stands, and what fell with its reasons."""
    left, apart = standing(kind(name), claims)
    return [(c.source, c.value) for c in left], [(a.claim.source, a.claim.value, a.reason) for a in apart]


def test_a_sources_later_claim_replaces_its_earlier_one():
    left, apart = stands("life", told("dead"), told("alive", day="2021-03-06"))
    assert left == [("army", "alive")]
    assert apart == [("army", "dead", "replaced")]


def test_one_person_is_one_source_by_a_shorter_name_too():
    first = told("dead", "Paula Reeve", source_kind="person")
    left, _ = stands("life", first, told("alive", "Reeve", "2021-03-06", source_kind="person"))
    assert left == [("Reeve", "alive")]


def test_what_is_said_again_stands_beside_what_was_said():
    left, apart = stands("life", told("dead"), told("dead", day="2021-03-06"))
    assert len(left) == 2
    assert apart == []


def test_an_outlet_withdraws_what_it_carried():
    first = told("dead", "manager", "2023-02-01", outlet="Cable Nine", source_kind="person-unnamed")
    mark = told("dead", "Cable Nine", "2023-02-01", outlet="Cable Nine", withdraws=True)
    left, apart = stands("life", first, mark, told("dead", "police", "2023-02-01"))
    assert left == [("police", "dead")]
    assert apart == [("manager", "dead", "withdrawn")]


def test_nobody_withdraws_what_another_source_says():
    left, _ = stands("life", told("dead"), told("dead", "family", "2021-03-05", withdraws=True))
    assert left == [("army", "dead")]


def test_a_change_overtakes_what_anybody_claimed_before():
    held = told("rebels", "rebels", "2022-05-01")
    taken = told("army", "ministry", "2022-05-03", about="2022-05-02", change=True)
    left, apart = stands("control", held, taken)
    assert left == [("ministry", "army")]
    assert apart == [("rebels", "rebels", "earlier")]


def test_a_change_overtakes_what_was_only_claimed_against_a_value():
    denied = told("not Mora", "ministry", "2022-05-01", kind="whereabouts", denial=True)
    arrived = told("Arle", "court", "2022-05-03", kind="whereabouts", change=True)
    left, apart = stands("whereabouts", denied, arrived)
    assert left == [("court", "Arle")]
    assert apart == [("ministry", "not Mora", "earlier")]


def test_a_denial_after_a_change_stands_beside_it():
    arrived = told("Arle", "court", "2022-05-03", kind="whereabouts", change=True)
    left, _ = stands("whereabouts", arrived, told("not Mora", "ministry", "2022-05-04", kind="whereabouts"))
    assert left == [("court", "Arle"), ("ministry", "not Mora")]


def test_a_state_claimed_after_a_change_stands_against_it():
    taken = told("army", "ministry", "2022-05-03", about="2022-05-02", change=True)
    left, _ = stands("control", taken, told("rebels", "rebels", "2022-05-03"))
    assert left == [("ministry", "army"), ("rebels", "rebels")]


def test_a_state_does_not_overtake():
    left, _ = stands("control", told("rebels", "rebels", "2022-05-01"), told("army", day="2022-06-01"))
    assert len(left) == 2


def test_what_a_change_confirms_stays():
    left, _ = stands(
        "control", told("army", "police", "2022-05-01"), told("army", day="2022-05-03", change=True)
    )
    assert len(left) == 2


def test_death_is_final():
    alive = told("alive", "lawyer", "2012-04-02")
    dead = told("dead", day="2012-04-20", about="2012-04-19")
    left, apart = stands("life", alive, dead)
    assert left == [("army", "dead")]
    assert apart == [("lawyer", "alive", "earlier")]


def test_alive_after_the_day_of_death_contradicts_it():
    left, _ = stands("life", told("dead", about="2021-03-03"), told("alive", "Front", "2021-03-06"))
    assert len(left) == 2


def test_the_same_authoritys_higher_toll_replaces_its_lower_one_on_the_same_day():
    left, apart = stands("toll", told("12.."), told("19"))
    assert left == [("army", "19")]
    assert apart == [("army", "12..", "replaced")]


def test_a_rise_overtakes_lower_tolls_only():
    claims = (
        told("12", "police", "2020-08-11"),
        told("26", "hospital", "2020-08-11"),
        told("19", "coast guard", "2020-08-12", change=True),
    )
    left, apart = stands("toll", *claims)
    assert left == [("hospital", "26"), ("coast guard", "19")]
    assert apart == [("police", "12", "earlier")]


def test_a_state_told_until_a_day_has_ended():
    running = told("free", "court", "2022-05-03", kind="custody", about="../2022-05-01")
    caught = told("held", "court", "2022-05-03", kind="custody", about="2022-05-02", change=True)
    left, apart = stands("custody", running, caught)
    assert left == [("court", "held")]
    assert apart == [("court", "free", "earlier")]


def test_a_state_of_years_ago_tells_nothing_of_the_day():
    left, apart = stands("custody", told("held", "radio", "2016-05-04", kind="custody", about="2013"))
    assert left == []
    assert apart == [("radio", "held", "earlier")]


def test_of_claims_of_one_day_that_of_the_later_report_stands():
    first = told("alive", "minister", "2009-06-08")
    later = told("dead", "minister", "2009-06-09", said="2009-06-08")
    left, apart = stands("life", first, later)
    assert left == [("minister", "dead")]
    assert apart == [("minister", "alive", "replaced")]
