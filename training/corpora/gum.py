"""GUM: Universal Dependencies with every mention marked, from which the names are taken.

GUM marks all mentions, "he" and "the damaged area" too, and marks them whole. A name here is
what UNER and CoNLL-2003 would mark:

1. The mention is a person, an organization or a place, and its head is a proper noun (PROPN).
2. A person's name is the unbroken run of the head and its `flat` and `compound` words, without
   the titles before it (`nmod:desc`). Plurals ("Americans") are no names, nor is one word with an
   article or an "of" behind it ("the President", "Director of ...").
3. Any other name is the longest run around the head, inside the mention, of proper nouns,
   numbers, and other capitalised words that GUM counts into the mention's shortest form; "of",
   "for", "and", "the", "'s", "&" and hyphens go along between two such words. It stops short of
   what is coordinated with the head, in apposition to it or a clause about it.
4. Of names that overlap, the longest stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from .conllu import Annotated, annotated
from .document import Document, NamedRange

__all__ = ["documents"]

LABELS = {"person": "PERSON", "organization": "ORG", "place": "PLACE"}
CONNECTORS = frozenset({"of", "for", "and", "the", "'s", "’s", "&", "-", "–"})
APART = frozenset({"conj", "appos", "acl", "parataxis", "dep", "advcl"})
_BRACKET = re.compile(r"\((?P<open>[^()]+)(?P<at_once>\))?|(?P<close>[^()]+)\)")


@dataclass(frozen=True, slots=True)
class _Mention:
    """A marked mention: its words, its type, and the words of its shortest form."""

    first: int
    end: int
    type: str
    shortest: frozenset[int]


def documents(path: Path) -> Iterator[Document]:
    """The documents of one file with the names among their mentions."""
    for found in annotated(path):
        yield replace(found.document, entities=tuple(_names(found)))


def _names(found: Annotated) -> list[NamedRange]:
    ranges: dict[tuple[int, int], str] = {}
    for mention in _mentions(found):
        if mention.type in LABELS and (core := _core(found, mention)):
            ranges.setdefault(core, LABELS[mention.type])
    kept: list[NamedRange] = []
    for (first, end), label in sorted(ranges.items(), key=lambda item: item[0][0] - item[0][1]):
        if all(end <= other[0] or other[1] <= first for other in kept):
            kept.append((first, end, label))
    return sorted(kept)


def _mentions(found: Annotated) -> Iterator[_Mention]:
    """The mentions in order of their last word (`Entity=` opens and closes brackets)."""
    opened: dict[str, list[tuple[int, list[str]]]] = {}
    for position, misc in enumerate(found.misc):
        for bracket in _BRACKET.finditer(misc.get("Entity", "")):
            group = bracket["close"]
            if bracket["open"]:
                fields = bracket["open"].split("-")
                group = fields[0]
                opened.setdefault(group, []).append((position, fields))
            if bracket["close"] or bracket["at_once"]:
                first, fields = opened[group].pop()
                shortest = frozenset(first + int(number) - 1 for number in fields[5].split(","))
                yield _Mention(first, position + 1, fields[1], shortest)


def _core(found: Annotated, mention: _Mention) -> tuple[int, int] | None:
    """The words of the mention that are its name, or None where it is not called by one."""
    document = found.document
    inside = range(mention.first, mention.end)
    head = next((i for i in inside if document.heads[i] not in inside or document.heads[i] == i), None)
    if head is None or document.upos[head] != "PROPN":
        return None
    if mention.type == "person":
        return _person(found, mention, head)
    return _run(document, mention, head)


def _person(found: Annotated, mention: _Mention, head: int) -> tuple[int, int] | None:
    document = found.document
    if found.feats[head].get("Number") == "Plur":
        return None
    first, end = head, head + 1
    while first > mention.first and _belongs(document, first - 1, head):
        first -= 1
    while end < mention.end and _belongs(document, end, head):
        end += 1
    if end - first == 1 and any(
        document.heads[i] == head
        and (document.deprels[i] == "det" or _introduced_by_of(document, i, mention))
        for i in range(mention.first, mention.end)
    ):
        return None
    return first, end


def _belongs(document: Document, word: int, head: int) -> bool:
    return document.heads[word] == head and (
        document.deprels[word].partition(":")[0] in {"flat", "compound", "goeswith"}
    )


def _introduced_by_of(document: Document, word: int, mention: _Mention) -> bool:
    return document.deprels[word] == "nmod" and any(
        document.heads[i] == word and _form(document, i) == "of" for i in range(mention.first, word)
    )


def _form(document: Document, word: int) -> str:
    start, end = document.words[word]
    return document.text[start:end]


def _run(document: Document, mention: _Mention, head: int) -> tuple[int, int]:
    def named(word: int) -> bool:
        return not _apart(document, word, head) and (
            document.upos[word] in {"PROPN", "NUM"}
            or (word in mention.shortest and _form(document, word)[0].isupper())
        )

    def grow(edge: int, step: int, limit: int) -> int:
        reached = edge
        while edge != limit:
            edge += step
            if named(edge):
                reached = edge
            elif _form(document, edge).lower() not in CONNECTORS:
                break
        return reached

    return grow(head, -1, mention.first), grow(head, 1, mention.end - 1) + 1


def _apart(document: Document, word: int, head: int) -> bool:
    """Whether a word hangs on the head by way of a relation that ends a name."""
    while word != head and document.heads[word] != word:
        if document.heads[word] == head:
            return document.deprels[word].partition(":")[0] in APART
        word = document.heads[word]
    return False
