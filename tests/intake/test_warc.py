import gzip
import io
import sys
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake import Received, Unreadable, receive
from sayso.intake import source as limits
from sayso.intake import warc_records as records

STORY = b"<html><head><title>%s</title></head><body><article><p>" + b"He said no, again. " * 20
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n%s\r\n"

BOTH = b"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"


def record(
    title=b"One", *, body=None, http=HTTP % b"", kind=b"response", length=None, date=b"2020-01-02T03:04:05Z"
):
    block = http + (STORY % title if body is None else body)
    return (
        b"WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: https://wire.example/%s\r\nWARC-Date: %s\r\n"
        b"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n" % (kind, title, date, len(block) if length is None else length)
    ) + block + b"\r\n\r\n"  # fmt: skip


def received(path, data):
    path.write_bytes(data)
    return list(receive([str(path)]))


def titles(items):
    return [item.report.title for item in items if isinstance(item, Received)]


def reasons(items):
    return [item.reason for item in items if isinstance(item, Unreadable)]


def test_a_page_is_a_report_of_its_address_and_the_time_of_its_capture(tmp_path):
    path = tmp_path / "crawl.warc"
    (item,) = received(path, record())
    assert item.name == f"{path}#https://wire.example/One"
    assert item.report.url == "https://wire.example/One"
    assert item.captured_at == "2020-01-02T03:04:05Z"
    assert item.captured == STORY % b"One"
    assert item.report.text.startswith("He said no, again.")


@pytest.mark.parametrize(
    "pack",
    [b"".join, lambda each: b"".join(map(gzip.compress, each)), lambda each: gzip.compress(b"".join(each))],
)
def test_a_file_is_read_packed_by_record_or_as_a_whole_or_not_at_all(tmp_path, pack):
    data = pack([record(b"One"), record(b"x", kind=b"request"), record(b"Two"), record(b"Three")])
    name = "crawl.warc.gz" if data[:2] == b"\x1f\x8b" else "crawl.warc"
    assert titles(received(tmp_path / name, data)) == ["One", "Two", "Three"]


def test_standard_input_may_be_a_packed_archive(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(record()))))
    assert titles(receive(["-"])) == ["One"]


def test_what_is_no_page_is_passed_over(tmp_path):
    picture = record(http=b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n", body=b"\x89PNG")
    moved = record(http=b"HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n")
    info = record(http=b"", body=b"software: x", kind=b"warcinfo")
    assert titles(received(tmp_path / "a.warc", info + picture + moved + record())) == ["One"]
    assert reasons(received(tmp_path / "b.warc", info + picture + moved)) == ["no pages in it"]


def chunked(data):
    pieces = [data[start : start + 99] for start in range(0, len(data), 99)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in [*pieces, b""])


@pytest.mark.parametrize(
    ("headers", "encode"),
    [
        (b"Content-Encoding: gzip\r\n", gzip.compress),
        (b"Content-Encoding: deflate\r\n", zlib.compress),
        (b"Content-Encoding: deflate\r\n", lambda data: zlib.compress(data)[2:-4]),
        (b"Transfer-Encoding: chunked\r\n", chunked),
        (BOTH, lambda data: chunked(gzip.compress(data))),
        (BOTH, lambda data: data),
    ],
)  # fmt: skip
def test_the_encodings_of_http_are_undone(tmp_path, headers, encode):
    (item,) = received(tmp_path / "a.warc", record(http=HTTP % headers, body=encode(STORY % b"One")))
    assert item.captured == STORY % b"One"


def test_an_encoding_that_is_not_known_is_named(tmp_path):
    data = record(http=HTTP % b"Content-Encoding: br\r\n", body=b"\x0b\x02\x80") + record(b"Two")
    items = received(tmp_path / "a.warc", data)
    assert (titles(items), reasons(items)) == (["Two"], ["its encoding is not known: br"])


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (record(b"X", length=100), "wrong length"),
        (record(b"X", length=700), "wrong length"),
        (b"<html>He said no.</html>\r\n", "not a WARC record"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\n", "without its length"),
        (record(b"X", http=b"garbage\r\n\r\n"), "a broken record"),
        (b"WARC/1.0\r\nX: " + b"a" * 1_100_000 + b"\r\n\r\n", "too long a header"),
        (record(b"X", http=b"HTTP/1.1 200 OK\r\nX: " + b"a" * 1_100_000 + b"\r\n\r\n"), "too long a header"),
    ],
)
def test_a_broken_record_is_named_and_the_rest_goes_on(tmp_path, broken, reason):
    items = received(tmp_path / "a.warc", record(b"One") + broken + record(b"Gone") + record(b"Two"))
    assert titles(items)[0] == "One"
    assert titles(items)[-1] == "Two"
    (told,) = reasons(items)
    assert reason in told


