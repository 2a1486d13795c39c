"""The verb: read reports, and see who said what in them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from sayso.intake import Received, Report, Unreadable, day

if TYPE_CHECKING:
    from sayso.reading.annotations import Reading
    from sayso.reading.reader import Reader

__all__ = ["read", "read_all", "reader"]


@cache
def reader(processes: int = 1) -> Reader:
    """The reader, loaded at the first call; ``processes`` is how many read where there are many reports."""
    from sayso.reading.reader import Reader

    return Reader(processes)


def read(
    text: str, *, published: str | None = None, outlet: str | None = None, title: str | None = None
) -> Reading:
    """Read the text of one news report: who said what in it.

    ``published`` is the day it was published, as an ISO 8601 date or time; ``outlet`` who published
    it; ``title`` its headline, if that is no part of the text. Every offset of the reading is a
    0-based place in ``text``, in Unicode code points.

    Raises:
        ValueError: ``published`` is no date.
    """
    published = day(published) if published else None
    return reader().read(Report.of(text, published=published, outlet=outlet, title=title))


def read_all(
    items: Iterable[Received | Unreadable], processes: int = 1
) -> Iterator[tuple[Received, Reading] | Unreadable]:
    """Read everything that ``sayso.intake.receive`` yields, in its order; failures pass through."""
    waiting: deque[Received | Unreadable] = deque()

    def reports() -> Iterator[Report]:
        for item in items:
            waiting.append(item)
            if isinstance(item, Received):
                yield item.report

    for reading in reader(processes).read_many(reports()):
        while isinstance(item := waiting.popleft(), Unreadable):
            yield item
        yield item, reading
    while waiting:
        if isinstance(item := waiting.popleft(), Unreadable):
            yield item
