import pytest

from sayso.ledger import ClaimRow
from tests.ledger.conftest import received

STORY = "The army said that Okoro was dead. “He is alive,” Maria Telles said."


def row(value, *about, statement=None, kind="life", start=0):
    return ClaimRow(kind, about, ((start, start + 10),), statement, {"value": value})


@pytest.fixture
def report(ledger, plain_reader):
    it = received(STORY)
    found = [
        row("dead", "Daniel Okoro", "Commander Okoro"),
        row("alive", "Daniel Okoro", statement=0, start=40),
        row("Front", "Kadesh", kind="control", start=20),
    ]
    return ledger.add(it, plain_reader.read(it.report), found, model="plain").report


def values(ledger, *about, **more):
    return [kept.data["value"] for kept in ledger.claims(about or None, **more)]


def test_claims_are_found_by_the_words_of_their_subject(ledger, report):
    assert values(ledger, "Okoro") == ["dead", "alive"]
    assert values(ledger, "Commander Daniel Okoro, the Front's leader") == ["dead", "alive"]
    assert values(ledger, "Maria Telles") == []
    assert values(ledger, "Okoro", "Kadesh", kinds=["control"]) == ["Front"]
    assert values(ledger) == ["dead", "alive", "Front"]


def test_claims_one_at_a_time_are_the_same(ledger, report):
    ledger.claim("life", ["Daniel Okoro"], {"value": "missing"})
    ledger.reject(f"{report}:c0")
    for about in (["Okoro"], None):
        assert list(ledger.each_claim(about)) == ledger.claims(about)
        first, *_ = ledger.each_claim(about, rejected=True)
        assert (first.rejected, first.data) == (True, {"value": "dead"})
    next(ledger.each_claim())  # who stops early keeps nobody waiting
    ledger.undo()
    assert values(ledger, "Okoro") == ["dead", "alive", "missing"]


def test_a_rejected_claim_and_those_of_a_rejected_statement_are_left_out(ledger, report):
    ledger.reject(f"{report}:c0")
    assert values(ledger, "Okoro") == ["alive"]
    ledger.reject(f"{report}:0")
    assert values(ledger, "Okoro") == []
    ledger.undo()
    ledger.undo()
    assert values(ledger, "Okoro") == ["dead", "alive"]


def test_grades_of_claims(ledger, report):
    ledger.grade(f"{report}:0", "4")
    ledger.grade(f"{report}:c0", "2")
    assert [kept.grade for kept in ledger.claims(["Okoro"])] == ["2", "4"]
    with pytest.raises(LookupError, match="has no claim 9"):
        ledger.grade(f"{report}:c9", "2")


def test_a_claim_added_by_hand_is_there_until_undone(ledger, report):
    ledger.claim("life", ["Daniel Okoro"], {"value": "missing"})
    assert values(ledger, "Okoro") == ["dead", "alive", "missing"]
    assert ledger.claims(["Okoro"])[-1].id == "log:1"
    ledger.undo()
    assert values(ledger, "Okoro") == ["dead", "alive"]


def test_a_new_reading_brings_new_claims_and_keeps_what_was_rejected(ledger, report, plain_reader):
    ledger.reject(f"{report}:c1")

    def newer(article):
        found = [row("wounded", "Daniel Okoro", start=100), row("alive", "Daniel Okoro", start=42)]
        return plain_reader.read(article), found

    assert list(ledger.reread(newer, model="newer")) == [report]
    assert values(ledger, "Okoro") == ["wounded"]
    assert values(ledger, "Kadesh") == []
