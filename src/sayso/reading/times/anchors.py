"""What relative times are relative to: the day of publication, and what the text has told so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from sayso.reading.times.dates import day_of, moved

__all__ = ["Anchor", "published_day"]


def published_day(published: str | None) -> date | None:
    """The day of an ISO date, with or without a time; None where there is none."""
    if published is None:
        return None
    try:
        return datetime.fromisoformat(published).date()
    except ValueError:
        return None


@dataclass(slots=True)
class Anchor:
    """The report's day, and what the text has told: the last day, week, month or year, and quarter.

    A quarter that still runs, or is only compared with, is none that results are told of.
    ``longer`` is whether several quarters have been spoken of since ("the nine months").
    ``near`` is the last day that this sentence has told. ``month`` is the last month with nothing longer
    since; where a quarter is reported on, only of this sentence.
    ``direction`` tells of the expression that is being read whether its clause speaks of the past
    (-1) or the future (1), or 0 where it does not tell; it is asked with the number of words to
    look at on each side.
    """

    published: date | None
    quarter: str | None = None
    longer: bool = False
    near: date | None = None
    month: date | None = None
    direction: Callable[[int], int] = lambda reach: 0
    _told: dict[str, date] = field(default_factory=dict)

    def tell(self, value: str) -> None:
        """Remember a value that the text has told."""
        known = day_of(value)
        if known is None:
            if value in _SEVERAL_QUARTERS:
                self.longer, self.month = True, None
            return
        day, size = known
        coarser = _COARSER.get(size, ())
        for unit in coarser:
            self._told[unit] = day
        if size == "D":
            self.near = day
        if "M" not in coarser or value[5:6] == "H":
            self.month = None
        elif size == "M":
            self.month = day
        if size == "Q" and not (self.quarter and self._unfinished(value)) and not self._compared(value):
            self.quarter, self.longer = value[:7], False

    def end_sentence(self) -> None:
        """Forget what only the sentence told."""
        self.near = None
        if self.quarter is not None:
            self.month = None

    def _unfinished(self, quarter: str) -> bool:
        """Whether a quarter still runs on the report's day, so that nobody reports its results."""
        known = day_of(quarter)
        return bool(self.published and known and moved(known[0], "Q", 1) > self.published)

    def _compared(self, quarter: str) -> bool:
        """Whether a quarter comes before the reported one, which then is only compared with it."""
        known = self.quarter
        return known is not None and quarter[:7] < known and not self._unfinished(known)

    def text(self, unit: str) -> date | None:
        """The last day told by a stretch no longer than ``unit``, else the report's own."""
        return self._told.get(unit if unit in _COARSER else "Y", self.published)


_SEVERAL_QUARTERS = frozenset(("P6M", "P9M"))
_COARSER = {
    size: tuple(units.split())
    for size, units in {
        "D": "D W WE M Q SE Y",
        "W": "W WE M Q SE Y",
        "WE": "W WE M Q SE Y",
        "M": "M Q SE Y",
        "Q": "Q SE Y",
        "SE": "Q SE Y",
        "Y": "Y",
    }.items()
}
"""For each size, those that are no shorter."""
