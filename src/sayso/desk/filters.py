"""What the query of an address asks for, the same on pages and in JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Annotated, Any, Literal

from fastapi import Depends, Query
from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from sayso.intake import day
from sayso.ledger import Filter

__all__ = ["Asked", "Day", "IsoDay", "Paged", "Text", "Wanted", "of_page"]

LENGTH = 50
"""Things on a page of a list."""

LONGEST = 500
"""Characters of a value."""


def _none(value: Any) -> Any:
    """A field of a form that was left empty asks for nothing."""
    return None if isinstance(value, str) and not value.strip() else value


Blank = BeforeValidator(_none)
Text = Annotated[Annotated[str, Field(max_length=LONGEST)] | None, Blank, Query()]
Written = WithJsonSchema(
    {
        "anyOf": [
            {"type": "string", "format": "date"},
            {"type": "string", "format": "date-time"},
            {"type": "string", "pattern": r"^\s*$"},
            {"type": "null"},
        ],
        "description": "A day (ISO 8601); of a time, its day.",
    }
)
IsoDay = Annotated[str | None, Blank, AfterValidator(lambda value: day(value) if value else None), Written]
Day = Annotated[IsoDay, Query()]
Share = Annotated[Annotated[float, Field(ge=0, le=1)] | None, Blank, Query()]
Kind = Annotated[Literal["direct", "mixed", "indirect"] | None, Blank, Query()]
Paged = Annotated[int, Query(ge=1, le=100_000, description="Which page of the list, from 1.")]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which statements are asked for; ``source`` is a name or an id."""

    source: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    type: str | None = None
    denied: bool = False
    below: float | None = None
    above: float | None = None

    @property
    def query(self) -> dict[str, Any]:
        """The same for a link."""
        return {name: "1" if value is True else value for name, value in asdict(self).items() if value}

    def filter(self, limit: int | None = None) -> Filter:
        """What the ledger is asked; the source is asked for beside it."""
        values = asdict(self)
        del values["source"], values["denied"]
        return Filter(**values, polarity="negative" if self.denied else None, limit=limit)


def _wanted(
    source: Text = None,
    outlet: Text = None,
    since: Day = None,
    until: Day = None,
    type: Kind = None,
    denied: Annotated[bool | None, Blank, Query()] = None,
    below: Share = None,
    above: Share = None,
) -> Wanted:
    return Wanted(source, outlet, since, until, type, bool(denied), below, above)


Asked = Annotated[Wanted, Depends(_wanted)]
"""The filters, as a parameter of what answers a request."""


def of_page(page: int) -> tuple[int, int]:
    """How many things to skip, and how many to get: one more than is shown tells if there are more."""
    return (page - 1) * LENGTH, LENGTH + 1
