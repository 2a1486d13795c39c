import hashlib
import threading
from dataclasses import replace

import pytest
from sqlalchemy import select

from sayso.ledger import Filter, Ledger
from sayso.ledger.schema import CAPTURE, REPORT
from tests.ledger.conftest import received, rows

STORY = "“We are leaving,” Maria Telles said.\n“Not I,” Omar Hale said."


def test_adding_again_changes_nothing(ledger, add):
    assert add(STORY, outlet="Harbour Wire").outcome == "added"
    assert add(STORY, outlet="Harbour Wire").outcome == "unchanged"
    assert len(ledger.statements()) == 2


def test_the_same_text_from_the_same_url_is_the_same_report(ledger, add, plain_reader):
    add(STORY, url="https://a.example/1")
    page = received(STORY, url="https://a.example/1")
    fresh = replace(page, report=replace(page.report, sha256="0" * 64))
    assert ledger.is_known(fresh)
    assert not ledger.is_known(replace(fresh, report=replace(fresh.report, url="https://b.example/1")))


def test_two_outlets_with_the_same_bytes_are_two_reports(ledger, add):
    assert add(STORY, outlet="Harbour Wire").outcome == "added"
    assert add(STORY, outlet="Evening Star").outcome == "copy"
    assert {s.outlet for s in ledger.statements("Omar Hale")} == {"Harbour Wire", "Evening Star"}


def test_the_bytes_are_kept_as_they_came(place, ledger, add):
    found = add(STORY)
    with rows(place) as connection:
        row = connection.execute(select(CAPTURE)).one()
    assert row.sha256 == hashlib.sha256(STORY.encode()).hexdigest()
    assert row.size == len(STORY.encode())
    assert ledger.report(found.report).sha256 == row.sha256


def test_offsets_lead_to_the_words(ledger, add):
    report = ledger.report(add(STORY).report)
    for one in report.statements:
        ((start, end),) = one.spans["content"]
        assert report.text[start:end] == one.content


def test_all_or_nothing(ledger, plain_reader):
    class Failed(Exception):
        pass

    def pairs():
        it = received(STORY)
        yield it, plain_reader.read(it.report), ()
        raise Failed

    with pytest.raises(Failed):
        ledger.add_all(pairs(), model="plain")
    assert ledger.sources() == []
    assert list(ledger.damaged()) == []


def test_text_that_no_database_keeps(ledger, add):
    hostile = "“We\0are \ud800 leaving,” Maria Telles said. '; DROP TABLE report; --"
    found = ledger.report(add(hostile, title="\0\udfff", outlet="A\0").report)
    assert found.text == hostile.replace("\0", "\ufffd").replace("\ud800", "\ufffd")
    assert found.title == "\ufffd\ufffd"
    assert [reason for _, reason in ledger.damaged()] == [None]
    assert add(hostile, title="\0\udfff", outlet="A\0").outcome == "unchanged"


def test_readers_go_on_while_one_writes(place, ledger, add, plain_reader):
    add(STORY)
    seen: list[int] = []
    with Ledger.open(place) as other:

        def pairs():
            it = received(STORY + " More.")
            yield it, plain_reader.read(it.report), ()
            reader = threading.Thread(target=lambda: seen.append(len(other.statements())))
            reader.start()
            reader.join(timeout=10)

        ledger.add_all(pairs(), model="plain")
        assert seen == [2]
        assert len(other.statements()) == 4


def test_two_writers_wait_for_each_other(place, ledger, plain_reader):
    def write(number):
        with Ledger.open(place) as own:
            for at in range(5):
                it = received(f"“Number {number} {at},” Maria Telles said.")
                own.add(it, plain_reader.read(it.report), model="plain")

    writers = [threading.Thread(target=write, args=(number,)) for number in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=60)
    (source,) = ledger.sources()
    assert source.statements == 15


def test_filters(ledger, add):
    add(STORY, published="2020-01-02", outlet="Harbour Wire")
    add(STORY + " Later.", published="2021-01-02", outlet="Evening Star")
    found = ledger.statements(wanted=Filter(since="2020-06-01"))
    assert {s.published for s in found} == {"2021-01-02"}
    assert len(ledger.statements("omar hale", Filter(outlet="harbour wire"))) == 1
    assert ledger.statements(wanted=Filter(type="indirect")) == []
    assert len(ledger.statements(wanted=Filter(limit=3))) == 3
    assert ledger.statements(wanted=Filter(below=0.9)) == []
    assert len(ledger.statements(wanted=Filter(above=0.9, until="2020-12-31"))) == 2


def test_a_report_with_no_id_of_its_kind(ledger, add, place):
    add(STORY)
    with pytest.raises(LookupError, match="no report"):
        ledger.report("ffff")
    add(STORY + "x")
    with rows(place) as connection:
        ids = connection.execute(select(REPORT.c.id)).scalars().all()
    start = "" if ids[0][0] != ids[1][0] else ids[0][0]
    with pytest.raises(LookupError, match="report"):
        ledger.report(start)
