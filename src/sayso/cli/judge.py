"""What an analyst decides: ``sayso merge``, ``split``, ``rename``, ``grade``, ``reject``, ``note``.

``sayso log`` lists it, and ``sayso undo`` takes it back.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from sayso.cli.escape import escaped
from sayso.cli.options import ledger_option, opened, signed_option
from sayso.cli.statements import write_json

if TYPE_CHECKING:
    from sayso.ledger import Judgement

__all__ = ["COMMANDS", "told"]


@click.command()
@click.argument("keep")
@click.argument("other")
@ledger_option
@signed_option
def merge(keep: str, other: str, place: str, user: str) -> None:
    """Two sources are one: OTHER is known as KEEP from now on."""
    with opened(place, user) as ledger:
        told(ledger.merge(keep, other))


@click.command()
@click.argument("name")
@click.argument("reports", nargs=-1, required=True)
@ledger_option
@signed_option
def split(name: str, reports: tuple[str, ...], place: str, user: str) -> None:
    """In these REPORTS, NAME is somebody else, who becomes a source of their own."""
    with opened(place, user) as ledger:
        told(*ledger.split(name, reports))


@click.command()
@click.argument("name")
@click.argument("new")
@ledger_option
@signed_option
def rename(name: str, new: str, place: str, user: str) -> None:
    """Show a source under a NEW name; the old ones still find it."""
    with opened(place, user) as ledger:
        told(ledger.rename(name, new))


@click.command()
@click.argument("what")
@click.argument("grade")
@ledger_option
@signed_option
def grade(what: str, grade: str, place: str, user: str) -> None:
    """Grade a source from A to F, a statement (REPORT:3) or a claim (REPORT:c3) from 1 to 6.

    These are the grades of the Admiralty code. Claims graded 5, and those of a source graded E, do not
    count; sayso ask lists them apart.
    """
    with opened(place, user) as ledger:
        told(ledger.grade(what, grade.upper()))


@click.command()
@click.argument("statement")
@ledger_option
@signed_option
def reject(statement: str, place: str, user: str) -> None:
    """Leave out a STATEMENT (REPORT:3), or a claim (REPORT:c3), that was read wrongly."""
    with opened(place, user) as ledger:
        told(ledger.reject(statement))


@click.command()
@click.argument("what")
@click.argument("text")
@ledger_option
@signed_option
def note(what: str, text: str, place: str, user: str) -> None:
    """Put a note on a source, a report or a statement (REPORT:NUMBER)."""
    with opened(place, user) as ledger:
        told(ledger.note(what, text))


@click.command()
@click.argument("number", type=int, required=False)
@ledger_option
@signed_option
def undo(number: int | None, place: str, user: str) -> None:
    """Take back a judgement by its NUMBER in the log, or the latest that stands."""
    with opened(place, user) as ledger:
        click.echo(f"undone: {_line(ledger.undo(number))}")


@click.command()
@ledger_option
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object a line.")
def log(place: str, as_json: bool) -> None:
    """List all judgements, oldest first: what was decided, by whom, and when."""
    with opened(place) as ledger:
        judgements = ledger.log()
    if as_json:
        write_json(judgements)
    else:
        for one in judgements:
            click.echo(_line(one) + (" (undone)" if one.undone else ""))


CLAIMED = ("value", "source", "said", "about", "content")
"""What is shown of a claim that was added by hand."""

COMMANDS = (merge, split, rename, grade, reject, note, undo, log)


def told(*judgements: Judgement) -> None:
    """Show judgements, a line each."""
    for one in judgements:
        click.echo(_line(one))


def _line(one: Judgement) -> str:
    shown = {name: value for name, value in one.value.items() if name not in ("spans", "data")}
    if data := one.value.get("data"):
        shown = {name: data[name] for name in CLAIMED if data.get(name)}
        shown["subject"] = data["subject"]["name"]
    what = f"undo {one.undoes}" if one.undoes else f"{one.kind} {one.target}"
    told = f" {json.dumps(shown, ensure_ascii=False)}" if shown else ""
    return escaped(f"{one.id}  {one.at}  {one.user}  {what}{told}")
