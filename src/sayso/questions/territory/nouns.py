"""Nouns that tell who holds a place: control, rule, hands, a grip on it, its fall or capture."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.territory.holding import Holding, each
from sayso.questions.text.nations import nation
from sayso.questions.text.places import place_before
from sayso.questions.text.scene import Scene
from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import words

__all__ = ["held_by_nouns"]

CALLED = 3
"""Words before a noun such as "power" among which "de facto" is looked for."""

_KEYS = ("control", "grip", "rule", "withdrawal", "fall", "taking", "master", "power", "flag")
"""The lists of nouns that are looked for."""


def held_by_nouns(scene: Scene) -> Iterator[Holding]:
    """What the nouns of a report tell of who holds, takes or loses a place."""
    tree, upos = scene.tree, scene.tree.words.upos
    hands, known = words("control", "hands"), frozenset().union(*(words("control", key) for key in _KEYS))
    for at, word in enumerate(tree.lower):
        if word in hands and tree.cases(at):
            yield _hands(tree, at)
        elif word in known and upos[at] == "NOUN":
            yield from _noun(scene, at)


def _noun(scene: Scene, at: int) -> Iterator[Holding]:
    """What one noun tells, by the list that it is of."""
    tree, word = scene.tree, scene.tree.lower[at]
    if word in words("control", "control"):
        yield from _control(scene, at) if "to" not in tree.cases(at) else _rule(scene, at)
    elif word in words("control", "grip"):
        yield from _grip(scene, at)
    elif word in words("control", "rule"):
        yield from _rule(scene, at)
    elif word in words("control", "master") | words("control", "power"):
        yield from _master(tree, at)
    elif word in words("control", "flag"):
        yield from _flag(tree, at)
    elif word in words("control", "withdrawal"):
        yield _withdrawal(tree, at)
    else:
        yield from _taking(tree, at)


def _control(scene: Scene, at: int) -> Iterator[Holding]:
    """Control as a thing that is had, taken or lost, or that a place is under."""
    tree = scene.tree
    verb = tree.words.heads[at]
    is_predicate = any(True for _ in tree.having(at, "cop", "nsubj"))  # also "with Arle under their control"
    if "under" in tree.cases(at):
        yield _under(tree, at, at if is_predicate else verb)
        return
    where = _of_what(tree, at, "of", "over")
    if "in" in tree.cases(at):
        predicate = at if is_predicate else verb
        put = (
            tree.patient(verb)
            if not is_predicate and tree.lower[verb] in words("control", "putting")
            else None
        )
        holder = put if put is not None else _subject(tree, predicate)
        for one in each(scene, where):
            yield Holding(predicate, holder, one, _is_new(tree, predicate))
    elif tree.lower[at] not in words("control", "command"):  # "took command of the base" tells of an officer
        yield from _had(scene, at, where)


def _subject(tree: Tree, at: int) -> int | None:
    """The subject of a predicate, or the noun right before its copula, where the parse gives it none."""
    if any(True for _ in tree.having(at, "nsubj")):
        return tree.subject(at)
    before = min(tree.having(at, "cop", "aux"), default=0) - 1
    named = before >= tree.sentence(at)[0] and tree.words.upos[before] in ("NOUN", "PROPN")
    return before if named and not tree.cases(before) else tree.subject(at)


def _of_what(tree: Tree, at: int, *prepositions: str) -> int | None:
    """The word for the place of which somebody has control, or "there"."""
    verb = tree.words.heads[at]
    for word in (at, verb):
        if (where := tree.oblique(word, *prepositions)) is not None:
            return where
    if tree.relation(verb) == "advcl":  # "left Arle, handing control to the army"
        return tree.patient(tree.words.heads[verb])
    there = (c for word in (at, verb) for c in tree.having(word, "advmod"))
    return next((c for c in there if tree.lower[c] in words("control", "there")), None)


def _under(tree: Tree, at: int, predicate: int) -> Holding:
    """Under whose control a place is: "is under rebel control", "has it under its control"."""
    if (
        tree.relation(at) == "nmod" and tree.words.upos[predicate] == "PROPN"
    ):  # "with Arle under rebel control"
        return Holding(at, _whose(tree, at), predicate, _is_new(tree, at))
    had = next(tree.having(predicate, "obj"), None) if predicate != at else None
    held = had if had is not None else tree.subject(predicate)
    holder = _whose(tree, at)
    holder = holder if holder is not None or had is None else tree.subject(predicate)
    return Holding(predicate, holder, held, _is_new(tree, predicate))


def _had(scene: Scene, at: int, where: int | None) -> Iterator[Holding]:
    """Who takes, keeps or loses control of a place, and to whom."""
    tree, verb = scene.tree, scene.tree.words.heads[at]
    word = tree.lower[verb]
    if tree.relation(at) not in ("obj", "nsubj", "obl"):
        return
    if word in words("stance", "claiming") and tree.relation(at) == "obj":  # "claimed control of Arle"
        yield Holding(at, tree.subject(verb), where, True)
        return
    kind = next((k for k in ("gain", "keep", "extend", "lose") if word in words("control", k)), None)
    if kind is None:
        return
    if kind == "extend" and where is None:  # "extended its control to Arle"
        where = _of_what(tree, at, "to")
    if where is None and tree.relation(at) == "obj":
        where = _spoken_of(scene, at, tree.agent(verb))
    for one in each(scene, where):
        yield Holding(verb, tree.agent(verb), one, kind != "keep", kind == "lose")
    if kind == "lose":
        taker = next(tree.having(verb, "iobj"), tree.oblique(verb, "to"))
        taker = taker if taker is not None else tree.oblique(at, "to")
        taker = taker if taker is not None or where is None else tree.oblique(where, "to")
        yield Holding(verb, taker, where, True)


def _spoken_of(scene: Scene, at: int, holder: int | None) -> int | None:
    """The place last named in a sentence in which fighters or a people have control, untold of what."""
    tree = scene.tree
    if holder is None:
        return None
    people = tree.lower[holder].endswith("s") and nation(tree.text[slice(*tree.words.spans[holder])])
    if tree.words.upos[holder] != "NOUN" and not people:
        return None  # "Roma took control"
    return place_before(scene, at)


def _grip(scene: Scene, at: int) -> Iterator[Holding]:
    """A grip on a place, which somebody keeps, strengthens or loses."""
    tree, verb = scene.tree, scene.tree.words.heads[at]
    if tree.relation(at) not in ("obj", "nsubj"):
        return
    where = tree.oblique(at, *words("control", "on"))
    where = where if where is not None else tree.oblique(verb, *words("control", "on"))
    yield from _had(scene, at, where)


def _rule(scene: Scene, at: int) -> Iterator[Holding]:
    """Under whose rule a place is, or comes: "is under Danish rule", "returned to Chinese sovereignty"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    under = "under" in tree.cases(at)
    coming = tree.lower[verb] in words("control", "coming")
    if under and any(True for _ in tree.having(at, "cop")):
        yield Holding(at, _whose(tree, at), tree.subject(at), False)
    elif coming and (under or "to" in tree.cases(at)):
        obj = next(tree.having(verb, "obj"), None)
        yield Holding(verb, _whose(tree, at), obj if obj is not None else tree.subject(verb), True)
    elif coming and tree.relation(at) in ("nsubj", "obj"):  # "sovereignty over Arle passed to Mora"
        yield Holding(verb, tree.oblique(verb, "to"), tree.oblique(at, "over", "of"), True)
    elif tree.relation(at) == "obj":  # "established its rule over Arle"
        yield from _had(scene, at, _of_what(tree, at, "over"))


