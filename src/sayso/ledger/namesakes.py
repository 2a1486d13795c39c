"""Reports that say that somebody is not the one whom others know by that name."""

from __future__ import annotations

import re
from functools import cache

from sayso.reading.vocabulary import lines

__all__ = ["another"]

AROUND = 60
"""Characters before and after a name in which such words are looked for."""


def another(text: str, start: int, end: int) -> bool:
    """Whether the words around a name tell that it is that of a namesake.

    "A different Maria Telles", "Maria Telles (no relation to the minister)".
    """
    before, after = _patterns()
    return bool(before.search(text[max(0, start - AROUND) : start]) or after.match(text[end : end + AROUND]))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    def either(name: str) -> str:
        return "|".join(re.escape(line).replace(r"\ ", r"\s+") for line in lines(name))

    return (
        re.compile(
            rf"\b(?:{either('namesakes_before')})\s+(?:(?:\w+\s+)?(?:named|called)\s+)?$", re.IGNORECASE
        ),
        re.compile(rf"[\s,(–—-]{{1,3}}(?:{either('namesakes_after')})\b", re.IGNORECASE),
    )
