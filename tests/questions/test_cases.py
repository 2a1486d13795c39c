"""Every case is answered as it expects: status, positions, and who stands for each."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.questions import Answer, answer, parse
from tests.questions.conftest import OWN, SHARED, Case, paths

NAMES = [path.stem for path in paths()]


def test_there_are_cases_of_all_kinds() -> None:
    assert len(list(OWN.glob("*.json"))) >= 60


@pytest.mark.skipif(not SHARED.is_dir(), reason="no shared cases at hand: set SAYSO_CASES to their folder")
def test_the_shared_cases_are_among_them() -> None:
    assert {path.stem for path in SHARED.glob("*.json")} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_case(name: str, cases: dict[str, Case]) -> None:
    case = cases[name]
    for ask in case.asks:
        found = answer(parse(ask["question"]), case.claims, ask["as_of"], case.groups)
        expected = ask["expect"]
        told = (ask["as_of"], *found.steps)
        assert found.status == expected["status"], told
        if found.dating is not None:
            assert _bounds(found) == [_days(p) for p in expected["positions"]], told
        else:
            assert _values(found) == sorted(_plain(p["value"]) for p in expected["positions"]), told
            for position in expected["positions"]:
                _has_sources(found, position)


def _bounds(found: Answer) -> list[tuple[str | None, str | None]]:
    dating = found.dating
    assert dating is not None
    before, after = dating.not_before, dating.not_after
    days = (str(before.day) if before else None, str(after.day) if after else None)
    return [days] if any(days) else []


def _days(position: dict[str, Any]) -> tuple[str | None, str | None]:
    return position.get("not_before"), position.get("not_after")


def _values(found: Answer) -> list[str]:
    return sorted(_plain(position.value) for position in found.positions)


def _plain(value: str) -> str:
    return value.lower().removeprefix("the ")


def _has_sources(found: Answer, expected: dict[str, Any]) -> None:
    position = next(p for p in found.positions if _plain(p.value) == _plain(expected["value"]))
    told = " | ".join(claim.source.lower() for claim in position.claims)
    for source in expected["sources"]:
        assert source.lower() in told, (source, told)
