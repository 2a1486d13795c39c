"""``sayso read``: who said what in reports; nothing is kept."""

from __future__ import annotations

import click

from sayso.cli.session import read_places
from sayso.intake import day

__all__ = ["read"]


def _day(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    try:
        return day(value) if value is not None else None
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


@click.command()
@click.argument("places", metavar="PATH|URL|-...", nargs=-1, required=True)
@click.option(
    "--published", metavar="DATE", callback=_day, help="The day of publication, whatever a page says."
)
@click.option("--outlet", metavar="NAME", help="Who published it, whatever a page says.")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object a report, a line each.")
def read(places: tuple[str, ...], published: str | None, outlet: str | None, as_json: bool) -> None:
    """Read reports and show who said what in them; nothing is kept.

    PATH is a file, a folder or a glob, of plain text, web pages (.html) or JSONL; - is standard input.
    """
    read_places(places, published=published, outlet=outlet, as_json=as_json)
