"""Inputs made to break a reader: damaged and monstrous pages, texts, rows, feeds and archives."""

from __future__ import annotations

import gzip
import io
import json
import random
import zipfile
import zlib
from collections.abc import Callable, Iterator
from importlib.resources import files

__all__ = ["inputs"]

Maker = Callable[[random.Random], bytes]

DATES = ("0000-00-00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00", "-5", "2021-02-30", "99999999999")
STORY = "“We will not leave,” Émile Roché, the mayor, said on Monday.\n\nRead: Other story\n\nHe stayed.\n"


def inputs(count: int, seed: int = 0, large: bool = True) -> Iterator[tuple[str, bytes]]:
    """So many files, as their names and bytes: monsters first, then sound files that were damaged.

    ``large`` takes in those of 10 MB and more, and bombs.
    """
    monsters = [*SMALL, *LARGE] if large else SMALL
    for number in range(count):
        dice = random.Random(f"{seed} {number}")
        if number < len(monsters):
            suffix, make = monsters[number]
            yield f"{number:04}-monster.{suffix}", make(dice)
        else:
            suffix, make = SOUND[number % len(SOUND)]
            damage = dice.choice(DAMAGES)
            yield f"{number:04}-{damage.__name__.strip('_')}.{suffix}", damage(dice, make(dice))


def _page(dice: random.Random) -> bytes:
    pages = [each for each in files("sayso").joinpath("samples").iterdir() if each.name.endswith(".html")]
    return dice.choice(sorted(pages, key=lambda page: page.name)).read_bytes()


def _dated_page(dice: random.Random) -> bytes:
    date = dice.choice(DATES)
    told = json.dumps({"@type": "NewsArticle", "datePublished": date})
    head = (
        f'<meta property="article:published_time" content="{date}"><script type="application/ld+json">{told}'
    )
    return _page(dice).replace(b"</head>", f"{head}</script></head>".encode(), 1)


def _text(dice: random.Random) -> bytes:
    return (STORY * dice.randint(1, 20)).encode()


def _rows(dice: random.Random) -> bytes:
    rows = [
        {"text": STORY, "published": dice.choice(DATES)},
        {"html": _page(dice).decode(), "title": "A"},
        {"text": STORY, "id": dice.randint(-9, 9), "outlet": dice.choice(["A", None, 7])},
    ]
    return b"\n".join(json.dumps(row).encode() for row in rows * dice.randint(1, 3))


def _feed(dice: random.Random) -> bytes:
    entry = (
        f"<item><title>A</title><guid>{dice.randint(0, 9)}</guid><pubDate>{dice.choice(DATES)}</pubDate>"
        f"<description><![CDATA[<p>{STORY}</p>]]></description></item>"
    )
    head = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Wire</title>'
    return (head + entry * dice.randint(1, 9) + "</channel></rss>").encode()


def _record(
    body: bytes, http: bytes = b"", length: int | None = None, date: str = "2020-01-01T00:00:00Z"
) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + http + b"\r\n" + body
    length = len(block) if length is None else length
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://wire.example/a\r\n"
        f"WARC-Date: {date}\r\nContent-Type: application/http\r\nContent-Length: {length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def _archive(dice: random.Random) -> bytes:
    return b"".join(_record(_page(dice), date=dice.choice(DATES)) for _ in range(dice.randint(1, 4)))


def _packed_archive(dice: random.Random) -> bytes:
    return b"".join(gzip.compress(_record(_page(dice))) for _ in range(dice.randint(1, 4)))


SOUND: tuple[tuple[str, Maker], ...] = (
    ("html", _page), ("html", _dated_page), ("txt", _text), ("jsonl", _rows), ("rss", _feed),
    ("warc", _archive), ("warc.gz", _packed_archive), ("jsonl.gz", lambda dice: gzip.compress(_rows(dice))),
)  # fmt: skip


def _cut(dice: random.Random, data: bytes) -> bytes:
    return data[: dice.randrange(len(data))]


def _flipped(dice: random.Random, data: bytes) -> bytes:
    made = bytearray(data)
    for _ in range(dice.choice((1, 10, 1000))):
        made[dice.randrange(len(made))] = dice.randrange(256)
    return bytes(made)


def _doubled(dice: random.Random, data: bytes) -> bytes:
    start, end = sorted(dice.randrange(len(data)) for _ in range(2))
    return data[:end] + data[start:end] * dice.choice((1, 50)) + data[end:]


def _holed(dice: random.Random, data: bytes) -> bytes:
    start, end = sorted(dice.randrange(len(data)) for _ in range(2))
    return data[:start] + data[end:]


def _stuffed(dice: random.Random, data: bytes) -> bytes:
    stuffing = dice.choice(
        (b"\0", b"\xff", b"\x1b[2J", b"<", b"&#xD800;", b"<!--", b"]]>", b'"', b"{", b"\n")
    )
    place = dice.randrange(len(data))
    return data[:place] + stuffing * dice.choice((1, 100, 10_000)) + data[place:]


