"""Sources to which the day was put on which they speak: "the ministry on Sunday | said that …"."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.reading.annotations import Attribution, Words
from sayso.reading.times.governors import word_from
from sayso.reading.vocabulary import entries

__all__ = ["without_day"]

_DAY = re.compile(r"\s+on\s+(\w+)$")


def without_day(attribution: Attribution, words: Words, text: str) -> Attribution:
    """The attribution without a day at the end of its source that the syntax hangs outside of that.

    "A man arrested on Sunday said" is left as it is.
    """
    if len(attribution.source) != 1 or not words.heads:
        return attribution
    start, end = attribution.source[0]
    found = _DAY.search(text, start, end)
    if not found or found[1].lower() not in entries("openers"):
        return attribution
    at = word_from(words, found.start(1))
    head = words.spans[words.heads[at]][0]
    return attribution if start <= head < end else replace(attribution, source=((start, found.start()),))
