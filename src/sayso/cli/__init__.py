"""The command line."""

from __future__ import annotations

import click

from sayso import __version__
from sayso.cli.add import add
from sayso.cli.ask import ask, date, questions, timeline
from sayso.cli.calls import calls
from sayso.cli.claim import claim
from sayso.cli.demo import demo
from sayso.cli.desk import desk
from sayso.cli.judge import COMMANDS
from sayso.cli.read import read
from sayso.cli.verify import reread, verify
from sayso.cli.who import report, search, who

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Who said what in news reports, on whose say-so."""


for command in (
    add,
    ask,
    calls,
    claim,
    date,
    demo,
    desk,
    questions,
    read,
    timeline,
    reread,
    report,
    search,
    verify,
    who,
    *COMMANDS,
):
    main.add_command(command)
