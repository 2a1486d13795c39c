"""The command line."""

from __future__ import annotations

import click

from sayso import __version__
from sayso.cli.demo import demo
from sayso.cli.read import read

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Who said what in news reports, on whose say-so."""


main.add_command(demo)
main.add_command(read)
