import pytest
from fastapi.testclient import TestClient

from sayso.desk.app import make_app
from sayso.desk.safety import is_loopback


@pytest.fixture
def app(tmp_path):
    return lambda **more: make_app(str(tmp_path / "ledger.db"), user="ann", **more)


def client(app, **more):
    known = {"base_url": "http://127.0.0.1:8417", "client": ("127.0.0.1", 50_000), "follow_redirects": False}
    return TestClient(app, **known | more)


@pytest.mark.parametrize("host", ["127.0.0.1:8417", "localhost:8417", "LOCALHOST", "[::1]:8417", "127.8.8.8"])
def test_this_machine_is_answered_under_its_own_names(app, host):
    assert client(app()).get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example:8417", "127.0.0.1.evil.example", "", "192.168.1.9", "[", "0.0.0.0"]
)
def test_a_name_that_a_page_elsewhere_lets_point_here_is_refused(app, host):
    assert client(app()).get("/", headers={"host": host}).status_code == 421


def test_other_machines_are_refused_without_a_token(app):
    assert client(app(), client=("192.168.1.9", 50_000)).get("/").status_code == 403


def test_every_answer_has_the_headers(app):
    with client(app()) as here:
        for path in ("/", "/nothing", "/api/reports", "/static/style.css"):
            headers = here.get(path).headers
            assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
            assert "unsafe" not in headers["content-security-policy"]
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["referrer-policy"] == "same-origin"
        assert here.get("/").headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 422),  # no page at all: a program of this machine
        ({"origin": "http://127.0.0.1:8417", "sec-fetch-site": "same-origin"}, 422),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),  # another server of this machine
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
    ],
)
def test_only_the_desks_own_pages_change_something(app, headers, status):
    with client(app()) as here:
        assert here.post("/add", headers=headers).status_code == status


def test_with_a_token_nothing_is_answered_without_it(app):
    with client(app(token="s3cret")) as here:
        for path in ("/", "/api/reports", "/static/style.css", "/?token=wrong", "/?token="):
            assert here.get(path).status_code == 401
        assert here.get("/", headers={"authorization": "Bearer wrong"}).status_code == 401
        assert here.get("/", headers={"authorization": "Bearer s3cret"}).status_code == 200


def test_the_token_goes_from_the_address_into_a_cookie(app):
    with client(app(token="s3cret")) as here:
        asked = here.get("/reports?token=s3cret&outlet=A%26B")
        assert (asked.status_code, asked.headers["location"]) == (303, "/reports?outlet=A%26B")
        cookie = asked.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=lax" in cookie
        assert here.get(asked.headers["location"]).status_code == 200


def test_the_token_in_an_address_leads_nowhere_else(app):
    with client(app(token="s3cret")) as here:
        assert (
            here.get("http://127.0.0.1:8417//evil.example/?token=s3cret").headers["location"]
            == "/evil.example/"
        )


def test_hosts_need_a_token(app):
    with pytest.raises(ValueError, match="needs a token"):
        client(app(hosts=["desk.example"])).get("/")
    asked = client(app(hosts=["desk.example"], token="s3cret"), client=("192.168.1.9", 1))
    known = {"authorization": "Bearer s3cret"}
    assert asked.get("/", headers={"host": "desk.example"} | known).status_code == 200
    assert asked.get("/", headers={"host": "other.example"} | known).status_code == 421


def test_too_much_is_refused_before_it_is_read(app):
    with client(app()) as here:
        huge = {"content-length": "200000001", "content-type": "text/plain"}
        assert here.post("/add", headers=huge).status_code == 413
        assert here.post("/watch", content=b"x" * 1_000_001).status_code == 413


def test_what_comes_without_a_length_is_counted(app):
    with client(app()) as here:
        pieces = (b"x" * 100_000 for _ in range(11))
        kind = {"content-type": "application/x-www-form-urlencoded"}
        assert here.post("/api/reports", content=pieces, headers=kind).status_code in (405, 413)


@pytest.mark.parametrize(
    ("host", "own"),
    [("::1", True), ("[::1]", True), ("localhost", True), ("10.0.0.1", False), ("desk", False)],
)
def test_is_loopback(host, own):
    assert is_loopback(host) is own
