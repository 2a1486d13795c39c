"""Verbs that tell who holds, takes or loses a place."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.territory.ground import may_be_held, patient
from sayso.questions.territory.holders import holder_name
from sayso.questions.territory.holding import Holding, each
from sayso.questions.text.frames import Match, matches
from sayso.questions.text.places import place_before
from sayso.questions.text.scene import Scene
from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import words

__all__ = ["held_by_verbs"]


def held_by_verbs(scene: Scene) -> Iterator[Holding]:
    """What the verbs of a report tell of who holds, takes or loses a place."""
    told = list(matches(scene.tree, "control_frames"))
    taken = {_taken(scene, match) for match in told if match.frame.value in ("gain", "lose")}
    for match in told:
        if not _is_over(scene, match, taken) and not _is_thwarted(scene.tree, match.at):
            yield from _verb(scene, match)
    yield from _headlines(scene)
    yield from _declared(scene)


def _is_thwarted(tree: Tree, at: int) -> bool:
    """Whether somebody only nearly took a place."""
    return any(tree.lower[c] in words("stance", "nearly") for c in tree.having(at, "advmod"))


def _is_over(scene: Scene, match: Match, taken: set[int | None]) -> bool:
    """Whether a place called held is told to be taken: "captured Arle, the last town held by rebels"."""
    tree, at = scene.tree, match.at
    if match.frame.value != "state" or tree.relation(at) != "acl":
        return False
    noun = tree.words.heads[at]
    if tree.words.deprels[at] == "acl:relcl":  # "the last town that they held"
        while tree.relation(noun) == "nmod" and tree.words.upos[noun] == "NOUN":
            noun = tree.words.heads[noun]
        return tree.relation(noun) == "appos" and tree.words.heads[noun] in taken
    return noun in taken or (tree.relation(noun) == "appos" and tree.words.heads[noun] in taken)


def _verb(scene: Scene, match: Match) -> Iterator[Holding]:
    tree, at, frame = scene.tree, match.at, match.frame
    if frame.value == "fall":
        yield Holding(at, _to_whom(tree, at), tree.subject(at), True)
        return
    if frame.value == "hand":
        yield from _handed(scene, at)
        return
    who, where = _holder(tree, match), _taken(scene, match)
    if (who is None and frame.part == "patient") or _is_other(scene, match, who, where):
        return  # "drove from Arle to Mora"
    if where is None and "obj" in frame.marks and frame.value == "lose":  # "Arle surrendered to the army"
        yield Holding(at, tree.oblique(at, "to"), who if _is_place(scene, who) else None, True)
        return
    if frame.value == "gain" and who is None:  # "was recaptured from the rebels"
        yield Holding(at, tree.oblique(at, *words("control", "from")), where, True, True)
        return
    for one in each(scene, where):
        yield Holding(at, who, one, frame.value != "state", frame.value == "lose")
    yield from _next_holder(scene, match, who, where)


def _holder(tree: Tree, match: Match) -> int | None:
    """Who holds, takes or loses a place by a verb."""
    if match.frame.part == "patient":
        return tree.patient(match.at)
    return tree.agent(match.at) if match.frame.part == "agent" else tree.subject(match.at)


def _is_place(scene: Scene, at: int | None) -> bool:
    """Whether a subject is a place that itself surrenders."""
    if at is None:
        return False
    return scene.tree.lower[at] in words("naming", "place") or scene.mentions.of(at, "PLACE") is not None


def _is_armed(scene: Scene, who: int | None, where: int | None) -> bool:
    """Whether those who run a place are fighters, or a body that runs a town: no company with its port."""
    if who is None or where is None:
        return False
    armed = words("naming", "forces") | words("parties", "party") | words("control", "bands")
    mention = scene.mentions.covering(who)
    town = scene.tree.words.upos[where] == "PROPN" and scene.mentions.of(where, "PLACE") is not None
    body = mention is not None and mention.label == "ORG" and town
    return scene.tree.lower[who] in armed or (body and scene.tree.lower[who] not in words("control", "voted"))


def _is_rid(scene: Scene, at: int, where: int | None) -> bool:
    """Whether a place is cleared of a party: "cleared Arle of rebels", but not "of blame"."""
    near = (scene.tree.oblique(word, "of", "from") for word in (at, where) if word is not None)
    return any(noun is not None and holder_name(scene, noun) is not None for noun in near)


def _is_out(tree: Tree, at: int) -> bool:
    """Whether somebody is told to be driven out, without being told of what."""
    out = (
        c for c in tree.having(at, "compound", "advmod", "obl") if tree.lower[c] in words("control", "out")
    )
    return any(not tree.children[c] for c in out) and tree.oblique(at, "of", "from", "out of") is None


def _to_whom(tree: Tree, at: int) -> int | None:
    """To whom a place falls, also by a noun between: "fell without a fight to the rebels"."""
    near = (at, *(c for c in tree.having(at, "obl") if c > at))
    return next((to for word in near if (to := tree.oblique(word, "to")) is not None), None)


def _handed(scene: Scene, at: int) -> Iterator[Holding]:
    """Who is given a place: "ceded the town to the army", also where that is hung on the town."""
    tree, where = scene.tree, scene.tree.patient(at)
    taker = tree.oblique(at, "to")
    if taker is None and where is not None:
        inner = tree.oblique(where, *words("naming", "of"))
        near = (tree.oblique(noun, "to") for noun in (where, inner) if noun is not None)
        taker = next((noun for noun in near if noun is not None), None)
    if taker is None or tree.lower[taker] not in words("control", "control"):  # not "to Moran control"
        yield Holding(at, taker, where, True)


def _headlines(scene: Scene) -> Iterator[Holding]:
    """Who takes a place by a headline's verb that the parse took for a noun: "Army retakes Arle"."""
    tree = scene.tree
    for at, word in enumerate(tree.lower[:-1]):
        if word in words("control", "headline") and tree.words.upos[at] == "NOUN":
            near = [c for c in tree.children[at] if not tree.cases(c)]
            who = next((c for c in near if c < at and tree.words.upos[c] in ("NOUN", "PROPN")), None)
            behind = (c for c in near if c > at and tree.words.upos[c] in ("NOUN", "PROPN"))
            yield Holding(at, who, next(behind, None), True)