@pytest.mark.parametrize("damage", [lambda m: m[:40] + b"\0" * 20 + m[60:], lambda m: m[:90]])
def test_a_damaged_member_is_named_and_the_rest_goes_on(tmp_path, damage):
    one, bad, two = map(gzip.compress, (record(b"One"), record(b"X"), record(b"Two")))
    items = received(tmp_path / "a.warc.gz", one + damage(bad) + two)
    assert titles(items) == ["One", "Two"]
    assert "damaged" in reasons(items)[0]


def test_a_file_cut_off_is_read_as_far_as_it_goes(tmp_path):
    two = record(b"Two")
    for name, data in (
        ("a.warc", record() + two[:-100]),
        ("a.warc.gz", gzip.compress(record()) + gzip.compress(two)[:-20]),
        ("b.warc.gz", gzip.compress(record() + two)[:-20]),
    ):
        items = received(tmp_path / name, data)
        assert titles(items)[0] == "One", name
        assert isinstance(items[-1], Unreadable), name


def test_too_large_a_record_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setattr(records, "LIMIT", 2000)
    items = received(tmp_path / "a.warc", record(b"X", body=bytes(300_000)) + record(b"Two"))
    assert titles(items) == ["Two"]
    assert "larger than" in reasons(items)[0]


def test_bombs_do_not_unfold(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "LIMIT", 1_000_000)
    body = gzip.compress(bytes(60_000_000))
    inner = record(b"X", http=HTTP % b"Content-Encoding: gzip\r\n", body=body) + record(b"Two")
    items = received(tmp_path / "inner.warc", inner)
    assert titles(items) == ["Two"]
    assert "larger than" in reasons(items)[0]
    zeros = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    outer = zeros.compress(record(b"X", body=b"", length=10**12)[:-4])
    outer += b"".join(zeros.compress(bytes(10_000_000)) for _ in range(30)) + zeros.flush()
    items = received(tmp_path / "outer.warc.gz", gzip.compress(record()) + outer)
    assert titles(items) == ["One"]
    assert "200 times its size" in reasons(items)[0]


@pytest.mark.parametrize("date", [b"", b"soon", b"0000-00-00T00:00:00Z", b"9999-12-31T23:59:59-10:00"])
def test_a_date_that_is_none_leaves_the_time_of_reading(tmp_path, date):
    (item,) = received(tmp_path / "a.warc", record(date=date))
    assert item.captured_at > "2025"
    assert item.captured_at.endswith("Z")


@settings(max_examples=60)
@given(st.data(), st.booleans())
def test_a_damaged_archive_is_read_or_named(tmp_path_factory, draw, packed):
    data = record(b"One") + record(b"Two")
    if packed:
        data = gzip.compress(record(b"One")) + gzip.compress(record(b"Two"))
    at = draw.draw(st.integers(0, len(data)))
    put = draw.draw(st.binary(max_size=20))
    path = tmp_path_factory.mktemp("warc") / ("a.warc" + ".gz" * packed)
    items = received(path, data[:at] + put + data[at + len(put) :])
    assert items
    assert all(item.name.startswith(str(path)) for item in items)
