"""Whether what reports tell can be one event: by its place, its kind, and its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from sayso.questions.claim import Subject
from sayso.questions.text.events import GENERIC, event_class, name_words
from sayso.questions.text.scene import STORM
from sayso.questions.vocabulary import words

__all__ = ["akin", "bears_name", "same_event"]

_WORD = re.compile(r"[\w][\w’'-]*")


def akin(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two sets of classes can be of one event; a general word ("disaster", "attack") fits its own."""
    left, right = set(one), set(other)
    if not left or not right or GENERIC in left | right:
        return True
    kin = words("events_apart", "akin")
    if left & right or any(f"{a}={b}" in kin or f"{b}={a}" in kin for a in left for b in right):
        return True
    return any(
        a.partition(".")[0] == b.partition(".")[0] and "." not in min(a, b, key=len)
        for a in left
        for b in right
    )


@lru_cache(maxsize=2**15)
def same_event(asked: Subject, told: Subject) -> bool:
    """Whether a claim's event can be the one that is asked for: all its names, and what happened."""
    names = frozenset(asked.places)
    have = frozenset(told.places) | frozenset(w for a in told.also for w in name_words(a))
    if not names or not names <= have:
        return False
    specific = [t for t in asked.terms if t != GENERIC]
    return akin(specific or asked.terms, told.terms)


def bears_name(asked: Subject) -> bool:
    """Whether an event that is asked for is told from all others by its name: "Hurricane Maria"."""
    found = _WORD.findall(asked.name)
    named = any(event_class(a.lower()) == STORM and b[0].isupper() for a, b in pairwise(found))
    return named and not asked.date
