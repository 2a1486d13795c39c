"""What the list says of when, how sure, and denial; and that it says nothing where nothing is told."""

import importlib
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from sayso.cli import main
from sayso.reading.annotations import Attribution, Certainty, Reading, Words

TEXT = "On Wednesday they denied that it may fall."
PLAIN = {
    "source": ((13, 17),),
    "cue": ((18, 24),),
    "content": ((25, 41),),
    "type": "indirect",
    "confidence": 0.9,
}


@pytest.fixture
def shown(monkeypatch, tmp_path):
    def show(**more):
        found = Attribution(**PLAIN, **more)
        reader = SimpleNamespace(
            read_many=lambda reports: (Reading(r.text, Words(*[()] * 5), (), (found,)) for r in reports)
        )
        monkeypatch.setattr(importlib.import_module("sayso.read"), "reader", lambda processes: reader)
        (tmp_path / "a.txt").write_text(TEXT)
        return CliRunner().invoke(main, ["read", str(tmp_path / "a.txt")]).stdout

    return show


def test_what_is_told_is_shown(shown):
    text = shown(
        said="2017-09-27",
        about="2017-10",
        polarity="negative",
        certainty=Certainty(0.2, 0.8, ((18, 24), (33, 36))),
    )
    assert "said 2017-09-27 · about 2017-10 · denied · 20–80 % sure (“denied”, “may”)" in text


def test_a_plain_statement_says_nothing_more(shown):
    text = shown()
    assert "sure" not in text
    assert "said " not in text.splitlines()[-2]
