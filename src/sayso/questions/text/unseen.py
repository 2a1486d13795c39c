"""People whom the recogniser passed over: by a first name, or by what somebody is before the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.questions.text.nations import nation
from sayso.questions.text.towns import towns
from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import groups, words
from sayso.reading.annotations import Entity, Reading
from sayso.reading.gender import of_first_name
from sayso.reading.nouns import noun_kind
from sayso.reading.vocabulary import entries

__all__ = ["linked", "with_unseen"]

_LINKED = re.compile(r"[A-Z]\w+(?:(?:-[a-z]{1,5})+-[A-Z]\w+| [aeu][dlnr]-[A-Z]\w+)")
"""A name in pieces: "Rostov-on-Don", "Ansar al-Islam"."""

LONGEST = 5
"""Words of a name."""


def linked(text: str, start: int) -> int:
    """Where a name that begins at an offset ends if it has linked parts: "Rostov-on-Don"; else ``start``."""
    found = _LINKED.match(text, start)
    return found.end() if found else start


def with_unseen(reading: Reading, tree: Tree) -> tuple[Entity, ...]:
    """The entities of a reading, with the people that it lacks, in order."""
    sources = [reading.slice(a.source).rpartition(", ") for a in reading.attributions]
    speakers = {
        name for role, _, name in sources if not words("naming", "role").isdisjoint(role.lower().split())
    }
    ground = towns(reading, tree)
    told = (
        _told(tree, e, name, speakers, ground)
        for e in reading.entities
        if (name := reading.text[e.start : e.end])
    )
    entities = _with_surnames(tree, [_whole(reading, tree, entity) for entity in told])
    known = [(e.start, e.end) for e in entities]
    found = []
    at = 0
    for start, end in _runs(tree):
        while at < len(known) and known[at][1] <= tree.words.spans[start][0]:
            at += 1
        free = at == len(known) or known[at][0] >= tree.words.spans[end - 1][1]
        if free and _is_person(tree, start, end):
            low, high = tree.words.spans[start][0], tree.words.spans[end - 1][1]
            found.append(Entity(low, high, "PERSON", reading.text[low:high]))
    people = (
        e for e in (*entities, *found) if not (_within_other(tree, e) or _is_deity(e) or _is_nation(tree, e))
    )
    return tuple(sorted(people, key=lambda e: e.start))


def _told(tree: Tree, entity: Entity, name: str, speakers: set[str], ground: frozenset[str]) -> Entity:
    """An entity with its name, as what the report tells it to be."""
    if name in ground:
        return replace(entity, entity=name, label="PLACE")
    if _speaks(tree, entity, name, speakers) or _is_somebody(tree, entity, name):
        return replace(entity, entity=name, label="PERSON")
    return replace(entity, entity=name)


def _speaks(tree: Tree, entity: Entity, name: str, speakers: set[str]) -> bool:
    """Whether what was taken for a place is somebody who speaks, or has a role behind a comma."""
    if entity.label != "PLACE" or " " not in name:
        return False
    first = tree.at(entity.start)
    if first and tree.words.upos[first - 1] == "ADP":
        return False  # "is in Arle, the chief prosecutor said"
    behind = tree.lower[tree.at(entity.end) : tree.at(entity.end) + 3]
    role = behind[:2] == [",", "the"] and bool(words("naming", "role").intersection(behind[2:]))
    return name in speakers or role


def _is_somebody(tree: Tree, entity: Entity, name: str) -> bool:
    """Whether what was taken for a place has a body, or a "who" behind: "the car of Ann Roe, who leads"."""
    if entity.label != "PLACE" or " " not in name:
        return False
    first, last = tree.at(entity.start), tree.at(entity.end)
    behind = last + 1 if tree.lower[last : last + 1] == [","] else last
    who = tree.lower[behind : behind + 1] == ["who"]
    if not first or tree.words.upos[first - 1] != "ADP":
        return who
    whose = tree.lower[first - 2] if first > 1 and tree.lower[first - 1] == "of" else ""
    if whose in words("naming", "person_head") and not whose.endswith("s"):
        return True
    people = words("naming", "role") | words("naming", "calling") | words("naming", "somebody")
    return bool(whose) and who and _names_thing(whose) and whose not in people


def _names_thing(noun: str) -> bool:
    """Whether a noun stands for no person that is known, and for no group."""
    return noun_kind(noun) is None and not noun.endswith("s")


def _with_surnames(tree: Tree, entities: list[Entity]) -> tuple[Entity, ...]:
    """The entities, those as people that bear one's surname, or stand behind a role: "minister Roe"."""
    people = (e.entity for e in entities if e.label == "PERSON" and e.entity)
    surnames = {name.rpartition(" ")[2] for name in people if " " in name}
    called = {e.entity for e in entities if e.label in ("ORG", "PERSON") and _behind_role(tree, e)}
    known = surnames | called
    return tuple(
        replace(e, label="PERSON") if e.label == "ORG" and e.entity in known else e for e in entities
    )


def _behind_role(tree: Tree, entity: Entity) -> bool:
    """Whether a name in one word stands right behind what somebody is, with nothing behind it."""
    at = tree.at(entity.start)
    if not 0 < at < len(tree.words) or " " in (entity.entity or " "):
        return False
    apposed = tree.relation(at) in ("appos", "flat") and tree.words.heads[at] == at - 1
    return apposed and tree.lower[at - 1] in words("naming", "role")


