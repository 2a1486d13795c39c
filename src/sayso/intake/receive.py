"""From places to reports."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.intake.formats import choose
from sayso.intake.language import language_of
from sayso.intake.places import opened
from sayso.intake.source import LONGEST, Received, Unreadable

__all__ = ["receive"]


def receive(places: Iterable[str | Unreadable], private: bool = False) -> Iterator[Received | Unreadable]:
    """The reports at places (see ``find``), one at a time, and what could not be read.

    URLs of this machine and of private networks are refused unless ``private`` permits them.
    """
    for place in places:
        if isinstance(place, Unreadable):
            yield place
            continue
        try:
            with opened(place, private) as source:
                anything = False
                for item in choose(source).read(source):
                    anything = True
                    yield _judged(item)
                if not anything:
                    yield Unreadable(place, "empty")
        except Unreadable as error:
            yield error
        except (EOFError, zlib.error):
            yield Unreadable(place, "damaged: the compressed data cannot be read to its end")
        except OSError as error:
            yield Unreadable(place, (error.strerror or str(error)).lower())


def _judged(found: Received | Unreadable) -> Received | Unreadable:
    if isinstance(found, Unreadable):
        return found
    report = found.report
    if not report.text.strip():
        return Unreadable(found.name, "empty")
    if len(report.text) > LONGEST:
        return Unreadable(found.name, f"longer than {LONGEST:,} characters, which no report is")
    language = report.language or language_of(report.text)
    return replace(found, report=replace(report, language=language))
