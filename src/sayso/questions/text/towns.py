"""Towns that the recogniser took for people: names of which a report tells what happens to places only."""

from __future__ import annotations

from functools import partial

from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import words
from sayso.reading.annotations import Entity, Reading
from sayso.reading.gender import of_first_name
from sayso.reading.nouns import noun_kind
from sayso.reading.vocabulary import entries

__all__ = ["towns"]

FAR = 2
"""Words behind the sentence in which a name is taken, among which a "he" tells that it is a person's."""

_PEOPLE = ("person-unnamed", "official-unnamed")
_THEY, _ITS = frozenset({"they"}), frozenset({"its", "their"})


def towns(reading: Reading, tree: Tree) -> frozenset[str]:
    """The names of people by the recogniser that are places by what is done there.

    "controls Ras Halim", "withdrew from Velmar". Who has a title or a known first name, or speaks, is a
    person all the same.
    """
    people = [e for e in reading.entities if e.label == "PERSON"]
    groups = {at for e in reading.entities if e.label == "ORG" for at in _inside(tree, e)}
    told = (_is_ground, partial(_is_taken, groups=groups), partial(_falls, groups=groups))
    found = {_text(reading, e) for e in people if any(is_so(tree, e) for is_so in told)}
    if not found:
        return frozenset()
    sources = " ".join(reading.slice(a.source) for a in reading.attributions)
    return frozenset(
        name
        for name in found
        if of_first_name(f"{name} X") is None
        and name not in sources
        and not any(_is_somebody(tree, e) for e in people if _text(reading, e) == name)
    )


def _text(reading: Reading, entity: Entity) -> str:
    return reading.text[entity.start : entity.end]


def _is_ground(tree: Tree, entity: Entity) -> bool:
    """Whether what is done to a name is done to places only, or is done there."""
    top = _top(tree, entity)
    if top is None:
        return False
    head, relation = tree.words.heads[top], tree.relation(top)
    if relation == "obj" or tree.words.deprels[top] == "nsubj:pass":
        return tree.lower[head] in words("control", "ground_only")
    if relation == "nsubj" and tree.lower[head] in words("control", "owned"):  # "Velmar is ours"
        return True
    cases = set(tree.cases(top))
    if relation in ("obl", "nmod") and "of" in cases:
        return tree.lower[head] in words("control", "of_ground")
    left = cases & words("control", "out_of") and tree.lower[head] in words("control", "leaving")
    return relation == "obl" and bool(left)


def _is_taken(tree: Tree, entity: Entity, groups: set[int]) -> bool:
    """Whether armed people take or hold what is nobody's name: "the Brigades seized Ras Halim"."""
    top = _top(tree, entity)
    verb = tree.words.heads[top] if top is not None else None
    if top is None or verb is None or tree.relation(top) != "obj":
        return False
    if tree.lower[verb] not in words("control", "seizing"):
        return False
    who = next(tree.having(verb, "nsubj"), None)
    fighters = _armed() | _THEY
    armed = who is not None and (who in groups or tree.lower[who] in fighters)
    armed = armed or (who is not None and any(tree.lower[c] in _ITS for c in tree.having(who, "nmod:poss")))
    return armed and not _goes_on_as_person(tree, top)


def _falls(tree: Tree, entity: Entity, groups: set[int]) -> bool:
    """Whether what is nobody's name is in armed people's hands: "Velmar fell to the rebels"."""
    top = _top(tree, entity)
    if top is None or tree.relation(top) != "nsubj" or _goes_on_as_person(tree, top):
        return False
    head = tree.words.heads[top]
    hands = tree.lower[head] in words("control", "hands")
    if not hands and tree.lower[head] not in words("control", "falling"):
        return False
    to = tree.oblique(head, "of") if hands else tree.oblique(head, "to")
    inside = _inside(tree, entity)
    one = not hands or len(inside) == 1 or tree.lower[inside[0]] in words("control", "town_first")
    return to is not None and one and (to in groups or tree.lower[to] in _armed())


def _armed() -> frozenset[str]:
    """Nouns for those who take towns."""
    return words("naming", "forces") | words("parties", "party") | words("control", "bands")


def _goes_on_as_person(tree: Tree, top: int) -> bool:
    """Whether a "he" or "she" stands behind a name."""
    behind = tree.lower[top + 1 : tree.sentence(top)[1] + FAR]
    return not (words("naming", "he") | words("naming", "she")).isdisjoint(behind)


def _inside(tree: Tree, entity: Entity) -> range:
    """The words of a name."""
    return range(tree.at(entity.start), min(tree.at(entity.end), len(tree.words)))


def _top(tree: Tree, entity: Entity) -> int | None:
    """The word of a name that the others hang on."""
    inside = _inside(tree, entity)
    return next((at for at in inside if tree.words.heads[at] not in inside), None)


def _is_somebody(tree: Tree, entity: Entity) -> bool:
    """Whether a title or a role stands right before a name, or behind its comma: "Dirk Vos, an engineer"."""
    before, top = tree.at(entity.start) - 1, _top(tree, entity)
    roles = words("naming", "role") | words("naming", "kin")
    titled = before >= 0 and tree.lower[before] in roles | words("naming", "title") | entries("titles")
    apposed = [tree.lower[c] for c in tree.having(top, "appos")] if top is not None else []
    return titled or any(word in roles or noun_kind(word) in _PEOPLE for word in apposed)
