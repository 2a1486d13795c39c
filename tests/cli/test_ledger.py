import json
import re
import signal
import sqlite3
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from sayso.cli import main

STORY = "Ministers leave\n\n“We are leaving \x1b]0;x\x07,” Maria Telles said.\n“Not I,” Omar Hale said.\n"


@pytest.fixture
def run(plain_reader, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAYSO_USER", "ann")
    monkeypatch.setattr("sayso.add.model_version", lambda: "plain")
    return lambda *words, **more: CliRunner().invoke(main, list(map(str, words)), **more)


@pytest.fixture
def story(run, tmp_path):
    path = tmp_path / "story.txt"
    path.write_bytes(STORY.encode())
    run("add", path, "--published", "2020-01-02", "--outlet", "Harbour Wire")
    return path


def test_add_counts_what_became_of_each(run, story, tmp_path):
    (tmp_path / "longer.txt").write_text(STORY + "And so on.")
    (tmp_path / "empty.txt").write_text("")
    result = run("add", tmp_path, "--published", "2020-01-02", "--outlet", "Harbour Wire")
    assert result.stdout == "0 added, 1 near-copies, 1 unchanged, 1 failed\n"
    assert "empty.txt: empty" in result.stderr
    assert result.exit_code == 1


def test_who_lists_sources_and_what_one_said(run, story):
    listed = run("who").stdout
    assert re.search(r"^1 +1 +person +2020-01-02–2020-01-02 +Maria Telles +maria-telles$", listed, re.M)
    said = run("who", "maria telles").stdout
    assert "2020-01-02 · Harbour Wire" in said
    assert "Maria Telles · said · direct" in said
    assert "Not I" not in said
    assert json.loads(run("who", "Omar Hale", "--json").stdout)["content"] == "“Not I,”"
    assert json.loads(run("who", "--json", "--limit", 1).stdout)["name"] == "Maria Telles"


def test_nothing_hostile_reaches_the_screen(run, story):
    for words in (["who", "Maria Telles"], ["search", "leaving"], ["report", _report(run)]):
        result = run(*words)
        assert result.exit_code == 0
        assert "\x1b]" not in result.stdout
        assert r"\x1b]0;x\x07" in result.stdout


def test_search_and_its_filters(run, story):
    assert "Omar Hale" in run("search", "not").stdout
    assert run("search", "not", "--until", "2019").exit_code == 2
    late = run("search", "not", "--since", "2021-01-01")
    assert late.stdout == ""
    assert late.stderr == "nothing found\n"
    assert json.loads(run("search", "leaving", "--json", "--source", "Maria Telles").stdout)["said"] is None


def test_report_shows_where_it_is_from(run, story):
    shown = run("report", _report(run)[:5]).stdout
    assert re.search(r"^captured +\d{4}-\d\d-\d\dT\S+ by sayso \S+ from \S+story\.txt$", shown, re.M)
    assert "outlet      Harbour Wire" in shown
    assert json.loads(run("report", _report(run), "--json").stdout)["statements"][1]["source"] == "Omar Hale"


def test_judging_is_signed_listed_and_undone(run, story):
    run("merge", "Maria Telles", "Omar Hale")
    assert run("grade", f"{_report(run)}:1", "b", "--as", "bob").stderr.startswith("sayso: 'B' is no grade")
    run("note", "maria-telles", "seen twice", "--as", "bob")
    assert re.search(r'^2  \S+Z  bob  note maria-telles \{"text": "seen twice"\}$', run("log").stdout, re.M)
    assert run("undo").stdout.startswith("undone: 2 ")
    assert run("undo", 1).stdout.startswith("undone: 1 ")
    assert "(undone)" in run("log").stdout
    assert run("undo").stderr == "sayso: nothing to undo\n"
    assert [json.loads(line)["kind"] for line in run("log", "--json").stdout.splitlines()] == [
        "merge", "note", "undo", "undo"
    ]  # fmt: skip


def test_every_other_judgement(run, story):
    report = _report(run)
    assert run("rename", "Maria Telles", "M. Telles").exit_code == 0
    assert "M. Telles" in run("who").stdout
    assert run("split", "maria-telles", report).exit_code == 0
    assert "maria-telles-2" in run("who").stdout
    assert run("reject", f"{report}:1").exit_code == 0
    assert "Omar" not in run("who").stdout
    assert run("grade", "maria-telles-2", "c").exit_code == 0


def test_errors_are_told_and_end_with_1(run, story, tmp_path):
    result = run("who", "Nobody Known")
    assert (result.exit_code, result.stderr) == (1, "sayso: nobody is called 'Nobody Known'\n")
    (tmp_path / "other.db").write_text("not a ledger " * 100)
    result = run("who", "--ledger", tmp_path / "other.db")
    assert result.exit_code == 1
    assert "file is not a database" in result.stderr
    assert run("who", "--ledger", "none.db").stderr.startswith("sayso: none.db: no ledger there")


def test_verify_tells_damage(run, story, tmp_path):
    assert run("verify").stdout == "1 captures as received, 0 damaged\n"
    with sqlite3.connect(tmp_path / "sayso.db") as ledger:
        ledger.execute("UPDATE capture SET packed = x'00'")
    ledger.close()
    result = run("verify")
    assert (result.exit_code, result.stdout) == (1, "0 captures as received, 1 damaged\n")
    assert "is not what was received" in result.stderr


def test_reread_reads_what_another_model_read(run, story, monkeypatch):
    assert run("reread").stdout == "0 read again\n"
    monkeypatch.setattr("sayso.add.model_version", lambda: "newer")
    assert run("reread").stdout == "1 read again\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9 there")
@pytest.mark.usefixtures("model")
def test_a_killed_add_goes_on_where_it_was(tmp_path):
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text(
            f"“We left at {number},” Maria Telles said on Monday.\n" * 9
        )
    command = [sys.executable, "-m", "sayso", "add", str(tmp_path), "--ledger", str(tmp_path / "k.db")]
    for wait in (0.7, 1.2):
        running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(wait)
        running.send_signal(signal.SIGKILL)
        running.communicate()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    counts = [int(n) for n in re.findall(r"\d+", done.stdout)]
    assert sum(counts) == 30
    with sqlite3.connect(tmp_path / "k.db") as ledger:
        assert ledger.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert ledger.execute("SELECT count(*) FROM report").fetchone() == (30,)
        assert ledger.execute("SELECT count(*) FROM (SELECT DISTINCT report, number FROM statement)") \
            .fetchone() == ledger.execute("SELECT count(*) FROM statement").fetchone()  # fmt: skip
    ledger.close()


def _report(run):
    return json.loads(run("search", "leaving", "--json").stdout)["report"]
