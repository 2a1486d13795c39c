"""Whereabouts: where is somebody?"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.claim import Claim, Subject, against, denied, exclusive
from sayso.questions.kind import Kind
from sayso.questions.people.being import being, names_before_comma
from sayso.questions.people.goings import goings
from sayso.questions.people.journeys import Stay, journeys
from sayso.questions.text.making import make
from sayso.questions.text.places import place, same_place
from sayso.questions.text.roles import just_named
from sayso.questions.text.scene import Scene
from sayso.questions.text.ships import ship
from sayso.questions.vocabulary import lines, words
from sayso.reading.names import Named

__all__ = ["KIND"]


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report of where somebody is, has gone, or has left."""
    found = list(_in_the_open(scene))
    placed = {(c.subject.name, c.authority) for c in found if not against(c.value)}
    left = {(c.subject.name, c.authority, against(c.value)) for c in found if c.change}
    found = [c for c in found if c.change or (c.subject.name, c.authority, c.value) not in left]
    towns = {(c.subject.name, c.authority) for c in found if not against(c.value) and _is_name(c.value)}
    for claim in found:
        if not _is_name(claim.value) and (claim.subject.name, claim.authority) in towns:
            continue  # "was flown to Arle and walked into Emory hospital"
        if not against(claim.value) or (claim.subject.name, claim.authority) not in placed:
            yield claim


def _in_the_open(scene: Scene) -> Iterator[Claim]:
    """All claims but those of earlier moves, which only lead to one told: "returned …. She had moved to"."""
    found = [(claim, stay) for stay in _stays(scene) for claim in _claims(scene, stay)]
    told = [claim for claim, stay in found if claim.change or not stay.change]
    moved = {(claim.subject.name, claim.value) for claim in told if not claim.denial}
    movers = {name for name, _ in moved}
    for claim, stay in found:
        plain = claim.change or claim.denial or not stay.change or claim.subject.name not in movers
        if plain or (claim.subject.name, claim.value) in moved:
            yield claim


def _is_name(value: str) -> bool:
    """Whether a place is one by its name, no building in such a one: "Emory hospital"."""
    return value.rpartition(" ")[2][:1].isupper()


def _claims(scene: Scene, stay: Stay) -> Iterator[Claim]:
    """The claims of all whom a word tells to be somewhere."""
    at, who, value, change = stay
    if value is None or _is_body(scene, who) or _is_fiction(scene, at) or _is_left_behind(scene, at, who):
        return
    if _only_could(scene, at) or who in scene.artifact_nouns:  # "a letter from Ann Roe reached Arle"
        return
    for subject in _whom(scene, _carried(scene, who)):
        storm = subject.name.lower().rpartition(" ")[2] in scene.storms
        if (against(value) or value).lower() != subject.name.lower() and not (
            storm or _is_transfer(scene, at, subject)
        ):
            claim = make(scene, "whereabouts", subject, value, at, opposite=denied(value), change=change)
            if claim is not None:
                yield claim


def _whom(scene: Scene, at: int) -> list[Subject]:
    """All whom a word stands for, also by what somebody just named is called: "the deposed leader"."""
    if (name := ship(scene, at)) is not None:
        return [Subject(name)]
    found = scene.everyone(at) or _cataphor(scene, at)
    named = None
    if not found and scene.tree.words.upos[at] == "NOUN":
        named = just_named(scene, at) or _by_what_he_did(scene, at)
    return [scene.subject(named)] if named is not None else found


def _by_what_he_did(scene: Scene, at: int) -> Named | None:
    """Whom "the man who ruled Mora for ten years" means: the only one in a report who says nothing in it."""
    tree, word = scene.tree, scene.tree.lower[at]
    the = any(tree.lower[c] in words("naming", "the") for c in tree.having(at, "det"))
    told = any(tree.words.deprels[c] == "acl:relcl" for c in tree.having(at, "acl"))
    other = "f" if word in words("naming", "male") else "m" if word in words("naming", "female") else None
    if not (the and told and other):
        return None
    silent = [named for named in scene.people if named.name not in scene.by_speaker]
    alone = len(silent) == 1 and silent[0].gender != other
    return silent[0] if alone and silent[0].mentions[0].start < tree.words.spans[at][0] else None


def _is_transfer(scene: Scene, at: int, subject: Subject) -> bool:
    """Whether a player or coach changes clubs: "the striker moved from Arle to Mora"."""
    moves = scene.tree.lower[at] in words("whereabouts", "transfer")
    called = {*subject.also, *subject.name.lower().split()}  # "Striker Ann Roe", all taken for a name
    return moves and not words("whereabouts", "player").isdisjoint(called)


def _cataphor(scene: Scene, at: int) -> list[Subject]:
    """Whom a pronoun before the name stands for: "From Arle, where she lives, Ann Roe said"."""
    tree = scene.tree
    if tree.words.upos[at] != "PRON" or tree.lower[at] not in words("naming", "he") | words("naming", "she"):
        return []
    first, last = tree.sentence(at)
    main = next((i for i in range(first, last) if tree.words.heads[i] == i), first)
    who = tree.subject(main) if main > at else None
    named = scene.mentions.of(who, "PERSON") if who is not None and who > at else None
    return [scene.subject(named)] if named is not None else []


def _is_body(scene: Scene, at: int) -> bool:
    """Whether it is told of somebody's body: "his remains were flown to Arle"."""
    return scene.tree.lower[at] in words("naming", "person_head")


