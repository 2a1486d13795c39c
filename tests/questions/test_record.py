"""The record of an answer."""

from __future__ import annotations

import json

from sayso.questions import answer, parse
from sayso.questions.claim import Subject
from sayso.questions.record import record
from tests.questions.making_claims import told


def test_the_record_has_what_the_contract_names():
    claims = (
        told("dead"),
        told("alive", day="2021-03-06"),
        told("dead", "police", "2021-03-07", about="2021-03-03", low=0.2, high=0.8),
    )
    found = record(answer(parse("Is Daniel Okoro alive?"), claims, "2021-03-08"))
    assert json.loads(json.dumps(found)) == found
    assert found["question"] == {"kind": "life", "subject": "Daniel Okoro", "text": "Is Daniel Okoro alive?"}
    assert (found["as_of"], found["status"]) == ("2021-03-08", "disputed")
    alive, dead = found["positions"]
    assert (alive["value"], alive["origins"], alive["claims"][0]["source"]) == ("alive", 1, "army")
    assert dead["certainty"] == {"low": 0.2, "high": 0.8}
    assert dead["claims"][0]["standing"] is True
    assert dead["claims"][0]["report"]["outlet"] == "Harbour Wire"
    (apart,) = found["apart"]
    assert (apart["reason"], apart["claim"]["standing"], apart["by"]["value"]) == ("replaced", False, "alive")
    assert any("replaced" in step for step in found["steps"])


def test_a_question_of_dating_has_its_bounds_and_their_evidence():
    letter = Subject("Ana Sorin letter", ("Ana Sorin",), ("ana", "sorin"), ("letter",))
    fire = Subject("Arle fire", (), ("arle",), ("fire",))
    claims = (
        told("2012-03-05", "Radio Sound", "2012-03-06", kind="dating", subject=letter, manner="released"),
        told("fire", "Radio Sound", "2012-03-06", kind="dating", subject=letter, manner="refers", event=fire),
        told("2012-02-01", "Daily Cape", "2012-02-02", kind="event", subject=fire),
    )
    found = record(answer(parse("When was the Ana Sorin letter written?"), claims, "2012-03-07"))
    assert found["status"] == "dated"
    (position,) = found["positions"]
    assert (position["not_before"], position["not_after"]) == ("2012-02-01", "2012-03-05")
    assert [claim["source"] for claim in position["evidence"]["not_before"]] == ["Radio Sound", "Daily Cape"]


def test_an_artifact_nobody_reported_has_no_bounds():
    found = record(answer(parse("When was the Ana Sorin letter written?"), (), "2012-03-07"))
    assert (found["status"], found["positions"]) == ("undated", [])
