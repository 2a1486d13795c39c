import re

import pytest

from .conftest import served

SOURCE = "/sources/james-abate"


def told(desk, verb, **fields):
    """Sends a form and goes where it leads."""
    return desk.post(f"/corrections/{verb}", data={"back": SOURCE, **fields})


def test_a_grade_is_given_told_and_taken_back(own_desk):
    answer = own_desk.post(
        "/corrections/grade",
        data={"back": f"{SOURCE}?order=latest&done=7", "what": "james-abate", "grade": "b"},
        follow_redirects=False,
    )
    assert answer.status_code == 303
    assert answer.headers["location"] == f"{SOURCE}?order=latest&done=1"
    html = own_desk.get(answer.headers["location"]).text
    assert "grade B" in html
    assert re.search(r'role="status" id="done">\s*<p>Done: <bdi>ann</bdi> graded', html)
    number = re.search(r'name="number" value="(\d+)"', html)[1]
    assert "Taken back" in told(own_desk, "undo", number=number).text
    assert "not graded" in own_desk.get(SOURCE).text
    assert told(own_desk, "undo", number=number).status_code == 404


def test_two_sources_are_merged_and_taken_apart(own_desk):
    before = own_desk.get(f"/api{SOURCE}").json()["source"]["statements"]
    html = told(own_desk, "merge", keep="james-abate", other="Ruth Adan").text
    assert own_desk.get(f"/api{SOURCE}").json()["source"]["statements"] > before
    assert "merged <bdi>Ruth Adan</bdi> into" in html
    assert "Also called <bdi>ruth adan</bdi>" in own_desk.get(SOURCE).text
    own_desk.post("/api/log/1/undo")
    assert "ruth adan" not in own_desk.get(SOURCE).text.partition('id="history"')[0]
    assert own_desk.get(f"/api{SOURCE}").json()["source"]["statements"] == before


def test_a_source_is_split_by_reports(own_desk):
    html = own_desk.get(SOURCE).text
    reports = re.findall(r'<input type="checkbox" name="reports" value="(\w+)"', html)
    assert len(reports) == 3
    told(own_desk, "split", what="james-abate", reports=[reports[0], ""])
    assert own_desk.get("/api/sources/james-abate-2").json()["source"]["reports"] == 1
    answer = told(own_desk, "split", what="james-abate", reports="")
    assert answer.status_code == 422
    assert "choose at least one" in answer.text


def test_a_source_is_renamed_and_noted_on(own_desk):
    told(own_desk, "rename", what="james-abate", new="Colonel Abate")
    html = told(own_desk, "note", what="james-abate", text="Speaks for the army.").text
    assert "<h1><bdi>Colonel Abate</bdi></h1>" in html
    assert "Speaks for the army." in html[html.index('id="history"') :]


def test_a_statement_is_rejected(own_desk):
    address = own_desk.get(f"/api{SOURCE}/statements").json()["statements"][0]["id"]
    told(own_desk, "reject", statement=address)
    assert address not in [s["id"] for s in own_desk.get(f"/api{SOURCE}/statements").json()["statements"]]


def test_a_claim_is_added_by_hand_and_counts(own_desk):
    question = "/questions/ask?q=Is+Daniel+Okoro+alive%3F"
    fields = {
        "question": "Is Daniel Okoro alive?",
        "source": "his brother",
        "published": "2021-03-05",
        "via": "a letter (document)\r\nGulf Radio",
    }
    answer = own_desk.post("/corrections/claim", data={**fields, "back": question, "value": "Alive"})
    assert "added a claim by hand" in answer.text
    html = own_desk.get(f"{question}&as_of=2021-03-05").text
    assert '<h2 id="status"><span class="status disputed">' in html
    assert "added by hand, number 1" in html
    assert "his brother" in html
    assert "via <bdi>a letter</bdi> (document)" in html
    assert "via <bdi>Gulf Radio</bdi> (outlet)" in html


