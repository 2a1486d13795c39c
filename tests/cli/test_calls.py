"""Calls for violence are listed for those they are against; their words are folded unless wanted."""

import json

import pytest
from click.testing import CliRunner

from sayso.cli import main

STORY = (
    "The preacher urged his followers to kill journalists in the capital. “We will not rest. Attack the "
    "reporters,” Omar Hale said in a sermon on Friday.\n"
)
WORDS = ("to kill journalists", "Attack the reporters")


@pytest.fixture(scope="module")
def story(model, tmp_path_factory):
    folder = tmp_path_factory.mktemp("calls")
    (folder / "story.txt").write_text(STORY)
    return folder


@pytest.fixture(scope="module")
def run(story):
    def ran(*words):
        return CliRunner().invoke(main, [*words, "--ledger", str(story / "calls.db")])

    ran("add", str(story / "story.txt"), "--published", "2020-01-02", "--outlet", "Harbour Wire")
    return ran


def test_calls_tell_whom_they_are_against_and_not_in_which_words(run):
    shown = run("calls").stdout
    assert "against journalists: Omar Hale  (2020-01-02 · Harbour Wire · " in shown
    assert "against reporters: Omar Hale" in shown
    assert not any(words in shown for words in WORDS)
    assert all(words in run("calls", "--unfold").stdout for words in WORDS)
    assert run("calls", "--target", "Reporter").stdout.count("against") == 1
    assert run("calls", "--target", "porter").stdout == ""


def test_calls_as_json_have_the_span(run):
    for one, words in zip(map(json.loads, run("calls", "--json").stdout.splitlines()), WORDS, strict=True):
        ((start, end),) = one["span"]
        assert STORY[start:end].startswith(words)
        assert "content" not in one


def test_a_report_has_them_folded(run):
    report = json.loads(run("calls", "--json").stdout.splitlines()[0])["report"]
    shown = run("report", report).stdout
    assert "The preacher urged his followers [folded]. “We will not rest. [folded],” Omar Hale said" in shown
    assert f"folded: a call for violence against journalists ({report}:c0); --unfold shows it" in shown
    assert not any(words in shown for words in WORDS)
    unfolded = run("report", report, "--unfold").stdout
    assert "[folded]" not in unfolded
    assert unfolded.count(WORDS[1]) == 3
    assert [call["target"] for call in json.loads(run("report", report, "--json").stdout)["calls"]] == [
        "journalists",
        "reporters",
    ]


def test_reading_folds_them_too(story):
    path = str(story / "story.txt")
    shown = CliRunner().invoke(main, ["read", path]).stdout
    assert "folded: a call for violence against journalists; --unfold shows it" in shown
    assert not any(words in shown for words in WORDS)
    assert all(words in CliRunner().invoke(main, ["read", path, "--unfold"]).stdout for words in WORDS)
