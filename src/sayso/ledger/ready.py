"""The questions that are kept ready to be listed, with what their answers come to from day to day.

The ledger only keeps the rows; the questions room works them out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update

from sayso.ledger.claims import Kept, by_words
from sayso.ledger.schema import ANSWER, QUESTION, QUESTION_WORD, TOUCHED
from sayso.ledger.shelf import LookUp, Shelf

__all__ = ["Asked", "Past", "Ready", "Settled", "Stage", "behind", "listed", "looked_up_by", "past"]

EVER = "9999-99-99"
"""A day after all days."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that is kept.

    ``stale`` is the first day whose answer is to be worked out again ("" for all of them), or None.
    ``more`` is what the questions room has to know to tell whether a claim bears on it.
    """

    id: int
    kind: str
    subject: str
    text: str
    stale: str | None = None
    more: Any = None


@dataclass(frozen=True, slots=True)
class Stage:
    """What the answer to a question comes to from a day on ("": from ever).

    ``changed`` is the day when status or values last changed. ``urgency`` sorts a list, the highest
    first; below 0 it is not listed. ``weaker`` is the number of origins of the second position,
    ``claims`` how many stand, and ``positions`` what can be shown of each.
    """

    day: str
    changed: str
    status: str
    urgency: int
    weaker: int
    claims: int
    positions: list[dict[str, Any]]


_ASKED = [QUESTION.c[name] for name in Asked.__dataclass_fields__]
_STAGE = [ANSWER.c[name] for name in Stage.__dataclass_fields__]


@dataclass(frozen=True, slots=True)
class Settled:
    """What was worked out of a question (by number).

    ``names`` are what its claims were looked up by, ``more`` is as in ``Asked``; a question without
    ``stages`` is not listed. ``left`` is the first day that is still to be worked out, or None.
    """

    id: int
    names: Iterable[str]
    more: Any
    stages: Sequence[Stage] = ()
    left: str | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """What the answer to a question came to from day to day, as it is kept.

    ``since`` are claims (kind and data) that came, went or were judged, and that no question has been worked
    out with yet; None where they are many.
    """

    asked: Asked
    stages: tuple[Stage, ...]
    since: tuple[tuple[str, Row], ...] | None


class Ready:
    """The rows of the questions in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._shelf = Shelf(connection)

    def take(self, most: int) -> list[tuple[str, Row]]:
        """Some of the claims that came, went or were judged (kind and data), each handed out once."""
        query = select(TOUCHED).order_by(TOUCHED.c.id).limit(most)
        rows = self._connection.execute(query).all()
        if rows:
            self._connection.execute(delete(TOUCHED).where(TOUCHED.c.id <= rows[-1].id))
        return [(row.kind, row.data) for row in rows]

    def claims(self, names: Iterable[str], kinds: Sequence[str], every: bool) -> list[Kept]:
        """Claims as ``Ledger.claims`` has them, those that were rejected too."""
        return self._shelf.about(names, kinds, every)

    def fetch(self, look_ups: Iterable[LookUp]) -> None:
        """Get what ``claims`` will be asked for, all at once."""
        self._shelf.fetch(look_ups)

    def sharing(self, words: Iterable[str], kind: str | None) -> dict[str, list[Asked]]:
        """The questions of a kind that are looked up by each of these words.

        Without a kind those that rest on claims of other kinds, too.
        """
        of = QUESTION.c.more.is_not(None) if kind is None else QUESTION.c.kind == kind
        query = (
            select(QUESTION_WORD.c.word, *_ASKED)
            .join(QUESTION, QUESTION.c.id == QUESTION_WORD.c.question)
            .where(QUESTION_WORD.c.word.in_(sorted(words)), of)
        )
        found: dict[str, list[Asked]] = {}
        for word, *row in self._connection.execute(query):
            found.setdefault(word, []).append(Asked(*row))
        return found

    def any_rests_on_others(self) -> bool:
        """Whether there is a question that rests on claims of other kinds, too."""
        query = select(QUESTION.c.id).where(QUESTION.c.more.is_not(None)).limit(1)
        return self._connection.execute(query).first() is not None

    def known(self, texts: Iterable[str]) -> set[str]:
        """Those of the questions that are kept."""
        query = select(QUESTION.c.text).where(QUESTION.c.text.in_(list(texts)))
        return set(self._connection.execute(query).scalars())

    def ask(self, questions: Mapping[str, tuple[str, str, Iterable[str]]]) -> None:
        """Keep further questions, to be worked out: by text the kind, the subject, and its names."""
        rows = [
            {"kind": kind, "subject": subject, "text": text, "stale": ""}
            for text, (kind, subject, _) in questions.items()
        ]
        if rows:
            made = insert(QUESTION).returning(QUESTION.c.id, QUESTION.c.text)
            ids = self._connection.execute(made, rows).all()
            self._put_words({row.id: by_words(questions[row.text][2]) for row in ids})

    def stale(self, days: Mapping[int, str]) -> None:
        """The answers to these questions (by number) are to be worked out again, each from its day on."""
        late = or_(QUESTION.c.stale.is_(None), QUESTION.c.stale > bindparam("day"))
        query = (
            update(QUESTION).where(QUESTION.c.id == bindparam("number"), late).values(stale=bindparam("day"))
        )
        if days:
            self._connection.execute(query, [{"number": id, "day": day} for id, day in days.items()])

    def waiting(self, most: int) -> list[Asked]:
        """Some of the questions whose answers are to be worked out, those of like names together."""
        order = QUESTION.c.kind, QUESTION.c.subject, QUESTION.c.id
        query = select(QUESTION).where(QUESTION.c.stale.is_not(None)).order_by(*order).limit(most)
        return [Asked(**row) for row in self._connection.execute(query).mappings()]

    def stages(self, ids: Sequence[int]) -> dict[int, list[Stage]]:
        """What the answers to questions come to, in the order of the days; none of what is not listed."""
        query = select(ANSWER.c.question, *_STAGE)
        query = query.where(ANSWER.c.question.in_(ids)).order_by(ANSWER.c.question, ANSWER.c.day)
        found: dict[int, list[Stage]] = {}
        for id, *row in self._connection.execute(query):
            found.setdefault(id, []).append(Stage(*row))
        return found

    def settle(self, settled: Sequence[Settled]) -> None:
        """Keep the answers to questions in the place of those before."""
        if not settled:
            return
        ids = [one.id for one in settled]
        self._connection.execute(delete(ANSWER).where(ANSWER.c.question.in_(ids)))
        answers = [row for one in settled for row in _answers(one)]
        if answers:
            self._connection.execute(insert(ANSWER), answers)
        self._change_words({one.id: by_words(one.names) for one in settled})
        done = update(QUESTION).where(QUESTION.c.id == bindparam("number"))
        done = done.values(stale=bindparam("left"), more=bindparam("rests_on"))
        rows = [{"number": one.id, "left": one.left, "rests_on": one.more} for one in settled]
        self._connection.execute(done, rows)

    def forget(self, ids: Sequence[int]) -> None:
        """Keep questions no longer."""
        for table, column in ((ANSWER, "question"), (QUESTION_WORD, "question"), (QUESTION, "id")):
            if ids:
                self._connection.execute(delete(table).where(table.c[column].in_(ids)))

    def _change_words(self, words: Mapping[int, frozenset[str]]) -> None:
        """Let questions be looked up by these words, and no others; mostly they are already."""
        query = select(QUESTION_WORD.c.question, QUESTION_WORD.c.word)
        query = query.where(QUESTION_WORD.c.question.in_(list(words)))
        known: dict[int, set[str]] = {id: set() for id in words}
        for id, word in self._connection.execute(query):
            known[id].add(word)
        changed = [id for id, of in words.items() if of != known[id]]
        if changed:
            self._connection.execute(delete(QUESTION_WORD).where(QUESTION_WORD.c.question.in_(changed)))
            self._put_words({id: words[id] for id in changed})

    def _put_words(self, words: Mapping[int, Iterable[str]]) -> None:
        """Keep what questions, by number, are looked up by."""
        rows = [{"question": id, "word": word} for id, of in words.items() for word in sorted(of)]
        if rows:
            self._connection.execute(insert(QUESTION_WORD), rows)


