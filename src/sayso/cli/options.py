"""What several commands ask for."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sayso.cli.escape import escaped
from sayso.intake import day

if TYPE_CHECKING:
    from sayso.ledger import Ledger

__all__ = ["checked_day", "ledger_option", "opened", "private_option", "signed_option"]

Command = TypeVar("Command", bound=Callable[..., Any])

DEFAULT = "sayso.db"


def checked_day(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """An option's value as a day; wrong usage where it is none."""
    try:
        return day(value) if value is not None else None
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def ledger_option(command: Command) -> Command:
    """``--ledger``: which ledger; or the variable SAYSO_LEDGER, or sayso.db in this folder."""
    return click.option(
        "--ledger",
        "place",
        metavar="FILE|URL",
        envvar="SAYSO_LEDGER",
        default=DEFAULT,
        show_default=True,
        help="The ledger: a file, or postgresql://…; SAYSO_LEDGER sets another default.",
    )(command)


def private_option(command: Command) -> Command:
    """``--private``: whether URLs may lead to this machine and into private networks."""
    return click.option(
        "--private", is_flag=True, help="Fetch URLs of this machine and of private networks too."
    )(command)


def signed_option(command: Command) -> Command:
    """``--as``: who decides; or the variable SAYSO_USER, or the name of the account."""
    return click.option(
        "--as",
        "user",
        metavar="NAME",
        envvar="SAYSO_USER",
        default=_account,
        help="Who decides; SAYSO_USER sets another default than the account's name.",
    )(command)


@contextmanager
def opened(place: str, user: str | None = None, *, make: bool = False) -> Iterator[Ledger]:
    """The ledger at a place, for a command; what goes wrong ends the command with exit code 1.

    Only with ``make`` is one made where there is none.
    """
    from sqlalchemy.exc import DatabaseError

    from sayso.ledger import Ledger, NotALedger

    try:
        with Ledger.open(place, user, make=make) as ledger:
            yield ledger
    except (NotALedger, LookupError, ValueError) as error:
        raise Failure(str(error)) from error
    except DatabaseError as error:
        raise Failure(f"{place}: {str(error.orig or error).strip().splitlines()[0]}") from error


class Failure(click.ClickException):
    """The end of a command, with the reason, in the words that unreadable reports have too."""

    def show(self, file: object = None) -> None:
        """Write it to stderr."""
        click.echo(f"sayso: {escaped(self.message)}", err=True)


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"
