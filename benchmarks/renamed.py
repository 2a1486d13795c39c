"""Claims about others: the same words, the subject's name changed, the same way in every claim of a copy."""

from __future__ import annotations

import random
import re
from functools import cache
from string import ascii_lowercase
from typing import Any

from sayso.questions import Subject, kept

__all__ = ["claim", "names"]


def claim(data: dict[str, Any], copy: int, shared: float) -> dict[str, Any]:
    """A claim as the ledger has it, in a copy of its report; ``shared`` is the share of names that stay."""
    event = data["event"]
    return data | {
        "subject": _subject(data["subject"], copy, shared),
        "event": _subject(event, copy, shared) if event else None,
    }


def names(subject: dict[str, Any]) -> tuple[str, ...]:
    """What a subject is looked up by."""
    return kept.names(
        Subject(**{name: tuple(v) if isinstance(v, list) else v for name, v in subject.items()})
    )


def _subject(subject: dict[str, Any], copy: int, shared: float) -> dict[str, Any]:
    """A subject of another name: its places are others, or a person's last name is another."""
    told = subject["places"] or [word.lower() for word in subject["name"].split()[-1:]]
    new = {word: word if _stays(word, shared) else word + _suffix(copy) for word in told}

    def other(text: str) -> str:
        return re.sub(r"[\w-]+", lambda word: word[0] + new.get(word[0].lower(), "")[len(word[0]) :], text)

    return subject | {
        "name": other(subject["name"]),
        "also": [other(name) if subject["places"] else name for name in subject["also"]],
        "places": sorted(new[place] for place in subject["places"]),
    }


@cache
def _stays(word: str, shared: float) -> bool:
    return random.Random(word).random() < shared


@cache
def _suffix(copy: int) -> str:
    """A number in letters, so that a name stays a name."""
    return ascii_lowercase[copy % 26] + (_suffix(copy // 26 - 1) if copy >= 26 else "")
