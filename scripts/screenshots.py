"""Make the pictures of the desk in docs/images anew: ``python scripts/screenshots.py CHROMIUM``."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen, run
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent.parent
REPORTS = HERE / "tests" / "desk" / "browser" / "reports.jsonl"
IMAGES = HERE / "docs" / "images"
SAYSO = [sys.executable, "-m", "sayso"]

LAPTOP: dict[str, Any] = {"viewport": {"width": 1100, "height": 760}}
PHONE: dict[str, Any] = {"viewport": {"width": 375, "height": 760}, "is_mobile": True}
DARK = LAPTOP | {"color_scheme": "dark"}

ALIVE = "/questions/ask?as_of=2021-03-07&q=" + quote("Is Daniel Okoro alive?")
CITY = "/questions/ask?q=" + quote("Who controls Maiduguri?")


@contextmanager
def desk() -> Iterator[str]:
    """The address of a desk over the invented reports of its tests."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = f"{folder}/ledger.db"
        run([*SAYSO, "add", str(REPORTS), "--ledger", ledger], check=True, capture_output=True)
        command = [*SAYSO, "desk", "--ledger", ledger, "--port", "0", "--as", "ann", "--no-open"]
        with Popen(command, stdout=PIPE, text=True) as server:
            assert server.stdout is not None
            try:
                yield server.stdout.readline().split()[4].rstrip("/")
            finally:
                server.terminate()


def question(page: Page) -> None:
    """A question with two positions."""
    page.goto(ALIVE)


def report(page: Page) -> None:
    """A report with the statement that the keyboard is on."""
    page.goto("/search?q=" + quote("not in the camp"))
    page.goto(str(page.locator("#results .where a").first.get_attribute("href")).partition("#")[0])
    page.locator("#text a.n").nth(3).focus()
    page.locator("#panel").wait_for()


def source(page: Page) -> None:
    """A source's page."""
    page.goto("/sources/james-abate")


def dark(page: Page) -> None:
    """A map and a chart in the dark."""
    page.goto(CITY)
    page.locator("#map img").evaluate("one => one.decode()")


def shoot(browser: Browser, address: str) -> None:
    """All pictures."""
    for name, go, how in [
        ("question", question, LAPTOP),
        ("report", report, LAPTOP),
        ("source", source, LAPTOP),
        ("phone", question, PHONE),
        ("dark", dark, DARK),
    ]:
        context = browser.new_context(base_url=address, **how)
        page = context.new_page()
        go(page)
        page.screenshot(path=IMAGES / f"desk-{name}.png")
        context.close()


def main() -> None:
    """Make them."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    IMAGES.mkdir(parents=True, exist_ok=True)
    with desk() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
        shoot(browser, address)
        browser.close()


if __name__ == "__main__":
    main()
