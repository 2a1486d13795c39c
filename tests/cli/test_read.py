import importlib
import json
import subprocess
import sys
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from sayso.cli import main
from sayso.reading.annotations import Attribution, Reading, Words

STORY = "Ministers leave\n\n“We are leaving,” Maria Telles said.\r\n“Not I,” Omar Hale said \x1b]0;x\x07.\n"


@pytest.fixture
def run(plain_reader):
    return lambda *words, **more: CliRunner().invoke(main, ["read", *map(str, words)], **more)


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_bytes(STORY.encode())
    return path


def test_shows_the_text_marked_and_a_list(run, story):
    result = run(story)
    assert result.exit_code == 0
    assert "{1 “We are leaving,”} [1 Maria Telles] <1 said>." in result.stdout
    assert "  2  Omar Hale (person) · said · direct\n     “Not I,”\n" in result.stdout
    assert "[source]  <cue>  {content}" in result.stdout


def test_escape_sequences_do_not_reach_the_screen(run, story, tmp_path):
    evil = tmp_path / "\x1b]2;story.txt"
    result = run(story, evil)
    assert "\x1b" not in result.output
    assert "\x07" not in result.output
    assert r"said> \x1b]0;x\x07." in result.stdout
    assert r"\x1b]2;story.txt: no such file" in result.stderr


def test_json_is_a_line_a_report(run, story, tmp_path):
    (tmp_path / "two.jsonl").write_text('{"text": "a\\nb"}\n{"text": "c", "published": "2020-01-02"}')
    result = run("--json", story, tmp_path / "two.jsonl")
    records = [json.loads(line) for line in result.stdout_bytes.splitlines()]
    assert [record["report"]["text"] for record in records] == [STORY, "a\nb", "c"]
    assert records[2]["report"]["published"] == "2020-01-02"
    assert records[1]["report"]["path"] == f"{tmp_path / 'two.jsonl'}:1"
    (first, _) = records[0]["attributions"]
    assert first["speaker"] == "Maria Telles"
    (start, end), *_ = first["content"]
    assert STORY[start:end] == first["content_text"] == "“We are leaving,”"


def test_reads_standard_input(run):
    result = run("--json", "-", input=STORY.encode())
    assert json.loads(result.stdout)["report"]["path"] == "-"


def test_what_the_user_says_goes_before_what_the_report_says(run, tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "a", "published": "2020-01-02", "outlet": "x"}')
    result = run("--json", "--published", "2021-03-04T10:00Z", "--outlet", "Daily Cape", tmp_path / "a.jsonl")
    report = json.loads(result.stdout)["report"]
    assert (report["published"], report["outlet"]) == ("2021-03-04", "Daily Cape")


def test_what_cannot_be_read_is_named_and_the_rest_is_read(run, story, tmp_path):
    (tmp_path / "picture.txt").write_bytes(bytes(100))
    result = run("--json", tmp_path / "picture.txt", tmp_path / "none.txt", story)
    assert result.exit_code == 1
    assert len(result.stdout_bytes.splitlines()) == 1
    assert result.stderr.splitlines() == [
        f"sayso: {tmp_path / 'picture.txt'}: not text",
        f"sayso: {tmp_path / 'none.txt'}: no such file or directory",
    ]


@pytest.mark.parametrize("words", [[], ["--published", "soon", "x.txt"], ["--jsn", "x.txt"]])
def test_wrong_usage(run, words):
    assert run(*words).exit_code == 2


def test_a_report_without_attributions_says_so(run, tmp_path):
    (tmp_path / "a.txt").write_text("It rained.")
    assert "Nobody is quoted." in run(tmp_path / "a.txt").stdout


def test_nobody_named_has_no_kind(monkeypatch, tmp_path):
    text = "It was reported that they left."
    found = Attribution((), ((3, 15),), ((16, 30),), "indirect", 0.9)
    reader = SimpleNamespace(
        read_many=lambda reports: (Reading(r.text, Words(*[()] * 5), (), (found,)) for r in reports)
    )
    monkeypatch.setattr(importlib.import_module("sayso.read"), "reader", lambda processes: reader)
    (tmp_path / "a.txt").write_text(text)
    result = CliRunner().invoke(main, ["read", str(tmp_path / "a.txt")])
    assert "  1  nobody named · was reported · indirect\n     that they left\n" in result.stdout


def test_help_loads_no_model_and_no_parser():
    code = (
        "import sys; from sayso.cli import main; main(['read', '--help'], standalone_mode=False);"
        "assert not {'numpy', 'onnxruntime', 'trafilatura', 'rich'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


def test_a_text_file_loads_no_parser_of_pages(story):
    code = (
        "import sys; from sayso.intake import find, receive; list(receive(find(sys.argv[1:])));"
        "assert not {'trafilatura', 'charset_normalizer', 'lxml', 'urllib3'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, story], check=True)