def _transcoded(dice: random.Random, data: bytes) -> bytes:
    charset = dice.choice(("utf-16", "utf-16-be", "utf-32", "cp037", "utf-7", "shift_jis", "cp1252"))
    return data.decode("utf-8", "replace").encode(charset, "replace")


def _noise(dice: random.Random, data: bytes) -> bytes:
    return dice.randbytes(dice.choice((0, 1, 100, 50_000)))


DAMAGES = (_cut, _flipped, _doubled, _holed, _stuffed, _transcoded, _noise)


def _bomb_feed(levels: int, width: int) -> bytes:
    names = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * width}">' for n in range(levels))
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "{"ha" * 1000}">{names}]>'
    body = f"<rss><channel><item><description>&a{levels};</description></item></channel></rss>"
    return (head + body).encode()


def _rss(inside: bytes) -> bytes:
    return b'<?xml version="1.0"?><rss version="2.0"><channel>' + inside + b"</channel></rss>"


def _zip(name: str, size: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, bytes(size))
    return made.getvalue()


def _gzip(start: bytes, piece: bytes, times: int) -> bytes:
    packing = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    made = [packing.compress(start), *(packing.compress(piece) for _ in range(times)), packing.flush()]
    return b"".join(made)


def _article(inside: str) -> bytes:
    return f"<html><head><title>A</title></head><body><article>{inside}</article></body></html>".encode()


JSON_LD = "<script type='application/ld+json'>"
ENTRY = _rss(b"<item><description>&a;</description></item>")
PARAGRAPH = "<p>He said no, and that they would not leave the town on Monday.</p>"

SMALL: tuple[tuple[str, Maker], ...] = (
    ("txt", lambda _: b""),
    ("html", lambda _: b""),
    ("jsonl", lambda _: b""),
    ("rss", lambda _: b""),
    ("warc", lambda _: b""),
    ("warc.gz", lambda _: b""),
    ("txt", lambda dice: dice.randbytes(20_000)),
    ("txt", lambda _: bytes(range(256)) * 40),
    ("txt", lambda _: b"\x1b]0;title\x07 He said no.\n" * 200),
    ("txt", lambda _: b"\xed\xa0\x80 He said no. \xf4\x90\x80\x80" * 100),
    ("txt", lambda _: b"%PDF-1.7\n"),
    ("html", lambda _: _article("<div>" * 20_000 + PARAGRAPH)),
    ("html", lambda _: _article("<b>" * 20_000 + PARAGRAPH)),
    ("html", lambda _: _article("<table><tr><td>" * 5_000 + PARAGRAPH)),
    ("html", lambda _: _article(f'<p title="{"a" * 2_000_000}">x</p>' + PARAGRAPH * 20)),
    ("html", lambda _: _article("<p " + "".join(f"a{n}=1 " for n in range(50_000)) + ">" + PARAGRAPH * 20)),
    ("html", lambda _: _article("&amp;&#xD800;&#0;&#x110000;&nope;" * 20_000 + PARAGRAPH)),
    ("html", lambda _: _article(PARAGRAPH * 20 + "<!--" * 50_000)),
    ("html", lambda _: _article(f"{JSON_LD}{'[' * 200_000}</script>" + PARAGRAPH * 9)),
    ("html", lambda _: _article("<meta name=date content='9999-99-99'><time datetime=0>" * 500 + PARAGRAPH)),
    ("html", lambda _: _article('<a href="http://[">x</a><a href="//\0">y</a>' * 500 + PARAGRAPH * 9)),
    ("xhtml", lambda _: _bomb_feed(12, 10).replace(b"rss", b"html")),
    ("jsonl", lambda _: b'{"text": ' + b"[" * 100_000),
    ("jsonl", lambda _: b'{"text": "a", "id": ' + b"9" * 100_000 + b"}"),
    ("jsonl", lambda _: b'{"text": "\\ud800\\udfff\\u0000", "url": "\\ud800", "title": "a"}'),
    ("jsonl", lambda _: b"[1]\nnull\n{}\n\xff\xfe\n" * 500),
    ("jsonl", lambda _: b'{"text": NaN}\n{"text": "a", "published": "9999-12-31T23:59:59-23:59"}\n' * 50),
    ("rss", lambda _: _bomb_feed(12, 10)),
    ("rss", lambda _: b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + ENTRY),
    ("rss", lambda _: b'<!DOCTYPE rss [<!ENTITY % a SYSTEM "http://127.0.0.1/a"> %a;]>' + _rss(b"<item/>")),
    ("rss", lambda _: _rss(b"<item>" * 20_000)),
    ("rss", lambda _: _rss(b"<item><description>" + b"<" * 100_000)),
    ("atom", lambda _: b"<feed><entry><content type='application/x'>AAAA</content></entry>"),
    ("warc", lambda _: _record(b"x", length=10**14)),
    ("warc", lambda _: _record(b"x", length=1) * 200),
    ("warc", lambda _: _record(b"1\r\na\r\n" * 20_000, b"Transfer-Encoding: chunked\r\n")),
    ("warc", lambda _: _record(b"ffffffff\r\n" + b"a" * 1000, b"Transfer-Encoding: chunked\r\n")),
    ("warc", lambda _: b"WARC/1.0\r\n" * 50_000),
    ("warc", lambda _: b"WARC/1.0\r\n" + b"a: b\r\n" * 200_000 + b"\r\n"),
    ("warc.gz", lambda _: _zip("a.warc", 100_000)),
    ("warc.gz", lambda _: gzip.compress(gzip.compress(_record(b"x")))),
    ("txt.gz", lambda _: gzip.compress(b"He said no.")[:-6]),
)  # fmt: skip

