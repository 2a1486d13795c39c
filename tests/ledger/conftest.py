"""Ledgers of both kinds, filled by the plain reader."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, create_engine, text

from sayso.intake import Received, Report
from sayso.ledger import Added, Ledger, database

POSTGRESQL = os.environ.get("SAYSO_TEST_POSTGRESQL", "")


def received(text: str, **known: str | None) -> Received:
    """A report as it comes in from a text file."""
    captured = text.encode("utf-8", "surrogatepass")
    return Received("story.txt", Report.of(text, **known), len(captured), captured=captured)


@pytest.fixture(scope="session")
def postgresql() -> str:
    """A database for the tests; of its own for each process, where they run side by side."""
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if not worker or not POSTGRESQL:
        return POSTGRESQL
    _execute(POSTGRESQL, f"CREATE DATABASE sayso_{worker}")
    return f"{POSTGRESQL.rpartition('/')[0]}/sayso_{worker}"


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path, postgresql) -> str:
    """Where a new ledger can be made."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    if not postgresql:
        pytest.skip("SAYSO_TEST_POSTGRESQL names no server (.ci/run starts one)")
    _execute(postgresql, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public")
    return postgresql


def _execute(url: str, *statements: str) -> None:
    engine = create_engine(
        url.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


@contextmanager
def rows(place: str) -> Iterator[Connection]:
    """The database of a ledger, past the ledger."""
    engine = database.connect(place)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


@pytest.fixture
def ledger(place) -> Iterator[Ledger]:
    with Ledger.open(place, user="ann") as opened:
        yield opened


@pytest.fixture
def add(ledger, plain_reader) -> Callable[..., Added]:
    """Adds a text to the ledger: add(text, published=…, outlet=…)."""

    def added(text: str, **known: str | None) -> Added:
        it = received(text, **known)
        return ledger.add(it, plain_reader.read(it.report), model="plain")

    return added
