"""What claims can answer, most disputed first, and how answers change."""

from __future__ import annotations

from sayso.questions import parse
from sayso.questions.claim import Subject
from sayso.questions.listing import nearest, questions, timeline
from sayso.questions.stages import stages
from tests.questions.making_claims import told

CLAIMS = (
    told("dead", day="2021-03-04", about="2021-03-03"),
    told("alive", "Northern Front", "2021-03-06"),
    told("dead", day="2021-03-08", about="2021-03-03"),
    told("dead", "publisher", "2020-01-02", subject=Subject("Marta Iles")),
    told("army", "ministry", "2022-05-02", kind="control", subject=Subject("Sadiq")),
    told("army", "Eastwatch", "2022-05-04", kind="control", subject=Subject("Sadiq")),
)


def test_a_timeline_has_the_days_of_change():
    found = timeline(parse("Is Daniel Okoro alive?"), CLAIMS)
    assert [(change.day, change.answer.status) for change in found] == [
        ("2021-03-04", "unconfirmed"),
        ("2021-03-06", "disputed"),
    ]


def test_a_timeline_has_the_stages_that_a_chart_shows():
    """A surname counts for him only until somebody else of that name is told of."""
    claims = (
        told("dead", day="2021-03-04", subject=Subject("Okoro")),
        told("alive", "ministry", "2021-03-06", subject=Subject("Grace Okoro")),
        told("alive", "hospital", "2021-03-08"),
    )
    question = parse("Is Daniel Okoro alive?")
    days = [change.day for change in timeline(question, claims)]
    assert days == [stage.day for stage in stages(question, claims)]
    assert days == ["2021-03-04", "2021-03-06", "2021-03-08"]


def test_the_most_disputed_comes_first():
    found = questions(CLAIMS, "2023-01-01")
    assert [(one.question.text, one.status, one.changed) for one in found] == [
        ("Is Daniel Okoro alive?", "disputed", "2021-03-06"),
        ("Is Marta Iles alive?", "unconfirmed", "2020-01-02"),
        ("Who controls Sadiq?", "corroborated", "2022-05-04"),
    ]


def test_every_question_listed_can_be_asked():
    for one in questions(CLAIMS, "2023-01-01"):
        assert parse(one.question.text).kind == one.question.kind


def test_the_nearest_subjects_share_a_word():
    assert nearest("Is Okoro tall?", CLAIMS) == ("Daniel Okoro",)
