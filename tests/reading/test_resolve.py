"""Resolving never fails, invents no text, and takes time that grows with the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import marked

from sayso.intake import Report
from sayso.reading.annotations import Attribution, Entity, Reading, Words
from sayso.reading.resolve import resolve

_TEXT = st.text(
    st.sampled_from("abAB \n.,'’“”\"-–—()éŞ中١\u2028\U0001f600") | st.characters(), min_size=1, max_size=120
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(_TEXT)
    span = st.integers(0, len(text) - 1).flatmap(
        lambda start: st.tuples(st.just(start), st.integers(start + 1, len(text)))
    )
    spans = st.lists(span, max_size=2).map(tuple)
    content = st.lists(span, min_size=1, max_size=2).map(tuple)
    entity = st.builds(
        lambda span, label: Entity(*span, label, text[slice(*span)]),
        span,
        st.sampled_from(["PERSON", "ORG", "PLACE"]),
    )
    kinds = st.sampled_from(["direct", "mixed", "indirect"])
    found = st.builds(Attribution, spans, spans, content, kinds, st.just(1.0))
    entities = tuple(draw(st.lists(entity, max_size=5)))
    return Reading(text, Words((), (), (), (), ()), entities, tuple(draw(st.lists(found, max_size=5))))


@given(readings())
@settings(max_examples=200)
def test_any_spans_over_any_text(reading: Reading) -> None:
    done = resolve(reading, Report.of(reading.text))
    assert [(a.source, a.cue, a.content) for a in done.attributions] == [
        (a.source, a.cue, a.content) for a in reading.attributions
    ]
    for at, attribution in enumerate(done.attributions):
        assert attribution.within != at
        for link in attribution.via:
            assert all(0 <= start < end <= len(reading.text) for start, end in link.span)


@pytest.mark.timed
def test_time_grows_with_the_text() -> None:
    part = "[P Ann Roe{0}] met [P Carl Hale{0}]. “It is late,” he said. “Very,” she told the [O Post]. "

    def took(parts: int) -> float:
        text = "".join(part.format(chr(97 + i % 26)) for i in range(parts))
        reading = marked(text)
        said = tuple(
            Attribution(((m, m + 2),), ((m + 3, m + 7),), ((m - 12, m - 2),), "direct", 1.0)
            for m in range(40, len(reading.text) - 10, 80)
        )
        start = time.perf_counter()
        resolve(Reading(reading.text, reading.words, reading.entities, said), Report.of(reading.text))
        return time.perf_counter() - start

    took(50)
    assert took(2000) < 40 * max(took(200), 0.002)