def _is_deity(entity: Entity) -> bool:
    """Whether a name is no person's: "God"."""
    return (entity.entity or "").lower() in words("naming", "deity")


def _is_nation(tree: Tree, entity: Entity) -> bool:
    """Whether a name tells of what country somebody is: "the Karakhstani president"."""
    first, last = tree.at(entity.start), tree.at(entity.end)
    alone = entity.label == "PERSON" and last == first + 1 and first > 0 and last < len(tree.words)
    ruled = alone and tree.lower[last] in words("naming", "ruling")
    return ruled and tree.lower[first - 1] in words("naming", "the")


def _within_other(tree: Tree, entity: Entity) -> bool:
    """Whether a person's name is only part of another's: "Ann Roe" of "the Ann Roe Memorial Hospital"."""
    inside = range(tree.at(entity.start), min(tree.at(entity.end), len(tree.words)))
    if entity.label != "PERSON" or not inside:
        return False
    heads = (tree.words.heads[at] for at in inside if tree.relation(at) == "compound")
    outer = next((head for head in heads if head not in inside), None)
    if outer is None or not inside[-1] < outer <= inside[-1] + LONGEST or not _proper(tree, outer):
        return False
    return tree.lower[outer] in words("naming", "institution")


def _whole(reading: Reading, tree: Tree, entity: Entity) -> Entity:
    """A person with all words of the name: "Abu Bakr" is "Abu Bakr al-Baghdadi"."""
    first, last = tree.at(entity.start), tree.at(entity.end)
    end = linked(reading.text, entity.start)
    if entity.label == "PLACE" and end > entity.end:
        return Entity(entity.start, end, "PLACE", reading.text[entity.start : end])
    if entity.label != "PERSON" or first >= len(tree.words):
        return entity
    while first > 0 and tree.relation(first) == "flat" and _begins_name(tree, first - 1):
        first -= 1
    end = last
    while end < min(len(tree.words), last + LONGEST) and _goes_on(tree, end):
        end += 1
    low, high = min(entity.start, tree.words.spans[first][0]), max(entity.end, tree.words.spans[end - 1][1])
    if _begins_as_role(tree, first, end):
        low = tree.words.spans[first + 1][0]
    return Entity(low, high, "PERSON", reading.text[low:high])


def _begins_name(tree: Tree, at: int) -> bool:
    """Whether a word before a name is of it, and no nation, kin or role: "the Briton Ann Roe"."""
    word = tree.text[slice(*tree.words.spans[at])]
    told = tree.lower[at] in words("naming", "role") | words("naming", "kin") | entries("demonyms")
    told = told or nation(word) is not None
    return _proper(tree, at) and (not told or of_first_name(f"{word} X") is not None)


def _begins_as_role(tree: Tree, first: int, end: int) -> bool:
    """Whether the capital of a name's first word may be the sentence's: "Rapper Ann Roe" is Ann Roe."""
    if end - first <= 2 or tree.sentence(first)[0] != first:
        return False
    one, other = (tree.text[slice(*tree.words.spans[at])] for at in (first, first + 1))
    named = other[:1].isupper() and of_first_name(f"{other} X") is not None
    return named and of_first_name(f"{one} X") is None


def _goes_on(tree: Tree, at: int) -> bool:
    """Whether a word goes on a name: a later part of it, or the hyphen before one."""
    if tree.lower[at] == "-":
        return at + 1 < len(tree.words) and tree.relation(at + 1) == "flat"
    return tree.relation(at) == "flat" and tree.words.upos[at] == "PROPN"


def _runs(tree: Tree) -> Iterator[tuple[int, int]]:
    """Runs of two and more capitalised proper nouns that are one name by the syntax."""
    at = 0
    while at < len(tree.words):
        end = at
        while end < min(len(tree.words), at + LONGEST) and (
            _proper(tree, end) or (end > at and _goes_on(tree, end))
        ):
            if (
                tree.lower[end] != "-"
                and end > at
                and tree.relation(end) not in ("flat", "compound")
                and tree.words.heads[at] != end
            ):
                break
            end += 1
        if end - at > 1:
            yield at, end
        at = max(end, at + 1)


def _proper(tree: Tree, at: int) -> bool:
    word = tree.text[slice(*tree.words.spans[at])]
    return tree.words.upos[at] == "PROPN" and word[0].isupper() and not word.isupper()


def _names_people(tree: Tree, noun: int) -> bool:
    """Whether a common noun may name a person: no group, place, thing or event that is known."""
    word = tree.lower[noun]
    other = noun_kind(word) in ("group", "outlet", "document", "recording") or groups("events").get(word)
    return tree.words.upos[noun] == "NOUN" and not other and word not in words("naming", "place")


def _is_person(tree: Tree, start: int, end: int) -> bool:
    if tree.lower[start] in entries("titles") | words("naming", "title"):
        return True
    roles = (
        words("naming", "role") | words("naming", "kin") | words("sources", "own") | words("sources", "mouth")
    )
    if tree.lower[start] in roles:
        start += 1
        if end - start < 2:
            return False
    first = tree.text[slice(*tree.words.spans[start])]
    head = tree.words.heads[start]
    called = tree.relation(start) in ("appos", "flat") and head < start and _names_people(tree, head)
    titled = tree.relation(start) in ("appos", "flat") and tree.lower[head] in roles
    before = start > 0 and tree.lower[start - 1] in roles
    return called or titled or before or of_first_name(f"{first} X") is not None
