import zlib

from sqlalchemy import update

from sayso.ledger.schema import CAPTURE, REPORT
from tests.ledger.conftest import rows

STORY = "“We are leaving,” Maria Telles said."


def changed(place, statement):
    with rows(place) as connection:
        connection.execute(statement)


def reasons(ledger):
    return {reason for _, reason in ledger.damaged() if reason}


def test_untouched_evidence_is_as_received(ledger, add):
    add(STORY)
    assert reasons(ledger) == set()


def test_other_bytes_show(place, ledger, add):
    add(STORY)
    changed(place, update(CAPTURE).values(packed=zlib.compress(b"We are staying")))
    assert reasons(ledger) == {"is not what was received"}
    changed(place, update(CAPTURE).values(packed=b"rubbish"))
    assert reasons(ledger) == {"cannot be unpacked"}


def test_another_text_shows(place, ledger, add):
    add(STORY)
    changed(place, update(REPORT).values(text=STORY.replace("leaving", "staying")))
    assert reasons(ledger) == {"its clean text is not the one that was stored"}
