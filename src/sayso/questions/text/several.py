"""Whom words for several people stand for: "both", "the two men", "the couple", "they"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.questions.vocabulary import groups, words
from sayso.reading.annotations import Entity
from sayso.reading.names import Named
from sayso.reading.nouns import noun_kind

if TYPE_CHECKING:
    from sayso.questions.text.scene import Scene

__all__ = ["Company", "companies", "several"]


@dataclass(frozen=True, slots=True)
class Company:
    """People whose names a report joins; ``at`` is the first of them, ``called`` what they are together."""

    at: int
    people: tuple[Named, ...]
    called: frozenset[str]


def companies(scene: Scene) -> list[Company]:
    """The people whom a report names together, in order: "Ann Roe and Bo Li", "the brothers Bo and Cy Li"."""
    found = (_company(scene, mention) for mention in scene.mentions.names.mentions)
    return [company for company in found if company is not None]


def _company(scene: Scene, mention: Entity) -> Company | None:
    tree = scene.tree
    if mention.label != "PERSON":
        return None
    inside = range(tree.at(mention.start), min(tree.at(mention.end), len(tree.words)))
    at = next((i for i in inside if tree.words.heads[i] not in inside or tree.words.heads[i] == i), None)
    joined = [c for c in tree.having(at, "conj") if tree.words.upos[c] == "PROPN"] if at is not None else []
    if at is None or not joined:
        return None
    named = [scene.mentions.of(i, "PERSON") for i in (at, *joined)]
    people = {id(one): one for one in named if one is not None}
    if len(people) < len(named):
        return None  # "Ann Roe and the Red Column"
    beside = [c for c in tree.having(at, "appos") if tree.words.upos[c] == "NOUN"]
    if tree.relation(at) in ("appos", "flat", "compound"):
        beside.append(tree.words.heads[at])
    return Company(at, tuple(people.values()), frozenset(tree.lower[noun] for noun in beside))


def several(scene: Scene, at: int) -> list[Named]:
    """The people by name whom a word for several stands for; none where it is not told.

    A pronoun goes on with those whom its own sentence, or the one before it, is about; a number with those
    who were last named together and are so many, and a noun with those whom the report calls by it.
    """
    word = scene.tree.lower[at]
    if word in words("several", "they"):
        return _spoken_of(scene, at)
    size = _size(scene, at)
    if size is None or not _is_definite(scene, at):
        return []
    last = _last(scene, at, size) if size else None
    if word in words("several", "alone"):  # "two officers were …. Both received …"
        noun = _counted_before(scene, at, size)
        if noun is not None and (last is None or last.at < noun):
            return _called(scene, noun, size)
    elif named := _called(scene, at, size):
        return named
    return list(last.people) if last is not None else []


def _size(scene: Scene, at: int) -> int | None:
    """How many people a word stands for: 0 where it does not tell, None where it is not several people."""
    tree, word = scene.tree, scene.tree.lower[at]
    kind = noun_kind(word) if tree.words.upos[at] == "NOUN" and word.endswith("s") else None
    people = kind in ("person-unnamed", "official-unnamed") or word in words("several", "people")
    if not people and word not in words("several", "alone"):
        return None
    told = (groups("several").get(tree.lower[i], "") for i in (*tree.having(at, "nummod", "det"), at))
    return next((int(size) for size in told if size.isdigit()), 0)


def _is_definite(scene: Scene, at: int) -> bool:
    """Whether a word stands for people who are known: "the two men", "both", but not "two men"."""
    tree = scene.tree
    told = {tree.lower[at], *(tree.lower[c] for c in tree.children[at])}
    return not told.isdisjoint(words("several", "definite"))


def _last(scene: Scene, at: int, size: int) -> Company | None:
    """Those who were last named together before a word, where they are so many."""
    near = [c for c in scene.companies if c.at < at and len(c.people) == size and _agrees(scene, at, c)]
    return near[-1] if near else None


def _agrees(scene: Scene, at: int, company: Company) -> bool:
    """Whether nobody of those named is known to be of the other gender than a noun: "the two women"."""
    word = scene.tree.lower[at]
    other = "f" if word in words("several", "male") else "m" if word in words("several", "female") else ""
    return all(named.gender != other for named in company.people)


def _called(scene: Scene, noun: int, size: int) -> list[Named]:
    """Those whom the report calls by a noun, anywhere: "officers Bo Li and Cy Orr", or each "officer"."""
    word = scene.tree.lower[noun]
    found = [c for c in scene.companies if word in c.called and size in (0, len(c.people))]
    if found:
        return list(found[-1].people)
    each = scene.mentions.described(word.removesuffix("s"))
    return each if size and len(each) == size else []


def _counted_before(scene: Scene, at: int, size: int) -> int | None:
    """The noun with a number in the sentence before a word."""
    tree = scene.tree
    first = tree.sentence(at)[0]
    before = tree.sentence(first - 1)[0] if first else first
    nouns = (i for i in range(first - 1, before - 1, -1) if tree.words.upos[i] == "NOUN")
    counted = (i for i in nouns if any(True for _ in tree.having(i, "nummod")))
    return next((i for i in counted if _size(scene, i) == size), None)


def _spoken_of(scene: Scene, at: int) -> list[Named]:
    """The people joined as the subject of a pronoun's own sentence before it, or else of the one before."""
    first = scene.tree.sentence(at)[0]
    own = _subjects(scene, first, at)
    if own is not None or not first:
        return own or []
    return _subjects(scene, scene.tree.sentence(first - 1)[0], first) or []


def _is_thing(scene: Scene, at: int) -> bool:
    """Whether a noun is one thing, which "they" cannot stand for: "a deal secured their release"."""
    word = scene.tree.lower[at]
    people = noun_kind(word) in ("person-unnamed", "official-unnamed", "group", "outlet")
    one = scene.tree.words.upos[at] == "NOUN" and not word.endswith("s")
    return one and not people and _size(scene, at) is None


def _subjects(scene: Scene, first: int, last: int) -> list[Named] | None:
    """The people who are the last subject among words: none where others are, None where nobody is."""
    tree = scene.tree
    plain = [i for i in range(first, last) if tree.relation(i) == "nsubj" and tree.words.upos[i] != "PRON"]
    plain = [i for i in plain if not _is_thing(scene, i)]
    if not plain:
        return None
    found = (c for c in scene.companies if plain[-1] in (c.at, tree.words.heads[c.at]))
    return list(next((c.people for c in found if first <= c.at < last), ()))
