import hashlib
import json
import re

import pytest

from sayso import __version__
from sayso.intake import Report, receive


def test_without_ranges_a_span_is_where_it_was():
    report = Report.of("He said no.")
    assert report.original(3, 7) == (3, 7)
    assert report.original(11, 11) == (11, 11)


@pytest.mark.parametrize("span", [(-1, 2), (3, 2), (0, 12)])
def test_a_span_outside_the_text_is_refused(span):
    with pytest.raises(ValueError, match="no span"):
        Report.of("He said no.").original(*span)


def test_an_empty_span_has_a_place_of_its_own():
    report = Report.of("abcd", kept=((2, 4), (10, 12)))
    assert [report.original(at, at) for at in range(5)] == [(2, 2), (3, 3), (10, 10), (11, 11), (12, 12)]


ROW = json.dumps({"text": "He said no.\n\nRead: Other story\n\nHe stayed."}).encode()


@pytest.mark.parametrize(
    ("name", "data", "captured"),
    [
        ("a.txt", b"\xef\xbb\xbfHe said no.\r\n", b"\xef\xbb\xbfHe said no.\r\n"),
        ("a.jsonl", ROW + b"\n", ROW),
        ("a.html", b"<html><p>" + b"He said no. " * 40, b"<html><p>" + b"He said no. " * 40),
    ],
)
def test_the_evidence_is_the_bytes_as_received_when_and_by_what(tmp_path, name, data, captured):
    (tmp_path / name).write_bytes(data)
    (item,) = receive([str(tmp_path / name)])
    assert item.captured == captured
    assert item.report.sha256 == hashlib.sha256(item.captured).hexdigest()
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", item.captured_at)
    assert item.tool == f"sayso {__version__}"


def test_a_rows_promotions_are_left_out_of_its_text_and_its_offsets_map_back(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(ROW)
    (item,) = receive([str(tmp_path / "a.jsonl")])
    text = json.loads(ROW)["text"]
    assert item.report.text == "He said no.\n\nHe stayed."
    start = item.report.text.index("He stayed.")
    assert text[slice(*item.report.original(start, start + 10))] == "He stayed."
