import re

import pytest


def test_shows_where_things_stand(desk):
    html = desk.get("/").text
    assert "6 reports with" in html
    disputed = html.index("Is Daniel Okoro alive?")
    assert disputed < html.index("Who controls Hadran?")
    assert '<span class="status disputed">disputed</span>' in html
    assert html.index("At least 12 killed") < html.index("Army says rebel commander")


def test_an_empty_ledger_says_how_to_begin(empty_desk):
    html = empty_desk.get("/").text
    assert "Begin with a few reports" in html
    assert 'href="/add"' in html


@pytest.mark.parametrize("path", ["/", "/reports", "/search", "/add"])
def test_every_page_has_its_landmarks(desk, path):
    html = desk.get(path).text
    assert '<html lang="en">' in html
    assert html.count("<h1") == 1
    assert '<a class="skip" href="#main">' in html
    assert '<main id="main"' in html
    assert re.search(r'<nav aria-label="Desk">', html)
    assert re.search(r'<form class="find" role="search" action="/search"', html)
    assert not re.search(r"\son\w+=|\sstyle=|<style|<script(?! src=)|https?://", html)


def test_the_place_in_the_navigation_is_told(desk):
    assert '<a href="/reports" aria-current="page">' in desk.get("/reports").text


def test_htmx_may_not_evaluate(desk):
    html = desk.get("/").text
    assert '"allowEval": false' in html
    assert '"includeIndicatorStyles": false' in html


def test_reports_are_listed_by_outlet_and_day(desk):
    listed = desk.get("/api/reports").json()["reports"]
    days = [one["published"] for one in listed]
    assert days == sorted(days, reverse=True)
    wire = desk.get("/api/reports?outlet=HARBOUR+WIRE&until=2021-03-05").json()["reports"]
    assert [one["title"] for one in wire] == ["Army says rebel commander killed in raid"]
    html = desk.get("/reports?outlet=HARBOUR+WIRE&until=2021-03-05").text
    assert html.count('<li><a href="/reports/') == 1
    assert f"{wire[0]['statements']} statements" in html


def test_the_list_of_reports_as_csv(desk):
    lines = desk.get("/reports?format=csv").text.splitlines()
    assert lines[0] == "\ufeffid,title,outlet,published,statements"
    assert len(lines) == 7


def test_no_page_and_no_method_are_told(desk):
    assert desk.get("/nothing").status_code == 404
    assert 'role="alert"' in desk.get("/nothing").text
    answer = desk.post("/api/search")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]


def test_the_api_describes_itself(desk):
    described = desk.get("/api/openapi.json").json()
    paths = described["paths"]
    assert {"/api/reports", "/api/reports/{id}", "/api/search", "/api/incoming"} <= set(paths)
    for path, methods in paths.items():
        for method, told in methods.items():
            success = next(answer for status, answer in told["responses"].items() if status.startswith("2"))
            assert told["summary"], (path, method)
            assert "Problem" in str(told["responses"]["422"])
            assert "description" in success
    assert desk.get("/docs").status_code == 404
