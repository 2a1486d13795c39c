"""What the desk leafs through, from both kinds of database."""

import pytest

from sayso.ask import questions, timeline
from sayso.ledger import ClaimRow, Filter
from sayso.questions import Subject
from sayso.questions.kept import data, names
from tests.ledger.conftest import received
from tests.questions.making_claims import told

FIRST = "“He is dead,” Maria Telles said. “He fell on Tuesday,” Maria Telles said."
SECOND = "“He lives,” Maria Telles said. “We are leaving,” Paul Dreyer said."


@pytest.fixture
def reports(ledger, plain_reader):
    """Two reports, each with a claim in its first statement, in the outlets The Wire and Él País."""
    found = []
    for text, value, day, outlet in (
        (FIRST, "dead", "2021-03-04", "The Wire"),
        (SECOND, "alive", "2021-03-06", "El País"),
    ):
        it = received(text, published=day, outlet=outlet, title=value)
        one = told(value, "Maria Telles", day, source_kind="person", outlet=outlet)
        row = ClaimRow(one.kind, names(one.subject), ((1, 8),), 0, data(one))
        found.append(ledger.add(it, plain_reader.read(it.report), [row], model="plain").report)
    return found


def test_reports_and_statements_of_an_outlet(ledger, reports):
    first, second = reports
    assert [one.id for one in ledger.reports()] == [second, first]
    assert [(one.id, one.statements) for one in ledger.reports(Filter(outlet="the wire", limit=5))] == [
        (first, 2)
    ]
    assert ledger.reports(Filter(outlet="Nobody's")) == []
    said = ledger.statements(wanted=Filter(outlet="THE WIRE", limit=1), latest=True)
    assert [(one.report, one.content) for one in said] == [(first, "“He fell on Tuesday,”")]
    latest = ledger.statements(wanted=Filter(limit=2), latest=True, skip=1)
    assert [(one.report, one.source) for one in latest] == [
        (second, "Maria Telles"),
        (first, "Maria Telles"),
    ]
    assert ledger.statements(wanted=Filter(outlet="Nobody's", limit=5), latest=True) == []


def test_a_source_in_figures(ledger, reports):
    telles = ledger.source("Maria Telles").id
    found = ledger.profile(telles)
    assert [(one.name, one.statements) for one in found.outlets] == [("The Wire", 2), ("El País", 1)]
    assert [(one.name, one.statements) for one in found.months] == [("2021-03", 3)]
    assert [one.data["value"] for one in ledger.claims_of(telles)] == ["alive", "dead"]
    assert [one.data["value"] for one in ledger.claims_of(telles, most=1)] == ["alive"]
    assert [one.name for one in ledger.listed_sources("telles")] == ["Maria Telles"]


def test_claims_where_they_stand(ledger, reports):
    first, second = reports
    assert [(one.address, one.statement) for one in ledger.placed(reports)] == sorted(
        [(f"{first}:c0", 0), (f"{second}:c0", 0)]
    )
    assert [one and one.text for one in ledger.passages([(first, 1, 8), ("none", 0, 1)])] == [FIRST, None]
    assert ledger.reports_since(0) == [second, first]
    assert ledger.reports_since(ledger.last_claim()) == []
    assert ledger.counts().statements == 4


def test_decisions_the_latest_first(ledger, reports):
    telles = ledger.source("Maria Telles").id
    ledger.grade(telles, "B")
    ledger.note(reports[0], "ask the desk")
    ledger.undo()
    assert [one.kind for one in ledger.decisions()] == ["undo", "note", "grade"]
    assert [one.kind for one in ledger.decisions(skip=2, limit=1)] == ["grade"]
    assert [(one.kind, one.undone) for one in ledger.decided([telles, reports[0]])][-2:] == [
        ("note", True),
        ("grade", False),
    ]


def test_questions_follow_what_comes_and_what_is_judged(ledger, reports):
    def listed():
        return [(one.question.text, one.status, one.changed) for one in questions(ledger, "2022-01-01")]

    asked = "Is Daniel Okoro alive?"
    assert listed() == [(asked, "unconfirmed", "2021-03-06")]
    ledger.claim("life", ["Daniel Okoro"], data(told("dead", "Northern Front", "2021-03-05")))
    assert listed() == [(asked, "disputed", "2021-03-06")]
    assert [one.day for one in timeline(ledger, asked)] == ["2021-03-04", "2021-03-05", "2021-03-06"]
    ledger.reject(f"{reports[1]}:c0")
    assert listed() == [(asked, "corroborated", "2021-03-05")]
    assert [asked.text for asked, _ in ledger.changed_last("2022-01-01", 5)] == [asked]
    ledger.undo()
    ledger.undo()
    assert listed() == [(asked, "unconfirmed", "2021-03-06")]


def test_look_ups_of_many_find_what_each_finds(ledger, reports):
    it = told("held", "army", kind="custody", subject=Subject("Anna Okoro"))
    ledger.claim("custody", list(names(it.subject)), data(it))
    asked = [
        (("Daniel Okoro",), ("life",), False),
        (("okoro", "nobody"), ("life", "custody"), False),
        (("Daniel Okoro",), ("life",), True),
        (("Daniel Nobody",), ("life",), True),
        ((), ("life",), False),
    ]
    alone = [ledger.claims(about, kinds, rejected=True, every=every) for about, kinds, every in asked]
    with ledger.catching_up() as ready:
        ready.fetch(asked)
        together = [ready.claims(*one) for one in asked]
    assert [[one.id for one in found] for found in together] == [[one.id for one in f] for f in alone]
    assert [len(found) for found in together] == [2, 3, 2, 0, 0]
