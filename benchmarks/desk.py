"""The desk over a large ledger: each page alone, and 50 people reading while one adds reports.

`python -m benchmarks.desk LEDGER [--users 50] [--seconds 60]`

LEDGER is a file of SQLite, best of a million statements (`benchmarks.million --keep`); a copy of it is
served, so it stays as it is. Of each page: the median and the slowest of 20, and the processor's time
that the desk takes for one (Linux), all in milliseconds. Each of the users opens a page, reads for about
a second and opens another, while one more pastes a report into the form, waits until it is there, and
pastes the next.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode

import httpx

from sayso.gather import claims_about
from sayso.ledger import Filter, Kept, Ledger
from sayso.questions import parse
from sayso.questions.candidates import candidates
from sayso.questions.kept import claim

from .scores import show

__all__ = ["Pages", "copied", "crowd", "find", "served", "singly", "there"]

LOOKS = 20
LOOKED_AT = 2_000
"""Statements among which reports, sources and questions are chosen."""

LONG = 2_000
"""Words of the long report."""

PATIENCE = 600.0
"""Seconds that a page may take before it counts as an error."""

MAPPED = ("control", "whereabouts")


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages by the names of their figures, others of the same sorts to leaf through, and reports' texts."""

    named: dict[str, str]
    others: tuple[str, ...]
    texts: tuple[str, ...]


@dataclass(slots=True)
class Crowd:
    """What people saw: seconds a page, errors by what they were, seconds until a report was there."""

    pages: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    added: list[float] = field(default_factory=list)


def copied(ledger: Path, folder: Path) -> Path:
    """A copy of a ledger, with the newest schema, that may be changed."""
    copy = folder / "desk.db"
    with closing(sqlite3.connect(ledger)) as old, closing(sqlite3.connect(copy)) as new:
        old.backup(new)
    Ledger.open(copy).close()
    return copy


