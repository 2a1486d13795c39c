"""Pictures, written to the file that ``--out`` names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from sayso.cli.escape import escaped
from sayso.cli.options import Failure

if TYPE_CHECKING:
    from sayso.exports.canvas import Format

__all__ = ["out_option", "written"]

Command = TypeVar("Command", bound=Callable[..., Any])


def out_option(command: Command) -> Command:
    """``--out``: the file for a picture."""
    return click.option(
        "--out",
        metavar="FILE",
        type=click.Path(dir_okay=False, path_type=Path),
        callback=_checked,
        help="Draw it into this file instead, which ends in .svg or .png.",
    )(command)


def written(out: Path, draw: Callable[[Format], bytes]) -> None:
    """Write the picture that ``draw`` makes, and tell; what goes wrong ends the command with exit code 1."""
    from sayso.exports.canvas import ChartsMissing

    try:
        out.write_bytes(draw(cast("Format", out.suffix[1:].lower())))
    except (ChartsMissing, ValueError) as error:
        raise Failure(str(error)) from error
    except OSError as error:
        raise Failure(f"{out}: {error.strerror}") from error
    click.echo(escaped(f"sayso: {out} written"), err=True)


def _checked(context: click.Context, option: click.Parameter, value: Path | None) -> Path | None:
    if value is not None and value.suffix.lower() not in (".svg", ".png"):
        raise click.BadParameter(f"{value.name} ends neither in .svg nor in .png")
    return value
