"""A desk over a small ledger of invented reports, read once by the real model."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from unittest.mock import patch

import pytest

pytest.importorskip("fastapi", reason='needs pip install "sayso[desk]"')

from fastapi.testclient import TestClient

from sayso.add import add
from sayso.desk.app import make_app
from sayso.desk.arrivals import Arrived, Place, arrivals
from sayso.intake import receive
from sayso.ledger import Filter, Ledger
from sayso.ready import catch_up

REPORTS = Path(__file__).with_name("reports.jsonl")
HERE = {"base_url": "http://127.0.0.1:8417", "client": ("127.0.0.1", 50_000)}
"""How this machine asks."""


class Beside:
    """Works in the desk's own process, where it is quicker, and reads by whatever reader a test put there."""

    def __init__(self, place: str) -> None:
        self._ledger = Ledger.open(place)

    def prepare(self) -> None:
        pass

    def arrivals(self, places: Sequence[Place], stop: Event) -> Iterator[Arrived]:
        return arrivals(self._ledger, places, stop.is_set)

    def catch_up(self, stop: Event) -> None:
        catch_up(self._ledger)

    def close(self) -> None:
        self._ledger.close()


@contextmanager
def served(place: Path | str, user: str | None = "ann", **more: object) -> Iterator[TestClient]:
    """A desk over a ledger, as the browser of this machine sees it."""
    with patch("sayso.desk.jobs.Apart", Beside):
        app = make_app(str(place), user=user, **more)
    with TestClient(app, **HERE) as client:
        yield client


@pytest.fixture(scope="session")
def filled(model: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger's file; to be read only."""
    path = tmp_path_factory.mktemp("desk") / "ledger.db"
    with Ledger.open(path, user="ann") as ledger:
        failed = [item for item in add(ledger, receive([str(REPORTS)])) if isinstance(item, Exception)]
    assert not failed
    return path


@pytest.fixture(scope="session")
def desk(filled: Path) -> Iterator[TestClient]:
    """A desk over that ledger, for tests that change nothing."""
    with served(filled) as client:
        yield client


@pytest.fixture
def own_place(filled: Path, tmp_path: Path) -> Path:
    """A copy of the ledger, to be changed."""
    return Path(shutil.copy(filled, tmp_path / "own.db"))


@pytest.fixture
def own_desk(own_place: Path) -> Iterator[TestClient]:
    """A desk over a ledger of its own, for tests that change something."""
    with served(own_place) as client:
        yield client


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[TestClient]:
    """A desk over a ledger that has nothing yet."""
    with served(tmp_path / "empty.db") as client:
        yield client


@pytest.fixture(scope="session")
def report_id(filled: Path) -> Callable[[str], str]:
    """The id of the report whose title has these words."""
    with Ledger.open(filled) as ledger:
        titles = {one.report: one.title or "" for one in ledger.statements(wanted=Filter())}
    return lambda words: next(id for id, title in titles.items() if words in title)
