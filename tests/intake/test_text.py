import hashlib

from sayso.intake import receive


def received(path):
    (item,) = receive([str(path)])
    return item


def test_the_text_is_the_files_unchanged(tmp_path):
    text = "Headline\r\n\r\n  “No,” he\tsaid.\n\n\n\x1b[31mHe left.\n"
    path = tmp_path / "story.txt"
    path.write_bytes(text.encode())
    item = received(path)
    assert item.report.text == text
    assert item.name == str(path)
    assert item.size == len(text.encode())
    assert item.report.sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_the_same_bytes_have_the_same_id(tmp_path):
    for name in ("a.txt", "b"):
        (tmp_path / name).write_text("She said so.")
    assert received(tmp_path / "a.txt").report.id == received(tmp_path / "b").report.id


def test_markup_in_a_text_file_is_text(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("<p>He said no.</p>")
    assert received(path).report.text == "<p>He said no.</p>"


def test_an_empty_text_is_no_report(tmp_path):
    path = tmp_path / "empty.txt"
    path.write_bytes(b"\xef\xbb\xbf \r\n")
    assert str(received(path)) == f"{path}: empty"
