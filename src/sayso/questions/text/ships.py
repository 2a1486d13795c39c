"""Ships by name, which are somewhere as people are: "the freighter Polar Grace", "the vessel"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.questions.vocabulary import words

if TYPE_CHECKING:
    from sayso.questions.text.scene import Scene

__all__ = ["Ship", "ship", "ships"]

NEAR = 8
"""Words behind a ship's name in which it is told to be one: "the Ever Hope, a Panamanian-flagged tanker"."""

LONG = 6
"""Words of a ship's name at most."""


@dataclass(frozen=True, slots=True)
class Ship:
    """Where a ship's name stands, in words, and the name."""

    first: int
    last: int
    name: str


def ships(scene: Scene) -> list[Ship]:
    """The names of ships in a report, in order, each time that they are told."""
    known = {_key(scene, ship): ship for ship in _introduced(scene)}
    if not known:
        return []
    heads = {key[0] for key in known}
    found = []
    for at, word in enumerate(scene.tree.lower):
        told = (key for key in known if word in heads and tuple(scene.tree.lower[at : at + len(key)]) == key)
        key = max(told, key=len, default=None)
        if key is not None and _is_upper(scene, at):
            found.append(Ship(at, at + len(key), known[key].name))
    return found


def ship(scene: Scene, at: int) -> str | None:
    """The name of the ship that a word stands for: by name, as "the vessel", or as what "it" goes on with."""
    if not scene.ships:
        return None
    tree, word = scene.tree, scene.tree.lower[at]
    named = next((s for s in scene.ships if s.first <= at < s.last or _behind(scene, at) == s.first), None)
    if named is not None:
        return named.name
    before = [s for s in scene.ships if s.last <= at]
    if not before:
        return None
    if tree.words.upos[at] == "PRON":
        it = word in words("naming", "they") | words("naming", "she")
        return before[-1].name if it and _is_topic(scene, before[-1], at) else None
    definite = any(tree.lower[c] in words("naming", "definite") for c in tree.having(at, "det"))
    called = word in words("ships", "kind") | words("ships", "craft")
    return before[-1].name if called and definite else None


def _key(scene: Scene, ship: Ship) -> tuple[str, ...]:
    """The words of a ship's name in lower case, without what stands before names of ships."""
    told = scene.tree.lower[ship.first : ship.last]
    return tuple(told[1:] if told[0] in words("ships", "prefix") else told)


def _introduced(scene: Scene) -> Iterator[Ship]:
    """The names that are told to be ships'."""
    kind, prefix = words("ships", "kind"), words("ships", "prefix")
    among = not words("ships", "talk").isdisjoint(scene.lower)
    for at, word in enumerate(scene.tree.lower):
        found = None
        if word == "the":
            found = _sailing(scene, at + 1, among)
        elif word in kind and scene.tree.words.upos[at] in ("NOUN", "PROPN"):
            found = _run(scene, _behind(scene, at)) or _told_apart(scene, at)
        elif word in prefix and scene.tree.text[slice(*scene.tree.words.spans[at])].isupper():
            found = _run(scene, at)
        if found is not None and (found.last - found.first > 1 or word not in prefix):
            yield found


def _behind(scene: Scene, at: int) -> int:
    """Where a name may begin behind "freighter", "freighter named" or an opening quotation mark."""
    lower = scene.tree.lower
    if scene.tree.lower[at] not in words("ships", "kind"):
        return -1
    at += 1
    while at < len(lower) and (lower[at] in words("ships", "named") or lower[at] in ('"', "“", "'", "‘")):
        at += 1
    return at


def _run(scene: Scene, first: int) -> Ship | None:
    """The capitalised words that begin at a word, no time and no country."""
    tree, at = scene.tree, first
    while at < min(len(tree.lower), first + LONG) and tree.words.upos[at] != "PUNCT":
        small = at > first and tree.lower[at] in words("ships", "within")
        if not (_is_upper(scene, at) or (small and _is_upper(scene, at + 1))):
            break
        at += 1
    if at == first or scene.times((tree.words.spans[first][0], tree.words.spans[at - 1][1])):
        return None
    return _named(scene, first, at)


def _told_apart(scene: Scene, at: int) -> Ship | None:
    """The name before a comma behind which it is told to be a ship's: "the Ever Hope, a tanker"."""
    tree = scene.tree
    for comma in range(at - 2, max(tree.sentence(at)[0], at - NEAR), -1):
        if tree.lower[comma] != ",":
            continue
        last = comma
        while _is_upper(scene, comma - 1) and tree.lower[comma - 1] != "the":
            comma -= 1
        named = comma < last and tree.lower[comma - 1 : comma] == ["the"]
        return _named(scene, comma, last) if named and tree.words.upos[last + 1] == "DET" else None
    return None


def _sailing(scene: Scene, first: int, among: bool) -> Ship | None:
    """A name behind "the" that nobody else has: of what sails, or in a report ``among`` ships is."""
    tree = scene.tree
    if not _is_upper(scene, first) or scene.mentions.covering(first) is not None:
        return None
    found = _run(scene, first)
    if found is None or any(scene.mentions.covering(at) for at in range(first, found.last)):
        return None
    last = found.last - 1
    if tree.words.upos[last] != "PROPN" or tree.relation(last) != "nsubj":
        return None
    sails = tree.lower[tree.words.heads[last]] in words("ships", "sailing")
    return found if sails or (among and found.last - first > 1) else None


def _named(scene: Scene, first: int, last: int) -> Ship | None:
    """A ship by its name, where that is no place's and nobody's in a clause of his own."""
    tree = scene.tree
    head = next((i for i in range(first, last) if not first <= tree.words.heads[i] < last), first)
    if tree.relation(head) == "nsubj" and tree.words.upos[first - 1] == "NOUN" and _is_person(scene, first):
        return None  # "the yacht Ann Roe bought"
    start = tree.words.spans[first - 1 if tree.lower[first - 1] in words("ships", "prefix") else first][0]
    return Ship(first, last, tree.text[start : tree.words.spans[last - 1][1]])


def _is_person(scene: Scene, at: int) -> bool:
    mention = scene.mentions.covering(at)
    return mention is not None and mention.label == "PERSON"


def _is_upper(scene: Scene, at: int) -> bool:
    """Whether a word begins with a capital, or is a number."""
    if not 0 <= at < len(scene.tree.lower):
        return False
    first = scene.tree.text[scene.tree.words.spans[at][0]]
    return first.isupper() or first.isdigit()


def _is_topic(scene: Scene, ship: Ship, at: int) -> bool:
    """Whether a ship is what the clause before a pronoun is about."""
    tree = scene.tree
    first = tree.sentence(at)[0]
    first = tree.sentence(first - 1)[0] if first else first
    subjects = (i for i in range(at - 1, first - 1, -1) if tree.relation(i) == "nsubj")
    near = next((i for i in subjects if tree.words.upos[i] != "PRON"), None)
    return near is not None and (ship.first <= near < ship.last or _behind(scene, near) == ship.first)
