"""Cases: short reports, questions, and what is expected of the answers; all read once a session."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sayso.intake import Report
from sayso.questions import Claim, claims
from sayso.questions.origins import groups

OWN = Path(__file__).parents[1] / "cases"
SHARED = Path(os.environ.get("SAYSO_CASES") or Path(__file__).parents[3] / "shared" / "cases")


@dataclass(frozen=True)
class Case:
    """A case's claims, the groups of its reports, and what it asks."""

    claims: tuple[Claim, ...]
    groups: dict[str, str]
    asks: list[dict[str, Any]]


def paths() -> list[Path]:
    return sorted(OWN.glob("*.json")) + sorted(SHARED.glob("*.json"))


def _case(path: Path, read: Any) -> Case:
    told = json.loads(path.read_text(encoding="utf-8"))
    reports = [Report.of(**{"id": f"{path.stem}-{n}", **report}) for n, report in enumerate(told["reports"])]
    found = tuple(claim for report in reports for claim in claims(report, read(report)))
    return Case(found, groups(reports), told["asks"])


@pytest.fixture(scope="session")
def reader() -> Any:
    """The real reader, loaded once."""
    from sayso.reading import Reader

    return Reader()


@pytest.fixture(scope="session")
def cases(model: None, reader: Any) -> dict[str, Case]:
    """All cases, by name."""
    return {path.stem: _case(path, reader.read) for path in paths()}
