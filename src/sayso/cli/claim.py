"""``sayso claim``: a claim by hand."""

from __future__ import annotations

from typing import Any

import click

from sayso.cli.options import checked_day, ledger_option, opened, signed_option

__all__ = ["claim"]

KINDS = (
    "person", "group", "official-unnamed", "person-unnamed", "document", "recording", "outlet", "author"
)  # fmt: skip
"""The kinds of source; a test holds them equal to those of ``sayso.claim``, which is slow to import."""


@click.command()
@click.argument("question")
@click.argument("value")
@click.option("--source", metavar="NAME", required=True, help="Who says so.")
@click.option("--kind", "source_kind", type=click.Choice(KINDS), default="person", help="What the source is.")
@click.option(
    "--via",
    metavar="NAME",
    multiple=True,
    help="Through whom it came, nearest to the source first; with its kind, if that is no outlet: "
    '"a recording (recording)". May be given again.',
)
@click.option("--said", metavar="DATE", help="When it was said; the report's day without it.")
@click.option("--about", metavar="DATE", help="What time it speaks about.")
@click.option("--certainty", metavar="WORDS|LOW..HIGH", default="plain", help="How sure the source is.")
@click.option("--content", metavar="WORDS", default="", help="The source's words.")
@click.option("--change", is_flag=True, help="The value came about then, rather than being so.")
@click.option("--released", is_flag=True, help="The date is when an artifact was released, not made.")
@click.option("--report", metavar="ID", help="The report in the ledger that carries it.")
@click.option("--published", metavar="DATE", callback=checked_day, help="From which day on it counts.")
@click.option("--outlet", metavar="NAME", help="Who carries it, where the report is not in the ledger.")
@ledger_option
@signed_option
def claim(
    question: str, value: str, place: str, user: str, report: str | None, released: bool, **told: Any
) -> None:
    """Add a claim by hand: that by --source the answer to a QUESTION is VALUE.

    Such as "Is Daniel Okoro alive?" dead --source "Maria Telles". sayso undo takes it back.
    """
    from sayso.ask import ask
    from sayso.claim import ByHand
    from sayso.claim import claim as added
    from sayso.cli.ask import understood
    from sayso.cli.judge import told as shown

    with opened(place, user) as ledger:
        understood(ledger, question)
        given = ByHand(value, manner="released" if released else "made", **told)
        shown(added(ledger, question, given, report))
        click.echo(f"the answer is {ask(ledger, question).status}")