def _hands(tree: Tree, at: int) -> Holding:
    """In whose hands a place is."""
    predicate = at if any(True for _ in tree.having(at, "cop")) else tree.words.heads[at]
    change = "into" in tree.cases(at) or _is_new(tree, predicate)
    return Holding(predicate, _whose(tree, at), tree.subject(predicate), change)


def _withdrawal(tree: Tree, at: int) -> Holding:
    """Who withdraws from a place: "completed their withdrawal from Arle", "the retreat of the army began"."""
    verb = tree.words.heads[at]
    done = tree.lower[verb] in words("control", "performing")
    leaver = tree.oblique(at, "of") if tree.relation(at) == "nsubj" else tree.subject(verb)
    return Holding(verb, leaver, tree.oblique(at, "from") if done else None, True, True)


def _master(tree: Tree, at: int) -> Iterator[Holding]:
    """Who is or has become master of a place: "the de facto power in the north", "masters of Arle"."""
    verb = tree.words.heads[at]
    linked = tree.relation(at) in ("xcomp", "obj")
    became = linked and tree.lower[verb] in words("control", "become")
    remained = linked and tree.lower[verb] in words("naming", "remaining")
    if not remained and not became and not any(True for _ in tree.having(at, "cop")):
        return
    called = set(tree.lower[max(tree.sentence(at)[0], at - CALLED) : at])
    if tree.lower[at] not in words("control", "master") and called.isdisjoint(words("control", "ruling")):
        return
    where = tree.oblique(at, *words("control", "master_of"))
    predicate = verb if became or remained else at
    yield Holding(predicate, tree.subject(predicate), where, became)


