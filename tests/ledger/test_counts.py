"""What is kept of each source is what counting its statements gives, whatever was added, judged or undone."""

import random

import pytest
from sqlalchemy import text

from tests.ledger.conftest import rows

NAMES = ("Maria Telles", "Omar Hale", "Ruth Adan", "Moammar Qaddafi", "Muammar Gaddafi", "Ann Bell")

COUNTED = """
SELECT known.id, count(*), count(DISTINCT statement.report),
       min(statement.published), max(statement.published)
FROM statement
JOIN entity ON entity.id = statement.entity
JOIN entity AS known ON known.id = entity.known_as
WHERE statement.rejected = 0
GROUP BY known.id
"""


def check(place, ledger):
    with rows(place) as connection:
        counted = sorted(tuple(row) for row in connection.execute(text(COUNTED)))
    kept = [(s.id, s.statements, s.reports, s.first_seen, s.last_seen) for s in ledger.sources()]
    assert sorted(kept) == counted
    assert kept == sorted(kept, key=lambda row: (-row[1], row[0]))


class Analyst:
    def __init__(self, ledger, add, plain_reader, chance):
        self.ledger, self.put, self.reader, self.chance = ledger, add, plain_reader, chance
        self.reports = []

    def add(self):
        said = [f"“Word {self.chance.random()},” {self.chance.choice(NAMES)} said." for _ in range(3)]
        day = self.chance.choice(["2020-01-02", "2021-03-04", "2019-05-06", None])
        self.reports.append(self.put("\n".join(said), published=day).report)

    def statement(self):
        return f"{self.chance.choice(self.reports)}:{self.chance.randrange(3)}"

    def source(self):
        return self.chance.choice(self.ledger.sources()).id

    def reject(self):
        self.ledger.reject(self.statement())

    def merge(self):
        self.ledger.merge(self.source(), self.source())

    def split(self):
        self.ledger.split(self.source(), self.chance.sample(self.reports, 2))

    def undo(self):
        stand = [one.id for one in self.ledger.log() if one.kind != "undo" and not one.undone]
        self.ledger.undo(self.chance.choice(stand))

    def reread(self):
        list(self.ledger.reread(lambda it: (self.reader.read(it), ()), model=str(self.chance.random())))


@pytest.mark.parametrize("seed", range(3))
def test_counts_whatever_happens(place, ledger, add, plain_reader, seed):
    chance = random.Random(seed)
    analyst = Analyst(ledger, add, plain_reader, chance)
    for _ in range(4):
        analyst.add()
    steps = [analyst.add, analyst.reject, analyst.merge, analyst.split, analyst.undo, analyst.undo]
    done = 0
    for number in range(60):
        try:
            chance.choice(steps)()
            done += 1
        except (ValueError, LookupError, IndexError):
            continue  # one already, in none of these reports, nothing to undo
        if number % 4 == 0:
            check(place, ledger)
    analyst.reread()
    check(place, ledger)
    assert done > 30
