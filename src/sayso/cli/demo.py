"""``sayso demo``: what it looks like."""

from __future__ import annotations

from importlib.resources import as_file, files

import click

from sayso.cli.session import read_places

__all__ = ["demo"]


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object a report, a line each.")
def demo(as_json: bool) -> None:
    """Read a few bundled reports, of invented people and places."""
    with as_file(files("sayso") / "samples") as folder:
        read_places([str(folder)], as_json=as_json)
