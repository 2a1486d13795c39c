"""Sentences and the claims of one kind that they tell; among them many that only look as if they told one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.intake import Report
from sayso.questions import Claim, claims

TOLD: dict[str, list[tuple[str, list[str]]]] = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent / "told").glob("*.json"))
}

MISSED: dict[str, list[str]] = json.loads(Path(__file__).with_name("missed.json").read_text(encoding="utf-8"))
"""By kind, and of ``test_wordings``: texts that the network reads otherwise than the rules can take."""


def _as_expected(claim: Claim) -> str:
    """What tells a claim from others of its kind: whom or what it is about, unless that is an event."""
    if claim.kind == "toll":
        return f"{claim.subject.aspect} {claim.value}"
    if claim.kind == "dating":
        return claim.manner
    return (
        claim.value
        if claim.kind in ("responsibility", "authenticity")
        else f"{claim.subject.name} {claim.value}"
    )


@pytest.mark.parametrize("kind", TOLD)
def test_told(kind: str, model: None, reader: Any) -> None:
    wrong = []
    for text, expected in TOLD[kind]:
        report = Report.of(text, published="2021-03-04", outlet="Harbour Wire")
        found = [_as_expected(claim) for claim in claims(report, reader.read(report)) if claim.kind == kind]
        if sorted(found) != sorted(expected):
            wrong.append((text, found, expected))
    missed = {*MISSED.get(kind, ())}
    assert not [one for one in wrong if one[0] not in missed]
    assert missed <= {text for text, _, _ in wrong}, "take it off missed.json"
