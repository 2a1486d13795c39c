import pytest

from sayso.ask import ask, timeline
from sayso.ledger import Ledger
from sayso.questions.record import record

KINDS = ("life", "control", "toll", "authenticity", "dating")


@pytest.mark.parametrize("kind", KINDS)
def test_the_record_is_that_of_the_command_line(desk, filled, kind):
    question = desk.get(f"/api/questions?kind={kind}").json()["questions"][0]["question"]["text"]
    answer = desk.get("/api/questions/ask", params={"q": question, "as_of": "2021-03-20"})
    with Ledger.open(filled) as ledger:
        assert answer.json() == record(ask(ledger, question, "2021-03-20"))
        days = [one["day"] for one in desk.get("/api/questions/timeline", params={"q": question}).json()]
        assert days == [change.day for change in timeline(ledger, question)]


def test_of_whom_nobody_speaks_nothing_is_reported(desk):
    told = desk.get("/api/questions/ask?q=Is+Nobody+Atall+alive%3F").json()
    assert (told["status"], told["positions"]) == ("unreported", [])


def test_a_listed_question_has_its_answer_in_short(desk):
    first = desk.get("/api/questions").json()["questions"][0]
    assert first["question"]["text"] == "Is Daniel Okoro alive?"
    assert {one["value"]: one["origins"] for one in first["positions"]} == {"dead": 2, "alive": 1}
    assert first["changed"] == "2021-03-06"


def test_the_api_tells_of_everything_that_it_answers(desk):
    paths = desk.get("/api/openapi.json").json()["paths"]
    wanted = {
        "/api/sources", "/api/sources/{id}", "/api/sources/{id}/statements", "/api/questions",
        "/api/questions/ask", "/api/questions/timeline", "/api/log", "/api/log/{number}/undo", "/api/watch",
        "/api/watch/changed",
    }  # fmt: skip
    verbs = ("merge", "split", "rename", "grade", "reject", "note", "claim")
    assert wanted | {f"/api/corrections/{verb}" for verb in verbs} <= set(paths)
    for path in paths:
        for told in paths[path].values():
            assert {"404", "422"} <= set(told["responses"])
            success = next(a for status, a in told["responses"].items() if status.startswith("2"))
            assert success["content"]["application/json"]["schema"] != {}
