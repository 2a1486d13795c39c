"""Reports are read in a process of its own, so that pages need not wait for it."""

import io
import os
from threading import Event

import pytest

from sayso.desk.apart import Apart
from sayso.desk.arrivals import Known, Place
from sayso.desk.handed_in import Handed, job_of
from sayso.desk.jobs import Jobs
from sayso.ledger import Ledger

STORY = "“We are leaving the port,” Maria Telles said.\n"


@pytest.fixture
def place(model, tmp_path):
    Ledger.open(tmp_path / "ledger.db").close()
    return str(tmp_path / "ledger.db")


def texts(folder, count):
    for number in range(count):
        (folder / f"{number}.txt").write_text(f"{STORY}It was day {number}.\n", encoding="utf-8")
    return [Place(str(folder / f"{n}.txt"), f"{n}.txt", Known(outlet="Daily Cape")) for n in range(count)]


def reading(apart):
    """The process that reads."""
    return apart._started[0]


def test_it_reads_nicely_and_the_next_job_finds_it_there(place, tmp_path):
    apart = Apart(place)
    first, second = texts(tmp_path, 2)
    found = list(apart.arrivals([first], Event()))
    process = reading(apart)
    assert os.getpriority(os.PRIO_PROCESS, process.pid) > os.getpriority(os.PRIO_PROCESS, 0)
    found += list(apart.arrivals([second, Place(str(tmp_path / "none"), "none.txt")], Event()))
    assert reading(apart) is process
    apart.close()
    assert not process.is_alive()
    assert [(one.name, one.outcome) for one in found] == [
        ("0.txt", "added"),
        ("1.txt", "copy"),
        ("none.txt", "failed"),
    ]
    with Ledger.open(place) as ledger:
        assert [one.outlet for one in ledger.reports()] == ["Daily Cape"] * 2
        assert ledger.search("port")[0].source == "Maria Telles"


def test_where_it_is_killed_the_job_says_so_and_the_next_goes_on(place, tmp_path):
    jobs = Jobs(place)
    apart = jobs._apart
    list(apart.arrivals(texts(tmp_path, 1), Event()))
    reading(apart).kill()
    broken = jobs.start(job_of(Handed(Known(), [("a.txt", io.BytesIO(b"Fine."))])))
    whole = jobs.start(job_of(Handed(Known(), [("b.txt", io.BytesIO(b"Good."))])))
    for _ in range(600):
        if whole.standing().over:
            break
        Event().wait(0.1)
    jobs.close()
    assert (broken.standing().state, broken.standing().reason) == (
        "broken",
        "the process that reads was ended",
    )
    assert (whole.standing().state, whole.standing().counts) == ("done", {"added": 1})


def test_it_stops_after_the_report_that_is_being_read(place, tmp_path):
    apart, stop = Apart(place), Event()
    stop.set()
    assert len(list(apart.arrivals(texts(tmp_path, 40), stop))) < 40
    assert [one.outcome for one in apart.arrivals(texts(tmp_path, 1), Event())] in (["added"], ["unchanged"])
    apart.close()
