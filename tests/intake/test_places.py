import io
import os
import sys

import pytest

from sayso.intake import Unreadable, find, receive, size


def test_a_folder_is_its_reports_by_name_and_no_other_files(tmp_path):
    for name in ("b.txt", "a/z.html", "a/y.jsonl.gz", "c.jpg", ".hidden.txt", ".git/x.txt", "A.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("He said no.")
    found = [os.path.relpath(place, tmp_path) for place in find([str(tmp_path)])]
    assert found == ["A.TXT", "b.txt", os.path.join("a", "y.jsonl.gz"), os.path.join("a", "z.html")]


def test_a_folder_without_reports_is_named(tmp_path):
    (item,) = find([str(tmp_path)])
    assert isinstance(item, Unreadable)
    assert ".jsonl" in item.reason


def test_a_glob_is_the_files_that_it_matches(tmp_path):
    for name in ("b.txt", "a.txt", "c.htm"):
        (tmp_path / name).touch()
    assert list(find([str(tmp_path / "*.txt")])) == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert "no file matches" in str(*find([str(tmp_path / "*.xml")]))


def test_a_file_may_have_a_globs_name(tmp_path):
    (tmp_path / "a[1].txt").write_text("He said no.")
    assert list(find([str(tmp_path / "a[1].txt")])) == [str(tmp_path / "a[1].txt")]


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"He said no.", ["He said no."]),
        (b'\n{"text": "One."}\n{"text": "Two."}', ["One.", "Two."]),
        (b"<!DOCTYPE html><p>" + b"He said no. " * 30, [("He said no. " * 30).strip()]),
    ],
)
def test_standard_input_is_what_it_begins_like(monkeypatch, data, texts):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [item.report.text for item in receive(find(["-"]))] == texts


def test_a_missing_file_and_a_folders_name_in_a_file_are_named(tmp_path):
    missing = tmp_path / "missing.txt"
    (item,) = receive(find([str(missing)]))
    assert str(item) == f"{missing}: no such file or directory"


def test_the_bytes_to_come_are_known_for_plain_files_only(tmp_path):
    (tmp_path / "a.txt").write_text("12345")
    assert size(str(tmp_path / "a.txt")) == 5
    assert size("-") is None
    assert size("https://example.org/") is None