MB = 1_000_000
LARGE: tuple[tuple[str, Maker], ...] = (
    ("txt", lambda _: b"a" * 50 * MB),
    ("txt", lambda _: "“é” ".encode() * 8 * MB),
    ("txt", lambda _: b"\n" * 50 * MB),
    ("txt", lambda _: b"Read: x\n" * 600_000),
    ("txt", lambda _: b"Share\n" * 800_000),
    ("txt", lambda _: b"a. " * MB + b"." + b"  " * MB),
    ("txt", lambda _: bytes(60 * MB)),
    ("jsonl", lambda _: b'{"text": "' + b"He said no. " * 4 * MB + b'"}'),
    ("jsonl", lambda _: b"a" * 50 * MB + b"\n"),
    ("jsonl", lambda _: b"\n" * 50 * MB),
    ("jsonl", lambda _: b"[" * 49 * MB),
    ("jsonl", lambda _: b'{"text": "' + b"\\ud800" * 8 * MB + b'"}'),
    ("html", lambda _: _article("<p>He said no.</p>" * 500_000)),
    ("html", lambda _: _article("<a href=x>y</a> " * 300_000)),
    ("html", lambda _: _article("<ul><li>" * 200_000)),
    ("html", lambda _: _article("<br>" * MB)),
    ("html", lambda _: _article("<p>" + "He said no. " * 800_000)),
    ("html", lambda _: b"<" * 9 * MB),
    ("html", lambda _: b"<!--" * 2 * MB),
    ("html", lambda _: _article(f"<p {'a' * 9 * MB}=1>")),
    ("html", lambda _: _article(f"<img src='data:image/png;base64,{'A' * 45 * MB}'>" + PARAGRAPH * 9)),
    ("html", lambda _: _article("<time datetime=2020-01-01>" * 300_000 + PARAGRAPH)),
    ("html", lambda _: _article(f'{JSON_LD}{{"datePublished": 1}}</script>' * 50_000)),
    ("rss", lambda _: _bomb_feed(1, 9 * MB // 5)),
    ("rss", lambda _: _rss(b"<item><title>a</title></item>" * 300_000)),
    ("rss", lambda _: _rss(b"<item><description>a</description></item>" * 49_000)),
    ("rss", lambda _: _rss(b"<item " + b"".join(b"a%d='1' " % n for n in range(700_000)) + b"/>")),
    ("rss", lambda _: _rss(b"<item><description>" + b"&lt;b&gt;x " * 900_000 + b"</description></item>")),
    ("rss", lambda _: _rss(b"<item><description>" + b"<" * 9 * MB)),
    ("rss", lambda _: _rss(b"<item><description>" + b"&" * 900_000)),
    ("rss", lambda _: _rss(b"<item><description>" + b"a" * 60 * MB)),
    ("warc", lambda _: _record(b"1\r\na\r\n" * 8 * MB, b"Transfer-Encoding: chunked\r\n")),
    ("warc", lambda _: _record(gzip.compress(bytes(600 * MB)), b"Content-Encoding: gzip\r\n")),
    ("warc", lambda _: _record(b"", b"X: " + b"a" * 40 * MB + b"\r\n")),
    ("warc", lambda _: b"\n" * 50 * MB),
    ("warc", lambda _: b"WARC/1.0\r\nX: " + b"a" * 50 * MB),
    ("warc", lambda _: _record(b"x" * 60 * MB) + _record(b"x")),
    ("warc", lambda _: _record(b"") * 20_000),
    ("warc.gz", lambda _: _gzip(_record(b"", length=10**14)[:-4], bytes(10 * MB), 300)),
    ("warc.gz", lambda _: _gzip(b"WARC/1.0\r\nX: ", b"a" * 10 * MB, 300)),
    ("warc.gz", lambda _: _gzip(b"", b"\n" * 10 * MB, 300)),
    ("warc.gz", lambda _: gzip.compress(_gzip(b"", bytes(10 * MB), 300))),
    ("jsonl.gz", lambda _: _gzip(b"", b"\n" * 10 * MB, 300)),
    ("txt.gz", lambda _: _gzip(b"", b"a" * 10 * MB, 300)),
    ("html.gz", lambda _: _gzip(b"<html>", b"<p>" * 3 * MB, 300)),
)  # fmt: skip
