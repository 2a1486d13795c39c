"""Statements whose maker is told in a phrase of its own, or in the sentence behind."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake import Report
from sayso.reading import Reader
from sayso.reading.annotations import Words
from sayso.reading.framed import with_framed
from sayso.reading.quotes import Quoted

FORMS = ("said", "that", "from", "so", "word", "roe", "by", "words", "of", ":", "it", "given", "comes")
RELATIONS = ("nsubj", "aux", "ccomp", "parataxis", "obl", "case", "punct", "obj", "root", "cop", "acl")


@given(st.data(), st.lists(st.sampled_from(FORMS), min_size=1, max_size=14))
def test_any_parse_will_do(data: st.DataObject, forms: list[str]) -> None:
    text, count = " ".join(forms), len(forms)
    spans = tuple((match.start(), match.end()) for match in re.finditer(r"\S+", text))
    upos = data.draw(st.tuples(*[st.sampled_from(("VERB", "NOUN", "PRON", "AUX", "PUNCT", "ADP"))] * count))
    heads = data.draw(st.tuples(*[st.integers(0, count - 1)] * count))
    deprels = data.draw(st.tuples(*[st.sampled_from(RELATIONS)] * count))
    cut = data.draw(st.integers(0, count))
    words = Words(spans, upos, heads, deprels, tuple((a, b) for a, b in ((0, cut), (cut, count)) if a < b))
    for one in with_framed(words, (), Quoted(text)):
        assert all(0 <= start < end <= len(text) for start, end in (*one.source, *one.cue, *one.content))


def _told(reader: Reader, text: str) -> list[tuple[str, str]]:
    reading = reader.read(Report.of(text))
    return [(reading.slice(a.source), reading.slice(a.content)) for a in reading.attributions]


@pytest.mark.parametrize(
    ("frame", "source"),
    [
        ("The news was given to this newspaper by his son, Milos Dragan.", "his son, Milos Dragan"),
        ("That word comes from his wife, who spoke to us outside.", "his wife"),
        ("So says the defence minister.", "the defence minister"),
        ("So we were told this morning by the bishop.", "the bishop"),
        ("The source for this is a guard at the prison.", "a guard at the prison"),
        ("That, at least, is the word from the governor, Ali Tan.", "the governor, Ali Tan"),
        ("We have this from the governor.", "the governor"),
        ("The governor made the announcement on state radio.", "The governor"),
        ("It was her publisher, Cem Tuna, who told us.", "her publisher, Cem Tuna"),
    ],
)
def test_the_sentence_behind_tells_who_said_it(reader: Reader, frame: str, source: str) -> None:
    assert (source, "Pavel Dragan died in Vienna.") in _told(reader, f"Pavel Dragan died in Vienna. {frame}")


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Hamid Gul was killed: this is the conclusion of a report leaked to the Star.",
            "a report",
            "Hamid Gul was killed",
        ),
        (
            "From the interior ministry comes this short statement: Dr Haddad was released at dawn.",
            "the interior ministry",
            "Dr Haddad was released at dawn.",
        ),
        (
            "In the words of the police chief, the Black Hand was responsible for the bombing.",
            "the police chief",
            "the Black Hand was responsible for the bombing",
        ),
        (
            "Word that the singer Amira Tal had died came first from her manager.",
            "her manager",
            "the singer Amira Tal had died",
        ),
        ("Hamid Gul has escaped, or so the governor says.", "the governor", "Hamid Gul has escaped"),
    ],
)
def test_a_phrase_tells_whose_words_they_are(reader: Reader, text: str, source: str, content: str) -> None:
    assert (source, content) in _told(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge fell at noon. That was the work of the flood.",
        "The bridge fell at noon. So the governor told the army to come.",
        "The bridge fell at noon. The news of the verdict was given by the clerk.",
        "Had the bridge fallen by noon? The governor gave the answer.",
        "The bridge fell at noon. This was built by the king.",
    ],
)
def test_what_tells_nothing_of_the_sentence_before_is_none(reader: Reader, text: str) -> None:
    assert not any("The bridge" in content or "Had" in content for _, content in _told(reader, text))
