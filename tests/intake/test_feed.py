import hashlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake import Received, Unreadable, receive
from sayso.intake import feed as feeds
from sayso.intake import feed_source as sources

FULL = """<item><title>Mayor stays &amp; fights</title><link>https://wire.example/mayor</link>
<guid>hw-1</guid><dc:creator>Lena Brandt</dc:creator><pubDate>Thu, 04 Mar 2021 23:30:00 -0500</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>“I won’t leave,” said
<a href="/r">Émile Roché</a>, the mayor.</p>
<p>Read: Other story</p><p>He was asked to go.</p>]]>
</content:encoded></item>"""
BRIEF = "<item><title>Two</title><description>&lt;b&gt;Officials&lt;/b&gt; would go.</description></item>"
EMPTY = "<item><title>Three</title></item>"
RSS = """<?xml version="1.0" encoding="{charset}"?>{doctype}
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Wire</title><link>https://wire.example/</link>{entries}</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Daily Cape</title><entry><id>urn:x:1</id>
<title type="html">No &lt;i&gt;again&lt;/i&gt;</title><link href="https://cape.example/a"/>
<published>2021-03-04T10:00:00+02:00</published><updated>2021-03-05T10:00:00Z</updated>
<author><name>A. Writer</name></author>
<content type="html">&lt;p&gt;He said no.&lt;/p&gt;</content></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://old.example/"><title>Old Wire</title></channel>
<item rdf:about="https://old.example/1"><title>One</title><link>https://old.example/1</link>
<description>She said yes.</description><dc:date>2004-05-06T07:08:09Z</dc:date></item></rdf:RDF>"""


def rss(*entries, charset="utf-8", doctype=""):
    return RSS.format(charset=charset, doctype=doctype, entries="".join(entries))


def received(path, data):
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(receive([str(path)]))


def test_an_entry_with_its_content_is_a_report(tmp_path):
    path = tmp_path / "feed.xml"
    (item,) = received(path, rss(FULL))
    report = item.report
    assert item.name == f"{path}#hw-1"
    assert report.text == ("“I won’t leave,” said Émile Roché, the mayor.\n\nHe was asked to go.")
    assert (report.title, report.outlet, report.byline) == (
        "Mayor stays & fights",
        "Harbour Wire",
        "Lena Brandt",
    )
    assert report.url == "https://wire.example/mayor"
    assert (report.published, report.published_at) == ("2021-03-04", "2021-03-04T23:30:00-05:00")
    assert report.date_candidates[0].origin == "feed:published"


def test_an_entry_without_content_is_its_summary_and_one_without_text_is_named(tmp_path):
    first, second = received(tmp_path / "feed.rss", rss(BRIEF, EMPTY))
    assert first.report.text == "Officials would go."
    assert first.name.endswith("feed.rss#1")
    assert (second.name[-2:], second.reason) == ("#2", "an entry without text")


def test_atom_and_rdf(tmp_path):
    (atom,) = received(tmp_path / "feed.atom", ATOM)
    assert (atom.report.title, atom.report.outlet, atom.report.text) == (
        "No again",
        "Daily Cape",
        "He said no.",
    )
    assert atom.report.published_at == "2021-03-04T10:00:00+02:00"
    assert [each.origin for each in atom.report.date_candidates] == ["feed:published", "feed:updated"]
    (rdf,) = received(tmp_path / "feed.rdf", RDF)
    assert (rdf.report.title, rdf.report.outlet, rdf.report.text) == ("One", "Old Wire", "She said yes.")
    assert rdf.report.published == "2004-05-06"


def test_the_bytes_of_an_entry_are_its_own_so_that_it_stays_the_same_report(tmp_path):
    first, _ = received(tmp_path / "a.rss", rss(FULL, BRIEF))
    _, again = received(tmp_path / "b.rss", rss(BRIEF, FULL))
    assert first.captured == FULL.encode()
    assert first.report.sha256 == hashlib.sha256(FULL.encode()).hexdigest()
    assert first.report == again.report


def test_entries_of_broken_xml_are_read_with_the_feeds_bytes_once(tmp_path):
    data = rss(FULL, BRIEF)[:-20].encode()
    first, second = received(tmp_path / "a.rss", data)
    assert first.captured == data
    assert first.captured is second.captured
    assert first.report.id != second.report.id
    assert first.report.text.startswith("“I won’t leave,”")


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "windows-1252"])
def test_a_feed_is_read_in_its_charset(tmp_path, charset):
    (item,) = received(tmp_path / "a.rss", rss(FULL, charset=charset).encode(charset))
    assert "Émile Roché" in item.report.text


def bomb():
    names = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    return rss(
        "<item><description>&a12;</description></item>", doctype=f'<!DOCTYPE rss [<!ENTITY a0 "ha">{names}]>'
    )


@pytest.mark.timed
@pytest.mark.parametrize(
    "data",
    [
        bomb(),
        rss("<item><description>" + "&a;" * 100_000 + "</description></item>",
            doctype=f'<!DOCTYPE rss [<!ENTITY a "{"x" * 100_000}">]>'),
        rss("<item><description>&a;</description></item>",
            doctype='<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hosts">]>'),
        rss("<item><x/></item>" * 30_000), rss("<item/>" * 6_000), rss("<item>" * 5_000),
        rss("<item><description>" + "<" * 30_000),
    ],
)  # fmt: skip
def test_a_bomb_is_named_or_read_in_no_time(tmp_path, data):
    start = time.perf_counter()
    items = received(tmp_path / "a.rss", data)
    assert time.perf_counter() - start < 8
    assert items
    assert not any(isinstance(item, Received) and "localhost" in item.report.text for item in items)
    assert all(len(item.report.text) < 1_000_000 for item in items if isinstance(item, Received))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (bomb(), "entities that stand for others"),
        ("<rss><channel><title>x</title></channel></rss>", "without entries"),
        ("", "not a feed"),
        ("plain words", "not a feed"),
        (b"\x89PNG\0\0", "not a feed"),
    ],
)
def test_what_is_no_feed_is_named(tmp_path, data, reason):
    (item,) = received(tmp_path / "a.rss", data)
    assert isinstance(item, Unreadable)
    assert reason in item.reason


def test_limits(tmp_path, monkeypatch):
    monkeypatch.setattr(feeds, "LIMIT", 2000)
    monkeypatch.setattr(feeds, "BROKEN_LIMIT", 20)
    monkeypatch.setattr(sources, "MOST", 3)
    assert "larger than" in received(tmp_path / "a.rss", rss(FULL * 9))[0].reason
    assert "broken XML" in received(tmp_path / "a.rss", rss(FULL)[:-9])[0].reason
    assert "entries" in received(tmp_path / "a.rss", rss(EMPTY * 4))[0].reason


@settings(max_examples=60)
@given(cut=st.integers(0, 1500), put=st.binary(max_size=20))
def test_a_damaged_feed_is_read_or_named(tmp_path_factory, cut, put):
    data = rss(FULL, BRIEF).encode()
    items = received(tmp_path_factory.mktemp("feeds") / "a.rss", data[:cut] + put + data[cut + len(put) :])
    assert items
    assert all(isinstance(item, Unreadable) or item.report.text.strip() for item in items)
