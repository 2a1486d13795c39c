"""``sayso timeline --out``: wrong files, and a missing ledger."""

from __future__ import annotations

from pathlib import Path

import pytest
from click import ClickException
from click.testing import CliRunner

from sayso.cli import main
from sayso.cli.pictures import written


@pytest.mark.parametrize("name", ["chart.gif", "chart", "chart.svg.txt"])
def test_a_file_of_another_kind_is_wrong_usage(name):
    told = CliRunner().invoke(main, ["timeline", "Is Anton IV alive?", "--out", name])
    assert told.exit_code == 2
    assert "neither in .svg nor in .png" in told.output


def test_the_suffix_tells_the_format_and_the_file_is_told(tmp_path: Path, capsys):
    for name, kind in (("a.svg", "svg"), ("b.PNG", "png")):
        written(tmp_path / name, lambda asked: asked.encode())
        assert (tmp_path / name).read_text() == kind
        assert f"{name} written" in capsys.readouterr().err


def test_what_goes_wrong_ends_the_command_in_words(tmp_path: Path):
    def empty(kind: str) -> bytes:
        raise ValueError("nothing to draw: no dated report says anything of it")

    with pytest.raises(ClickException, match="nothing to draw"):
        written(tmp_path / "a.svg", empty)
    with pytest.raises(ClickException, match="No such file"):
        written(tmp_path / "none" / "a.svg", lambda kind: b"")
