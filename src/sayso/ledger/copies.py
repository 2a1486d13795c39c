"""Near-copies: reports that are one story, cut, edited or with another headline.

MinHash finds the candidates (rensa); their texts decide. Broder, On the resemblance and
containment of documents, 1997.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rensa import RMinHash

__all__ = ["Story", "bands", "is_copy", "signature", "story"]

PERMUTATIONS, ROWS = 126, 3
"""42 bands of 3: a pair that shares 3 in 10 shingles is a candidate twice out of three times, one
that shares half nearly always, one that shares 2 in 100 once in 3,000."""

SHINGLE = 4
"""Words in a shingle."""

CLOSE = 0.6
"""The share of the shorter text's shingles found in the other from which a report is a near-copy."""

AKIN = 0.3
"""The same where further evidence speaks for it: long quotations word for word, or the same agency."""

QUOTED = 8
"""Words from which on a quotation is hardly in two stories by chance; officials repeat shorter ones."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Story:
    """What tells whether two reports are one story; ``quotes`` are long direct quotations."""

    shingles: frozenset[str]
    quotes: frozenset[str]
    credit: str | None


def story(text: str, quotes: Iterable[str], credit: str | None) -> Story:
    """The story of a report's text, its direct quotations, and the agency that it credits."""
    long = (" ".join(_words(quote)) for quote in quotes)
    return Story(
        frozenset(_shingles(text)),
        frozenset(quote for quote in long if quote.count(" ") >= QUOTED - 1),
        credit.casefold() if credit else None,
    )


def signature(text: str) -> bytes:
    """The MinHash of a text: ``PERMUTATIONS`` numbers of 4 bytes, little-endian."""
    found = RMinHash(num_perm=PERMUTATIONS, seed=1)
    found.update(list(set(_shingles(text))))
    return struct.pack(f"<{PERMUTATIONS}I", *found.digest())


def bands(of: bytes) -> list[int]:
    """The hashes by which near-copies are found: two texts that share one are candidates."""
    size = 4 * ROWS
    parts = (at.to_bytes(2, "little") + of[at : at + size] for at in range(0, len(of), size))
    return [int.from_bytes(hashlib.blake2b(p, digest_size=8).digest(), "little", signed=True) for p in parts]


def is_copy(one: Story, other: Story) -> bool:
    """Whether two reports are one story, whichever came first."""
    smaller = min(len(one.shingles), len(other.shingles))
    shared = len(one.shingles & other.shingles) / smaller if smaller else 0.0
    if shared >= CLOSE:
        return True
    agreed = one.credit is not None and one.credit == other.credit
    return shared >= AKIN and (agreed or bool(one.quotes & other.quotes))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _shingles(text: str) -> Iterator[str]:
    words = _words(text)
    if len(words) < SHINGLE:
        yield " ".join(words)
    for first in range(len(words) - SHINGLE + 1):
        yield " ".join(words[first : first + SHINGLE])
