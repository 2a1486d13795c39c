"""Claims of reports: who, what, when, how surely; and that no text makes it fail."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake import Report
from sayso.questions import Claim, claims
from sayso.reading.annotations import Attribution, Entity, Reading, Words

RELATIONS = [
    "nsubj",
    "nsubj:pass",
    "obj",
    "obl",
    "nmod",
    "acl",
    "acl:relcl",
    "conj",
    "xcomp",
    "ccomp",
    "appos",
    "flat",
    "case",
    "mark",
    "aux",
    "cop",
    "advmod",
    "det",
    "nummod",
    "compound",
    "punct",
    "root",
]
VOCABULARY = [
    "Okoro",
    "the",
    "killed",
    "not",
    "army",
    "Sadiq",
    "in",
    "said",
    "recording",
    "12",
    "people",
    "was",
    "that",
    "who",
    "reports",
    "of",
    "dead",
    "its",
    "he",
    "seized",
    "from",
    ",",
    "town",
    "denied",
]


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    told = draw(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=14))
    text = " ".join(told)
    starts = [sum(len(w) + 1 for w in told[:i]) for i in range(len(told))]
    spans = tuple((start, start + len(word)) for start, word in zip(starts, told, strict=True))
    count = len(told)
    heads = tuple(draw(st.integers(0, count - 1)) for _ in told)
    upos = tuple(draw(st.sampled_from(["NOUN", "PROPN", "VERB", "PRON", "ADJ", "ADP", "NUM"])) for _ in told)
    relations = tuple(draw(st.sampled_from(RELATIONS)) for _ in told)
    words = Words(spans, upos, heads, relations, ((0, count),))
    part = st.sampled_from(spans)
    entities = draw(st.lists(st.tuples(part, st.sampled_from(["PERSON", "ORG", "PLACE"])), max_size=3))
    said = draw(st.lists(st.tuples(part, part, part), max_size=2))
    return Reading(
        text,
        words,
        tuple(Entity(*span, label, text[slice(*span)]) for span, label in sorted(set(entities))),
        tuple(Attribution((a,), (b,), (c,), "indirect", 0.9) for a, b, c in said),
    )


@given(readings())
@settings(max_examples=300, deadline=None)
def test_any_syntax(reading: Reading) -> None:
    for claim in claims(Report.of(reading.text, published="2021-03-04", outlet="Wire"), reading):
        assert all(0 <= start < end <= len(reading.text) for start, end in claim.span)
        assert 0 <= claim.low <= claim.high <= 1
        assert claim.source


def read(reader: Any, text: str, kind: str, **more: str) -> list[Claim]:
    report = Report.of(text, published="2021-03-04", outlet="Harbour Wire", **more)
    return [claim for claim in claims(report, reader.read(report)) if claim.kind == kind]


def test_a_claim_tells_who_when_and_where(model: None, reader: Any) -> None:
    text = "The army said on Thursday that its troops had killed Daniel Okoro the day before."
    (claim,) = read(reader, text, "life")
    assert (claim.value, claim.source, claim.said, claim.change) == ("dead", "army", "2021-03-04", True)
    assert text[slice(*claim.span[0])].startswith("that its troops")
    assert claim.report.outlet == "Harbour Wire"


def test_who_speaks_for_the_army_is_the_army(model: None, reader: Any) -> None:
    text = "Daniel Okoro is dead, a military spokesman, Colonel James Abate, said."
    (claim,) = read(reader, text, "life")
    assert (claim.source, claim.authority) == ("James Abate", "army")


def test_who_is_unnamed_is_told_with_what_he_is_of(model: None, reader: Any) -> None:
    text = "Daniel Okoro is dead, an official of the interior ministry who was not named said."
    (claim,) = read(reader, text, "life")
    assert (claim.source, claim.authority) == ("official of the interior ministry", "interior ministry")


def test_an_office_is_told_as_it_was_before(model: None, reader: Any) -> None:
    text = "It came from the office of Davit Sarkan.\n\nDaniel Okoro is dead, the office said."
    (claim,) = read(reader, text, "life")
    assert claim.source == "office of Davit Sarkan"


def test_the_reports_own_voice_is_its_outlets(model: None, reader: Any) -> None:
    (claim,) = read(reader, "Daniel Okoro died on Monday.", "life")
    assert (claim.source, claim.source_kind, claim.about) == ("Harbour Wire", "author", "2021-03-01")


def test_doubt_makes_a_claim_less_sure(model: None, reader: Any) -> None:
    (plain,) = read(reader, "Daniel Okoro was killed, the army said.", "life")
    (doubted,) = read(reader, "Daniel Okoro had probably been killed, the army said.", "life")
    assert doubted.high <= plain.low
    assert doubted.words == ("probably",)


def test_what_is_very_unlikely_is_a_claim_of_the_opposite(model: None, reader: Any) -> None:
    (claim,) = read(reader, "It is very unlikely that Daniel Okoro is alive, the minister said.", "life")
    assert (claim.value, claim.low, claim.high) == ("dead", 0.8, 0.95)


def test_a_recording_speaks_for_its_speaker_being_alive(model: None, reader: Any) -> None:
    text = "The leader Yusuf Karimi praised the attack in Tamur in an audio recording released on Monday."
    (claim,) = read(reader, text, "life")
    assert (claim.value, claim.source, claim.source_kind) == ("alive", "recording", "recording")
    assert {c.manner for c in read(reader, text, "dating")} == {"released", "refers"}


def test_calls_for_violence_name_their_targets(model: None, reader: Any) -> None:
    called = read(reader, "The leader called on his followers to attack journalists and embassies.", "call")
    assert [(claim.subject.name, claim.value) for claim in called] == [("journalists", "attack")]
    assert read(reader, "The army attacked the rebels near Sadiq, officials said.", "call") == []
    assert read(reader, "“Do not attack the civilians,” the commander said.", "call") == []


def tiled(reading: Reading, times: int) -> Reading:
    """A text over and over, with what was found in it."""
    size, count = len(reading.text) + 1, len(reading.words)
    words = reading.words
    moved = [(n * size, n * count) for n in range(times)]

    def spans(found: Any) -> Any:
        return tuple((a + by, b + by) for by, _ in moved for a, b in found)

    return Reading(
        " ".join([reading.text] * times),
        Words(
            spans(words.spans),
            words.upos * times,
            tuple(head + by for _, by in moved for head in words.heads),
            words.deprels * times,
            tuple((a + by, b + by) for _, by in moved for a, b in words.sentences),
        ),
        tuple(
            Entity(e.start + by, e.end + by, e.label, e.entity) for by, _ in moved for e in reading.entities
        ),
        tuple(
            replace(
                a,
                source=tuple((s + by, e + by) for s, e in a.source),
                cue=tuple((s + by, e + by) for s, e in a.cue),
                content=tuple((s + by, e + by) for s, e in a.content),
                via=(),
            )
            for by, _ in moved
            for a in reading.attributions
        ),
    )


@pytest.mark.timed
def test_time_grows_with_the_text(model: None, reader: Any) -> None:
    text = (
        "The army denied that it had lost Sadiq. “We hold the town,” its commander, Petar Ilic, said. He was "
        "wounded in a video. At least 12 people died when a ferry sank off Mora, the coast guard said. It "
        "said the recording sounded like his. Rumours spread that he had died; the reports were untrue, he "
        "said."
    )
    once = reader.read(Report.of(text, published="2021-03-04", outlet="Wire"))

    def took(times: int) -> float:
        many = tiled(once, times)
        start = time.perf_counter()
        claims(Report.of(many.text, published="2021-03-04", outlet="Wire"), many)
        return time.perf_counter() - start

    took(5)
    assert took(160) < 14 * took(40)


def test_who_goes_on_within_a_sentence_says_it(model: None, reader: Any) -> None:
    (claim,) = read(reader, "Daniel Okoro, the minister went on, had died in Sadiq on Monday.", "life")
    assert (claim.subject.name, claim.value, claim.source) == ("Daniel Okoro", "dead", "minister")
