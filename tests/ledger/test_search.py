import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.ledger import Filter


@pytest.fixture
def stories(add):
    add("“The air strikes killed nobody,” Maria Telles said.", published="2020-01-01", outlet="Harbour Wire")
    add("“The strike will clear the air,” Omar Hale said.", published="2021-01-01")
    add("“Café prices doubled,” Omar Hale said.", published="2022-01-01")


@pytest.mark.usefixtures("stories")
def test_all_words_in_any_inflection_latest_first(ledger):
    assert [s.source for s in ledger.search("air strike")] == ["Omar Hale", "Maria Telles"]
    assert [s.source for s in ledger.search('"air strike"')] == ["Maria Telles"]
    assert [s.source for s in ledger.search("killing")] == ["Maria Telles"]
    assert ledger.search("water") == []


@pytest.mark.usefixtures("stories")
def test_within_a_source_and_an_outlet(ledger):
    assert [s.published for s in ledger.search("air", "omar hale")] == ["2021-01-01"]
    assert [s.source for s in ledger.search("air", wanted=Filter(outlet="Harbour Wire"))] == ["Maria Telles"]
    with pytest.raises(LookupError, match="nobody is called 'Telle'"):
        ledger.search("air", "Telle")


@pytest.mark.usefixtures("stories")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\"*()^:-+'NEAR AND OR")), max_size=40))
def test_marks_are_only_marks(ledger, words):
    ledger.search(words)
