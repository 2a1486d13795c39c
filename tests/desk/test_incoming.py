import io
import re
import time

import pytest

from sayso.desk.arrivals import Known
from sayso.desk.handed_in import Handed, job_of
from sayso.desk.jobs import Jobs

STORY = "“We are leaving the port,” Maria Telles said.\n"


@pytest.fixture
def here(plain_reader, monkeypatch, empty_desk):
    monkeypatch.setattr("sayso.add.model_version", lambda: "plain")
    return empty_desk


def finished(desk, answer):
    """What the job's page says when it is over."""
    assert answer.status_code == 303
    for _ in range(1200):
        job = desk.get(answer.headers["location"].replace("/incoming", "/api/incoming")).json()
        if job["state"] in ("done", "stopped", "broken"):
            return job, desk.get(answer.headers["location"]).text
        time.sleep(0.05)
    raise AssertionError(job)


def hand_in(desk, files=(), **fields):
    upload = [("files", (name, io.BytesIO(data), "text/plain")) for name, data in files]
    return desk.post("/add", data=fields, files=upload or None, follow_redirects=False)


def test_files_come_in_under_their_own_names(here):
    answer = hand_in(
        here,
        [
            ("story.txt", STORY.encode()),
            ("C:\\cases\\other.txt", b"\xe2\x80\x9cNo,\xe2\x80\x9d Omar Hale said."),
        ],
    )
    job, html = finished(here, answer)
    assert job["state"] == "done"
    assert job["counts"] == {"added": 2}
    assert [one["name"] for one in job["arrived"]] == ["story.txt", "other.txt"]
    assert job["read"] == job["size"] > 0
    assert "story.txt" in html
    report = here.get(f"/api/reports/{job['arrived'][0]['report']}").json()
    assert report["path"] == "story.txt"
    assert report["statements"][0]["source"] == "Maria Telles"


def test_outlet_and_day_hold_for_all(here):
    answer = hand_in(here, [("story.txt", STORY.encode())], outlet="Daily Cape", published="2020-02-14")
    job, _ = finished(here, answer)
    report = here.get(f"/api/reports/{job['arrived'][0]['report']}").json()
    assert (report["outlet"], report["published"]) == ("Daily Cape", "2020-02-14")


def test_a_text_is_pasted_with_its_headline_and_address(here):
    answer = hand_in(here, text=STORY, title="Ministers leave", address="https://post.example/leave")
    job, html = finished(here, answer)
    report = here.get(f"/api/reports/{job['arrived'][0]['report']}").json()
    assert (report["title"], report["url"]) == ("Ministers leave", "https://post.example/leave")
    assert report["path"] == "pasted text"
    assert "Ministers leave" in html


def test_failures_are_named_with_their_reason(here):
    answer = hand_in(
        here,
        [("empty.txt", b""), ("rubbish.txt", b"\x00\x01\x02\xff" * 100), ("story.txt", STORY.encode())],
        urls="http://127.0.0.1:1/private\n",
    )
    job, html = finished(here, answer)
    assert job["counts"] == {"failed": 3, "added": 1}
    reasons = {one["name"]: one["reason"] for one in job["failures"]}
    assert reasons["empty.txt"] == "empty"
    assert "no public address" in reasons["http://127.0.0.1:1/private"]
    assert set(reasons) == {"empty.txt", "rubbish.txt", "http://127.0.0.1:1/private"}
    for name in reasons:
        assert name in html


def test_rows_of_one_file_are_named_by_their_line(here):
    rows = b'{"text": "Fine."}\n{"text": 7}\n'
    job, _ = finished(here, hand_in(here, [("rows.jsonl", rows)]))
    assert [one["name"] for one in job["arrived"] + job["failures"]] == ["rows.jsonl:1", "rows.jsonl:2"]


def test_the_same_again_changes_nothing(here):
    finished(here, hand_in(here, [("story.txt", STORY.encode())]))
    job, html = finished(here, hand_in(here, [("again.txt", STORY.encode())]))
    assert job["counts"] == {"unchanged": 1}
    assert "known already" in html


@pytest.mark.parametrize("place", ["/etc/passwd", "file:///etc/passwd", "-", "ftp://x.example/y"])
def test_no_path_of_this_machine_is_read(here, place):
    answer = hand_in(here, urls=place)
    assert answer.status_code == 422
    assert "no address on the Web" in answer.text
    assert here.get("/api/reports").json()["reports"] == []


def test_nothing_handed_in_is_told_and_what_was_written_stays(here):
    answer = hand_in(here, outlet="Daily Cape")
    assert answer.status_code == 422
    assert "nothing was handed in" in answer.text
    assert 'value="Daily Cape"' in answer.text
    assert hand_in(here, text=STORY, published="yesterday").status_code == 422


def test_a_text_may_be_longer_than_a_usual_field(here):
    job, _ = finished(here, hand_in(here, text=STORY + "o" * 1_100_000))
    assert job["counts"] == {"added": 1}


def test_events_tell_how_far_it_is(here):
    answer = hand_in(here, [("story.txt", STORY.encode()), ("empty.txt", b"")])
    with here.stream("GET", answer.headers["location"] + "/events") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        told = stream.read().decode()
    events = re.findall(r"^event: (\w+)$", told, re.M)
    assert events[-1] == "over"
    assert set(events[:-1]) <= {"progress"}
    last = told.rpartition("event: over")[2]
    assert "1 added, 0 known already, 1 failed." in last
    assert all(line.startswith("data: ") for line in last.strip().splitlines())


def test_no_such_job(here):
    assert here.get("/incoming/none").status_code == 404
    assert here.get("/incoming/none/events").status_code == 404


def test_nothing_is_left_in_the_temporary_folder(here, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    finished(here, hand_in(here, [("story.txt", STORY.encode())], text=STORY))
    hand_in(here, [("story.txt", STORY.encode())], urls="no address")
    for _ in range(50):
        left = [path for path in tmp_path.iterdir() if path.name.startswith("sayso-")]
        if not left:
            break
        time.sleep(0.05)
    assert not left


def test_json_adds_too(here):
    added = here.post("/api/incoming", json={"text": STORY, "outlet": "Daily Cape"})
    assert added.status_code == 202
    assert added.json()["places"] == ["pasted text"]
    files = here.post(
        "/api/incoming/files", files=[("files", ("a.txt", b"Fine."))], data={"published": "2020-01-01"}
    )
    assert files.status_code == 202
    assert len(here.get("/api/incoming").json()) == 2
    assert here.post("/api/incoming", json={}).status_code == 422
    assert here.post("/api/incoming", json={"text": "x", "published": "soon"}).status_code == 422


def test_a_stopped_job_goes_no_further(tmp_path):
    jobs = Jobs(str(tmp_path / "ledger.db"))
    job = job_of(Handed(Known(), [(f"{n}.txt", io.BytesIO(f"Fine {n}.".encode())) for n in range(3)]))
    job.stop.set()
    jobs.start(job)
    jobs.close()
    assert job.standing().state == "stopped"
    assert job.standing().counts == {}
    assert not job.folder.exists()


def test_hostile_names_are_only_text(here):
    job, html = finished(here, hand_in(here, [("../../<b>\u202e.txt", STORY.encode())]))
    assert job["arrived"][0]["name"] == "<b>\u202e.txt"
    assert "<b>" not in html
    assert "&lt;b&gt;⟨U+202E⟩.txt" in html