def _declared(scene: Scene) -> Iterator[Holding]:
    """Who declares a place taken: "the army declared Arle liberated", "declared it free of the rebels"."""
    tree = scene.tree
    for at, word in enumerate(tree.lower):
        if word not in words("control", "declaring") or tree.words.upos[at] != "VERB":
            continue
        where, state = next(tree.having(at, "obj"), None), next(tree.having(at, "xcomp"), None)
        if where is None or state is None:
            continue
        rid = tree.lower[state] in words("control", "free") and _is_rid(scene, at, state)
        if rid or tree.lower[state] in words("control", "liberated"):
            yield Holding(at, tree.agent(at), where, True)


def _taken(scene: Scene, match: Match) -> int | None:
    """The word for the place that a verb tells to be held, taken or lost."""
    where = _told_place(scene, match)
    if where is None and match.frame.part == "patient" and _is_out(scene.tree, match.at):
        return place_before(scene, match.at)
    return where


def _told_place(scene: Scene, match: Match) -> int | None:
    """The word for the place by the verb, as its object or behind one of its prepositions."""
    tree, at, marks = scene.tree, match.at, match.frame.marks
    where = patient(scene, at) if "obj" in marks else None
    if where is None and "obj" in marks and (garrisoned := _garrisoned(scene, at)) is not None:
        return garrisoned
    if where is None:
        cases = [mark[1:].replace("_", " ") for mark in marks if mark.startswith("@")]
        if words("control", "out").intersection(tree.lower[at + 1 : at + 3]):
            cases.append("of")
        where = tree.oblique(at, *cases) if cases else None
        if where is None or "over" not in cases or may_be_held(scene, where):
            return where
        return tree.oblique(where, *words("naming", "where"))  # "raised its flag over the town hall of Arle"
    aside = tree.words.deprels[at] == "acl:relcl" and not may_be_held(scene, where)
    return _told_more_of(scene, at, where) if aside else where


def _garrisoned(scene: Scene, at: int) -> int | None:
    """The place whose garrison yields: "the garrison of Arle surrendered to the army"."""
    tree = scene.tree
    who = tree.subject(at)
    if who is None or tree.lower[who] not in words("control", "garrison") or tree.passive(at):
        return None
    of = tree.oblique(who, *words("parties", "of"))
    return of if of is not None else next(tree.having(who, "compound"), None)


