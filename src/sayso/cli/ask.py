"""``sayso ask``, ``date``, ``questions``, ``timeline``: contested questions, as of any date."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.escape import escaped
from sayso.cli.options import checked_day, ledger_option, opened
from sayso.cli.pictures import out_option, written
from sayso.record import line

if TYPE_CHECKING:
    from pathlib import Path

    from sayso.ledger import Ledger
    from sayso.questions import Answer

__all__ = ["ask", "date", "questions", "timeline", "understood"]

as_of_option = click.option(
    "--as-of", metavar="DATE", callback=checked_day, help="As of this day; today without it."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Write one JSON object a line.")
explain_option = click.option("--explain", is_flag=True, help="Show how the status came about, step by step.")


@click.command()
@click.argument("question")
@ledger_option
@as_of_option
@explain_option
@json_option
def ask(question: str, place: str, as_of: str | None, explain: bool, as_json: bool) -> None:
    """Answer a contested question: its status, and who says what of it.

    Such as "Is Daniel Okoro alive?", "Who holds Kadesh?", "How many were killed in Orvale?"
    """
    from sayso.ask import ask as answered

    with opened(place) as ledger:
        understood(ledger, question)
        found = answered(ledger, question, as_of)
    _show(found, explain, as_json)


@click.command()
@click.argument("artifact")
@ledger_option
@as_of_option
@explain_option
@json_option
def date(artifact: str, place: str, as_of: str | None, explain: bool, as_json: bool) -> None:
    """Tell between which days an ARTIFACT was made ("the Okoro recording"), and from what."""
    from sayso.ask import date_artifact

    with opened(place) as ledger:
        found = date_artifact(ledger, artifact, as_of)
    _show(found, explain, as_json)


@click.command()
@ledger_option
@as_of_option
@click.option("--kind", metavar="KIND", help="Only questions of this kind: life, custody, toll, …")
@click.option("--status", metavar="STATUS", help="Only those that are disputed, unconfirmed, …")
@click.option(
    "--changed-since", metavar="DATE", callback=checked_day, help="Only those that changed since that day."
)
@click.option("--limit", type=click.IntRange(1), help="Show as many at most.")
@json_option
def questions(place: str, as_json: bool, **wanted: Any) -> None:
    """List what the ledger can answer, most disputed first, with the day of the last change."""
    from sayso.ask import questions as listed
    from sayso.questions.record import listed_record

    with opened(place) as ledger:
        found = listed(ledger, **wanted)
    if as_json:
        return _write(map(listed_record, found))
    for one in found:
        values = " / ".join(position.get("value", "") for position in one.positions)
        click.echo(escaped(f"{one.status:12} {one.changed or '':10}  {one.question.text}  {values}").rstrip())
    return None


@click.command()
@click.argument("question")
@ledger_option
@json_option
@out_option
def timeline(question: str, place: str, as_json: bool, out: Path | None) -> None:
    """Show how the answer to a QUESTION changed over time, in lines or as a chart."""
    from sayso.ask import course
    from sayso.ask import timeline as changes

    with opened(place) as ledger:
        understood(ledger, question)
        if out is not None:
            from sayso.exports.timeline import timeline as chart

            drawn = course(ledger, question)
            return written(out, lambda suffix: chart(drawn, suffix))
        found = changes(ledger, question)
    if as_json:
        return _write(_record(change.answer) for change in found)
    for change in found:
        values = " / ".join(
            f"{position.value} ({len(position.origins)})" for position in change.answer.positions
        )
        click.echo(escaped(f"{change.day}  {change.answer.status:12} {values}").rstrip())
    return None


def understood(ledger: Ledger, question: str) -> None:
    """End the command where the question has none of the forms, with those and the nearest subjects."""
    from sayso.ask import nearest
    from sayso.questions import NotAQuestion, parse

    try:
        parse(question)
    except NotAQuestion as error:
        known = nearest(ledger, question)
        told = [f"sayso: {error}", "What can be asked:", *(f"  {form}" for form in error.forms)]
        told += ["Who and what the ledger has of it:", *(f"  {name}" for name in known)] if known else []
        click.echo(escaped("\n".join(told)), err=True)
        raise click.exceptions.Exit(1) from None


def _show(found: Answer, explain: bool, as_json: bool) -> None:
    from sayso.cli.answers import told

    if as_json:
        return _write([_record(found)])
    return click.echo(told(found, explain))


def _record(found: Answer) -> dict[str, Any]:
    from sayso.questions.record import record

    return record(found)


def _write(records: Any) -> None:
    for one in records:
        sys.stdout.buffer.write(line(one))
    sys.stdout.buffer.flush()
