"""GUM: Universal Dependencies with every mention marked, from which the names are taken.

GUM marks all mentions, "he" and "the damaged area" too, and marks them whole. A name here is
what UNER and CoNLL-2003 would mark:

1. The mention is a person, an organization or a place, and its head is a proper noun (PROPN), or has one
   that is `flat` ("Facebook creator Mark Zuckerberg"), or, of organizations and places, a `compound` that
   is no mention of its own ("Yonhap news agency"). In "Aceh, Indonesia", one mention in GUM, the head
   is Indonesia, which is a mention too; the name is Aceh.
2. A person's name is the unbroken run of the head and its `flat` and `compound` words, over hyphens, and
   of it what follows the last title. Titles alone ("Prime Minister") and plurals ("Americans") are
   no names, nor is one word with an article or an "of" behind it ("the President", "Director of ...").
3. Any other name is the longest run around the head, inside the mention, of proper nouns,
   numbers, and other capitalised words that GUM counts into the mention's shortest form; "of",
   "for", "and", "the", "'s", "&" and hyphens go along between two such words. It stops short of
   what is in apposition to the head or a clause about it, and of a possessor or a conjunct that is a
   mention of its own ("Mecca's Grand Mosque", but "St. James's Park").
4. What is a proper noun's part in the name of something else is no name ("Fan Expo Canada", an event).
5. Who is known by the same page of Wikipedia is of one kind, of that in most mentions: countries
   that act are organizations to GUM, and places to UNER.
6. Of names that overlap, the longest stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.reading.vocabulary import entries

from .conllu import Annotated, annotated
from .document import Document, NamedRange

__all__ = ["documents"]

LABELS = {"person": "PERSON", "organization": "ORG", "place": "PLACE"}
CONNECTORS = frozenset({"of", "for", "and", "the", "'s", "’s", "&", "-", "–"})
APART = frozenset({"appos", "acl", "parataxis", "dep", "advcl"})
HYPHENS = frozenset({"-", "–"})
_BRACKET = re.compile(r"\((?P<open>[^()]+)(?P<at_once>\))?|(?P<close>[^()]+)\)")


@dataclass(frozen=True, slots=True)
class _Mention:
    """A marked mention: its words, its type, the words of its shortest form, its head and its page."""

    first: int
    end: int
    type: str
    shortest: frozenset[int]
    head: int
    page: str


def documents(path: Path) -> Iterator[Document]:
    """The documents of one file with the names among their mentions."""
    read = [(found, list(_mentions(found))) for found in annotated(path)]
    kinds = _kinds(mention for _, mentions in read for mention in mentions)
    for found, mentions in read:
        yield replace(found.document, entities=tuple(_names(found, mentions, kinds)))


def _kinds(mentions: Iterable[_Mention]) -> dict[str, str]:
    """The type that most mentions with a page of Wikipedia have."""
    counts: dict[str, Counter[str]] = {}
    for mention in mentions:
        if mention.page:
            counts.setdefault(mention.page, Counter())[mention.type] += 1
    return {page: count.most_common(1)[0][0] for page, count in counts.items()}


def _names(found: Annotated, mentions: Sequence[_Mention], kinds: dict[str, str]) -> list[NamedRange]:
    own = {mention.head: mention for mention in sorted(mentions, key=lambda m: m.first - m.end)}
    ranges: dict[tuple[int, int], str] = {}
    for mention in mentions:
        label = LABELS.get(kinds.get(mention.page, mention.type))
        if label and mention.type in LABELS and (core := _core(found, mention, own)):
            ranges.setdefault(core, label)
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
                fields = bracket["open"].split("-", 7)
                group = fields[0]
                opened.setdefault(group, []).append((position, fields))
            if bracket["close"] or bracket["at_once"]:
                first, fields = opened[group].pop()
                shortest = frozenset(first + int(number) - 1 for number in fields[5].split(","))
                head = _head(found.document, range(first, position + 1))
                yield _Mention(first, position + 1, fields[1], shortest, head, "".join(fields[7:]))


def _head(document: Document, inside: range) -> int:
    """The word of a mention that hangs on none of the others."""
    return next(i for i in inside if document.heads[i] not in inside or document.heads[i] == i)


def _core(found: Annotated, mention: _Mention, own: dict[int, _Mention]) -> tuple[int, int] | None:
    """The words of the mention that are its name, or None where it is not called by one.

    ``own`` is the smallest mention that each word is the head of.
    """
    document = found.document
    center = _center(document, mention, own)
    if center is None or _is_part(document, center, own):
        return None
    if mention.type == "person":
        return _person(found, mention, center)
    return _run(document, mention, center, own)


def _center(document: Document, mention: _Mention, own: dict[int, _Mention]) -> int | None:
    """The proper noun that the mention's name is built around."""

    def last(relation: str) -> int | None:
        """The last proper noun of the mention that hangs on its head so, and heads no other mention."""
        return next(
            (
                i
                for i in reversed(range(mention.first, mention.end))
                if document.heads[i] == mention.head
                and document.upos[i] == "PROPN"
                and document.deprels[i].partition(":")[0] == relation
                and own.get(i, mention) is mention
            ),
            None,
        )

    if document.upos[mention.head] == "PROPN":
        before = last("compound") if own[mention.head] is not mention else None
        return before if before is not None and _form(document, before + 1) == "," else mention.head
    return last("flat") or (last("compound") if mention.type != "person" else None)


