"""Headlines: lines in which almost every word has a capital, so that a capital tells no name."""

from __future__ import annotations

import re

__all__ = ["in_headline"]

_LONG_WORD = re.compile(r"(?<![\w’'-])[^\W\d_][\w’'-]{4,}")

LONGEST = 200
"""Characters of a headline, at most."""

FEWEST = 4
"""Long words of a headline, at least."""


def in_headline(text: str, offset: int) -> bool:
    """Whether the line at an offset has a capital in each of its long words, at least four."""
    low = max(text.rfind(end, max(0, offset - LONGEST), offset) for end in "\n\r") + 1
    ends = (text.find(end, offset, offset + LONGEST) for end in "\n\r")
    high = min((end for end in ends if end >= 0), default=min(len(text), offset + LONGEST))
    if high - low > LONGEST or (low == 0 and offset > LONGEST):
        return False
    words = _LONG_WORD.findall(text, low, high)
    return len(words) >= FEWEST and all(word[0].isupper() for word in words)