@contextmanager
def served(place: Path) -> Iterator[tuple[str, int]]:
    """The desk over a ledger, as its users start it: the address and the process."""
    command = [sys.executable, "-m", "sayso", "desk", "--no-open", "--port", "0", "--ledger", str(place)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
        try:
            told = re.search(r"http://\S+", desk.stdout.readline() if desk.stdout else "")
            if told is None:
                raise RuntimeError("the desk did not start")
            yield told[0].rstrip("/"), desk.pid
        finally:
            desk.terminate()


def find(place: Path) -> Pages:
    """Pages of a ledger: of the most frequent source and a rare one, of a common subject and a rare one."""
    chance = random.Random(3)
    with Ledger.open(place) as ledger:
        said = ledger.statements(wanted=Filter(limit=LOOKED_AT), latest=True, skip=LOOKED_AT)
        said = said or ledger.statements(wanted=Filter(limit=LOOKED_AT))
        reports = sorted({one.report for one in said})
        sources = sorted({one.source_id for one in said if one.source_id})
        frequent = ledger.listed_sources(limit=1)[0].id
        rare = min(sources[:200], key=lambda id: ledger.source(id).statements)
        asked = Counter(
            (question.kind, question.text)
            for told in ledger.told(reports)
            for question in candidates(claim(Kept("", told.kind, told.data, told.report)))[:1]
        )
        ranked = [text for (_, text), _ in asked.most_common()]
        by_claims = sorted(
            ranked[:30] + ranked[-30:], key=lambda text: len(claims_about(ledger, parse(text)).claims)
        )
        texts = tuple(ledger.report(id).text for id in chance.sample(reports, min(len(reports), 50)))
    on_maps = [text for (kind, text), _ in asked.most_common() if kind in MAPPED]
    common, rare_one = (urlencode({"q": text}) for text in (by_claims[-1], by_claims[0]))
    named = {
        "first page": "/",
        "reports": "/reports",
        "report": f"/reports/{reports[0]}",
        "sources": "/sources",
        "most frequent source": f"/sources/{frequent}",
        "rare source": f"/sources/{rare}",
        "questions": "/questions",
        "question, common subject": f"/questions/ask?{common}",
        "question, rare subject": f"/questions/ask?{rare_one}",
        "its chart": f"/questions/timeline.svg?{common}",
        "a map": "/questions/map.svg?" + urlencode({"q": (on_maps or ranked)[0]}),
        "search": "/search?q=air+strike",
        "search, a common word": "/search?q=police",
        "watch list": "/watch",
        "log": "/log",
    }
    others = (
        *(f"/reports/{id}" for id in chance.sample(reports, min(len(reports), 200))),
        *(f"/sources/{id}" for id in chance.sample(sources, min(len(sources), 100))),
        *(
            "/questions/ask?" + urlencode({"q": text})
            for text in chance.sample(ranked, min(len(ranked), 100))
        ),
    )
    return Pages(named, others, texts)


def there(address: str, pages: Pages) -> Pages:
    """The pages without those that the desk does not have, a map without places; which is told."""
    with httpx.Client(base_url=address, timeout=PATIENCE) as browser:
        missing = [name for name, path in pages.named.items() if browser.get(path).status_code == 404]
    for name in missing:
        print(f"{name}: there is no {pages.named[name]}", file=sys.stderr)
    return replace(pages, named={name: path for name, path in pages.named.items() if name not in missing})


def singly(address: str, process: int, named: dict[str, str]) -> dict[str, float]:
    """Each page by itself, each time at another address: the desk would answer the same again."""
    found: dict[str, float] = {}
    with httpx.Client(base_url=address, timeout=PATIENCE) as browser:
        for name, path in named.items():
            before, times = _processor(process), []
            for look in range(LOOKS):
                start = time.perf_counter()
                browser.get(f"{path}{'&' if '?' in path else '?'}look={look}").raise_for_status()
                times.append(1000 * (time.perf_counter() - start))
            found[f"{name}, median, ms"] = median(times)
            found[f"{name}, slowest, ms"] = max(times)
            found[f"{name}, processor, ms"] = (_processor(process) - before) / LOOKS
    return found


async def long_report(address: str, texts: tuple[str, ...]) -> str:
    """The path of a report of 2,000 words, made of several, which is added."""
    words, paragraphs = 0, []
    for paragraph in (line for text in texts for line in text.splitlines()):
        paragraphs.append(paragraph)
        words += len(paragraph.split())
        if words >= LONG:
            break
    async with httpx.AsyncClient(base_url=address, timeout=PATIENCE) as browser:
        page = await _paste(browser, "\n".join(paragraphs), "A long report")
    found = re.search(r'href="(/reports/[0-9a-f]+)', page)
    if found is None:
        raise RuntimeError("the long report was not read")
    return found[1]


async def crowd(address: str, pages: Pages, users: int, seconds: float) -> Crowd:
    """Let many read and one add for a while."""
    seen = Crowd()
    end = time.monotonic() + seconds
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    async with httpx.AsyncClient(base_url=address, timeout=PATIENCE, limits=limits) as browser:
        readers = [_reads(browser, pages, random.Random(number), end, seen) for number in range(users)]
        await asyncio.gather(_adds(browser, pages.texts, end, seen), *readers)
    return seen


async def _reads(
    browser: httpx.AsyncClient, pages: Pages, chance: random.Random, end: float, seen: Crowd
) -> None:
    named = list(pages.named.values())
    await asyncio.sleep(chance.random())
    while time.monotonic() < end:
        path = chance.choice(named if chance.random() < 0.5 else pages.others)
        start = time.perf_counter()
        try:
            answer = await browser.get(path)
        except httpx.HTTPError as error:
            seen.errors[f"{path}: {type(error).__name__}"] += 1
        else:
            seen.pages.append(time.perf_counter() - start)
            if answer.status_code != 200:
                seen.errors[f"{path}: {answer.status_code}"] += 1
        await asyncio.sleep(chance.expovariate(1))


async def _adds(browser: httpx.AsyncClient, texts: tuple[str, ...], end: float, seen: Crowd) -> None:
    number = 0
    while time.monotonic() < end:
        number += 1
        lines = texts[number % len(texts)].splitlines() + texts[(7 * number + 3) % len(texts)].splitlines()
        random.Random(number).shuffle(lines)
        start = time.perf_counter()
        try:
            page = await _paste(browser, "\n".join(lines), f"Report {number}")
        except httpx.HTTPError as error:
            seen.errors[f"adding: {error}"] += 1
        else:
            seen.added.append(time.perf_counter() - start)
            if "/reports/" not in page:
                seen.errors["adding: not read"] += 1


async def _paste(browser: httpx.AsyncClient, text: str, title: str) -> str:
    """Hand in a report as the form does; the page of the job when it is over."""
    form = {"text": text, "title": title, "outlet": "The Benchmark", "published": "2019-05-17"}
    answer = await browser.post("/add", data=form)
    while 'id="bar"' in (page := (await browser.get(answer.headers["location"])).raise_for_status().text):
        await asyncio.sleep(0.2)
    return page


def told(seen: Crowd) -> dict[str, float]:
    """The figures of what people saw."""
    return {
        "pages opened": len(seen.pages),
        "pages, median, ms": 1000 * median(seen.pages),
        "pages, 95 of 100 within, ms": 1000 * quantiles(seen.pages, n=20)[-1],
        "pages, slowest, ms": 1000 * max(seen.pages),
        "errors": seen.errors.total(),
        "reports added meanwhile": len(seen.added),
        "one of them, median, s": median(seen.added or [0.0]),
    }


def _opened(address: str) -> float:
    start = time.perf_counter()
    httpx.get(address, timeout=PATIENCE).raise_for_status()
    return 1000 * (time.perf_counter() - start)


def _processor(process: int) -> float:
    """Milliseconds of processor time that a process has taken; 0 where nobody tells."""
    try:
        told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return 1000 * (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Serve a copy, measure, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60.0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.ledger.parent) as folder:
        place = copied(given.ledger, Path(folder))
        pages = find(place)
        with served(place) as (address, process):
            show({"first page after the start, ms": _opened(address)})
            pages = there(address, pages)
            show(singly(address, process, pages.named))
            path = asyncio.run(long_report(address, pages.texts))
            show(singly(address, process, {"report of 2,000 words": path}))
            seen = asyncio.run(crowd(address, pages, given.users, given.seconds))
        show(told(seen))
        for error, count in seen.errors.most_common(20):
            print(f"{count} x {error}", file=sys.stderr)


if __name__ == "__main__":
    main()