def _is_light(scene: Scene, at: int) -> bool:
    """Whether a noun is only part of what its verb tells: "took part in talks", not "took part of town"."""
    return scene.tree.lower[at] in words("control", "light") and scene.tree.oblique(at, "of") is None


def _is_other(scene: Scene, match: Match, who: int | None, where: int | None) -> bool:
    """Whether a verb tells of no place, or not of holding it."""
    tree, at, frame = scene.tree, match.at, match.frame
    if "arms" in frame.marks and not _is_armed(scene, who, where):
        return True
    if frame.value == "state" and "obj" not in frame.marks and any(True for _ in tree.having(at, "obj")):
        return True  # "holds out hope in Arle"
    if "rid" in frame.marks and not _is_rid(scene, at, where):
        return True
    if frame.value == "gain" and who is None and tree.lower[at].endswith("ing"):
        return True  # "seizing it from the rebels was meant to be easy"
    return where is not None and _is_manner(scene, at, who, where)


def _is_manner(scene: Scene, at: int, who: int | None, where: int) -> bool:
    """Whether what is taken is only a manner of speaking: "took control", "took Arle off the list"."""
    tree = scene.tree
    if tree.lower[where] in words("control", "control") or tree.lower[where + 1 : where + 2] == ["off"]:
        return True
    return _is_light(scene, where) or _is_idiom(scene, at, who)


def _is_idiom(scene: Scene, at: int, who: int | None) -> bool:
    """Whether somebody takes a place only in a manner of speaking: "took Norway to court", "… by storm"."""
    tree = scene.tree
    if any(tree.words.upos[c] == "ADJ" for c in tree.having(at, "xcomp")):
        return True  # "hold Arle responsible"
    left = next(tree.having(at, "obj"), None)
    if left is not None and any(c > left and tree.words.upos[c] == "ADJ" for c in tree.having(left, "amod")):
        return True  # "left Arle full of mines"
    state = tree.oblique(at, "in")
    if state is not None and tree.lower[state] in words("control", "state"):
        return True  # "left Arle in ruins"
    if tree.lower[at] not in words("control", "take"):
        return False
    storm = tree.oblique(at, "by")
    alone = who is not None and scene.named_person(who) is not None
    stormed = storm is not None and tree.lower[storm] in words("control", "storm") and alone
    child = next((c for c in tree.having(at, "obl", "advcl", "xcomp") if "to" in tree.cases(c)), None)
    return stormed or child is not None or any(_is_bare(tree, c) for c in tree.having(at, "xcomp"))


def _is_bare(tree: Tree, at: int) -> bool:
    """Whether a noun behind "to" was taken for a verb, which would tell more: "took Norway to court"."""
    below = list(tree.children[at])
    return [tree.lower[c] for c in below] == ["to"] and tree.relation(below[0]) == "mark"


def _told_more_of(scene: Scene, at: int, where: int) -> int:
    """The name right before ", which", where a parse has a clause tell more of a noun before it."""
    tree = scene.tree
    pronoun = next((c for c in tree.having(at, "nsubj", "obj") if where < c < at), None)
    if pronoun is None or tree.lower[pronoun - 1] != ",":
        return where
    named = scene.mentions.covering(pronoun - 2)
    return pronoun - 2 if named is not None and named.label == "PLACE" else where


def _next_holder(scene: Scene, match: Match, who: int | None, where: int | None) -> Iterator[Holding]:
    """Who has a place after the one who loses it: who drove them out, or to whom they lost it."""
    tree, at, frame = scene.tree, match.at, match.frame
    if frame.part == "patient" and (driver := tree.agent(at)) is not None and driver != who:
        yield Holding(at, driver, where, True)
    taker = tree.oblique(at, "to")
    if taker is None and where is not None:  # "left | the town to the army"
        taker = tree.oblique(where, "to")
    if frame.value == "lose" and taker is not None and not _is_same(scene, taker, who):
        for one in each(scene, where):
            yield Holding(at, taker, one, True)


def _is_same(scene: Scene, pronoun: int, who: int | None) -> bool:
    """Whether a pronoun is taken for the one beside whom it stands: "ceded the town to them"."""
    if who is None or scene.tree.words.upos[pronoun] != "PRON":
        return False
    return holder_name(scene, pronoun) == holder_name(scene, who)
