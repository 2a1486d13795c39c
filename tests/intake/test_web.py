import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.intake import Unreadable, receive, web

PAGE = (
    "<html><head><title>No</title></head><body><article><p>"
    + "“Non,” said Émile. " * 20
    + "</p></article></body></html>"
).encode("cp1252")


class Pages(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/page?id=1":
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=windows-1252")
            self.end_headers()
            self.wfile.write(PAGE)
        elif self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/page?id=1")
            self.end_headers()
        elif self.path == "/round":
            self.send_response(302)
            self.send_header("Location", "/round")
            self.end_headers()
        elif self.path == "/inside":
            self.send_response(302)
            self.send_header("Location", "http://10.0.0.1/secret")
            self.end_headers()
        else:
            self.send_error(404)

    def log_message(self, *_):
        pass


@pytest.fixture
def site(monkeypatch):
    """A site of this machine that passes for a public one under its name."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        checked = web.public_address
        monkeypatch.setattr(
            web,
            "public_address",
            lambda host, port: "127.0.0.1" if host == "news.example" else checked(host, port),
        )
        yield f"http://news.example:{server.server_port}"
        server.shutdown()


def received(url):
    (item,) = receive([url])
    return item


def test_a_page_on_the_web(site):
    report = received(f"{site}/page?id=1").report
    assert report.text.startswith("“Non,” said Émile.")
    assert report.url == f"{site}/page?id=1"


def test_a_redirect_is_followed(site):
    assert received(f"{site}/moved").report.url == f"{site}/page?id=1"


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/none", "404"), ("/round", "too often"), ("/inside", "10.0.0.1 is no public address")],
)
def test_what_cannot_be_had_is_named(site, path, reason):
    item = received(site + path)
    assert isinstance(item, Unreadable)
    assert item.name == site + path
    assert reason in item.reason


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "https://localhost/x", "http://[::1]:80/", "http://169.254.169.254/latest", "http://192.168.1.1/",
     "http://0.0.0.0/", "http://2130706433/", "http://[::ffff:127.0.0.1]/", "http://", "http://x:99999/", "http://[/"],
)  # fmt: skip
def test_this_machine_and_private_networks_are_refused(url):
    item = received(url)
    assert isinstance(item, Unreadable)
    assert item.name == url


def test_a_name_with_one_private_address_is_refused(monkeypatch):
    answers = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80))
        for address in ("93.184.215.14", "10.1.1.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)
    with pytest.raises(ValueError, match="no public address"):
        web.public_address("rebound.example", 80)


def test_this_machine_is_reached_where_that_is_permitted():
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://localhost:{server.server_port}/moved"
        (refused,) = receive([url])
        (item,) = receive([url], private=True)
        server.shutdown()
    assert "no public address" in refused.reason
    assert item.report.text.startswith("“Non,” said Émile.")
