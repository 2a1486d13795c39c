"""The first of many claims that is later than another: without looking at each of them again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

from sayso.questions.claim import Claim

__all__ = ["Latest"]


class Latest:
    """Claims in some order, each with a time."""

    def __init__(self, claims: Sequence[Claim], time: Callable[[Claim], Any]) -> None:
        self.claims = claims
        self._reached = list(accumulate(map(time, claims), max))  # the latest time up to each claim

    def first_after(self, time: Any) -> Claim | None:
        """The first claim in their order whose time is after this one."""
        at = bisect_right(self._reached, time)
        return self.claims[at] if at < len(self.claims) else None
