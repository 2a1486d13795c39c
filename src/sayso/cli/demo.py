"""``sayso demo``: what it looks like."""

from __future__ import annotations

from importlib.resources import as_file, files

import click

from sayso.cli.options import opened, signed_option
from sayso.cli.session import read_places

__all__ = ["demo"]

LEDGER = "sayso-demo.db"
"""Where the bundled reports are kept for the desk, in this folder."""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object a report, a line each.")
@click.option("--desk", is_flag=True, help=f"Then keep them in {LEDGER} and open the desk on it.")
@click.option("--no-open", is_flag=True, help="With --desk, do not open a browser.")
@signed_option
def demo(as_json: bool, desk: bool, no_open: bool, user: str) -> None:
    """Read a few bundled reports, of invented people and places."""
    with as_file(files("sayso") / "samples") as folder:
        read_places([str(folder)], as_json=as_json)
        if desk:
            _keep(str(folder))
    if desk:
        from sayso.cli.desk import serve

        serve(LEDGER, host="127.0.0.1", port=0, token=None, user=user, open_browser=not no_open)
    elif not as_json:
        click.echo("To leaf through them: sayso demo --desk", err=True)


def _keep(folder: str) -> None:
    from sayso.add import add
    from sayso.intake import find, receive

    with opened(LEDGER, make=True) as ledger:
        for _ in add(ledger, receive(find([folder]))):
            pass
