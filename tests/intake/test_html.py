import html
import re
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake import Unreadable, receive

PAGE = """<!doctype html><html><head><meta charset="{charset}"><title>Mayor stays | Harbour Wire</title>
<meta property="og:title" content="Mayor stays"><meta property="og:site_name" content="Harbour Wire">
<meta property="article:published_time" content="2021-03-04T08:00:00+01:00"></head><body>
<nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>Mayor stays</h1>
<p>“I won’t leave,” said
<a href="/roche">Émile Roché</a>, the mayor of the <b>harbour</b> town, on Monday.</p>
<p>The council had asked him to go,
according to a letter seen by Harbour Wire on Sunday evening.</p>
<blockquote><p>We asked him twice.</p></blockquote></article>
<footer>Copyright Harbour Wire</footer></body></html>"""


def received(path, data):
    path.write_bytes(data)
    (item,) = receive([str(path)])
    return item


def test_a_page_is_its_article_title_outlet_and_date(tmp_path):
    report = received(tmp_path / "page.html", PAGE.format(charset="utf-8").encode()).report
    assert (report.title, report.outlet, report.published) == ("Mayor stays", "Harbour Wire", "2021-03-04")
    assert report.text == (
        "Mayor stays\n\n"
        "“I won’t leave,” said Émile Roché, the mayor of the harbour town, on Monday.\n\n"
        "The council had asked him to go, according to a letter seen by Harbour Wire on Sunday evening.\n\n"
        "We asked him twice."
    )


@pytest.mark.parametrize(
    ("written", "declared"),
    [("cp1252", "iso-8859-1"), ("utf-8", "iso-8859-1"), ("cp1252", "utf-8"), ("utf-16", "x")],
)
def test_a_page_is_read_whatever_charset_it_declares(tmp_path, written, declared):
    report = received(tmp_path / "page.htm", PAGE.format(charset=declared).encode(written)).report
    assert "“I won’t leave,” said Émile Roché" in report.text


def test_pictures_in_a_page_do_not_make_it_too_large(tmp_path):
    picture = b'<img src="data:image/png;base64,' + b"A" * 12_000_000 + b'">'
    item = received(
        tmp_path / "page.html", PAGE.format(charset="utf-8").encode().replace(b"<nav>", picture + b"<nav>")
    )
    assert "Émile" in item.report.text


@pytest.mark.parametrize(
    "markup",
    [b"", b"<html></html>", b"<div>" * 100_000, b"\0<html\0", b"plain words", b"<p>" + b"<b>" * 5_000 + b"x",
     b"<html><script>let x = 'He said no.'</script></html>", b"<?xml version='1.0' encoding='utf-8'?>"],
)  # fmt: skip
def test_a_page_without_an_article_is_named(tmp_path, markup):
    item = received(tmp_path / "page.html", markup)
    assert isinstance(item, Unreadable)
    assert item.name == str(tmp_path / "page.html")


def test_comments_before_a_page_are_passed_over_in_no_time(tmp_path):
    (tmp_path / "page").write_bytes(b"<!-->" * 800 + b"<" + b"!---->" * 5000)
    (item,) = receive([str(tmp_path / "page")])
    assert item.report.text.startswith("<!-->")


def test_references_to_no_character_do_no_harm(tmp_path):
    item = received(tmp_path / "page.html", b"<p>" + b"He said &#xD800;&#0;&#x1b;no. " * 30 + b"</p>")
    assert isinstance(item, Unreadable) or item.report.text.encode()


def test_entities_that_stand_for_each_other_do_not_grow(tmp_path):
    names = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a0 "ha">{names}]><html><p>&a12;</p></html>'
    item = received(tmp_path / "page.xhtml", bomb.encode())
    assert isinstance(item, Unreadable) or len(item.report.text) < len(bomb)


@settings(max_examples=60)
@given(cut=st.integers(0, len(PAGE)), put=st.binary(max_size=20))
def test_a_damaged_page_is_read_or_named(tmp_path_factory, cut, put):
    data = PAGE.encode()
    item = received(tmp_path_factory.mktemp("pages") / "page.html", data[:cut] + put + data[cut + len(put) :])
    assert isinstance(item, Unreadable) or item.report.text.strip()


@pytest.mark.parametrize(
    "page",
    [p for p in files("sayso").joinpath("samples").iterdir() if p.name.endswith("html")],
    ids=lambda p: p.name,
)
def test_the_samples_are_read_whole(page):
    (item,) = receive([str(page)])
    paragraphs = re.findall("<(?:p|h1)>(.*?)</(?:p|h1)>", page.read_text(encoding="utf-8"))
    assert item.report.text.split("\n\n") == [html.unescape(paragraph) for paragraph in paragraphs]
    assert item.report.title == html.unescape(paragraphs[0])
    assert item.report.outlet
    assert item.report.published