@pytest.mark.parametrize(
    ("question", "value", "reason"),
    [
        ("Is Daniel Okoro alive?", "perhaps", "none of alive, dead"),
        ("How many people were killed in the Port Anselm ferry disaster?", "many", "no number and no range"),
        ("When was the Daniel Okoro recording made?", "lately", "no date"),
        ("What about him?", "alive", "cannot tell what is asked"),
    ],
)
def test_a_claim_that_makes_no_sense_is_shown_again(own_desk, question, value, reason):
    answer = told(own_desk, "claim", question=question, value=value, source="his brother", content="“So.”")
    assert answer.status_code == 422
    assert reason in answer.text
    assert 'role="alert"' in answer.text
    assert 'value="his brother"' in answer.text
    assert "“So.”</textarea>" in answer.text
    assert own_desk.get("/api/log").json()["decisions"] == []


def test_errors_of_the_ledger_are_told_and_nothing_is_lost(own_desk):
    answer = told(own_desk, "merge", keep="james-abate", other="Nobody Atall")
    assert answer.status_code == 404
    assert 'value="Nobody Atall"' in answer.text
    assert "nobody is called" in answer.text
    answer = told(own_desk, "grade", what="james-abate", grade="Z")
    assert answer.status_code == 422
    assert "is no grade of a source" in answer.text
    assert told(own_desk, "shred", what="james-abate").status_code == 404
    assert told(own_desk, "note", what="james-abate", text=" ").status_code == 422
    assert told(own_desk, "undo", number="one").status_code == 422


@pytest.mark.parametrize(
    "back",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "", "/a\n/b"],
)
def test_a_form_never_leads_elsewhere(own_desk, back):
    answer = own_desk.post(
        "/corrections/grade",
        data={"back": back, "what": "james-abate", "grade": "A"},
        follow_redirects=False,
    )
    assert answer.headers["location"] == "/log?done=1"


def test_another_site_corrects_nothing(own_desk):
    headers = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    data = {"what": "james-abate", "grade": "A"}
    assert own_desk.post("/corrections/grade", data=data, headers=headers).status_code == 403
    assert own_desk.post("/api/corrections/grade", json=data, headers=headers).status_code == 403
    assert own_desk.get("/api/log").json()["decisions"] == []


def test_a_desk_without_a_user_asks_for_the_name_and_keeps_it(own_place):
    with served(own_place, None) as desk:
        assert 'name="name" required' in desk.get(SOURCE).text
        answer = told(desk, "grade", what="james-abate", grade="A")
        assert answer.status_code == 422
        assert "needs your name" in answer.text
        told(desk, "grade", what="james-abate", grade="A", name="Zoë  Quist")
        told(desk, "grade", what="james-abate", grade="B")
        assert {one["user"] for one in desk.get("/api/log").json()["decisions"]} == {"Zoë Quist"}
        assert desk.post("/api/corrections/reject", json={"statement": "x:1"}).status_code == 422


def test_the_log_tells_who_decided_what_the_latest_first(own_desk):
    assert "Nothing was decided yet" in own_desk.get("/log").text
    for letter in "ABC":
        told(own_desk, "grade", what="james-abate", grade=letter)
    told(own_desk, "undo", number="2")
    html = own_desk.get("/log").text
    assert re.findall(r'<li value="(\d)">', html) == ["4", "3", "2", "1"]
    assert "took back" in html
    assert html.count("(taken back)") == 1
    assert html.count('action="/corrections/undo"') == 2
    assert len(own_desk.get("/log?format=csv").text.splitlines()) == 5
    assert own_desk.get("/decided/james-abate", follow_redirects=False).headers["location"] == SOURCE


@pytest.mark.parametrize("done", ["x", "0", "99", "9" * 60, "-1", "1,,2", "%00"])
def test_an_address_that_tells_of_no_decision_tells_nothing(desk, done):
    answer = desk.get(f"/log?done={done}")
    assert answer.status_code == 200
    assert 'id="done"' not in answer.text
