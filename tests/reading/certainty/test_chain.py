"""Attributions in one another: the least sure link gives the range of the whole."""

from dataclasses import replace

import pytest
from annotated import annotated
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.annotations import Attribution, Reading
from sayso.reading.certainty import assess, assessed
from sayso.reading.quotes import Quoted

TEXT = "The ministry claimed that officials believed he was dead."


def attribution(reading: Reading, cue: str, content: str, within: int | None = None) -> Attribution:
    def span(words: str) -> tuple[tuple[int, int], ...]:
        start = reading.text.index(words)
        return ((start, start + len(words)),)

    quoted = Quoted(reading.text).quote_type(span(content))
    return Attribution((), span(cue), span(content), quoted, 1.0, within=within)


def chained(text: str, *links: tuple[str, str, int | None]) -> Reading:
    reading = annotated(text)
    return assessed(replace(reading, attributions=tuple(attribution(reading, *link) for link in links)))


def test_the_weakest_link_and_all_words() -> None:
    reading = chained(
        TEXT,
        ("claimed", "that officials believed he was dead", None),
        ("believed", "he was dead", 0),
    )
    inner = reading.attributions[1].certainty
    assert (inner.low, inner.high) == (0.20, 0.80)
    assert [TEXT[start:end] for start, end in inner.spans] == ["claimed", "believed"]


def test_a_sure_teller_leaves_it_as_it_is() -> None:
    text = TEXT.replace("claimed", "said")
    reading = chained(
        text, ("said", "that officials believed he was dead", None), ("believed", "he was dead", 0)
    )
    inner = reading.attributions[1].certainty
    assert (inner.low, inner.high) == (0.55, 0.80)


def test_who_denies_is_the_denier_alone() -> None:
    text = "The ministry denied that officials said he was dead."
    reading = chained(text, ("denied", "that officials said he was dead", None), ("said", "he was dead", 0))
    assert [a.polarity for a in reading.attributions] == ["negative", "positive"]


def test_a_clause_in_the_reports_own_voice() -> None:
    text = "He is believed to be in the north, where the army still holds the bridge."
    reading = annotated(text)
    start = text.index("be in the north")
    certainty, polarity = assess(reading, ((start, start + len("be in the north")),))
    assert (certainty.low, polarity) == (0.55, "positive")
    start = text.index("the army still holds the bridge")
    certainty, _ = assess(reading, ((start, len(text) - 1),))
    assert certainty.low == 0.95


@pytest.mark.parametrize("text", ["", "?", "Not.", "no no no no", "if if whether not"])
def test_odd_texts(text: str) -> None:
    reading = annotated(text)
    certainty, polarity = assess(reading, ((0, len(text)),) if text else ())
    assert 0 <= certainty.low <= certainty.high <= 1
    assert polarity in ("positive", "negative")


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="not may he was dead if, claims .?“”\n", max_size=80), st.data())
def test_any_spans(text: str, data: st.DataObject) -> None:
    reading = annotated(text)
    ends = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    cue, content = (tuple(ends[:2]),), (tuple(ends[2:]),)
    certainty, _ = assess(reading, content, cue)  # type: ignore[arg-type]
    assert all(0 <= start < end <= len(text) for start, end in certainty.spans)
