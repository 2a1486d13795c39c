"""Whether a ledger has changed, told without looking at what is in it."""

from __future__ import annotations

from sqlalchemy import Engine, text
from sqlalchemy.pool import PoolProxiedConnection

__all__ = ["State"]


class State:
    """Tells two states of a database apart, at the cost of a glance."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._watching: PoolProxiedConnection | None = None

    def now(self) -> str:
        """Another text than before where anything was committed since; to be asked by one thread at a time.

        It means something only beside what the same object told before: SQLite tells each connection
        whether others have written (``PRAGMA data_version``), PostgreSQL which transactions it sees.
        """
        if self._engine.dialect.name != "sqlite":
            with self._engine.connect() as connection:
                return str(connection.execute(text("SELECT pg_current_snapshot()")).scalar())
        if self._watching is None:
            self._watching = self._engine.raw_connection()
        cursor = self._watching.cursor()
        try:
            cursor.execute("PRAGMA data_version")
            return str(cursor.fetchone())
        finally:
            cursor.close()

    def close(self) -> None:
        """Give the connection back."""
        if self._watching is not None:
            self._watching.close()
            self._watching = None
