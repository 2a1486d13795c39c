"""What a user can type is told in the README or in docs/."""

import re
from pathlib import Path

import click
import pytest

from sayso.cli import main

ROOT = Path(__file__).parent.parent
TOLD = "\n".join(path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *ROOT.glob("docs/*.md")])


OPTIONS = [
    pytest.param(name, max(option.opts, key=len), id=f"{name} {max(option.opts, key=len)}")
    for name, command in main.commands.items()
    for option in command.params
    if isinstance(option, click.Option)
]


@pytest.mark.parametrize("name", list(main.commands))
def test_every_command_is_documented(name):
    assert re.search(rf"\bsayso {name}\b", TOLD)
    assert main.commands[name].help


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_every_option_is_documented(command, option):
    assert re.search(rf"\bsayso {command}\b.*{option}\b", TOLD)


def test_every_field_of_the_json_is_documented(plain_reader):
    from sayso.intake import Report
    from sayso.record import record

    report = Report.of("“We told the Daily Cape,” Maria Telles said.")
    told = (ROOT / "docs/json.md").read_text(encoding="utf-8")
    found = record(report, plain_reader.read(report))
    (attribution,) = found["attributions"]
    fields = {*found, *found["report"], *attribution, *attribution["via"][0], *found["entities"][0]}
    assert not {field for field in fields if f"`{field}`" not in told}


def test_the_readme_names_no_machine():
    assert not re.search(r"/(home|root|work|opt|tmp)/|https?://(localhost|127\.)", TOLD)


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "code", re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
)
def test_the_readmes_python_runs(code, tmp_path, monkeypatch, capsys):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.txt").write_text("“We are leaving,” Maria Telles said.")
    monkeypatch.chdir(tmp_path)
    exec(code, {})
    assert re.search(r"Maria Telles|a\.txt 1|Omar Hale", capsys.readouterr().out)
