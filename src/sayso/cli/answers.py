"""An answer on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from sayso.cli.escape import escaped

if TYPE_CHECKING:
    from sayso.questions import Answer, Claim
    from sayso.questions.standing import Apart

__all__ = ["told"]

PLAIN = 0.95
"""From this probability on a claim is plain, and nothing is said about it."""


def told(answer: Answer, explain: bool = False) -> str:
    """The status, the positions with their claims, what stands no longer, and the steps if wanted."""
    return "\n".join(_lines(answer, explain))


def _lines(answer: Answer, explain: bool) -> Iterator[str]:
    yield escaped(answer.question.text)
    yield f"{click.style(answer.status, bold=True)}, as of {answer.as_of}"
    for position in answer.positions:
        many = "independent origin" if len(position.origins) == 1 else "independent origins"
        value = click.style(escaped(position.value), fg="cyan", bold=True)
        yield ""
        yield f"{value}  {len(position.origins)} {many}, {position.low:.2f}–{position.high:.2f}"
        for number, (members, why) in enumerate(position.origins, 1):
            for at in members:
                copy = at != members[0]
                yield from _claim(position.claims[at], f"{number}{'  same origin: ' + why if copy else ''}")
    if answer.dating:
        for name, bound in (("not before", answer.dating.not_before), ("not after", answer.dating.not_after)):
            yield ""
            yield click.style(f"{name} {bound.day if bound else 'unknown'}", fg="cyan", bold=True)
            for claim in bound.evidence if bound else ():
                yield from _claim(claim, "")
    if answer.apart:
        yield ""
        yield "Not held to be so, or no longer:"
        for one in answer.apart:
            yield from _claim(one.claim, f"{one.claim.value}: {_why(one)}")
    if explain:
        yield ""
        yield from (f"{number}. {escaped(step)}" for number, step in enumerate(answer.steps, 1))


def _why(one: Apart) -> str:
    if one.by is None:
        return "rejected by an analyst" if one.reason == "rejected" else "graded as unreliable"
    return f"{one.reason} by {one.by.source}, {one.by.said or one.by.report.published or 'no date'}"


def _claim(claim: Claim, note: str) -> Iterator[str]:
    report = claim.report
    where = " · ".join(part for part in (report.outlet, report.published, claim.id or report.id) if part)
    times = [f"{name} {value}" for name, value in (("said", claim.said), ("about", claim.about)) if value]
    sure = []
    if claim.low < PLAIN:
        sure.append(f"{claim.low:.2f}–{claim.high:.2f} “{'”, “'.join(claim.words)}”")
    via = [f"via {', '.join(link.name for link in claim.via)}"] if claim.via else []
    head = ", ".join([claim.source, *via, *times, *sure])
    yield escaped(f"  {note}  {head}" if note else f"  {head}")
    words = " ".join(claim.content.split())
    yield escaped(f"     {'denied: ' * claim.denial}{words}  ({where})")