def _is_part(document: Document, center: int, own: dict[int, _Mention]) -> bool:
    """Whether a proper noun is in the longer name of what is no person, organization or place."""
    whole = document.heads[center]
    return (
        document.deprels[center].partition(":")[0] in {"compound", "flat"}
        and document.upos[whole] == "PROPN"
        and whole in own
        and own[whole].type not in LABELS
    )


def _person(found: Annotated, mention: _Mention, center: int) -> tuple[int, int] | None:
    document = found.document
    if found.feats[center].get("Number") == "Plur":
        return None
    first, end = center, center + 1
    around = {center} if document.upos[mention.head] == "PROPN" else {center, mention.head}
    begin = mention.first if mention.head >= center else mention.head + 1
    while (step := _step(document, range(begin, first), -1, around)) is not None:
        first = step
    while (step := _step(document, range(end, mention.end), 1, around)) is not None:
        end = step + 1
    if end - first == 1 and any(
        document.heads[i] == center
        and (document.deprels[i] == "det" or _introduced_by_of(document, i, mention))
        for i in range(mention.first, mention.end)
    ):
        return None
    titles = [i for i in range(first, end) if _form(document, i).lower().rstrip(".") in entries("titles")]
    if len(titles) == end - first:
        return None
    return max((i + 1 for i in titles if i + 1 < end), default=first), end


def _step(document: Document, left: range, way: int, around: set[int]) -> int | None:
    """The next word of a person's name among those left on one side, if there is one."""
    for word in left[::way][:2]:
        if _belongs(document, word, around):
            return word
        if _form(document, word) not in HYPHENS:
            break
    return None


def _belongs(document: Document, word: int, around: set[int]) -> bool:
    if document.upos[word] != "PROPN" and not _form(document, word)[0].isupper():
        return False
    while word not in around:
        if document.deprels[word].partition(":")[0] not in {"flat", "compound", "goeswith"}:
            return False
        word = document.heads[word]
    return True


def _introduced_by_of(document: Document, word: int, mention: _Mention) -> bool:
    return document.deprels[word] == "nmod" and any(
        document.heads[i] == word and _form(document, i) == "of" for i in range(mention.first, word)
    )


def _form(document: Document, word: int) -> str:
    start, end = document.words[word]
    return document.text[start:end]


def _run(document: Document, mention: _Mention, center: int, own: dict[int, _Mention]) -> tuple[int, int]:
    def named(word: int) -> bool:
        return not _apart(document, word, center, own) and (
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

    return grow(center, -1, mention.first), grow(center, 1, mention.end - 1) + 1


def _apart(document: Document, word: int, center: int, own: dict[int, _Mention]) -> bool:
    """Whether a word hangs on the center by way of a relation that ends a name."""
    while word != center and document.heads[word] != word:
        if document.heads[word] == center:
            relation = document.deprels[word]
            return relation.partition(":")[0] in APART or (
                (relation == "conj" or (relation == "nmod:poss" and word < center)) and word in own
            )
        word = document.heads[word]
    return False
