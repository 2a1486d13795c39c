import re

from sayso.ledger import Ledger

HOSTILE = "Ruth <script>alert(1)</script> Adan\u202e"


def test_sources_come_by_their_number_of_statements(desk):
    told = desk.get("/api/sources").json()
    counts = [one["statements"] for one in told["sources"]]
    assert counts == sorted(counts, reverse=True)
    assert not told["more"]
    html = desk.get("/sources").text
    assert html.count('<tr><th scope="row">') == len(counts)
    assert '<a class="source" href="/sources/james-abate">' in html


def test_sources_are_found_by_a_part_of_any_form_of_their_name(desk):
    assert [one["id"] for one in desk.get("/api/sources?name=ABATE").json()["sources"]] == ["james-abate"]
    assert desk.get("/api/sources?name=%25").json()["sources"] == []
    assert "No source is called that" in desk.get("/sources?name=nobody+at+all").text
    assert desk.get("/sources?page=99").status_code == 200


def test_a_source_tells_what_it_said_day_by_day(desk):
    html = desk.get("/sources/james-abate").text
    days = re.findall(r'<h3><time datetime="([\d-]+)">', html)
    assert days == ["2021-03-04", "2021-03-08", "2021-03-10"]
    latest = desk.get("/sources/james-abate?order=latest").text
    assert re.findall(r'<h3><time datetime="([\d-]+)">', latest) == days[::-1]
    assert "had seized the airport" in html


def test_what_a_source_said_is_narrowed_down(desk):
    only = "/sources/james-abate/statements?outlet=daily+cape&type=indirect"
    said = desk.get(f"/api{only}").json()["statements"]
    assert said
    assert {one["outlet"] for one in said} == {"Daily Cape"}
    html = desk.get("/sources/james-abate?outlet=daily+cape").text
    assert "was shot dead" not in html
    assert "No statement is like that" in desk.get("/sources/james-abate?until=2001-01-01").text
    assert desk.get("/sources/james-abate?since=never").status_code == 422


def test_who_carries_a_source_and_when_it_spoke(desk):
    told = desk.get("/api/sources/james-abate").json()
    counts = {one["name"]: one["statements"] for one in told["outlets"]}
    assert set(counts) == {"Harbour Wire", "Daily Cape"}
    assert sum(counts.values()) == told["source"]["statements"]
    assert told["months"] == [{"name": "2021-03", "statements": told["source"]["statements"]}]
    html = desk.get("/sources/james-abate").text
    assert '<table class="counts" id="carried-by">' in html
    assert '<table class="counts" id="over-time">' in html


def test_a_source_leads_to_the_questions_it_speaks_to(desk):
    asked = [one["question"] for one in desk.get("/api/sources/james-abate").json()["questions"]]
    assert "Who controls Hadran?" in asked
    assert "/questions/ask?q=Who+controls+Hadran%3F" in desk.get("/sources/james-abate").text


def test_what_a_source_said_as_csv(desk):
    lines = desk.get("/sources/james-abate?format=csv").text.splitlines()
    assert lines[0].startswith("\ufeffid,report,published")
    assert len(lines) == 1 + desk.get("/api/sources/james-abate").json()["source"]["statements"]
    assert desk.get("/sources?format=csv").text.splitlines()[0].startswith("\ufeffid,name,label,grade")


def test_nobody_of_that_name(desk):
    assert desk.get("/sources/nobody").status_code == 404
    assert desk.get("/api/sources/nobody").json()["detail"].startswith("nobody is called")


def test_a_hostile_name_is_shown_and_does_nothing(own_desk, own_place):
    with Ledger.open(own_place, user="<b>mallory</b>") as ledger:
        ledger.rename("ruth-adan", HOSTILE)
        ledger.note("ruth-adan", "<script>alert(2)</script>\u202e")
    for path in ("/sources/ruth-adan", "/sources", "/log"):
        html = own_desk.get(path).text
        assert "&lt;script&gt;alert" in html
        assert "<script>alert" not in html
        assert "<b>mallory" not in html
        assert "\u202e" not in html
