import re
import subprocess
import sys
import urllib.request

import pytest
from click.testing import CliRunner

from sayso.cli import main

pytest.importorskip("uvicorn", reason='needs pip install "sayso[desk]"')


@pytest.fixture
def served(tmp_path):
    """Starts `sayso …` in a folder of its own and gives the address that it prints."""
    running = []

    def start(*words):
        command = [sys.executable, "-m", "sayso", *words]
        process = subprocess.Popen(
            command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        running.append(process)
        for line in process.stdout:
            if found := re.search(r"The desk is at (\S+)", line):
                return found[1]
        raise AssertionError(process.stderr.read())

    yield start
    for process in running:
        process.terminate()
        process.communicate(timeout=30)


def asked(address):
    with urllib.request.urlopen(address, timeout=60) as answer:
        return answer.status, answer.read().decode()


def test_serves_a_ledger_that_it_makes(served, tmp_path):
    address = served("desk", "--port", "0", "--no-open", "--as", "ann", "--ledger", "new.db")
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
    status, html = asked(address)
    assert status == 200
    assert "<bdi>ann</bdi>" in html
    assert (tmp_path / "new.db").exists()


def test_another_address_gets_a_token(served):
    address = served("desk", "--port", "0", "--no-open", "--host", "0.0.0.0")
    base, token = re.fullmatch(r"http://[^/]+:(\d+)/\?token=(\S{20,})", address).groups()
    request = urllib.request.Request(f"http://127.0.0.1:{base}/")
    with pytest.raises(urllib.error.HTTPError, match="401"):
        urllib.request.urlopen(request, timeout=60)
    request.add_header("Authorization", f"Bearer {token}")
    assert urllib.request.urlopen(request, timeout=60).status == 200


@pytest.mark.usefixtures("model")
def test_the_demo_ends_at_the_desk(served, tmp_path):
    _, html = asked(served("demo", "--desk", "--no-open"))
    assert (tmp_path / "sayso-demo.db").exists()
    assert "Group releases recording" in html


def test_what_is_no_ledger_is_told(tmp_path):
    (tmp_path / "other.db").write_text("not a ledger " * 100)
    result = CliRunner().invoke(main, ["desk", "--no-open", "--ledger", str(tmp_path / "other.db")])
    assert result.exit_code == 1
    assert "file is not a database" in result.stderr


def test_a_port_in_use_is_told(tmp_path):
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(
            main, ["desk", "--no-open", "--port", port, "--ledger", str(tmp_path / "l.db")]
        )
    assert result.exit_code == 1
    assert re.match(
        rf"sayso: cannot listen on 127\.0\.0\.1, port {port}: address already in use", result.stderr
    )


def test_without_the_extra_it_says_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = CliRunner().invoke(main, ["desk", "--no-open", "--ledger", str(tmp_path / "l.db")])
    assert result.exit_code == 1
    assert 'pip install "sayso[desk]"' in result.stderr


def test_other_commands_load_none_of_it():
    code = (
        "import sys; from sayso.cli import main; "
        "assert not {'fastapi', 'uvicorn', 'jinja2', 'pydantic', 'sqlalchemy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