def _flag(tree: Tree, at: int) -> Iterator[Holding]:
    """Whose flag is over a place: "the flag of the Front was flying over Arle", "flew from its town hall"."""
    verb = tree.words.heads[at]
    where = tree.right_behind(verb, *words("control", "flown"))
    where = where if where is not None else tree.oblique(verb, *words("control", "flown"))
    if tree.relation(at) != "nsubj" or tree.lower[verb] not in words("control", "flying") or where is None:
        return
    yield Holding(verb, _whose(tree, at), _around(tree, where), _is_new(tree, verb))


def _around(tree: Tree, at: int) -> int:
    """The name of the place in which a building is: "Arle town hall", "the roof of the court in Arle"."""
    while tree.words.upos[at] == "NOUN":
        inner = tree.oblique(at, *words("naming", "of"), "in")
        proper = (c for c in tree.having(at, "compound", "nmod:poss") if tree.words.upos[c] == "PROPN")
        inner = inner if inner is not None else next(proper, at)
        if inner <= at:
            return inner
        at = inner
    return at


def _whose(tree: Tree, at: int) -> int | None:
    """Whose a noun is: "control of the army", "the army's control", "rebel hands"."""
    holder = tree.oblique(at, "of")
    return holder if holder is not None else next(tree.having(at, "nmod:poss", "compound", "amod"), None)


def _is_new(tree: Tree, at: int) -> bool:
    """Whether a state is told to be so now, and so to have come about."""
    return any(tree.lower[c] in words("control", "now") for c in tree.having(at, "advmod"))


def _taking(tree: Tree, at: int) -> Iterator[Holding]:
    """A fall or capture as a thing: "the fall of Arle to the rebels", "announced the capture of Arle"."""
    where, verb = tree.oblique(at, "of"), tree.words.heads[at]
    word, by = tree.lower[verb], tree.oblique(at, "by")
    own = next(tree.having(at, "nmod:poss", "compound", "amod"), None)
    if where is None and by is not None:  # "Arle's capture by the rebels"
        where = own
    if tree.lower[at] in words("control", "fall"):
        holder = tree.oblique(at, "to")
        holder = holder if holder is not None or where is None else tree.oblique(where, "to")
    else:
        holder = by if by is not None else own
        if holder is None and tree.relation(at) == "obj" and word in words("control", "proclaiming"):
            holder = tree.subject(verb)
    aside = tree.relation(at) not in ("nsubj", "obj", "obl", "root") or word in words("control", "sought")
    if where is not None and holder is not None and not aside and word not in words("stance", "wishing"):
        yield Holding(at, holder, where, True)
