import json
from importlib.resources import files

import pytest
from click.testing import CliRunner

from sayso.cli import main


def test_reads_every_bundled_report(plain_reader):
    result = CliRunner().invoke(main, ["demo", "--json"])
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == len(list(files("sayso").joinpath("samples").iterdir()))


@pytest.mark.usefixtures("model")
def test_says_who_said_what():
    result = CliRunner().invoke(main, ["demo", "--json"])
    said = {
        (attribution["speaker"], attribution["cue_text"], attribution["type"])
        for line in result.stdout.splitlines()
        for attribution in json.loads(line)["attributions"]
    }
    assert {("Miriam Kost", "said", "direct"), ("Henrik Dahl", "said", "direct")} <= said
