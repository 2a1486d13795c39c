"""A ledger of a million statements: how long a look takes, and one more report.

`python -m benchmarks.million DATA/wikinews [--ledger URL] [--statements 1000000] [--keep FILE]`

Grown from the real ones: Wikinews is added, and its reports are written again and again under new ids,
days and outlets, each statement's first half joined to another's second half. One speaker in five stays
the one of the original, the others are new people each time; so are those whom claims are about.
Milliseconds are medians of 50 looks.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from sayso.add import add
from sayso.ask import ask, questions, timeline
from sayso.intake import receive
from sayso.ledger import Filter, Ledger
from sayso.ledger.claims import by_words
from sayso.ledger.counts import recount
from sayso.ledger.database import connect
from sayso.ledger.names import skeleton
from sayso.ledger.schema import BAND, CLAIM, CLAIM_WORD, ENTITY, NAME, REPORT, STATEMENT, TOUCHED
from sayso.ledger.touched import touch_reports
from sayso.ready import catch_up

from . import renamed, wikinews
from .scores import show

__all__ = ["grow"]

LOOKS = 50
MANY = 500
"""Claims of a question that is much claimed about."""

SHARED = 0.2
"""The share of speakers that are the same in every copy: heads of state are, bakers are not."""


def grow(place: str, statements: int) -> None:
    """Write the ledger's reports again until it has so many statements."""
    chance = random.Random(1)
    engine = connect(place)
    with engine.execution_options(writes=True).begin() as connection:
        originals = _originals(connection)
        claims = [dict(row) for row in connection.execute(select(CLAIM).order_by(CLAIM.c.id)).mappings()]
        per_copy = sum(len(said) for _, said in originals)
        there = connection.execute(select(func.count()).select_from(STATEMENT)).scalar_one()
        contents = [row["content_text"] for _, said in originals for row in said]
        names = dict(connection.execute(select(ENTITY.c.id, ENTITY.c.name)).all())
        for copy in range(1, 1 + -(-(statements - there) // per_copy)):
            reports = _write_copy(connection, copy, originals, contents, names, chance)
            _write_claims(connection, copy, claims, reports)
            touch_reports(connection, [row["id"] for row in reports.values()])
        recount(connection, connection.execute(select(ENTITY.c.id)).scalars().all())
    engine.dispose()


def _originals(connection: Connection) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    reports = [dict(row) for row in connection.execute(select(REPORT)).mappings()]
    said: dict[str, list[dict[str, Any]]] = {row["id"]: [] for row in reports}
    for row in connection.execute(select(STATEMENT).order_by(STATEMENT.c.id)).mappings():
        said[row["report"]].append({name: row[name] for name in row if name != "id"})
    return [(row, said[row["id"]]) for row in reports]


def _write_copy(
    connection: Connection,
    copy: int,
    originals: list[tuple[dict[str, Any], list[dict[str, Any]]]],
    contents: list[str],
    names: dict[str, str],
    chance: random.Random,
) -> dict[str, dict[str, Any]]:
    """Write a copy of everything but the claims; the new reports by the ids of the originals."""
    reports, statements, new = [], [], {}
    for report, said in originals:
        id = f"{copy:06x}{report['id'][:10]}"
        day = f"{2000 + chance.randrange(20)}-{1 + chance.randrange(12):02}-{1 + chance.randrange(28):02}"
        reports.append(
            report | {"id": id, "origin": id, "published": day, "outlet": f"Outlet {chance.randrange(200)}",
                      "url": f"{report['url']}?{copy}"}
        )  # fmt: skip
        for row in said:
            entity = row["entity"]
            if entity and random.Random(entity).random() >= SHARED:
                entity = f"{entity}-x{copy}"
                new[entity] = f"{names[row['entity']]} {copy}"
            halves = row["content_text"], chance.choice(contents)
            mixed = " ".join((*halves[0].split()[:10], *halves[1].split()[-10:]))
            statements.append(row | {"report": id, "published": day, "entity": entity, "content_text": mixed})
    bands = [{"hash": chance.getrandbits(62), "report": row["id"]} for row in reports for _ in range(42)]
    entities = [{"id": id, "name": name, "label": "PERSON", "known_as": id} for id, name in new.items()]
    forms = [
        {
            "key": name.lower(),
            "entity": id,
            "skeleton": skeleton(name, "PERSON"),
            "label": "PERSON",
            "full": 1,
        }
        for id, name in new.items()
    ]
    for table, rows in ((REPORT, reports), (ENTITY, entities), (NAME, forms), (STATEMENT, statements),
                        (BAND, bands)):  # fmt: skip
        connection.execute(insert(table), rows)
    return {report["id"]: row for (report, _), row in zip(originals, reports, strict=True)}


def _write_claims(
    connection: Connection, copy: int, originals: list[dict[str, Any]], reports: dict[str, dict[str, Any]]
) -> None:
    """The originals' claims in the copies of their reports, about others but for one subject in five."""
    claims = []
    for row in originals:
        report = reports[row["report"]]
        data = renamed.claim(row["data"], copy, SHARED)
        told = {"id": report["id"], "outlet": report["outlet"], "published": report["published"]}
        data |= {"report": data["report"] | told, "said": report["published"], "about": None}
        claims.append({**row, "report": report["id"], "data": data})
    plain = [{name: row[name] for name in row if name != "id"} for row in claims]
    connection.execute(insert(CLAIM), plain)
    new = select(CLAIM.c.id, CLAIM.c.report, CLAIM.c.number)
    new = new.where(CLAIM.c.report.in_([row["id"] for row in reports.values()]))
    ids = {(report, number): id for id, report, number in connection.execute(new)}
    words = [
        {"word": word, "kind": row["kind"], "claim": ids[row["report"], row["number"]]}
        for row in plain
        for word in by_words(renamed.names(row["data"]["subject"]))
    ]
    connection.execute(insert(CLAIM_WORD), words)


def figures(place: str, source: Path) -> dict[str, float]:
    """Medians in milliseconds; the last two are the time of one more report, in seconds."""
    chance = random.Random(2)
    with Ledger.open(place) as ledger:
        behind = _rows(place, TOUCHED)
        start = time.perf_counter()
        catch_up(ledger)
        taken = time.perf_counter() - start
        found = {
            "claims to catch up with": behind,
            "questions worked out at first, s": taken,
            "claims caught up with, a second": behind / taken,
        }
        many = ledger.sources(limit=2000)
        names = [chance.choice(many).id for _ in range(LOOKS)]
        reports = [s.report for s in ledger.statements(wanted=Filter(since="2010-06-01", limit=2000))]
        words = ["air strike", "measles", '"state of emergency"', "election result", "police", "killed"]
        looks: dict[str, tuple[Callable[[Any], Any], list[Any]]] = {
            "who NAME": (lambda name: (ledger.source(name), ledger.statements(name)), names),
            "search": (lambda w: ledger.search(w, wanted=Filter(limit=50)), words * 8),
            "search in a source": (lambda name: ledger.search("police", name), names),
            "report": (ledger.report, [chance.choice(reports) for _ in range(LOOKS)]),
            "who, all sources": (lambda _: ledger.sources(limit=50), [None] * LOOKS),
        }
        for name, (look, given) in looks.items():
            found[f"{name}, ms"] = 1000 * median(_taken(look, given))
        found |= _questions(ledger, chance)
        times = []
        for item in receive([str(source)]):
            start = time.perf_counter()
            list(add(ledger, [item]))
            times.append(time.perf_counter() - start)
        return found | {"one more report, s": median(times), "the slowest of them, s": max(times)}


def _rows(place: str, table: Table) -> int:
    engine = connect(place)
    with engine.connect() as connection:
        found: int = connection.execute(select(func.count()).select_from(table)).scalar_one()
    engine.dispose()
    return found


def _questions(ledger: Ledger, chance: random.Random) -> dict[str, float]:
    """Lists and answers; of those claimed about most, and of any."""
    every = questions(ledger)
    common = sorted(every, key=lambda one: -one.claims)
    few = [one.question.text for one in common if one.claims <= MANY][:LOOKS]
    looks: dict[str, tuple[Callable[[Any], Any], list[Any]]] = {
        "questions, first 50": (lambda _: questions(ledger, limit=50), [None] * LOOKS),
        "questions, first 50 of a kind": (
            lambda kind: questions(ledger, limit=50, kind=kind), sorted({o.question.kind for o in every}) * 6
        ),
        "questions, first 50 at an earlier day": (
            lambda year: questions(ledger, f"{year}-06-01", limit=50), list(range(2001, 2020)) * 3
        ),
        "ask, any": (lambda text: ask(ledger, text), [o.question.text for o in chance.sample(every, LOOKS)]),
        f"ask, up to {MANY} claims": (lambda text: ask(ledger, text), few),
        "ask, the ten most claimed": (lambda text: ask(ledger, text), [o.question.text for o in common[:10]]),
        "ask, the most claimed": (lambda text: ask(ledger, text), [common[0].question.text] * LOOKS),
        "timeline, any": (
            lambda text: timeline(ledger, text), [o.question.text for o in chance.sample(every, LOOKS)]
        ),
    }  # fmt: skip
    found: dict[str, float] = {
        "questions listed": len(every),
        "claims of the most claimed about": common[0].claims,
    }
    for name, (look, given) in looks.items():
        times = [1000 * one for one in _taken(look, given)]
        found |= {f"{name}, ms": median(times), f"{name}, worst, ms": max(times)}
    start = time.perf_counter()
    timeline(ledger, few[0])
    return found | {f"timeline of {MANY} claims, s": time.perf_counter() - start}


def _taken(look: Callable[[Any], Any], given: list[Any]) -> Iterator[float]:
    for one in given:
        start = time.perf_counter()
        look(one)
        yield time.perf_counter() - start


def main() -> None:
    """Grow, look, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--ledger", help="an empty PostgreSQL database, instead of a file")
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--keep", type=Path, help="keep the file here, and use it where it is there already")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source, more = Path(folder, "wikinews.jsonl"), Path(folder, "more.jsonl")
        wikinews.write(given.corpus, source)
        lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
        source.write_text("".join(lines[:-20]), encoding="utf-8")
        more.write_text("".join(lines[-20:]), encoding="utf-8")
        place = given.ledger or str(given.keep or Path(folder, "million.db"))
        if given.ledger or not Path(place).exists():
            with Ledger.open(place) as ledger:
                for _ in add(ledger, receive([str(source)]), 2):
                    pass
            grow(place, given.statements)
        show(figures(place, more), *sorted(given.corpus.glob("wikinews_*.csv")))


if __name__ == "__main__":
    main()
