"""URLs of this machine: refused, unless the user says otherwise."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from click.testing import CliRunner

from sayso.cli import main


class Page(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        self.wfile.write("“We are leaving,” Maria Telles said.".encode())

    def log_message(self, *_):
        pass


@pytest.fixture
def url():
    server = HTTPServer(("127.0.0.1", 0), Page)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/story.txt"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("words", [["read"], ["add", "--ledger", "private.db"]])
def test_this_machine_is_fetched_from_only_on_request(words, url, plain_reader, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    refused = CliRunner().invoke(main, [*words, url])
    assert refused.exit_code == 1
    assert "no public address" in refused.stderr
    assert CliRunner().invoke(main, [*words, "--private", url]).exit_code == 0
