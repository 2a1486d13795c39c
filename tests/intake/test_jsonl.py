import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake import Received, Unreadable, receive
from sayso.intake import source as limits


def received(path, *rows):
    path.write_bytes(b"\n".join(row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows))
    return list(receive([str(path)]))


def test_a_row_is_a_report(tmp_path):
    row = {"id": 7, "text": "He said no.", "title": "No", "outlet": "Daily Cape",
           "published": "2020-02-14T10:00Z", "url": "https://example.org/7", "tag": 1}  # fmt: skip
    (item,) = received(tmp_path / "rows.jsonl", row)
    report = item.report
    assert (report.id, report.text, report.title) == ("7", "He said no.", "No")
    assert (report.outlet, report.published) == ("Daily Cape", "2020-02-14")
    assert report.url == "https://example.org/7"
    assert item.name == f"{tmp_path / 'rows.jsonl'}:1"


def test_what_a_row_says_of_its_page_goes_before_what_the_page_says(tmp_path):
    page = (
        "<html><head><title>Old</title></head><body><article><p>"
        + "She said no, again. " * 20
        + "</p></article></body></html>"
    )
    (item,) = received(tmp_path / "rows.ndjson", {"html": page, "title": "New"})
    assert item.report.title == "New"
    assert item.report.text.startswith("She said no, again.")


def test_a_bad_row_is_named_with_its_line_and_the_rest_is_read(tmp_path):
    path = tmp_path / "rows.jsonl"
    deep = b'{"text": ' + b"[" * 100_000
    items = received(
        path, {"text": "One."}, b"", [1], {"x": 1}, b"{", {"text": 3}, {"text": "T", "published": "soon"},
        {"text": " "}, b"\x00\xff\xfe", deep, {"text": "T", "id": True}, {"text": "Two."},
    )  # fmt: skip
    assert [item.report.text for item in items if isinstance(item, Received)] == ["One.", "T", "Two."]
    assert [
        (item.name.removeprefix(f"{path}:"), item.reason) for item in items if isinstance(item, Unreadable)
    ] == [
        ("3", "not a JSON object"),
        ("4", "has neither `text` nor `html`"),
        ("5", "not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
        ("6", "`text` is not a string"),
        ("7", "`published` is not a date: 'soon' (write it as 2017-09-29)"),
        ("8", "empty"),
        ("9", "not text"),
        ("10", "nested too deeply"),
    ]


def test_half_of_a_surrogate_pair_is_replaced_so_that_offsets_stay(tmp_path):
    (item,) = received(tmp_path / "rows.jsonl", b'{"text": "a\\ud800b \\ud83d\\ude00"}')
    assert item.report.text == "a\ufffdb \U0001f600"


def test_compressed_rows(tmp_path):
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "One."}\n{"text": "Two."}\n'))
    assert [item.report.text for item in receive([str(path)])] == ["One.", "Two."]


@pytest.mark.parametrize("data", [b"no gzip", gzip.compress(b'{"text": "One."}\n' * 9000)[:-20]])
def test_damaged_compressed_rows_are_named(tmp_path, data):
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(data)
    *_, last = receive([str(path)])
    assert isinstance(last, Unreadable)
    assert last.name == str(path)


def test_an_endless_line_is_not_taken_into_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "LIMIT", 1000)
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"text": "One."}\n{"text": "' + b"a" * 5000)
    one, stopped = receive([str(path)])
    assert one.report.text == "One."
    assert stopped.name == f"{path}:2"


@given(
    st.lists(
        st.binary(max_size=40)
        | st.dictionaries(
            st.sampled_from(["text", "html", "id", "published"]), st.text() | st.none() | st.integers()
        ).map(lambda row: json.dumps(row).encode()),
        max_size=4,
    )
)
def test_any_rows_are_read_or_named(tmp_path_factory, rows):
    for item in received(tmp_path_factory.mktemp("rows") / "rows.jsonl", *rows):
        assert isinstance(item, Unreadable) or item.report.text.strip()
