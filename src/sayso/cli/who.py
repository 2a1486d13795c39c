"""``sayso who``, ``sayso search``, ``sayso report``: what is in the ledger."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click import Choice, FloatRange, IntRange

from sayso.cli.calls import FOLDED, folded, meet, records, unfold_option, without
from sayso.cli.escape import escaped
from sayso.cli.options import checked_day, ledger_option, opened
from sayso.cli.statements import entry, sources_table, write_json, write_rows

if TYPE_CHECKING:
    from sayso.ledger import Filter, Report, Statement
    from sayso.questions import Claim

__all__ = ["report", "search", "who"]

Command = TypeVar("Command", bound=Callable[..., Any])

FILTERS = (
    click.option("--outlet", metavar="NAME", help="Only what this outlet published."),
    click.option("--since", metavar="DATE", callback=checked_day, help="Published on this day or later."),
    click.option("--until", metavar="DATE", callback=checked_day, help="Published on this day or earlier."),
    click.option("--type", type=Choice(["direct", "mixed", "indirect"]), help="How it is quoted."),
    click.option("--denied", "polarity", flag_value="negative", help="Only denials."),
    click.option("--below", type=FloatRange(0, 1), help="Only what may be less probable than this."),
    click.option("--above", type=FloatRange(0, 1), help="Only what is at least this probable."),
    click.option("--limit", type=IntRange(1), help="Show as many at most."),
)


def filtered(command: Command) -> Command:
    """The options that narrow down statements."""
    for option in reversed(FILTERS):
        command = option(command)
    return command


@click.command()
@click.argument("name", required=False)
@ledger_option
@filtered
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object a line.")
def who(name: str | None, place: str, as_json: bool, **filters: Any) -> None:
    """List the sources, or everything that one of them said, oldest first.

    NAME is any form of a name that a report has, or an id. Of a source's list only --limit holds.
    """
    wanted = _filter(filters)
    with opened(place) as ledger:
        if name is None:
            sources = ledger.sources(wanted.limit)
            return write_json(sources) if as_json else _shown(sources_table(sources))
        source = ledger.source(name)
        said = ledger.statements(source.id, wanted)
    if as_json:
        return write_json(said)
    _shown(sources_table([source]))
    if source.guessed:
        _shown(f"One by guess: {source.guessed} (sayso split takes them apart)")
    return _shown(*map(entry, said))


@click.command()
@click.argument("words")
@click.option("--source", metavar="NAME", help="Only what this source said.")
@ledger_option
@filtered
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object a line.")
def search(words: str, source: str | None, place: str, as_json: bool, **filters: Any) -> None:
    """Find statements by the words of their content, the latest first.

    All words must be there, in any inflection; "two words" in double quotation marks, together.
    """
    with opened(place) as ledger:
        found = ledger.search(words, source, _filter(filters))
    if as_json:
        return write_json(found)
    if not found:
        click.echo("nothing found", err=True)
    return _shown(*map(entry, found))


@click.command()
@click.argument("id")
@ledger_option
@unfold_option
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
def report(id: str, place: str, unfold: bool, as_json: bool) -> None:
    """Show a report: where it is from, its text, who said what in it. The start of its ID will do."""
    from sayso.ask import calls

    with opened(place) as ledger:
        found = ledger.report(id)
        called = calls(ledger, reports=[found.id])
    if as_json:
        return write_rows([asdict(found) | {"calls": records(called, unfold)}])
    text = escaped(found.text if unfold else without(found.text, called))
    said = [entry(_folded(one, called, unfold)) for one in found.statements]
    return _shown(_head(found), text, *said, *filter(None, [folded(called, unfold)]))


def _folded(one: Statement, called: Sequence[Claim], unfold: bool) -> Statement:
    """A statement as it is shown: without its words where they call for violence."""
    content = [tuple(span) for span in one.spans["content"]]
    hidden = not unfold and any(meet(content, call.span) for call in called)
    return replace(one, content=FOLDED) if hidden else one


def _head(found: Report) -> str:
    lines = {
        "report": found.id,
        "title": found.title,
        "outlet": found.outlet,
        "by": found.byline,
        "published": found.published_at or found.published,
        "other dates": ", ".join(f"{value} ({origin})" for value, origin in found.date_candidates[1:]),
        "url": found.url,
        "captured": f"{found.captured_at} by {found.tool} from {found.path}",
        "sha256": found.sha256,
        "read by": found.model,
        "credits": found.credit,
        "cites": ", ".join(found.cites),
        "same story": ", ".join(found.copies) if len(found.copies) > 1 else "",
    }
    return "\n".join(f"{name:12}{escaped(value)}" for name, value in lines.items() if value)


def _filter(given: dict[str, Any]) -> Filter:
    from sayso.ledger import Filter

    return Filter(**given)


def _shown(*blocks: str) -> None:
    """Each block of text, a blank line after it; what a terminal lacks is shown by its code."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    for block in blocks:
        click.echo(f"{block}\n")
