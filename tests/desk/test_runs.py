from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.desk.runs import Fold, Run, marked
from sayso.ledger import Statement


def said(number: int, source=(), cue=(), content=()) -> Statement:
    spans = {"source": list(source), "cue": list(cue), "content": list(content)}
    return Statement(
        f"r:{number}", "r", None, None, None, "A", None, "person", "said", "x", "direct", "positive", 0.95,
        1.0, [], None, None, [], None, spans, 0.9, None, False,
    )  # fmt: skip


TEXT = "Ann said that Bob said he left."


def test_a_nested_attribution_shares_its_words():
    outer = said(0, [(0, 3)], [(4, 8)], [(9, 30)])
    inner = said(1, [(14, 17)], [(18, 22)], [(23, 30)])
    (pieces,) = marked(TEXT, [outer, inner])
    assert [(r.text, r.roles, r.numbers) for r in pieces] == [
        ("Ann", ("source",), (0,)),
        (" ", (), ()),
        ("said", ("cue",), (0,)),
        (" ", (), ()),
        ("that ", ("content",), (0,)),
        ("Bob", ("content", "source"), (1, 0)),
        (" ", ("content",), (0,)),
        ("said", ("content", "cue"), (1, 0)),
        (" ", ("content",), (0,)),
        ("he left", ("content",), (1, 0)),
        (".", (), ()),
    ]
    assert [(r.text, r.ends) for r in pieces if r.ends] == [("said", (0,)), ("said", (1,))]


def test_a_call_is_folded_with_all_its_runs():
    (pieces,) = marked(TEXT, [said(0, [], [], [(9, 30)])], [(14, 30, "judges")])
    assert [type(piece) for piece in pieces] == [Run, Run, Fold, Run]
    assert pieces[2].targets == ("judges",)
    assert "".join(r.text for r in pieces[2].runs) == "Bob said he left"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“Spare no judges,” he said.", "“Spare no judges,”"),
        ("He said: 'Spare no judges!'", "'Spare no judges!'"),
        ("“We march. Spare no judges,” he said.", "Spare no judges"),
        ("“Spare no judges and march,” he said.", "Spare no judges"),
        ("Spare no judges, he said.", "Spare no judges"),
    ],
)
def test_a_call_is_folded_with_the_marks_that_it_stands_between(text, folded):
    start = text.index("Spare")
    (pieces,) = marked(text, [], [(start, start + len("Spare no judges"), "judges")])
    assert ["".join(r.text for r in piece.runs) for piece in pieces if isinstance(piece, Fold)] == [folded]


def test_without_a_cue_the_content_has_the_number():
    (pieces,) = marked(TEXT, [said(7, [(0, 3)], [], [(9, 17)])])
    assert [r.text for r in pieces if 7 in r.ends] == ["that Bob"]


spans = st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60)), max_size=3)


@given(
    st.text(st.sampled_from("ab “”.\n\r\u2028"), max_size=50),
    st.lists(st.tuples(spans, spans, spans), max_size=5),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.just("t")), max_size=2),
)
def test_whatever_the_spans_the_text_stays(text, parts, folded):
    statements = [said(n, *part) for n, part in enumerate(parts)]
    shown = [
        "".join(r.text for piece in pieces for r in (piece.runs if isinstance(piece, Fold) else (piece,)))
        for pieces in marked(text, statements, folded)
    ]
    assert "".join("".join(shown).split()) == "".join(text.split())
    for pieces in marked(text, statements, folded):
        for piece in pieces:
            for run in piece.runs if isinstance(piece, Fold) else (piece,):
                assert bool(run.roles) == bool(run.numbers)
