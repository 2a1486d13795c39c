"""The questions kept ready are those worked out from scratch, whatever was added, judged or undone."""

from __future__ import annotations

import itertools
import random
from pathlib import Path
from types import SimpleNamespace

import pytest

from sayso.ask import ask, questions
from sayso.gather import UNRELIABLE
from sayso.intake import Received, Report
from sayso.ledger import ClaimRow, Ledger
from sayso.questions import Claim, Subject, listing
from sayso.questions.kept import claim, data, names
from sayso.reading.annotations import Reading, Words
from sayso.ready import catch_up
from tests.questions.conftest import Case
from tests.questions.making_claims import told

DAYS = ("2015-01-01", "2019-07-01", "2021-03-05", "2024-01-01", "2030-01-01")
STEPS = 40


def received(report: str, claims: list[Claim]) -> Received:
    carrier = claims[0].report
    text = f"Report {report}."
    told = Report.of(text, published=carrier.published, outlet=carrier.outlet, title=report)
    return Received(report, told, len(text), captured=text.encode())


def row(one: Claim) -> ClaimRow:
    return ClaimRow(one.kind, names(one.subject), one.span, None, data(one))


def nothing(text: str) -> Reading:
    return Reading(text, Words((), upos=(), heads=(), deprels=(), sentences=()), (), ())


def from_scratch(ledger: Ledger, day: str) -> tuple[listing.Listed, ...]:
    kept = [one for one in ledger.claims() if not {one.grade, one.source_grade} & UNRELIABLE]
    groups = {one.report: one.origin for one in kept if one.report and one.origin}
    return listing.questions([claim(one) for one in kept], day, groups)


def check(ledger: Ledger) -> None:
    for day in DAYS:
        assert questions(ledger, day) == from_scratch(ledger, day)


class Analyst:
    """Adds reports in any order, and judges what is there at random."""

    def __init__(self, ledger: Ledger, cases: dict[str, Case], chance: random.Random) -> None:
        self.ledger, self.chance = ledger, chance
        self.waiting: dict[str, list[Claim]] = {}
        for case in cases.values():
            for one in case.claims:
                self.waiting.setdefault(one.report.id, []).append(one)
        self.order = chance.sample(sorted(self.waiting), len(self.waiting))
        self.there: list[tuple[str, int]] = []

    def add(self, most: int = 12) -> None:
        for _ in range(min(most, len(self.order))):
            claims = self.waiting[self.order.pop()]
            it = received(claims[0].report.id, claims)
            added = self.ledger.add(it, nothing(it.report.text), map(row, claims), model="none")
            self.there += [(added.report, number) for number in range(len(claims))]

    def reject(self) -> None:
        report, number = self.chance.choice(self.there)
        self.ledger.reject(f"{report}:c{number}")

    def grade(self) -> None:
        report, number = self.chance.choice(self.there)
        self.ledger.grade(f"{report}:c{number}", self.chance.choice("125"))

    def by_hand(self) -> None:
        one = claim(self.chance.choice(self.ledger.claims()))
        self.ledger.claim(one.kind, list(names(one.subject)), data(one))

    def undo(self) -> None:
        if any(one.kind != "undo" and not one.undone for one in self.ledger.log()):
            self.ledger.undo()

    def reread(self) -> None:
        """Reports read again have lost a claim, or got another report's."""

        def read(report: Report) -> tuple[Reading, list[ClaimRow]]:
            found = list(self.waiting[report.title or ""])
            if self.chance.random() < 0.1:
                found.pop()
            return nothing(report.text), list(map(row, found))

        list(self.ledger.reread(read, model=f"none {self.chance.random()}"))
        self.there = [
            (one.report, int(one.id.rpartition("c")[2]))
            for one in self.ledger.claims(rejected=True)
            if one.report
        ]


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_happens(seed: int, cases: dict[str, Case], tmp_path: Path) -> None:
    chance = random.Random(seed)
    with Ledger.open(tmp_path / "ledger.db", user="ann") as ledger:
        analyst = Analyst(ledger, cases, chance)
        analyst.add()
        steps = [analyst.add] * 5 + [analyst.reject, analyst.grade, analyst.by_hand, analyst.undo] * 2
        for number in range(STEPS):
            chance.choice(steps)()
            if number % 6 == 0:
                check(ledger)
        analyst.reread()
        check(ledger)


def test_a_name_that_no_claim_has_any_longer_is_not_asked_for(tmp_path: Path) -> None:
    """Who was reported by his surname alone, until that report was rejected, is listed in full only."""
    alone = told("alive", "family", "2021-03-05", subject=Subject("Mbeki"))
    full = told("dead", "army", "2021-03-04", subject=Subject("Joseph Mbeki"))
    rival = told("dead", "police", "2021-03-04", subject=Subject("Paul Mbeki"))
    with Ledger.open(tmp_path / "ledger.db", user="ann") as ledger:
        for one in (full, rival, alone):
            it = received(one.report.id, [one])
            added = ledger.add(it, nothing(it.report.text), [row(one)], model="none")
        assert "Is Mbeki alive?" in {one.question.text for one in questions(ledger)}
        ledger.reject(f"{added.report}:c0")
        assert {one.question.text for one in questions(ledger)} == {
            "Is Joseph Mbeki alive?",
            "Is Paul Mbeki alive?",
        }
        check(ledger)


def test_what_is_left_is_worked_out_from_there(
    cases: dict[str, Case], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With time for a few days each, more questions than can be done at once come out the same."""
    clock = SimpleNamespace(monotonic=itertools.count().__next__)
    monkeypatch.setattr("sayso.ready.time", clock)
    monkeypatch.setattr("sayso.questions.stages.time", clock)
    few = {name: cases[name] for name in sorted(cases)[::8]}
    with Ledger.open(tmp_path / "ledger.db", user="ann") as ledger:
        Analyst(ledger, few, random.Random(4)).add(40)
        shown: list[int] = []
        while ledger.is_behind():
            catch_up(ledger, within=3)
            shown.append(len(ledger.questions("2030-01-01")))
        assert len(shown) > 10
        assert shown == sorted(shown)
        check(ledger)


def test_the_list_says_what_asking_says(cases: dict[str, Case], tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.db", user="ann") as ledger:
        Analyst(ledger, cases, random.Random(3)).add(1_000)
        listed = questions(ledger, "2030-01-01")
        assert len(listed) > 100
        for one in listed:
            found = ask(ledger, one.question.text, "2030-01-01")
            told = [p["value"] for p in one.positions if "value" in p]
            assert (found.status, [p.value for p in found.positions]) == (one.status, told)
