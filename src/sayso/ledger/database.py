"""The database behind a ledger: a file of SQLite, or a PostgreSQL server by its URL."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError

__all__ = ["HEAD", "NotALedger", "connect", "upgrade"]

HEAD = "0005"
"""The last step of the schema; a test holds it equal to the last migration."""

PATIENCE = 30.0
"""Seconds to wait for another writer."""

POOL: dict[str, Any] = {"pool_size": 8, "max_overflow": 40, "pool_use_lifo": True}
"""Connections that are kept, and how many more there may be at a time: the desk has so many threads."""

LOCK = 0x5A750
"""The number of the lock that writers take on a server."""


class NotALedger(Exception):
    """A file or database that cannot be used as a ledger; says which, and why."""


def connect(where: str | Path, make: bool = True) -> Engine:
    """The database at a path or URL, with an up-to-date schema; it is made where there is none.

    Raises:
        NotALedger: the file is something else, the server cannot be reached, or there is no ledger
            and none is to be made.
    """
    name = str(where)
    if not make and "://" not in name and not Path(name).exists():
        raise NotALedger(f"{name}: no ledger there (sayso add makes one)")
    try:
        engine = _server(name) if "://" in name else _file(Path(name))
        try:
            _bring_up_to_date(engine, make)
        except BaseException:
            engine.dispose()
            raise
    except (DatabaseError, ArgumentError, NoSuchModuleError, ImportError, OSError) as error:
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise NotALedger(f"{_without_password(name)}: {reason}") from error
    return engine


def _bring_up_to_date(engine: Engine, make: bool) -> None:
    with engine.connect() as connection:
        version = _version(connection)
    if version is None and not make:
        raise NotALedger(f"{engine.url.database}: holds no ledger (sayso add makes one)")
    if version != HEAD:
        upgrade(engine, version)


def upgrade(engine: Engine, version: str | None) -> None:
    """Bring the schema from ``version`` (None: nothing there) to HEAD, in one transaction.

    Raises:
        NotALedger: the database holds something else, or a newer Sayso's ledger.
    """
    from alembic import command
    from alembic.config import Config

    if version is not None and version > HEAD:
        raise NotALedger(f"{engine.url.database}: made by a newer version of Sayso")
    writer = engine.execution_options(writes=True)
    with as_file(files("sayso.ledger") / "migrations") as folder, writer.begin() as connection:
        if _version(connection) == HEAD:
            return  # somebody else was faster
        if version is None and inspect(connection).get_table_names():
            raise NotALedger(f"{engine.url.database}: holds other tables than a ledger's")
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _server(url: str) -> Engine:
    if url.startswith(("postgres://", "postgresql://")):
        url = "postgresql+psycopg://" + url.partition("://")[2]
    engine = create_engine(url, pool_pre_ping=True, **POOL)
    event.listen(engine, "begin", _begin_on_server)
    return engine


def _file(path: Path) -> Engine:
    if path.is_dir():
        raise NotALedger(f"{path}: is a folder")
    engine = create_engine(
        f"sqlite:///{path}", connect_args={"timeout": PATIENCE, "check_same_thread": False}, **POOL
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, record: object) -> None:
    """Readers go on while one writes; a transaction that was committed outlives a killed process."""
    connection.isolation_level = None  # we begin transactions ourselves
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "cache_size=-64000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """A transaction that will write takes the lock at once, so that it cannot fail half-way."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_on_server(connection: Connection) -> None:
    """One writer at a time here too: who is a report's head, and who a name's, depends on the order."""
    if connection.get_execution_options().get("writes"):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")


def _without_password(name: str) -> str:
    scheme, separator, rest = name.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}" if separator else name
