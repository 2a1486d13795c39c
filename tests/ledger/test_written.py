"""What was written since somebody looked, and on what that tells."""

import pytest

from sayso.ledger import REPORTS, ClaimRow
from sayso.ledger.written import MOST, REMEMBERED
from sayso.questions.kept import data
from tests.ledger.conftest import received
from tests.questions.making_claims import told

LEAVING = "“We are leaving the town before the night,” Maria Telles said."
STAYING = "“The harbour of the town will stay open for ships,” Omar Hale said."


@pytest.fixture
def mark(ledger, add):
    """Where the ledger stands with one report in it."""
    add(LEAVING)
    return ledger.since(-1).mark


def test_nothing_is_written_by_who_only_looks_or_works_out(ledger, mark):
    ledger.sources()
    with ledger.catching_up() as ready:
        ready.take(100)
    assert ledger.since(mark).on == frozenset()
    assert ledger.since(mark).mark == mark


def test_a_report_tells_on_whom_it_names_and_on_itself(ledger, add, mark):
    new = add(STAYING)
    assert ledger.since(mark).on == {REPORTS, ("report", new.report), ("source", "omar-hale")}
    assert add(STAYING).outcome == "unchanged"
    assert ledger.since(ledger.since(mark).mark).on == frozenset()


def test_it_tells_on_its_near_copies_and_on_the_words_of_what_all_make_claims_about(
    ledger, add, mark, plain_reader
):
    it = received(STAYING, title="first")
    claim = told("dead")
    row = ClaimRow(claim.kind, (claim.subject.name,), claim.span, None, data(claim))
    first = ledger.add(it, plain_reader.read(it.report), [row], model="plain")
    since = ledger.since(mark)
    assert {("word", "daniel"), ("word", "okoro")} < since.on
    copy = add(STAYING, title="second", outlet="Daily Cape")
    assert copy.outcome == "copy"
    after = ledger.since(since.mark).on
    assert {("report", first.report), ("report", copy.report), ("word", "okoro")} < after


def test_who_is_known_as_another_is_told_on_as_that_one(ledger, add, mark):
    add(STAYING)
    ledger.merge("maria-telles", "omar-hale")
    before = ledger.since(mark).mark
    add("“Ships will come,” Omar Hale said.")
    assert ("source", "maria-telles") in ledger.since(before).on
    assert ("source", "omar-hale") not in ledger.since(before).on


def test_judgements_and_other_readings_tell_on_anything(ledger, mark, plain_reader):
    judgements = (
        lambda: ledger.grade("maria-telles", "B"),
        lambda: ledger.undo(),
        lambda: ledger.watch("Is Daniel Okoro alive?"),
        lambda: list(ledger.reread(lambda report: (plain_reader.read(report), []), model="other")),
    )
    for judge in judgements:
        judge()
        since = ledger.since(mark)
        assert since.on is None
        assert since.mark > mark
        mark = since.mark


def test_much_at_once_tells_on_anything(ledger, add, mark):
    for number in range(MOST + 1):
        add(f"“Number {number} is another ship,” Omar Hale said.")
    assert ledger.since(mark).on is None
    assert ledger.since(mark + 1).on is not None


def test_what_is_forgotten_may_have_been_anything(ledger, mark, monkeypatch):
    for _ in range(REMEMBERED + 1):
        ledger.note("maria-telles", "seen")
    last = ledger.since(mark).mark
    assert last == mark + REMEMBERED + 1
    assert ledger.since(mark).on is None


def test_a_report_that_was_not_kept_after_all_tells_on_nothing(ledger, mark, plain_reader):
    it = received(STAYING)

    def broken():
        yield it, plain_reader.read(it.report), []
        raise ValueError("cut off")

    with pytest.raises(ValueError, match="cut off"):
        ledger.add_all(broken(), model="plain")
    assert ledger.since(mark).on == frozenset()
