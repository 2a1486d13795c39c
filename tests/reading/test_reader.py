"""The reader on real sentences, with the model that ships."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake import Report
from sayso.reading import Attribution, Reader, Reading

STORY = (
    """Minister resigns over bread figures

Maria Telles, the minister of trade, resigned on Friday. “I cannot defend these numbers,” she said in a
statement, “and I will not try.”

The army denied that the bridge had been lost. According to two officials familiar with the talks, the
price of bread will double by May.

A poll published by the Daily Cape found that most voters blame the government. The so-called “bread
tax” ended in June.
""".replace("a\nstatement", "a statement")
    .replace("the\nprice", "the price")
    .replace("“bread\ntax”", "“bread tax”")
)


@pytest.fixture(scope="module")
def reading(reader: Reader) -> Reading:
    return reader.read(Report.of(STORY))


def by_cue(reading: Reading, cue: str) -> Attribution:
    return next(a for a in reading.attributions if cue in reading.slice(a.cue))


def test_split_quotation_is_one_attribution(reading: Reading) -> None:
    found = by_cue(reading, "said")
    assert reading.slice(found.content) == "“I cannot defend these numbers,” … “and I will not try.”"
    assert (found.type, found.speaker, found.source_kind) == ("direct", "Maria Telles", "person")
    assert [link.kind for link in found.via] == ["document"]


def test_indirect_with_a_group(reading: Reading) -> None:
    found = by_cue(reading, "denied")
    assert reading.slice(found.source) == "The army"
    assert "the bridge had been lost" in reading.slice(found.content)
    assert (found.type, found.source_kind) == ("indirect", "group")


def test_according_to_unnamed_officials(reading: Reading) -> None:
    found = by_cue(reading, "According to")
    assert reading.slice(found.source).startswith("two officials")
    assert (found.speaker, found.source_kind) == (None, "official-unnamed")


def test_poll_is_a_document(reading: Reading) -> None:
    found = by_cue(reading, "found")
    assert (found.speaker, found.source_kind) == (None, "document")


def test_scare_quotes_are_nobodys(reading: Reading) -> None:
    assert all("bread tax" not in reading.slice(a.content) for a in reading.attributions)


def test_names_and_syntax(reading: Reading) -> None:
    assert ("PERSON", "Maria Telles") in {(e.label, e.entity) for e in reading.entities}
    words = reading.words
    forms = [STORY[start:end] for start, end in words.spans]
    resigned = forms.index("resigned")
    assert words.upos[resigned] == "VERB"
    assert forms[words.heads[forms.index("Telles")]] in ("Maria", "resigned")
    assert all(first <= words.heads[w] < last for first, last in words.sentences for w in range(first, last))


def test_several_processes_read_the_same(reader: Reader) -> None:
    reports = [Report.of(paragraph) for paragraph in STORY.split("\n\n")] * 3
    assert list(Reader(processes=2).read_many(reports)) == [reader.read(report) for report in reports]


@pytest.mark.parametrize(
    "text", ["", " \n", "\x00", "\ud800 said “x”", "“" * 3000, "said " * 2000, "a" * 10**5]
)
def test_odd_texts(reader: Reader, text: str) -> None:
    assert reader.read(Report.of(text)).text == text


@settings(max_examples=40)
@given(st.text(alphabet=st.characters() | st.sampled_from('“”"‘’ ,.\nsaidheTold'), max_size=400))
def test_offsets_always_slice(reader: Reader, text: str) -> None:
    reading = reader.read(Report.of(text))
    spans = [s for a in reading.attributions for s in (*a.source, *a.cue, *a.content)]
    spans += [(e.start, e.end) for e in reading.entities] + list(reading.words.spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert len(reading.words.heads) == len(reading.words)
    assert re.sub(r"\s", "", text) == "".join(text[a:b] for a, b in reading.words.spans)
