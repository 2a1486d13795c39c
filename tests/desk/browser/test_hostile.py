"""500 reports that would take the page over, or break its layout: they are only text."""

from __future__ import annotations

import random
import re
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from sayso.desk.app import make_app
from sayso.intake import Received, Report
from sayso.ledger import Ledger
from sayso.questions.claim import Carrier, Claim, Subject
from sayso.questions.kept import row
from sayso.reading.annotations import Attribution, Certainty, Entity, Link, Reading, Words

MANY = 500
SEEN = 60
"""Reports that the browser opens; the pages of all are read."""

MARKUP = (
    "<script>window.pwned=1;alert(1)</script>",
    "</script><script>window.pwned=2</script>",
    "<img src=x onerror='window.pwned=3'>",
    "<svg onload=window.pwned=4><script>window.pwned=4</script></svg>",
    "<svg><animate onbegin=window.pwned=5 attributeName=x dur=1s>",
    "<iframe src='javascript:parent.pwned=6'></iframe>",
    "<iframe srcdoc='<script>parent.pwned=7</script>'></iframe>",
    "</textarea><script>window.pwned=8</script>",
    "</title><script>window.pwned=9</script>",
    "</style><script>window.pwned=10</script><style>*{display:none}",
    "\"><script>window.pwned=11</script><a href=\"",
    "' autofocus onfocus='window.pwned=12' x='",
    "\" onmouseover=\"window.pwned=13\" style=\"position:fixed;inset:0\" x=\"",
    "<a href='javascript:window.pwned=14'>click</a>",
    "<form action='https://elsewhere.example'><button>Add</button></form>",
    "<base href='https://elsewhere.example/'>",
    "<meta http-equiv=refresh content='0;url=https://elsewhere.example'>",
    "<link rel=stylesheet href='https://elsewhere.example/x.css'>",
    "<div hx-get='https://elsewhere.example' hx-trigger='load'></div>",
    "<div hx-on:load='window.pwned=15' data-hx-get='/log' hx-trigger='load'></div>",
    "<!--", "-->", "]]>", "<![CDATA[", "&lt;script&gt;", "&#60;script&#62;window.pwned=16&#60;/script&#62;",
    "{{7*7}}", "{% for x in ().__class__.__base__.__subclasses__() %}x{% endfor %}", "${7*7}", "#{7*7}",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.pwned=17>",
    "<noscript><p title='</noscript><img src=x onerror=window.pwned=18>'>",
)  # fmt: skip
SIGNS = (
    "\u202eevil\u202c", "\u202dleft", "\u2066\u2067\u2068deep", "\u2069\u2069", "\u200f\u200eto\u061cfro",
    "\u200b\u200c\u200d\u2060\ufeff", "\x00\x01\x02", "\x07\x08\x1b[31mred\x1b[0m", "\x7f\x85\x9f",
    "\u2028\u2029",
    "Z" + "\u0301\u0316\u0336\u0489" * 60, "\u0e33" * 80, "\ufdfd" * 20, "\U0001f468\u200d\U0001f469" * 30,
    "\U000e0041\U000e0042", "\ue000\uffff", "\ud800", "שלום عربى " * 20, "\t" * 50, "\r\r\n\n" * 20, " " * 90,
)  # fmt: skip
WORDS = (
    "w" * 100_000,
    "é" * 20_000,
    "文" * 20_000,
    "a-" * 9_000,
    "https://x.example/" + "y" * 9_000,
    "&" * 9_000,
)
URLS = (
    "javascript:window.pwned=20", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
    "data:text/html,<script>parent.pwned=21</script>", "vbscript:x", "//elsewhere.example", "https://x.example/'\"><b>",
    "https://[", "http://x.example/\u202e", "file:///etc/passwd", "http:javascript:alert(1)",
)  # fmt: skip


