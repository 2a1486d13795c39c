"""``sayso read``: who said what in reports; nothing is kept."""

from __future__ import annotations

import click

from sayso.cli.calls import unfold_option
from sayso.cli.options import checked_day, private_option
from sayso.cli.session import read_places

__all__ = ["read"]


@click.command()
@click.argument("places", metavar="PATH|URL|-...", nargs=-1, required=True)
@click.option(
    "--published", metavar="DATE", callback=checked_day, help="The day of publication, whatever a page says."
)
@click.option("--outlet", metavar="NAME", help="Who published it, whatever a page says.")
@private_option
@unfold_option
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object a report, a line each.")
def read(
    places: tuple[str, ...],
    published: str | None,
    outlet: str | None,
    private: bool,
    unfold: bool,
    as_json: bool,
) -> None:
    """Read reports and show who said what in them; nothing is kept.

    PATH is a file, a folder or a glob, of plain text, web pages (.html) or JSONL; - is standard input.
    """
    read_places(places, published=published, outlet=outlet, private=private, as_json=as_json, unfold=unfold)
