import io
import time

from rich.console import Console

from sayso.cli import progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


def run(monkeypatch, stream, patience, total=100):
    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setattr(
        progress, "Console", lambda **_: Console(file=stream, width=80, force_terminal=stream.isatty())
    )
    with progress.Progress(total) as bar:
        time.sleep(0.2)
        bar.advance(50)
        with bar.aside(stream):
            stream.write("a report\n")
        bar.advance(50)
    return stream.getvalue()


def test_a_bar_with_a_rate_appears_when_it_takes_long(monkeypatch):
    shown = run(monkeypatch, Terminal(), 0.05)
    assert "1 reports" in shown or "2 reports" in shown
    assert "a second" in shown
    assert "a report\n" in shown


def test_a_bar_appears_where_nobody_knows_how_much_there_is(monkeypatch):
    assert "reports" in run(monkeypatch, Terminal(), 0.05, total=None)


def test_nothing_appears_when_it_is_quick(monkeypatch):
    assert run(monkeypatch, Terminal(), 60) == "a report\n"


def test_nothing_appears_where_nobody_watches(monkeypatch):
    assert run(monkeypatch, io.StringIO(), 0.05) == "a report\n"
