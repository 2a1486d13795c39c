"""Claims by hand, and claims set aside: the status follows, and nothing vanishes."""

import json
import re

import pytest
from click.testing import CliRunner

from sayso.claim import SOURCE_KINDS, ByHand, made
from sayso.cli import main
from sayso.cli.claim import KINDS
from sayso.ledger import ClaimRow, Ledger
from sayso.questions import parse
from sayso.questions.kept import data, names
from tests.ledger.conftest import received
from tests.questions.making_claims import told

ASKED = "Is Daniel Okoro alive?"


@pytest.fixture
def place(tmp_path, plain_reader):
    """A ledger in which the army says that he is dead, in a statement of Maria Telles's report."""
    place = str(tmp_path / "ledger.db")
    it = received("“He is dead,” Maria Telles said.", published="2021-03-04", outlet="Harbour Wire")
    claims = [told("dead", "Maria Telles", source_kind="person", outlet="Harbour Wire")]
    kept = [ClaimRow(one.kind, names(one.subject), one.span, 0, data(one)) for one in claims]
    with Ledger.open(place) as ledger:
        ledger.add(it, plain_reader.read(it.report), kept, model="plain")
    return place


@pytest.fixture
def run(place):
    def ran(*words):
        return CliRunner().invoke(main, [*words, "--ledger", place], env={"SAYSO_USER": "ann"})

    return ran


def asked(run, *more):
    return json.loads(run("ask", ASKED, "--json", *more).stdout)


def values(answer):
    return {position["value"]: position["origins"] for position in answer["positions"]}


def id_of(run):
    return asked(run)["positions"][0]["claims"][0]["id"]


def test_a_claim_by_hand_changes_the_status_until_it_is_undone(run):
    assert asked(run)["status"] == "unconfirmed"
    done = run(
        "claim", ASKED, "alive", "--source", "Northern Front", "--kind", "group", "--said", "2021-03-06"
    )
    assert done.exit_code == 0
    assert done.stdout.endswith("the answer is disputed\n")
    assert values(asked(run)) == {"dead": 1, "alive": 1}
    assert "disputed" in run("questions").stdout
    assert '"value": "alive", "source": "Northern Front"' in run("log").stdout
    run("undo")
    assert asked(run)["status"] == "unconfirmed"
    assert "unconfirmed" in run("questions").stdout


def test_a_claim_by_hand_leads_to_its_report_and_counts_from_its_day(run):
    report = id_of(run).partition(":")[0]
    run("claim", ASKED, "alive", "--source", "Ruth Adan", "--report", report[:6], "--certainty", "probably",
        "--content", "We believe so.")  # fmt: skip
    assert asked(run, "--as-of", "2021-03-03")["status"] == "unreported"
    claim = next(p for p in asked(run, "--as-of", "2021-03-04")["positions"] if p["value"] == "alive")[
        "claims"
    ][0]
    assert claim["id"] == "log:1"
    assert claim["report"]["id"] == report
    assert claim["report"]["outlet"] == "Harbour Wire"
    assert claim["certainty"] == {"words": ["probably"], "low": 0.55, "high": 0.8}
    assert (claim["content"], claim["said"]) == ("We believe so.", "2021-03-04")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ([ASKED, "asleep", "--source", "x"], "'asleep' is none of alive, dead"),
        (["How many were killed in the Karrad bombing?", "many", "--source", "x"], "'many' is no number"),
        (["When was the Okoro recording made?", "soon", "--source", "x"], "'soon' is no date"),
        ([ASKED, "dead", "--source", " "], "needs its source"),
        ([ASKED, "dead", "--source", "x", "--certainty", "0.9..0.2"], "'0.9..0.2' is no certainty"),
        ([ASKED, "dead", "--source", "x", "--said", "soon"], "said: 'soon' is no date"),
        ([ASKED, "dead", "--source", "x", "--report", "ffff"], "no report with an id that begins 'ffff'"),
        (["What of Okoro?", "dead", "--source", "x"], "cannot tell what is asked"),
    ],
)
def test_what_makes_no_sense_is_refused(run, words, reason):
    result = run("claim", *words)
    assert result.exit_code == 1
    assert reason in result.stderr
    assert run("log").stdout == ""


def test_certainty_in_words_bands_and_numbers():
    question = parse(ASKED)
    ranges = {
        told: (one.low, one.high)
        for told in ("likely", "high probability", "0.2..0.3", ".5..1", "plain")
        if (one := made(question, ByHand("dead", "x", certainty=told)))
    }
    assert ranges == {
        "likely": (0.55, 0.8), "high probability": (0.8, 0.95), "0.2..0.3": (0.2, 0.3), ".5..1": (0.5, 1.0),
        "plain": (0.95, 1.0),
    }  # fmt: skip


def test_the_kinds_of_source_are_those_there_are():
    assert KINDS == SOURCE_KINDS


@pytest.mark.parametrize(
    ("judge", "reason"),
    [
        (lambda run: run("reject", id_of(run)), "rejected"),
        (lambda run: run("reject", id_of(run).replace(":c", ":")), "rejected"),
        (lambda run: run("grade", id_of(run), "5"), "unreliable"),
        (lambda run: run("grade", id_of(run).replace(":c", ":"), "5"), "unreliable"),
        (lambda run: run("grade", "Maria Telles", "E"), "unreliable"),
    ],
)
def test_what_is_set_aside_stands_apart_with_the_reason(run, judge, reason):
    assert "unconfirmed" in run("questions").stdout
    assert judge(run).exit_code == 0
    found = asked(run)
    assert found["status"] == "unreported"
    (apart,) = found["apart"]
    assert (apart["reason"], apart["by"], apart["claim"]["value"]) == (reason, None, "dead")
    assert apart["claim"]["standing"] is False
    assert asked(run, "--as-of", "2021-03-03")["apart"] == []
    assert run("questions").stdout == ""
    run("undo")
    assert (asked(run)["status"], asked(run)["apart"]) == ("unconfirmed", [])
    assert "unconfirmed" in run("questions").stdout


def test_the_screen_names_claims_so_that_they_can_be_judged(run):
    shown = run("ask", ASKED).stdout
    claim = re.search(r"\w{16}:c0", shown)[0]
    run("reject", claim)
    shown = run("ask", ASKED, "--explain").stdout
    assert "dead: rejected by an analyst" in shown
    assert claim in shown
    run("undo")
    run("grade", claim, "5")
    assert "dead: graded as unreliable" in run("ask", ASKED).stdout


def test_who_is_merged_into_an_unreliable_source_is_unreliable(run, place, plain_reader):
    it = received("“I do not know,” Ruth Adan said.", published="2021-03-05")
    with Ledger.open(place) as ledger:
        ledger.add(it, plain_reader.read(it.report), model="plain")
    run("grade", "Ruth Adan", "E")
    assert asked(run)["status"] == "unconfirmed"
    run("merge", "Ruth Adan", "Maria Telles")
    assert asked(run)["status"] == "unreported"
    assert run("questions").stdout == ""
    run("undo")
    assert "unconfirmed" in run("questions").stdout
