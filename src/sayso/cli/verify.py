"""``sayso verify`` and ``sayso reread``: looking after a ledger."""

from __future__ import annotations

import click

from sayso.cli.escape import escaped
from sayso.cli.options import ledger_option, opened

__all__ = ["reread", "verify"]


@click.command()
@ledger_option
def verify(place: str) -> None:
    """Hash all evidence anew: is it what was captured?"""
    wrong = whole = 0
    with opened(place) as ledger:
        for name, reason in ledger.damaged():
            if reason is None:
                whole += 1
            else:
                wrong += 1
                click.echo(f"sayso: {escaped(name)}: {reason}", err=True)
    click.echo(f"{whole} captures as received, {wrong} damaged")
    if wrong:
        raise click.exceptions.Exit(1)


@click.command()
@ledger_option
def reread(place: str) -> None:
    """Read all reports again that another model read; judgements are kept."""
    from sayso.add import reread as again

    with opened(place) as ledger:
        count = sum(1 for _ in again(ledger))
    click.echo(f"{count} read again")