def _only_could(scene: Scene, at: int) -> bool:
    """Whether it is told what could have been with somebody, but was not.

    What somebody says could have been is what he takes for possible, without "if" behind it.
    """
    tree = scene.tree
    due = (tree.words.heads[at], *tree.having(at, "mark", "case"))
    if any(tree.lower[word] in words("whereabouts", "due") for word in due):  # "was due to fly to Arle"
        return True
    aux = {tree.lower[c] for c in tree.having(at, "aux")}
    if aux.isdisjoint(words("stance", "hedging_aux")) or aux.isdisjoint(words("stance", "perfect")):
        return False
    marks = (tree.lower[m] for c in tree.having(at, "advcl") for m in tree.having(c, "mark"))
    could = not aux.isdisjoint(words("whereabouts", "could"))
    return (could and scene.attribution(at) is None) or any(
        m in words("stance", "conditional") for m in marks
    )


def _is_left_behind(scene: Scene, at: int, who: int) -> bool:
    """Whether somebody's car is seen or found, which may be without him."""
    tree = scene.tree
    return tree.lower[who] in words("journeys", "vehicle") and tree.lower[at] in words(
        "whereabouts", "seeing"
    )


def _is_fiction(scene: Scene, at: int) -> bool:
    """Whether something happens in a book or film: "in the novel she flees to Arle"."""
    tree, fiction = scene.tree, words("whereabouts", "fiction")
    if fiction.isdisjoint(scene.lower):
        return False
    told = (c for verb in (at, *tree.above(at)) for c in tree.having(verb, "obl", "nsubj"))
    return any(tree.lower[c] in fiction for c in told)


def _stays(scene: Scene) -> Iterator[Stay]:
    yield from goings(scene)
    yield from _aside(scene)
    yield from journeys(scene)
    yield from being(scene)


def _aside(scene: Scene) -> Iterator[Stay]:
    """Who is in a place by an aside, or by the refuge he is given: "Ann Roe, now in Arle, said"."""
    tree = scene.tree
    inside, now = words("whereabouts", "inside"), words("whereabouts", "now")
    harbouring, refuge = words("whereabouts", "harbouring"), words("whereabouts", "refuge")
    for at, word in enumerate(tree.lower):
        if word in inside and tree.relation(at) == "case":
            yield from _between_commas(scene, at)
        elif word in now and inside.intersection(tree.lower[at + 1 : at + 2]):
            if names_before_comma(scene, at):
                yield Stay(at, at - 2, place(scene, tree.words.heads[at + 1]), False)
        elif word in harbouring and tree.words.upos[at] == "VERB":
            yield from _harboured(scene, at)
        elif word in refuge and tree.relation(at) in ("obj", "xcomp"):
            yield from _given_refuge(scene, at)


def _given_refuge(scene: Scene, at: int) -> Iterator[Stay]:
    """Who is given refuge, and by what country: "Mora granted her asylum", "was given refuge by Mora"."""
    tree, verb = scene.tree, scene.tree.words.heads[at]
    others = [c for c in tree.having(verb, "iobj", "obj") if c != at]
    given = (*others[:1], tree.oblique(verb, "to"), tree.oblique(at, "to"))
    taker = next((noun for noun in given if noun is not None), None)
    taker = tree.subject(verb) if tree.passive(verb) else taker
    if tree.lower[verb] in words("whereabouts", "granting") and taker is not None:
        yield Stay(verb, taker, place(scene, tree.agent(verb)), False)


def _harboured(scene: Scene, at: int) -> Iterator[Stay]:
    """Whom a country harbours: "accused Mora of sheltering Ann Roe"."""
    who, host = scene.tree.patient(at), scene.tree.agent(at)
    if who is not None and host is not None and scene.mentions.of(host, "PLACE") is not None:
        yield Stay(at, who, place(scene, host), False)


def _between_commas(scene: Scene, at: int) -> Iterator[Stay]:
    """Who is somewhere for something: "Ann Roe, in Arle for a meeting, said"."""
    noun = scene.tree.words.heads[at]
    behind = scene.tree.lower[noun + 1 : noun + 2]
    there = scene.tree.words.upos[noun] == "PROPN" or scene.tree.lower[noun] in words("naming", "place")
    purpose = noun > at and there and not words("whereabouts", "purpose").isdisjoint(behind)
    if purpose and names_before_comma(scene, at):
        yield Stay(at, at - 2, place(scene, noun), False)


def _carried(scene: Scene, at: int) -> int:
    """Whom a vehicle or team takes along: "a plane carrying Ann Roe", "inspectors led by Ann Roe"."""
    tree = scene.tree
    for clause in tree.having(at, "acl"):
        carried = tree.patient(clause) if tree.lower[clause] in words("whereabouts", "carrying") else None
        if carried is not None:
            return carried
        leader = tree.agent(clause) if tree.lower[clause] in words("whereabouts", "led") else None
        if leader is not None and scene.named_person(leader) is not None:  # "inspectors led by Ann Roe"
            return leader
    owner = next(tree.having(at, "nmod:poss"), None)
    return owner if owner is not None and tree.lower[at] in words("journeys", "vehicle") else at


KIND = Kind(
    name="whereabouts",
    about="person",
    forms=lines("whereabouts_forms"),
    wording="Where is X?",
    example="Where is Anton IV?",
    find=find,
    conflict=exclusive(same_place),
    changes=True,
)
