"""Dates of publication."""

from __future__ import annotations

from datetime import datetime

__all__ = ["day"]


def day(written: str) -> str:
    """The day, as YYYY-MM-DD, of an ISO 8601 date or time, or of an RFC 2822 date as in feeds.

    It is the day where the date was written: no time zone is changed.

    Raises:
        ValueError: it is none of these.
    """
    try:
        return datetime.fromisoformat(written.strip()).date().isoformat()
    except ValueError:
        pass
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        raise ValueError(f"not a date: {written!r} (write it as 2017-09-29)") from None
