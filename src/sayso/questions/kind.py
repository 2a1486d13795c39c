"""Kinds of question, ours and those that other packages add: the entry points ``sayso.questions``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Literal

from sayso.questions.claim import Claim, Subject
from sayso.questions.text.scene import Scene

__all__ = ["BUILT_IN", "Kind", "SubjectKind", "kind", "kinds"]

SubjectKind = Literal["person", "place", "event", "artifact"]

BUILT_IN = ("life", "custody", "whereabouts", "control", "toll", "responsibility", "authenticity", "dating")


def _differ(one: str, other: str) -> bool:
    return one != other


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of question.

    ``forms`` are what is asked, as regular expressions in which ``X`` is the subject; ``wording``
    is one of them to put on a screen, ``example`` one with a subject. ``find`` yields the claims of a
    report. ``conflict`` tells whether two values cannot both hold. ``changes`` tells that values come
    and go, so that a claim of change overtakes earlier ones; ``final`` is the value after which none
    comes; ``grows`` tells that values are numbers that rise. ``subject`` makes the subject of a question
    from its name and the question's text.
    """

    name: str
    about: SubjectKind
    forms: tuple[str, ...]
    wording: str
    example: str
    find: Callable[[Scene], Iterator[Claim]]
    conflict: Callable[[str, str], bool] = _differ
    changes: bool = False
    final: str | None = None
    grows: bool = False
    subject: Callable[[str, str], Subject] = lambda name, text: Subject(name)


@cache
def kinds() -> dict[str, Kind]:
    """The kinds of question installed, by name."""
    found = {name: import_module(f"sayso.questions.kinds.{name}").KIND for name in BUILT_IN}
    for point in sorted(entry_points(group="sayso.questions")):
        added: Kind = point.load()
        found[added.name] = added
    return found


def kind(name: str) -> Kind:
    """A kind by its name; raises KeyError where there is none."""
    return kinds()[name]
