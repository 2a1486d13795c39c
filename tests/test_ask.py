"""From reports in a ledger to the status of a question, with the real reader."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import sayso
from sayso.ask import course
from sayso.claim import ByHand
from sayso.cli import main
from sayso.ledger import Ledger
from sayso.ready import AFTER, catch_up, past

REPORTS = [
    {
        "outlet": "Harbour Wire",
        "published": "2021-03-04",
        "text": "The army said on Thursday that its troops had killed Pavel Orlan, the commander of the "
        "Coastal Front, in a raid on a forest camp the day before.",
    },
    {
        "outlet": "The Lowland Post",
        "published": "2021-03-06",
        "text": "“Commander Orlan is alive,” the Coastal Front said on Saturday.\n\nThe army announced on "
        "Thursday that Pavel Orlan had died in a raid.",
    },
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory, model):
    folder = tmp_path_factory.mktemp("ask")
    (folder / "reports.jsonl").write_text("\n".join(map(json.dumps, REPORTS)))
    place = str(folder / "ask.db")
    assert CliRunner().invoke(main, ["add", str(folder / "reports.jsonl"), "--ledger", place]).exit_code == 0
    return place


def run(ledger, *words):
    return CliRunner().invoke(main, [*words, "--ledger", ledger])


def asked(ledger, day):
    (line,) = run(ledger, "ask", "Is Pavel Orlan alive?", "--as-of", day, "--json").stdout.splitlines()
    found = json.loads(line)
    return found["status"], sorted(position["value"] for position in found["positions"])


def test_the_status_is_that_of_the_day(ledger):
    assert asked(ledger, "2021-03-03") == ("unreported", [])
    assert asked(ledger, "2021-03-05") == ("unconfirmed", ["dead"])
    assert asked(ledger, "2021-03-07") == ("disputed", ["alive", "dead"])


def test_every_claim_leads_back_to_its_words(ledger):
    line = run(ledger, "ask", "Is Pavel Orlan alive?", "--json").stdout
    for position in json.loads(line)["positions"]:
        for claim in position["claims"]:
            shown = json.loads(run(ledger, "report", claim["report"]["id"], "--json").stdout)
            assert " … ".join(shown["text"][s:e] for s, e in claim["span"]) == claim["content"]


def test_on_the_screen(ledger):
    shown = run(ledger, "ask", "Is Pavel Orlan alive?", "--as-of", "2021-03-07", "--explain").stdout
    assert "disputed, as of 2021-03-07" in shown
    assert "same origin: same source" in shown
    assert "1. " in shown
    assert run(ledger, "timeline", "Is Pavel Orlan alive?").stdout.splitlines()[0].startswith("2021-03-04")
    assert "Is Pavel Orlan alive?" in run(ledger, "questions").stdout


def test_the_course_is_the_same_whether_it_was_kept_ready_or_not(ledger, monkeypatch):
    with Ledger.open(ledger) as opened:
        catch_up(opened)
        ready = course(opened, "Is Pavel Orlan alive?")
        assert past(opened, ready.question) == (ready.stages, AFTER)
        monkeypatch.setattr(Ledger, "past", lambda *_: None)
        assert course(opened, "Is Pavel Orlan alive?") == ready
    assert [(stage.day, stage.status) for stage in ready.stages if stage.urgency >= 0] == [
        ("2021-03-04", "unconfirmed"),
        ("2021-03-06", "disputed"),
    ]


def test_what_came_since_is_in_the_course_and_what_was_before_is_not_worked_out_again(ledger, tmp_path):
    place = tmp_path / "more.db"
    place.write_bytes(Path(ledger).read_bytes())
    with Ledger.open(place, user="ann") as opened:
        catch_up(opened)
        before = course(opened, "Is Pavel Orlan alive?")
        sayso.claim(opened, "Is Ann Roe alive?", ByHand("dead", source="a nurse", published="2021-03-05"))
        assert past(opened, before.question) == (before.stages, AFTER)
        sayso.claim(opened, "Is Pavel Orlan alive?", ByHand("dead", source="a nurse", published="2021-03-09"))
        assert past(opened, before.question) == (before.stages, "2021-03-09")
        after = course(opened, "Is Pavel Orlan alive?")
        assert after.stages[:-1] == before.stages
        assert after.stages[-1].day == "2021-03-09"
        catch_up(opened)
        assert course(opened, "Is Pavel Orlan alive?") == after


def test_a_rejected_or_downgraded_claim_no_longer_counts(ledger):
    said = json.loads(run(ledger, "search", "Orlan alive", "--json").stdout)
    assert run(ledger, "reject", said["id"]).exit_code == 0
    assert asked(ledger, "2021-03-07")[0] in ("unconfirmed", "corroborated")
    run(ledger, "undo")
    assert run(ledger, "grade", said["id"], "5").exit_code == 0
    assert asked(ledger, "2021-03-07")[1] == ["dead"]
    run(ledger, "undo")
    assert asked(ledger, "2021-03-07")[0] == "disputed"


def test_what_is_no_question_is_answered_with_the_forms(ledger):
    result = run(ledger, "ask", "What about Orlan?")
    assert result.exit_code == 1
    assert "Is Daniel Okoro alive?" in result.stderr
    assert "Pavel Orlan" in result.stderr
