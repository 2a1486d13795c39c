"""``sayso add``: reports into the ledger."""

from __future__ import annotations

import sys
from collections import Counter

import click

from sayso.cli.escape import escaped
from sayso.cli.options import checked_day, ledger_option, opened, private_option
from sayso.cli.session import READERS, cores, told, total
from sayso.intake import Unreadable, find, receive

__all__ = ["add"]

NAMED = {"added": "added", "copy": "near-copies", "unchanged": "unchanged", "failed": "failed"}
"""Each outcome as the counts have it; near-copies are added too."""


@click.command()
@click.argument("places", metavar="PATH|URL|-...", nargs=-1, required=True)
@ledger_option
@click.option("--published", metavar="DATE", callback=checked_day, help="The day of publication of them all.")
@click.option("--outlet", metavar="NAME", help="Who published them all.")
@private_option
def add(
    places: tuple[str, ...], place: str, published: str | None, outlet: str | None, private: bool
) -> None:
    """Add reports to the ledger; those that it has stay as they are.

    PATH is a file, a folder or a glob, of plain text, web pages, JSONL, feeds or WARC; - is standard
    input. It may be stopped at any moment and run again.
    """
    from sayso.add import add as keep
    from sayso.cli.progress import Progress

    found = list(find(places))
    items = told(receive(found, private=private), published=published, outlet=outlet)
    counts: Counter[str] = Counter()
    with opened(place, make=True) as ledger, Progress(total(found)) as progress:
        for item in keep(ledger, items, min(cores(), READERS)):
            if isinstance(item, Unreadable):
                counts["failed"] += 1
                with progress.aside(sys.stderr):
                    click.echo(f"sayso: {escaped(str(item))}", err=True)
            else:
                counts[item[1].outcome] += 1
                progress.advance(item[0].size, _told(counts))
    click.echo(_told(counts))
    if counts["failed"]:
        raise click.exceptions.Exit(1)


def _told(counts: Counter[str]) -> str:
    return ", ".join(f"{counts[outcome]} {name}" for outcome, name in NAMED.items())
