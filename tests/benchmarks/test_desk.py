"""The benchmark of the desk, over a ledger of a few reports."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest

pytest.importorskip("fastapi", reason='needs pip install "sayso[desk]"')

from benchmarks import desk
from sayso.add import add
from sayso.intake import receive
from sayso.ledger import Ledger

T = TypeVar("T")

REPORTS = Path(__file__).parents[1] / "desk" / "reports.jsonl"


@pytest.fixture
def ledger(model: None, tmp_path: Path) -> Path:
    """A ledger's file."""
    path = tmp_path / "ledger.db"
    with Ledger.open(path) as kept:
        assert not [item for item in add(kept, receive([str(REPORTS)])) if isinstance(item, Exception)]
    return path


def _run(work: Coroutine[Any, Any, T]) -> T:
    """What the work comes to, in a thread: tests of the browser may have left a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def test_every_page_is_measured_and_many_read_while_one_adds(ledger: Path, tmp_path: Path):
    (tmp_path / "copy").mkdir()
    place = desk.copied(ledger, tmp_path / "copy")
    found = desk.find(place)
    found.named["none"] = "/no-such-page"
    with desk.served(place) as (address, process):
        pages = desk.there(address, found)
        long = _run(desk.long_report(address, pages.texts))
        figures = desk.singly(address, process, {**pages.named, "long report": long})
        seen = _run(desk.crowd(address, pages, users=3, seconds=2))
    assert {name.partition(",")[0] for name in figures} >= {
        "first page",
        "long report",
        "question",
        "sources",
    }
    assert "none" not in pages.named
    assert all(value >= 0 for value in figures.values())
    assert figures["first page, median, ms"] <= figures["first page, slowest, ms"]
    assert seen.errors.total() == 0
    assert desk.told(seen)["pages opened"] >= 3
    assert seen.added, "a report was pasted and came to be in the ledger"
    with Ledger.open(ledger) as before, Ledger.open(place) as after:
        assert after.counts().reports > before.counts().reports
