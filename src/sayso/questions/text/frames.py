"""Frames: which words tell which value, and which part of their clause tells of whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import lines

__all__ = ["Frame", "Match", "match", "matches"]

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
        if word in known and (found := match(tree, name, at)) is not None:
            yield found


def match(tree: Tree, name: str, at: int) -> Match | None:
    """The first frame of a list that a word tells."""
    told = _frames(name).get(tree.lower[at], ())
    return next((Match(frame, at) for frame, rest in told if _fits(tree, at, frame, rest)), None)


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


def _end(tree: Tree, at: int, rest: tuple[str, ...]) -> int:
    """Where the words of a frame end: before the next verb joined to it ("hold it and clean out …")."""
    last = at + 1 + NEAR + len(rest)
    joined = (c for c in tree.having(at, "conj") if at < c < last and tree.words.upos[c] == "VERB")
    return next((c for c in joined if tree.lower[c] not in rest), last)


def _fits(tree: Tree, at: int, frame: Frame, rest: tuple[str, ...]) -> bool:
    follows = tree.lower[at + 1 : _end(tree, at, rest) if rest else at + 1]
    for word in rest:
        if word not in follows:
            return False
        follows = follows[follows.index(word) + 1 :]
    upos = tree.words.upos[at]
    if frame.part in ("body", "ward", "loss", "bearer", "named", "apposed", "freedom"):
        return upos in ("NOUN", "PROPN")
    if frame.part == "noun":
        return upos in ("NOUN", "PROPN") or (upos == "VERB" and tree.relation(at) in ("nsubj", "obj", "obl"))
    if frame.part == "predicate":
        behind_verb = at > 0 and tree.words.upos[at - 1] == "VERB"
        noun = tree.words.heads[at]
        called = tree.relation(at) == "amod" and any(True for _ in tree.having(noun, "cop"))
        apart = at > noun and tree.lower[at - 1] == ","  # "Ann Roe, dead at 90"
        attached = tree.relation(at) == "amod" and not (behind_verb or called or apart)
        named = upos == "PROPN" and tree.text[tree.words.spans[at][0]].isupper()  # "the Grateful Dead"
        acts = upos == "VERB" and any(c > at for c in tree.having(at, "obj"))  # "police free Ann Roe"
        attached = attached or acts
        return tree.relation(at) not in ("compound", "nsubj", "obj") and not attached and not named
    return upos in ("VERB", "AUX", "ADJ") and not (tree.relation(at) == "amod" and frame.part != "patient")
