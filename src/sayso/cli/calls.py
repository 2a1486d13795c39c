"""``sayso calls``: calls for violence, so that those named can be warned; their words only where wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.escape import escaped
from sayso.cli.options import ledger_option, opened

if TYPE_CHECKING:
    from sayso.questions import Claim

__all__ = ["FOLDED", "calls", "folded", "meet", "records", "unfold_option", "without"]

FOLDED = "[folded]"
"""What is shown in the place of a call's words."""

Spans = Iterable[Sequence[int]]

unfold_option = click.option("--unfold", is_flag=True, help="Show the words of calls for violence, too.")


@click.command()
@click.option("--target", metavar="WORD", help="Only those against whom is told with this word.")
@ledger_option
@unfold_option
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object a line.")
def calls(target: str | None, place: str, unfold: bool, as_json: bool) -> None:
    """List the calls for violence in the ledger: against whom, by whom, when, and in which report."""
    from sayso.ask import calls as found
    from sayso.cli.statements import write_rows

    with opened(place) as ledger:
        listed = found(ledger, target)
    if as_json:
        return write_rows(records(listed, unfold))
    for one in listed:
        where = " · ".join(part for part in (one.report.published, one.report.outlet, one.id) if part)
        words = f"\n  {' '.join(one.content.split())}" if unfold else ""
        click.echo(escaped(f"against {one.subject.name}: {one.source}  ({where})") + escaped(words))
    return None


def folded(found: Sequence[Claim], unfold: bool) -> str:
    """The calls of one report, a line each; "" without any."""
    return "\n".join(_line(one, unfold) for one in found)


def without(text: str, found: Sequence[Claim]) -> str:
    """A report's text with the words of calls folded."""
    kept, end = [], 0
    for start, stop in sorted(span for one in found for span in one.span):
        kept += [text[end:start], FOLDED] if start >= end else []
        end = max(end, stop)
    return "".join((*kept, text[end:]))


def meet(one: Spans, other: Spans) -> bool:
    """Whether two lists of spans have a character in common."""
    return any(a < end and start < b for a, b in one for start, end in other)


def records(found: Iterable[Claim], unfold: bool = False) -> list[dict[str, Any]]:
    """The same as records; where the words stand in the report's text, and with ``unfold`` the words."""
    return [
        {
            "id": one.id,
            "target": one.subject.name,
            "source": one.source,
            "said": one.said,
            "report": one.report.id,
            "outlet": one.report.outlet,
            "published": one.report.published,
            "span": [list(span) for span in one.span],
        }
        | ({"content": one.content} if unfold else {})
        for one in found
    ]


def _line(one: Claim, unfold: bool) -> str:
    where = f" ({one.id})" if one.id else ""
    told = f"a call for violence against {one.subject.name}{where}"
    words = " ".join(one.content.split())
    return escaped(f"call: {told}: {words}" if unfold else f"folded: {told}; --unfold shows it")
