"""Frames: which words tell which value, and which part of their clause tells of whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import lines

__all__ = ["Frame", "Match", "matches"]

NEAR = 4
"""Words behind a word of a frame in which the rest of its phrase ("passed away") is looked for."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A value, and the part that its subject has in the clause of the words that tell it.

    Parts are ``subject`` (who dies), ``patient`` (who is killed), ``agent`` (who kills), ``noun`` (whose
    death), ``predicate`` (who is dead), ``bearer`` (who has wounds), or a preposition with ``@`` ("@of").
    ``marks`` tell more, such as ``change``.
    """

    value: str
    part: str
    marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """A frame found at a word."""

    frame: Frame
    at: int


def matches(tree: Tree, name: str) -> Iterator[Match]:
    """The places where the frames of a list are told, in order; each word tells the first that fits."""
    known = _frames(name)
    for at, word in enumerate(tree.lower):
        for frame, rest in known.get(word, ()):
            if _fits(tree, at, frame, rest):
                yield Match(frame, at)
                break


@cache
def _frames(name: str) -> dict[str, tuple[tuple[Frame, tuple[str, ...]], ...]]:
    """Frames by their first word, those of several words first.

    A line is ``value part mark mark: word word+rest …``; ``_`` stands for a space in a value.
    """
    found: dict[str, list[tuple[Frame, tuple[str, ...]]]] = {}
    for line in lines(name):
        head, _, members = line.partition(":")
        value, part, *marks = head.split()
        frame = Frame(value.replace("_", " "), part, frozenset(marks))
        for member in members.split():
            first, *rest = member.split("+")
            found.setdefault(first, []).append((frame, tuple(rest)))
    return {word: tuple(sorted(frames, key=lambda f: -len(f[1]))) for word, frames in found.items()}


def _fits(tree: Tree, at: int, frame: Frame, rest: tuple[str, ...]) -> bool:
    follows = tree.lower[at + 1 : at + 1 + NEAR + len(rest)]
    for word in rest:
        if word not in follows:
            return False
        follows = follows[follows.index(word) + 1 :]
    upos = tree.words.upos[at]
    if frame.part in ("body", "ward", "loss", "bearer"):
        return upos in ("NOUN", "PROPN")
    if frame.part == "noun":
        return upos in ("NOUN", "PROPN") or (upos == "VERB" and tree.relation(at) in ("nsubj", "obj", "obl"))
    if frame.part == "predicate":
        behind_verb = at > 0 and tree.words.upos[at - 1] == "VERB"
        noun = tree.words.heads[at]
        called = tree.relation(at) == "amod" and any(True for _ in tree.having(noun, "cop"))
        attached = tree.relation(at) == "amod" and not behind_verb and not called
        named = upos == "PROPN" and tree.text[tree.words.spans[at][0]].isupper()  # "the Grateful Dead"
        return tree.relation(at) not in ("compound", "nsubj", "obj") and not attached and not named
    return upos in ("VERB", "AUX", "ADJ") and not (tree.relation(at) == "amod" and frame.part != "patient")
