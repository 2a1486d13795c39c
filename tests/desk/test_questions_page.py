import csv
import io
import re

import pytest

LIFE = "/questions/ask?q=Is+Daniel+Okoro+alive%3F"


def test_questions_are_listed_most_disputed_first(desk):
    html = desk.get("/questions").text
    assert html.index("Is Daniel Okoro alive?") < html.index("Who controls Hadran?")
    assert "alive (1)" in html
    only = desk.get("/api/questions?kind=toll").json()["questions"]
    assert only
    assert {one["question"]["kind"] for one in only} == {"toll"}
    assert desk.get("/api/questions?status=disputed&kind=toll&as_of=2021-03-05").json()["questions"] == []


def test_the_status_is_that_of_the_day(desk):
    assert '<span class="status unconfirmed">' in desk.get(f"{LIFE}&as_of=2021-03-05").text
    html = desk.get(f"{LIFE}&as_of=2021-03-07").text
    assert re.search(r'<h2 id="status"><span class="status disputed">', html)
    assert html.count('<section class="side"') == 2
    assert desk.get(f"{LIFE}&as_of=then").status_code == 422


def test_each_claim_stands_in_its_sentence_and_leads_to_its_place(desk):
    html = desk.get(f"{LIFE}&as_of=2021-03-05").text
    assert "told reporters <mark>that Okoro &#34;was shot dead at about 4 a.m. on Wednesday" in html
    path, anchor = re.search(r'href="(/reports/\w+)#(m\d+):~:text=that%20Okoro%20%22was', html).groups()
    assert f'id="{anchor}"' in desk.get(path).text


def test_what_is_of_one_origin_is_folded_under_it(desk):
    html = desk.get(f"{LIFE}&as_of=2021-03-07").text
    folded = re.search(r'<details class="copies"><summary>(\d+) more of the same origin', html)
    assert folded
    assert html.index("Claim by army") < folded.start()


def test_the_steps_and_the_changes_are_told(desk):
    html = desk.get(LIFE).text
    assert "claims from reports published by" in html
    assert re.findall(r'<option value="\d" label="([^"]+)"', html) == [
        "2021-03-04: unconfirmed",
        "2021-03-06: disputed",
    ]
    assert 'aria-valuetext="2021-03-06: disputed"' in html
    assert '<table id="change-table">' in html


def test_the_slider_works_without_script(desk):
    moved = desk.get(f"{LIFE}&at=0", follow_redirects=False)
    assert moved.status_code == 303
    assert moved.headers["location"] == f"{LIFE}&as_of=2021-03-04"
    assert desk.get(f"{LIFE}&at=999", follow_redirects=False).headers["location"].endswith("2021-03-06")


def test_the_bounds_of_a_date_show_their_evidence(desk):
    (dated,) = desk.get("/api/questions?kind=dating").json()["questions"]
    html = desk.get("/questions/ask", params={"q": dated["question"]["text"]}).text
    (bounds,) = dated["positions"]
    assert bounds["not_after"]
    for name, day in bounds.items():
        assert f">{name.replace('_', ' ')} {day or 'unknown'}</h3>" in html
    assert "Recording said to be of Okoro" in html[html.index('id="bounds"') :]


def test_what_was_rejected_stands_apart_with_its_reason(own_desk):
    said = own_desk.get("/api/questions/ask?q=Is+Daniel+Okoro+alive%3F&as_of=2021-03-05").json()
    claim = said["positions"][0]["claims"][0]
    own_desk.post("/corrections/reject", data={"statement": claim["id"]})
    html = own_desk.get(f"{LIFE}&as_of=2021-03-05").text
    apart = html[html.index('id="apart"') :]
    assert "<b>rejected</b> by an analyst" in apart
    assert "<s><blockquote" in apart


def test_what_is_no_question_gets_the_forms_and_the_nearest_subjects(desk):
    answer = desk.get("/questions/ask?q=What+about+Okoro%3F")
    assert answer.status_code == 422
    assert "Is Daniel Okoro alive?" in answer.text
    assert '<h2 id="nearest">' in answer.text
    told = desk.get("/api/questions/ask?q=What+about+Okoro%3F")
    assert told.status_code == 422
    assert "Daniel Okoro" in told.json()["nearest"]
    assert desk.get("/questions/ask?q=+", follow_redirects=False).headers["location"] == "/questions"


def test_a_question_of_hostile_text_does_nothing(desk):
    for text in ("Is %3Cscript%3Ealert(1)%3C/script%3E alive%3F", "%3Cimg src=x onerror=alert(1)%3E"):
        html = desk.get(f"/questions/ask?q={text}").text
        assert "<script>alert" not in html
        assert "<img src=x" not in html
    assert "\u202e" not in desk.get("/questions/ask?q=Is+Omar%E2%80%AE+Hale+alive%3F").text


def test_claims_as_a_table_and_by_the_page(desk):
    rows = list(csv.DictReader(io.StringIO(desk.get(f"{LIFE}&format=csv").text.removeprefix("\ufeff"))))
    assert {row["position"] for row in rows} == {"alive", "dead"}
    html = desk.get("/questions/claims?q=Is+Daniel+Okoro+alive%3F&value=dead").text
    dead = [row for row in rows if row["position"] == "dead"]
    assert html.count('<article class="claim') == len(dead)
    assert desk.get("/questions?format=csv").text.startswith("\ufeffquestion,kind,subject,status")
    changes = desk.get("/questions/changes?q=Is+Daniel+Okoro+alive%3F").text.splitlines()
    assert changes[1] == "2021-03-04,unconfirmed,dead (1)"


@pytest.mark.parametrize(("format", "begins"), [("svg", b"<?xml"), ("png", b"\x89PNG")])
def test_the_changes_as_a_chart(desk, format, begins):
    pytest.importorskip("matplotlib", reason='needs pip install "sayso[charts]"')
    answer = desk.get(f"/questions/timeline.{format}?q=Is+Daniel+Okoro+alive%3F")
    assert answer.content.startswith(begins)
    assert "script" not in answer.headers["content-security-policy"]
    assert desk.get(f"/questions/map.{format}?q=Who+controls+Hadran%3F").status_code == 404


def test_a_place_that_is_known_has_a_map(own_desk):
    pytest.importorskip("matplotlib", reason='needs pip install "sayso[charts]"')
    told = {"question": "Who controls Mosul?", "value": "army", "source": "army", "published": "2021-03-01"}
    assert own_desk.post("/api/corrections/claim", json=told).status_code == 201
    html = own_desk.get("/questions/ask?q=Who+controls+Mosul%3F&as_of=2021-03-02").text
    assert '<figure class="map" id="map">' in html
    assert "The map in words" in html
    assert b"<svg" in own_desk.get("/questions/map.svg?q=Who+controls+Mosul%3F&as_of=2021-03-02").content


@pytest.mark.parametrize("path", ["/questions", LIFE, "/sources", "/sources/james-abate", "/watch", "/log"])
def test_pages_work_under_the_policy_and_have_their_landmarks(desk, path):
    html = desk.get(path).text
    assert html.count("<h1") == 1
    assert html.count("<main") == 1
    assert not re.search(r"\son\w+=|\sstyle=|<style|<script(?! src=)|javascript:", html)
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert not set(re.findall(r'\saria-labelledby="([^"]+)"', html)) - set(ids)
    assert not set(re.findall(r'<label for="([^"]+)"', html)) - set(ids)
