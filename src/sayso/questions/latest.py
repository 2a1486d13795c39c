"""The first of many claims that is later than another: without looking at each of them again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from sayso.questions.claim import Claim

__all__ = ["Latest"]


class Latest:
    """Claims in some order, each with a time before it."""

    def __init__(self, timed: Sequence[tuple[Any, Claim]]) -> None:
        self.timed = timed
        self._reached = list(accumulate((time for time, _ in timed), max))  # the latest time up to each claim

    def first_after(self, time: Any) -> Claim | None:
        """The first claim in their order whose time is after this one."""
        at = self.place_after(time)
        return self.timed[at][1] if at < len(self.timed) else None

    def place_after(self, time: Any) -> int:
        """Its place; how many claims there are where there is none."""
        return bisect_right(self._reached, time)
