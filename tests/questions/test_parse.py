"""Questions in plain language."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.questions import NotAQuestion, forms, parse


@pytest.mark.parametrize(
    ("text", "kind", "subject"),
    [
        ("Is Daniel Okoro alive?", "life", "Daniel Okoro"),
        ("is daniel okoro dead", "life", "daniel okoro"),
        ("Is Daniel Okoro still alive?", "life", "Daniel Okoro"),
        ("Was Carla Nunes killed?", "life", "Carla Nunes"),
        ("When did Carla Nunes die?", "life", "Carla Nunes"),
        ("What are the whereabouts of Anton IV?", "whereabouts", "Anton IV"),
        ("Who took Sadiq?", "control", "Sadiq"),
        ("Has Sadiq fallen?", "control", "Sadiq"),
        ("Was the Okoro video faked?", "authenticity", "Okoro video"),
        ("Has the king died?", "life", "king"),
        ("Is Lucia Moreno in custody?", "custody", "Lucia Moreno"),
        ("Has Lucia Moreno been released?", "custody", "Lucia Moreno"),
        ("Where is Anton IV now?", "whereabouts", "Anton IV"),
        ("What is the whereabouts of Anton IV?", "whereabouts", "Anton IV"),
        ("Who controls Sadiq?", "control", "Sadiq"),
        ("Who holds the town of Sadiq?", "control", "town of Sadiq"),
        ("Who is in control of Sadiq?", "control", "Sadiq"),
        (
            "How many people were killed in the Port Anselm ferry disaster?",
            "toll",
            "Port Anselm ferry disaster",
        ),
        ("What is the death toll of the Arle bombing?", "toll", "Arle bombing"),
        ("How many are missing in the Arle flood?", "toll", "Arle flood"),
        ("Who was behind the Karrad bombing?", "responsibility", "Karrad bombing"),
        ("Who killed Jan Brod?", "responsibility", "Jan Brod"),
        ("Is the Ada Kron recording authentic?", "authenticity", "Ada Kron recording"),
        ("Are the Hitler diaries fake?", "authenticity", "Hitler diaries"),
        ("When was the Yusuf Karimi recording made?", "dating", "Yusuf Karimi recording"),
    ],
)
def test_forms(text: str, kind: str, subject: str):
    found = parse(text)
    assert (found.kind, found.subject.name) == (kind, subject)


def test_a_toll_counts_what_is_asked():
    assert parse("How many people were wounded in the Arle bombing?").subject.aspect == "wounded"
    assert parse("How many people died in the Arle bombing?").subject.aspect == "killed"


def test_what_is_no_question_is_answered_with_the_forms():
    with pytest.raises(NotAQuestion) as told:
        parse("Tell me a story")
    assert told.value.forms == forms()
    assert "Is Daniel Okoro alive?" in forms()


def test_every_example_is_a_question():
    assert {parse(form).kind for form in forms()} == {
        "life", "custody", "whereabouts", "control", "toll", "responsibility", "authenticity", "dating"
    }  # fmt: skip


@given(st.text(max_size=400) | st.text("how many people were killed in X when is ", max_size=400))
def test_any_text(text: str):
    with suppress(NotAQuestion):
        assert parse(text).text == text
