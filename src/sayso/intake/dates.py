"""Dates of publication: as they are written, and which of several is the one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from sayso.intake.report import DateCandidate

__all__ = ["candidate", "chosen", "day", "moment"]

FIRST_NEWSPAPER = "1605"
"""Nothing was published in the news before; what claims to have been is a field left empty."""


def day(written: str) -> str:
    """The day, as YYYY-MM-DD, of an ISO 8601 date or time, or of an RFC 2822 date as in feeds.

    It is the day where the date was written: no time zone is changed.

    Raises:
        ValueError: it is none of these.
    """
    return moment(written)[:10]


def moment(written: str) -> str:
    """A date as ``day`` reads them in ISO 8601, with its time and time zone where it has them.

    Raises:
        ValueError: it is no date.
    """
    try:
        found = datetime.fromisoformat(written.strip())
    except ValueError:
        found = _feed_date(written)
    if found.tzinfo is None and found.time() == time.min and ":" not in written:
        return found.date().isoformat()
    return found.isoformat()


def _feed_date(written: str) -> datetime:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        raise ValueError(f"not a date: {written!r} (write it as 2017-09-29)") from None


def candidate(written: object, origin: str) -> DateCandidate | None:
    """The candidate that a field of a page or feed is, if it can be read as a date."""
    if not isinstance(written, str) or len(written) > 100:
        return None
    try:
        return DateCandidate(moment(written), origin)
    except ValueError:
        return None


def chosen(
    candidates: Iterable[DateCandidate | None],
) -> tuple[str | None, str | None, tuple[DateCandidate, ...]]:
    """The day published, the time published if known, and the candidates, the chosen one first.

    The candidates come in the order of trust. The first that is possible is chosen: neither later
    than tomorrow nor before there were newspapers. Where it has no time of day, the next candidate of
    the same day that has one tells it.
    """
    found = tuple(dict.fromkeys(filter(None, candidates)))
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    possible = [each for each in found if FIRST_NEWSPAPER <= each.value[:10] <= tomorrow]
    if not possible:
        return None, None, found
    first = possible[0]
    published = first.value[:10]
    timed = (each.value for each in possible if each.value.startswith(f"{published}T"))
    return published, next(timed, None), (first, *(each for each in found if each is not first))
