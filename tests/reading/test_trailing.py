"""Statements with who makes them behind, which the network passes over in unusual reports."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake import Report
from sayso.reading import Reader
from sayso.reading.annotations import Attribution, Words
from sayso.reading.quotes import Quoted
from sayso.reading.trailing import with_trailing
from sayso.reading.words import segment

TEXT = "It is genuine, Ann Roe told us."
WORDS = Words(
    segment(TEXT),
    ("PRON", "AUX", "ADJ", "PUNCT", "PROPN", "PROPN", "VERB", "PRON", "PUNCT"),
    (2, 2, 2, 2, 6, 4, 2, 6, 2),
    ("nsubj", "cop", "root", "punct", "nsubj", "flat", "parataxis", "iobj", "punct"),
    ((0, 9),),
)


def test_an_auxiliary_before_who_says_it_leaves_none() -> None:
    text = "It was so, has he said."
    upos = ("PRON", "AUX", "ADV", "PUNCT", "AUX", "PRON", "VERB", "PUNCT")
    deprels = ("nsubj", "cop", "root", "punct", "aux", "nsubj", "parataxis", "punct")
    words = Words(segment(text), upos, (2, 2, 2, 6, 6, 6, 2, 2), deprels, ((0, 8),))
    assert with_trailing(words, (), Quoted(text)) == ()


FORMS = ("said", "told", "has", "it", "roe", "by", "as", ",", ":", "who")
RELATIONS = ("nsubj", "aux", "ccomp", "parataxis", "obl", "case", "punct", "obj", "root")


@given(st.data(), st.lists(st.sampled_from(FORMS), min_size=1, max_size=12))
def test_any_parse_will_do(data: st.DataObject, forms: list[str]) -> None:
    text, count = " ".join(forms), len(forms)
    spans = tuple((match.start(), match.end()) for match in re.finditer(r"\S+", text))
    upos = data.draw(st.tuples(*[st.sampled_from(("VERB", "NOUN", "PRON", "AUX", "PUNCT"))] * count))
    heads = data.draw(st.tuples(*[st.integers(0, count - 1)] * count))
    deprels = data.draw(st.tuples(*[st.sampled_from(RELATIONS)] * count))
    words = Words(spans, upos, heads, deprels, ((0, count),))
    for one in with_trailing(words, (), Quoted(text)):
        assert all(0 <= start < end <= len(text) for start, end in (*one.source, *one.cue, *one.content))


def _told(reader: Reader, text: str) -> list[tuple[str, str, str]]:
    reading = reader.read(Report.of(text))
    return [tuple(map(reading.slice, (a.source, a.cue, a.content))) for a in reading.attributions]  # type: ignore[misc]


def test_by_syntax_alone() -> None:
    (found,) = with_trailing(WORDS, (), Quoted(TEXT))
    told = [TEXT[start:end] for ((start, end),) in (found.source, found.cue, found.content)]
    assert told == ["Ann Roe", "told", "It is genuine"]


def test_what_is_known_is_left_as_it_is() -> None:
    known = Attribution(((15, 22),), ((23, 27),), ((0, 13),), "indirect", 0.9)
    assert with_trailing(WORDS, (known,), Quoted(TEXT)) == (known,)


def test_a_statement_is_added_to_what_stands_behind(reader: Reader) -> None:
    opening = "Under the ultraviolet lamp the bindings glowed, and that was that."
    glue = "the glue contains a whitener that nobody made before 1954"
    text = f"{opening} The Brenner diary is a forgery, the Federal Archive has found: {glue}."
    assert _told(reader, text) == [
        ("the Federal Archive", "has found", f"The Brenner diary is a forgery … {glue}")
    ]


def test_a_clause_about_who_says_it_may_stand_between(reader: Reader) -> None:
    seized = "The Casamari Parachute Regiment has seized Yundara airport in a drop at first light"
    who = "a western diplomat who asked for anonymity"
    text = f"First the drone, then the silk. {seized}, {who} said from a window that overlooks the runway."
    assert _told(reader, text) == [(who, "said", seized)]


def test_as_somebody_stated(reader: Reader) -> None:
    who = "the Directorate of Civil Aviation, whose own inspectors counted the bodies"
    text = f"The crash of Flight 602 claimed 116 lives, as stated this morning by {who}."
    assert _told(reader, text) == [
        ("the Directorate of Civil Aviation", "as stated", "The crash of Flight 602 claimed 116 lives")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He opened the door, and the guard told him a story.",
        "The army left, found a bridge and crossed it.",
        "When the rain stopped, Roe wrote a letter.",
    ],
)
def test_what_tells_nothing_of_the_clause_before_is_none(reader: Reader, text: str) -> None:
    assert not any("opened" in c or "left" in c or "stopped" in c for _, _, c in _told(reader, text))
