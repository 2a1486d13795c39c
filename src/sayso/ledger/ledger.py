"""The ledger: many reports, and who said what across them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, select

from sayso.intake import Received
from sayso.intake import Report as Article
from sayso.ledger import (
    changes,
    decisions,
    judgements,
    listing,
    lookup,
    passages,
    profile,
    ready,
    verify,
    write,
    written,
)
from sayso.ledger import claims as kept
from sayso.ledger.choice import one_entity, target
from sayso.ledger.claims import ClaimRow, Kept
from sayso.ledger.database import connect
from sayso.ledger.listing import Counts, Headline, Told
from sayso.ledger.log import Judgement, log
from sayso.ledger.passages import Passage, Placed
from sayso.ledger.profile import Profile
from sayso.ledger.ready import Asked, Past, Ready, Stage
from sayso.ledger.rows import EVERYTHING, Filter, Report, Source, Statement
from sayso.ledger.schema import REPORT
from sayso.ledger.state import State
from sayso.ledger.write import Added
from sayso.ledger.written import Since
from sayso.reading.annotations import Reading

__all__ = ["Ledger"]

_ARTICLE = ("id", "text", "sha256", "title", "outlet", "published", "url", "byline")


class Ledger:
    """A ledger in a file of SQLite, or in a PostgreSQL database; open it with ``Ledger.open``.

    It may be used by several threads and processes at once: each method is one transaction.
    Wherever a name of a source is asked for, its id will do too, and a name that several bear
    raises a ``LookupError`` that lists them; so does a name, report or statement that is not there.
    """

    def __init__(self, engine: Engine, user: str | None = None) -> None:
        """``user`` signs what is judged; without one nothing can be."""
        self._engine = engine
        self._state = State(engine)
        self.user = user

    @classmethod
    def open(cls, where: str | Path, user: str | None = None, *, make: bool = True) -> Ledger:
        """The ledger at a path or a URL (postgresql://…), made where there is none.

        Raises:
            NotALedger: there is something else, the server cannot be reached, or there is none and
                ``make`` is false.
        """
        return cls(connect(where, make), user)

    def signed_by(self, user: str) -> Ledger:
        """The same ledger in the hands of another user; it shares the database with this one."""
        return Ledger(self._engine, user)

    def close(self) -> None:
        """Give the database back."""
        self._state.close()
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What comes in

    def is_known(self, received: Received) -> bool:
        """Whether adding the report would change nothing."""
        with self._reading() as connection:
            return write.is_known(connection, received)

    @staticmethod
    def id_of(received: Received) -> str:
        """The id that a report has in every ledger."""
        return write.identity(received)

    def add(
        self, received: Received, reading: Reading, claims: Iterable[ClaimRow] = (), *, model: str
    ) -> Added:
        """Keep a report and what was read in it; one that is known already stays as it is.

        ``model`` is what read it, with its version; ``claims`` are what the questions room found.
        """
        return self.add_all([(received, reading, claims)], model=model)[0]

    def add_all(
        self, found: Iterable[tuple[Received, Reading, Iterable[ClaimRow]]], *, model: str
    ) -> list[Added]:
        """The same for several reports: all of them, or after a failure none."""
        with self._writing() as connection:
            return [
                Added(write.identity(received), "unchanged")
                if write.is_known(connection, received)
                else write.add(connection, received, reading, claims, model)
                for received, reading, claims in found
            ]

    def reread(
        self, read: Callable[[Article], tuple[Reading, Iterable[ClaimRow]]], *, model: str
    ) -> Iterator[str]:
        """Read again what another model read; judgements stay. Yields each report's id when done."""
        with self._reading() as connection:
            old = connection.execute(select(REPORT.c.id).where(REPORT.c.model != model).order_by(REPORT.c.id))
            ids = list(old.scalars())
        for id in ids:
            with self._reading() as connection:
                row = connection.execute(select(REPORT).where(REPORT.c.id == id)).mappings().one()
            article = Article(**{name: row[name] for name in _ARTICLE})
            reading, found = read(article)
            with self._writing() as connection:
                write.replace_reading(connection, id, reading, found, model)
            yield id

    # What is there

    def sources(self, limit: int | None = None) -> list[Source]:
        """The sources, those with most statements first."""
        with self._reading() as connection:
            return lookup.sources(connection, limit=limit)

    def source(self, name: str) -> Source:
        """One source, with the other forms of its name."""
        with self._reading() as connection:
            return one_entity(connection, name)

    def statements(
        self, source: str | None = None, wanted: Filter = EVERYTHING, *, latest: bool = False, skip: int = 0
    ) -> list[Statement]:
        """Everything that a source said, or everything, oldest first or latest first, from ``skip`` on."""
        with self._reading() as connection:
            asked = self._of(connection, source, wanted)
            return lookup.statements(connection, asked, latest=latest, skip=skip)

    def search(
        self, words: str, source: str | None = None, wanted: Filter = EVERYTHING, skip: int = 0
    ) -> list[Statement]:
        """Statements whose content has the words, latest first, from ``skip`` on; see ``lookup.search``."""
        with self._reading() as connection:
            return lookup.search(connection, words, self._of(connection, source, wanted), skip)

    def report(self, id: str) -> Report:
        """A report with its statements; the beginning of its id is enough, if no other has it."""
        with self._reading() as connection:
            return lookup.report(connection, lookup.report_id(connection, id))

    def reports(self, wanted: Filter = EVERYTHING, skip: int = 0) -> list[Headline]:
        """The reports published in an outlet and time, latest first, from ``skip`` on."""
        with self._reading() as connection:
            return listing.reports(connection, wanted, skip)

    def headlines(self, ids: Sequence[str]) -> list[Headline]:
        """What a list tells of these reports, in their order."""
        with self._reading() as connection:
            return listing.headlines(connection, ids)

    def told(self, reports: Sequence[str], kinds: Sequence[str] | None = None) -> list[Told]:
        """The claims of reports that stand, in the order of their texts."""
        with self._reading() as connection:
            return listing.told(connection, reports, kinds)

    def counts(self) -> Counts:
        """How many reports and statements there are."""
        with self._reading() as connection:
            return listing.counts(connection)

    def listed_sources(self, name: str | None = None, skip: int = 0, limit: int = 50) -> list[Source]:
        """Sources, those with most statements first, or those of a name; see ``profile.listed``."""
        with self._reading() as connection:
            return profile.listed(connection, name, skip, limit)

    def profile(self, source: str) -> Profile:
        """Which outlets carry a source (by its id), and when it spoke."""
        with self._reading() as connection:
            return profile.profile(connection, source)

    def claims_of(self, source: str, most: int = 300) -> list[Kept]:
        """The claims in the statements of a source (by its id), those reported last first."""
        with self._reading() as connection:
            return profile.claims_of(connection, source, most)

    def placed(self, reports: Iterable[str]) -> list[Placed]:
        """All claims of reports, with their addresses and grades."""
        with self._reading() as connection:
            return passages.placed(connection, reports)

    def passages(self, spans: Iterable[tuple[str, int, int]]) -> list[Passage | None]:
        """The text around spans: report, start, end; see ``passages.passage``."""
        with self._reading() as connection:
            return [passages.passage(connection, *span) for span in spans]

    def damaged(self) -> Iterator[tuple[str, str | None]]:
        """Hash all evidence anew; see ``verify.damaged``."""
        with self._reading() as connection:
            yield from verify.damaged(connection)

    def claims(
        self,
        about: Iterable[str] | None = None,
        kinds: Sequence[str] | None = None,
        *,
        rejected: bool = False,
        every: bool = False,
    ) -> list[Kept]:
        """The claims; only those that may be about one of these names, if any are given.

        Those that an analyst rejected are among them only with ``rejected``; ``every`` asks for those
        that have all words of the names.
        """
        return list(self.each_claim(about, kinds, rejected=rejected, every=every))

    def each_claim(
        self,
        about: Iterable[str] | None = None,
        kinds: Sequence[str] | None = None,
        *,
        rejected: bool = False,
        every: bool = False,
    ) -> Iterator[Kept]:
        """The same, one at a time: who makes something else of each never has all of them in memory."""
        with self._reading() as connection:
            if about is None:
                yield from kept.everything(connection, kinds, rejected)
            else:
                yield from kept.about(connection, about, kinds, rejected=rejected, every=every)

    def questions(
        self,
        day: str,
        *,
        limit: int | None = None,
        skip: int = 0,
        kind: str | None = None,
        status: str | None = None,
        since: str | None = None,
    ) -> list[tuple[Asked, Stage]]:
        """The questions kept ready, as they stand at a day; ``sayso.ask`` brings them up to date first.

        ``since`` leaves out those whose answers last changed before that day.
        """
        with self._reading() as connection:
            return ready.listed(connection, day, limit, skip, kind, status, since)

    def changed_last(self, day: str, limit: int) -> list[tuple[Asked, Stage]]:
        """The questions kept ready, those whose answers changed last, up to a day, first."""
        with self._reading() as connection:
            return changes.changed_last(connection, day, limit)

    def past(self, question: str, most: int) -> Past | None:
        """What the answer to a question came to from day to day; see ``ready.past``."""
        with self._reading() as connection:
            return ready.past(connection, question, most)

    def looked_up_by(self, question: str) -> frozenset[str] | None:
        """The words of all claims that an answer rests on, if they are known; see ``ready.looked_up_by``."""
        with self._reading() as connection:
            return ready.looked_up_by(connection, question)

    def is_behind(self) -> bool:
        """Whether claims came, went or were judged since the questions were brought up to date."""
        with self._reading() as connection:
            return ready.behind(connection)

    @contextmanager
    def catching_up(self) -> Iterator[Ready]:
        """The questions kept ready, to bring them up to date in one transaction."""
        with self._writing() as connection:
            yield Ready(connection)

    def log(self) -> list[Judgement]:
        """Every judgement, oldest first."""
        with self._reading() as connection:
            return log(connection)

    def decisions(self, skip: int = 0, limit: int = 50) -> list[Judgement]:
        """Judgements, the latest first, from ``skip`` on."""
        with self._reading() as connection:
            return decisions.decisions(connection, skip, limit)

    def decision(self, number: int) -> Judgement | None:
        """A judgement by its number."""
        with self._reading() as connection:
            return decisions.decision(connection, number)

    def decided(self, targets: Iterable[str], limit: int = 50) -> list[Judgement]:
        """The judgements on sources (and what was merged into them), reports, statements or claims."""
        with self._reading() as connection:
            return decisions.decided(connection, profile.parts(connection, targets), limit)

    def called(self, ids: Iterable[str]) -> dict[str, str]:
        """What sources and reports are called, by their ids; see ``decisions.called``."""
        with self._reading() as connection:
            return decisions.called(connection, ids)

    def watched(self, user: str | None = None, limit: int = 200) -> list[Judgement]:
        """The judgements that stand by which questions are watched, the latest first; or those of a user."""
        with self._reading() as connection:
            return decisions.watched(connection, user, limit)

    def state(self) -> str:
        """A text that is another one when anything in the ledger may have changed; see ``State.now``."""
        return self._state.now()

    def since(self, mark: int) -> Since:
        """What was written since a mark, and the next mark; see ``written.since``."""
        with self._reading() as connection:
            return written.since(connection, mark)

    def last_claim(self) -> int:
        """A number that grows with every claim that comes in; 0 before the first."""
        with self._reading() as connection:
            return passages.last_claim(connection)

    def reports_since(self, claim: int, most: int = 500) -> list[str]:
        """The reports whose claims came in after ``last_claim`` was so; the latest ``most`` of them."""
        with self._reading() as connection:
            return passages.reports_since(connection, claim, most)

    # What analysts decide

    def merge(self, keep: str, other: str) -> Judgement:
        """Two sources are one, known as the first.

        Raises:
            ValueError: they are one already.
        """
        with self._writing() as connection:
            ids = one_entity(connection, keep).id, one_entity(connection, other).id
            return judgements.merge(connection, *ids, *self._signed())

    def split(self, name: str, reports: Iterable[str]) -> list[Judgement]:
        """In these reports it is somebody else of that name.

        Raises:
            ValueError: the name is in none of these reports.
        """
        with self._writing() as connection:
            ids = [lookup.report_id(connection, id) for id in reports]
            known = one_entity(connection, name).id
            parts = lookup.named_in(connection, known, ids)
            if not parts:
                raise ValueError(f"{name} is in none of these reports")
            return [judgements.split(connection, part, ids, *self._signed()) for part in parts]

    def rename(self, name: str, new: str) -> Judgement:
        """Show a source under another name."""
        with self._writing() as connection:
            return judgements.rename(connection, one_entity(connection, name).id, new, *self._signed())

    def grade(self, what: str, grade: str) -> Judgement:
        """Grade a source (A to F) or a statement, as ``report:number`` (1 to 6).

        Raises:
            ValueError: it is no such grade.
        """
        with self._writing() as connection:
            return judgements.grade(connection, target(connection, what), grade, *self._signed())

    def reject(self, statement: str) -> Judgement:
        """Leave out a statement that was read wrongly; ``report:number``."""
        with self._writing() as connection:
            return judgements.reject(connection, target(connection, statement), *self._signed())

    def note(self, what: str, text: str) -> Judgement:
        """Put a note on a source, a report or a statement."""
        with self._writing() as connection:
            return judgements.note(connection, target(connection, what), text, *self._signed())

    def claim(self, kind: str, about: list[str], data: dict[str, Any]) -> Judgement:
        """Add a claim by hand; see ``judgements.claim``."""
        with self._writing() as connection:
            return judgements.claim(connection, kind, about, data, *self._signed())

    def watch(self, question: str) -> Judgement:
        """Keep an eye on a question; for all who use the ledger to see, and to be undone."""
        with self._writing() as connection:
            return judgements.watch(connection, question, *self._signed())

    def undo(self, number: int | None = None) -> Judgement:
        """Take back a judgement by its number, or the latest; returns the one taken back."""
        with self._writing() as connection:
            return judgements.undo(connection, number, *self._signed())

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._engine.execution_options(writes=True).begin() as connection:
            yield connection

    def _of(self, connection: Connection, source: str | None, wanted: Filter) -> Filter:
        return wanted if source is None else replace(wanted, source=one_entity(connection, source).id)

    def _signed(self) -> tuple[str, str]:
        if not self.user:
            raise ValueError("a judgement needs the name of who decides: Ledger.open(…, user=…)")
        return self.user, datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