def _answers(one: Settled) -> list[Row]:
    """The rows of a question's stages; what is not known yet from the day on that is left is not told."""
    last = EVER if one.left is None or any(stage.day >= one.left for stage in one.stages) else one.left
    ends = [*(stage.day for stage in one.stages[1:]), last][: len(one.stages)]
    return [
        asdict(stage) | {"question": one.id, "until": end}
        for stage, end in zip(one.stages, ends, strict=True)
    ]


def behind(connection: Connection) -> bool:
    """Whether there is anything that the questions have to catch up with."""
    touched = connection.execute(select(TOUCHED.c.id).limit(1)).first()
    stale = select(QUESTION.c.id).where(QUESTION.c.stale.is_not(None)).limit(1)
    return touched is not None or connection.execute(stale).first() is not None


def looked_up_by(connection: Connection, text: str) -> frozenset[str] | None:
    """The words of all claims that the answer to a question rests on; None where they are not known now."""
    asked = connection.execute(select(QUESTION.c.id, QUESTION.c.stale).where(QUESTION.c.text == text)).first()
    touched = connection.execute(select(TOUCHED.c.id).limit(1)).first()
    if asked is None or asked.stale is not None or touched is not None:
        return None
    words = select(QUESTION_WORD.c.word).where(QUESTION_WORD.c.question == asked.id)
    return frozenset(connection.execute(words).scalars())


def past(connection: Connection, text: str, most: int) -> Past | None:
    """What is kept of a question, with at most so many claims that came since; None where nothing is."""
    asked = connection.execute(select(*_ASKED).where(QUESTION.c.text == text)).first()
    stages = Ready(connection).stages([asked.id]) if asked else None
    if not (asked and stages):
        return None
    since = connection.execute(select(TOUCHED.c.kind, TOUCHED.c.data).limit(most + 1)).all()
    told = tuple((row.kind, row.data) for row in since)
    return Past(Asked(*asked), tuple(stages[asked.id]), told if len(told) <= most else None)


def listed(
    connection: Connection,
    day: str,
    limit: int | None,
    skip: int,
    kind: str | None,
    status: str | None,
    since: str | None,
) -> list[tuple[Asked, Stage]]:
    """The questions that can be answered at a day, the most urgent first."""
    order = (ANSWER.c.urgency, ANSWER.c.weaker, ANSWER.c.claims, ANSWER.c.changed)
    query = (
        select(QUESTION.c.id, QUESTION.c.kind, QUESTION.c.subject, QUESTION.c.text, *_STAGE)
        .join(QUESTION, QUESTION.c.id == ANSWER.c.question)
        .where(ANSWER.c.urgency >= 0, ANSWER.c.day <= day, ANSWER.c.until > day)
        .order_by(*(column.desc() for column in order), QUESTION.c.text)
        .offset(skip)
        .limit(limit)
    )
    wanted = ((QUESTION.c.kind, kind), (ANSWER.c.status, status))
    query = query.where(*(column == value for column, value in wanted if value is not None))
    if since is not None:
        query = query.where(ANSWER.c.changed >= since)
    return [(Asked(*row[:4]), Stage(*row[4:])) for row in connection.execute(query)]
