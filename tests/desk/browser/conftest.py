"""The desk as a browser has it: a server on this machine, and Chromium."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

import pytest
import uvicorn
from playwright import sync_api

from sayso.add import add
from sayso.desk.app import make_app
from sayso.intake import receive
from sayso.ledger import Filter, Ledger

REPORTS = Path(__file__).with_name("reports.jsonl")
PATIENCE = 30_000
"""Milliseconds that a busy machine may take for what a browser waits for."""


@pytest.fixture(scope="session")
def browser() -> Iterator[sync_api.Browser]:
    """The browser that SAYSO_CHROMIUM names, as .ci/run does where it finds one."""
    program = os.environ.get("SAYSO_CHROMIUM")
    if not program:
        pytest.skip("SAYSO_CHROMIUM names no Chromium")
    sync_api.expect.set_options(timeout=PATIENCE)
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_api.sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"] if root else [])
        yield made
        made.close()


@contextmanager
def serving(place: Path, user: str | None = "ann") -> Iterator[str]:
    """The address of a desk over a ledger."""
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        make_app(str(place), user=user), log_level="warning", ws="none", timeout_graceful_shutdown=10
    )
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started and thread.is_alive():
        sleep(0.02)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


@pytest.fixture(scope="session")
def serve() -> Callable[..., Any]:
    """Serves a desk over a ledger's file while it is open: ``with serve(place, user=…) as address``."""
    return serving


@pytest.fixture(scope="session")
def story(model: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of one invented story, read by the real model; to be read only."""
    path = tmp_path_factory.mktemp("story") / "ledger.db"
    with Ledger.open(path, user="ann") as ledger:
        failed = [item for item in add(ledger, receive([str(REPORTS)])) if isinstance(item, Exception)]
    assert not failed
    return path


@pytest.fixture(scope="session")
def site(browser: sync_api.Browser, story: Path) -> Iterator[str]:
    """The address of a desk over that story, for tests that change nothing."""
    with serving(story) as address:
        yield address


@pytest.fixture
def own_story(story: Path, tmp_path: Path) -> Path:
    """A copy of the ledger, to be changed."""
    return Path(shutil.copy(story, tmp_path / "own.db"))


@pytest.fixture
def own_site(browser: sync_api.Browser, own_story: Path) -> Iterator[str]:
    """A desk over that copy."""
    with serving(own_story) as address:
        yield address


@pytest.fixture(scope="session")
def report_at(story: Path) -> Callable[[str], str]:
    """The path of the page of the report whose title has these words."""
    with Ledger.open(story) as ledger:
        titles = {f"/reports/{one.id}": one.title or "" for one in ledger.reports(Filter())}
    return lambda words: next(path for path, title in titles.items() if words in title)


@pytest.fixture(scope="session")
def source_at(story: Path) -> Callable[[str], str]:
    """The path of a source's page."""
    with Ledger.open(story) as ledger:
        return {one.name: f"/sources/{one.id}" for one in ledger.sources()}.__getitem__


@pytest.fixture(scope="session")
def every_page(report_at: Callable[[str], str], source_at: Callable[[str], str]) -> list[str]:
    """A page of each kind that the desk has, some in more than one state."""
    return [
        "/",
        "/reports",
        report_at("Army says rebel commander"),
        report_at("urges attacks"),
        "/search",
        "/search?q=commander",
        "/search?q=nothinglikethis",
        "/add",
        "/sources",
        source_at("Ruth Adan"),
        "/questions",
        "/questions/ask?q=Is+Daniel+Okoro+alive%3F",
        "/questions/ask?q=Who+controls+Maiduguri%3F",
        "/questions/ask?q=When+was+the+Tessara+recording+made%3F",
        "/questions/claims?q=Is+Daniel+Okoro+alive%3F",
        "/log",
        "/watch",
    ]


@pytest.fixture(scope="session")
def main_pages(every_page: list[str]) -> list[str]:
    """A report, adding, a source, a question and the watch list."""
    return [every_page[n] for n in (3, 7, 9, 11, -1)]


Browse = Callable[..., Any]


@pytest.fixture
def browse(browser: sync_api.Browser) -> Iterator[Browse]:
    """A page in a window of its own: ``browse(site, path, **how)``, as Playwright's contexts are made.

    Nothing moves smoothly there, where a test would look at a page on its way. In the end no page may
    have asked another host for anything, shown a dialog, or complained on its
    console: of a script that failed, of what its policy forbids, of what could not be loaded.
    """
    wrong: list[str] = []
    contexts = []

    def opened(site: str, path: str = "/", **how: Any) -> sync_api.Page:
        context = browser.new_context(base_url=site, **{"reduced_motion": "reduce", **how})
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("request", lambda one: _own(one.url, site) or wrong.append(f"asked for {one.url}"))
        page.on("console", lambda one: one.type in ("error", "warning") and wrong.append(one.text))
        page.on("pageerror", lambda one: wrong.append(str(one)))
        page.on("dialog", lambda one: (wrong.append(f"dialog: {one.message}"), one.dismiss()))
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not wrong


def _own(url: str, site: str) -> bool:
    """Whether a request stays here: on the desk, or within the page."""
    return url.startswith((site + "/", "data:", "blob:"))


@pytest.fixture
def page(site: str, browse: Browse) -> sync_api.Page:
    """The desk's first page, on a laptop."""
    return browse(site)


@pytest.fixture
def own_page(own_site: str, browse: Browse) -> sync_api.Page:
    """The same over a ledger that may be changed."""
    return browse(own_site)


WIDER = """() => document.documentElement.scrollWidth - document.documentElement.clientWidth"""

CUT_OFF = """() => {
    const width = document.documentElement.clientWidth;
    const scrolling = one => /auto|scroll/.test(getComputedStyle(one).overflowX);
    const scrolls = one => one && (scrolling(one) || scrolls(one.parentElement));
    return [...document.querySelectorAll("body *")]
        .filter(one => one.getBoundingClientRect().right > width + 1)
        .filter(one => one.checkVisibility() && !scrolls(one))
        .map(one => one.outerHTML.slice(0, 120));
}"""


@pytest.fixture(scope="session")
def overflow() -> Callable[[sync_api.Page], int]:
    """By how many pixels a page is wider than its window."""
    return lambda page: page.evaluate(WIDER)


@pytest.fixture(scope="session")
def cut_off() -> Callable[[sync_api.Page], list[str]]:
    """What of a page stands beyond the right edge of its window, and cannot be scrolled to."""
    return lambda page: page.evaluate(CUT_OFF)