def hostile(number):
    """One of the reports, the same every time; every tenth has an unbroken word of up to 100,000 letters."""
    chance = random.Random(number)

    def nasty(most=3):
        pieces = [chance.choice(MARKUP + SIGNS) for _ in range(chance.randint(1, most))]
        return " ".join([MARKUP[number % len(MARKUP)], *pieces])

    huge = WORDS[number // 10 % len(WORDS)] if number % 10 == 0 else ""
    name, outlet = nasty(1) + huge[:500], nasty(1)
    pieces = [nasty(), "\n\n", f"“{nasty()} {huge}”", " ", name, " ", nasty(1), "\n\n", nasty(), huge[:3_000]]
    starts = [sum(map(len, pieces[:n])) for n in range(len(pieces) + 1)]
    content, source, cue = ((starts[n], starts[n + 1]) for n in (2, 4, 6))
    text = "".join(pieces)
    title = f"{nasty(2)} {huge[:2_000]} number {number}"
    published = f"2021-{number % 12 + 1:02}-{number % 28 + 1:02}"
    report = Report.of(
        text, title=title, outlet=outlet, published=published, url=chance.choice(URLS), byline=nasty(1)
    )
    words = tuple(found.span() for found in re.finditer(r"\S+", text))
    flat = Words(
        words, ("X",) * len(words), tuple(range(len(words))), ("root",) * len(words), ((0, len(words)),)
    )
    said = Attribution(
        source=(source,),
        cue=(cue,),
        content=(content,),
        type=chance.choice(("direct", "mixed", "indirect")),
        confidence=0.9,
        speaker=name,
        source_kind="person",
        via=(Link(nasty(1), "recording", ()),),
        polarity=chance.choice(("positive", "negative")),
        certainty=Certainty(0.2, 0.8, ((0, starts[1]),)),
        said=published,
    )
    reading = Reading(text, flat, (Entity(*source, "PERSON", name),), (said,))
    subject = f"Mara Voss {number % 7} {MARKUP[number % 7]}"
    claim = Claim(
        kind="life",
        subject=Subject(subject),
        value=chance.choice(("alive", "dead")),
        source=name,
        source_kind="person",
        authority=name,
        report=Carrier(report.id, outlet, published, title),
        content=reading.slice((content,)),
        span=(content,),
        words=(nasty(1),),
    )
    received = Received(f"{nasty(1)}.txt", report, len(text), text.encode("utf-8", "surrogatepass"))
    return received, reading, [row(claim, reading)]


@pytest.fixture(scope="session")
def place(tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / "ledger.db"
    with Ledger.open(path, user="ann") as ledger:
        ledger.add_all(map(hostile, range(MANY)), model="none")
        assert ledger.counts().reports == MANY
        for source in ledger.sources(limit=5):
            ledger.note(source.id, MARKUP[0] + SIGNS[0])
    return path


@pytest.fixture(scope="session")
def paths(place):
    """Lists first, then sources and questions, then every report."""
    with Ledger.open(place) as ledger:
        reports = [one.id for one in ledger.reports()]
        sources = [f"/sources/{one.id}" for one in ledger.listed_sources(limit=5)]
    with TestClient(make_app(str(place)), base_url="http://127.0.0.1", client=("127.0.0.1", 1)) as client:
        asked = [f"/questions/ask?q={one}" for one in _questions(client)]
    lists = [
        "/",
        "/reports",
        "/reports?page=9",
        "/search?q=script",
        "/sources",
        "/questions",
        "/log",
        "/watch",
    ]
    return [*lists, *sources, *asked, *(f"/reports/{id}" for id in reports)]


def _questions(client):
    found = client.get("/questions").text
    return re.findall(r'href="/questions/ask\?q=([^"&]+)"', found)


TAGS = (
    "a abbr article aside b bdi blockquote body button caption code datalist dd details div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 head header html img input label legend li link main mark meta"
    " meter nav ol option output p picture progress q s script section select source span summary table"
    " tbody td textarea th thead time title tr ul"
)
QUIET = frozenset(TAGS.split())
"""All that the desk's own pages are made of."""


class Acting(HTMLParser):
    """What in a page acts, or would: its scripts, the attributes that run some, where its links lead."""

    def __init__(self):
        super().__init__()
        self.wrong = []

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        own = re.fullmatch(r"/static/[\w.]+\.js", told.get("src", ""))
        if tag not in QUIET or (tag == "script" and not own):
            self.wrong.append(self.get_starttag_text())
        for name, value in attributes:
            led = name in ("href", "src", "srcset", "action", "hx-get") and not re.match(
                r"/(?!/)|#|https?://", value or ""
            )
            if led or name.startswith(("on", "hx-on")) or name in ("style", "srcdoc", "autofocus"):
                self.wrong.append(self.get_starttag_text())


def test_all_pages_are_only_text(place, paths):
    unsafe = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
    with TestClient(make_app(str(place)), base_url="http://127.0.0.1", client=("127.0.0.1", 1)) as client:
        for path in paths:
            answer = client.get(path)
            assert answer.status_code == 200, path
            page = Acting()
            page.feed(answer.text)
            page.close()
            assert not page.wrong, path
            assert not unsafe.search(answer.text), path


LOOK = """() => ({
    pwned: window.pwned ?? null,
    headings: document.querySelectorAll("main h1").length,
    top: document.querySelector(".top").offsetTop,
    below: document.querySelector(".bottom").getBoundingClientRect().y > 0,
    wider: document.documentElement.scrollWidth > document.documentElement.clientWidth,
})"""
SOUND = {"pwned": None, "headings": 1, "top": 0, "below": True, "wider": False}


def test_no_script_runs_and_no_layout_breaks(serve, place, paths, browse):
    with serve(place) as address:
        page = browse(address)
        for path in [*paths[:-MANY], *paths[-MANY :: MANY // SEEN]]:
            page.goto(path)
            assert page.evaluate(LOOK) == SOUND, path


def test_pointing_at_statements_runs_nothing_on_a_phone_either(serve, place, paths, browse):
    with serve(place) as address:
        page = browse(address, viewport={"width": 375, "height": 720})
        for path in paths[-MANY :: MANY // 12]:
            page.goto(path)
            page.locator("#text a.n").first.focus()
            assert page.locator("#panel").is_visible(), path
            assert page.evaluate(LOOK) == SOUND, path
