from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake import Unreadable, receive
from sayso.intake import source as limits

STARTS = st.sampled_from(
    [b"", b"<html>", b"<p>", b'{"text": "', b"\xff\xfe", b"\xef\xbb\xbf", b"%PDF-", b"\x1f\x8b"]
)


@settings(max_examples=150)
@given(st.sampled_from(["a", "a.txt", "a.html", "a.jsonl", "a.txt.gz"]), STARTS, st.binary(max_size=200))
def test_any_bytes_are_read_or_named(tmp_path_factory, name, start, rest):
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(start + rest)
    for item in receive([str(path)]):
        if isinstance(item, Unreadable):
            assert item.name.startswith(str(path))
            assert item.reason
        else:
            item.report.text.encode()


def test_a_file_too_large_is_named_and_the_rest_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "LIMIT", 1000)
    for name, length in (("a.txt", 1001), ("b.html", 1001), ("c.txt", 1000)):
        (tmp_path / name).write_text("a" * length)
    first, second, third = receive([str(tmp_path / name) for name in ("a.txt", "b.html", "c.txt")])
    assert "larger than" in first.reason
    assert "larger than" in second.reason
    assert third.report.text == "a" * 1000


def test_a_text_too_long_for_one_report_is_named(tmp_path):
    (tmp_path / "a.txt").write_text("He said no. " * 500_000)
    (item,) = receive([str(tmp_path / "a.txt")])
    assert "longer than 5,000,000 characters" in item.reason
