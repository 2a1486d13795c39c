"""Whatever is written to the ledger, a page that was kept is the one that would be made anew."""

import json
import random
from collections import deque
from pathlib import Path
from unittest.mock import patch

import pytest

from sayso.add import add, reread
from sayso.desk.again import Again
from sayso.desk.store import Store
from sayso.intake import receive
from sayso.ledger import Filter, Ledger
from sayso.ready import catch_up

from .conftest import served

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.json"))
STEPS, LOOKS = 12, 5


class Plain(Again):
    """Keeps nothing."""

    async def __call__(self, scope, receive, send):
        await self._app(scope, receive, send)


class Newsroom:
    """Adds the reports of cases in any order, and judges what is there at random."""

    def __init__(self, ledger, folder, seed):
        self.ledger, self.folder, self.chance = ledger, folder, random.Random(seed)
        cases = [json.loads(path.read_text(encoding="utf-8")) for path in self.chance.sample(CASES, 20)]
        self.waiting = [report for case in cases for report in case["reports"]]
        self.chance.shuffle(self.waiting)
        self.asked = [ask["question"] for case in cases for ask in case["asks"]]
        self.number = 0

    def come_in(self, *reports):
        self.number += 1
        path = self.folder / f"{self.number}.jsonl"
        path.write_text("\n".join(map(json.dumps, reports)))
        assert list(add(self.ledger, receive([str(path)])))

    def add(self):
        self.come_in(*(self.waiting.pop() for _ in range(2)))

    def copy(self):
        """A report is carried by another outlet, too."""
        one = self.ledger.report(self.a_report())
        self.come_in({"text": one.text, "published": "2021-05-01", "outlet": f"Courier {self.number}"})

    def reject(self):
        self.ledger.reject(self.chance.choice(self.ledger.statements()).id)

    def grade(self):
        self.ledger.grade(self.a_source(), self.chance.choice("BE"))

    def merge(self):
        one, other = self.chance.sample(self.ledger.sources(), 2)
        self.ledger.merge(one.id, other.id)

    def rename(self):
        self.ledger.rename(self.a_source(), f"Name {self.number}")

    def undo(self):
        if any(one.kind != "undo" and not one.undone for one in self.ledger.log()):
            self.ledger.undo()

    def reread(self):
        with patch("sayso.add.model_version", lambda: f"model {self.chance.random()}"):
            list(reread(self.ledger))

    def a_report(self):
        return self.chance.choice(self.ledger.reports(Filter(limit=100))).id

    def a_source(self):
        return self.chance.choice(self.ledger.sources()).id

    def addresses(self):
        """Some pages of each sort."""
        for _ in range(LOOKS):
            yield f"/reports/{self.a_report()}", {}
            yield f"/sources/{self.a_source()}", {}
            yield "/questions/ask", {"q": self.chance.choice(self.asked)}
        yield "/questions/timeline.svg", {"q": self.chance.choice(self.asked)}
        for path in ("/", "/reports", "/sources", "/questions", "/search?q=killed", "/log", "/watch"):
            yield path, {}


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_happens(own_place, tmp_path, seed, monkeypatch):
    kept, get = [], Store.get
    monkeypatch.setattr(Store, "get", lambda *of: kept.append(get(*of) is not None) or get(*of))
    with Ledger.open(own_place, user="ben") as ledger, served(own_place) as desk:
        monkeypatch.setattr("sayso.desk.app.Again", Plain)
        with served(own_place) as anew:
            room = Newsroom(ledger, tmp_path, seed)
            room.add()
            looked = deque(room.addresses(), maxlen=24)
            judging = [room.reject, room.grade, room.merge, room.rename, room.undo]
            for step in range(STEPS):
                catch_up(ledger)  # or else a list of questions changes from one look to the next
                for path, asked in looked:
                    told, made = (of.get(path, params=asked) for of in (desk, anew))
                    assert (told.status_code, told.content) == (made.status_code, made.content), path
                steps = [room.reread] if step == STEPS // 2 else [room.add, room.copy] * 4 + judging
                room.chance.choice(steps)()
                looked += list(room.addresses())[:4]  # those looked at longest ago go
    assert sum(kept) > len(kept) / 10
