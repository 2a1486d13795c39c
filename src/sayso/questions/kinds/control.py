"""Control: who holds a place?

Entering or besieging a place is not holding it.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.claim import Claim, Subject, against, denied, exclusive
from sayso.questions.kind import Kind
from sayso.questions.text.frames import Match, matches
from sayso.questions.text.making import make
from sayso.questions.text.nations import is_country, nation
from sayso.questions.text.parties import party, same_party
from sayso.questions.text.places import is_body, place
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import lines, words

__all__ = ["KIND"]


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report of who holds, takes or loses a place."""
    found = [claim for claim in _all(scene) if claim is not None]
    holders = {(c.subject.name.lower(), c.authority) for c in found if not against(c.value)}
    for claim in found:
        if not against(claim.value) or (claim.subject.name.lower(), claim.authority) not in holders:
            yield claim


def _all(scene: Scene) -> Iterator[Claim | None]:
    tree = scene.tree
    told = list(matches(tree, "control_frames"))
    taken = {tree.patient(match.at) for match in told if match.frame.value == "gain"}
    for match in told:
        if not _is_over(scene, match, taken):
            yield from _verb(scene, match)
    for at, word in enumerate(tree.lower):
        if word in words("control", "control") and tree.words.upos[at] == "NOUN":
            yield from _noun(scene, at)
        if word in words("control", "rule") and tree.words.upos[at] == "NOUN":
            yield from _rule(scene, at)
        if word in words("control", "hands") and tree.cases(at):
            yield _hands(scene, at)
        if word in words("control", "held"):
            yield _held(scene, at)
        if word in words("control", "fall") | words("control", "taking") and tree.words.upos[at] == "NOUN":
            yield _taking(scene, at)


def _is_over(scene: Scene, match: Match, taken: set[int | None]) -> bool:
    """Whether a place called held is told to be taken: "captured Arle, the last town held by rebels"."""
    tree, at = scene.tree, match.at
    if match.frame.value != "state" or tree.words.deprels[at] != "acl":
        return False
    noun = tree.words.heads[at]
    return noun in taken or (tree.relation(noun) == "appos" and tree.words.heads[noun] in taken)


def _verb(scene: Scene, match: Match) -> Iterator[Claim | None]:
    tree, at, frame = scene.tree, match.at, match.frame
    if frame.value == "fall":
        yield _made(scene, at, tree.oblique(at, "to"), tree.subject(at), change=True)
        return
    if frame.value == "hand":
        taker = tree.oblique(at, "to")
        if taker is not None:
            yield _made(scene, at, taker, tree.patient(at), change=True)
        return
    who = tree.agent(at) if frame.part == "agent" else tree.subject(at)
    if frame.part == "patient":
        who = tree.patient(at)
        if who is None:  # "drove from Arle to Mora"
            return
    where = _taken(scene, match)
    if where is not None and _is_other(scene, at, who, where):
        return
    if frame.value == "gain" and who is None:  # "was recaptured from the rebels"
        before = tree.oblique(at, *words("control", "from"))
        yield _made(scene, at, before, where, change=True, loses=True)
        return
    for one in _each(scene, where):
        yield _made(scene, at, who, one, change=frame.value != "state", loses=frame.value == "lose")
    yield from _next_holder(scene, match, who, where)


def _taken(scene: Scene, match: Match) -> int | None:
    """The word for the place that a verb tells to be held, taken or lost."""
    tree, at, marks = scene.tree, match.at, match.frame.marks
    where = tree.patient(at) if "obj" in marks else None
    if where is None and "obj" in marks and (garrisoned := _garrisoned(scene, at)) is not None:
        return garrisoned
    if where is None:
        cases = [mark[1:].replace("_", " ") for mark in marks if mark.startswith("@")]
        if words("control", "out").intersection(tree.lower[at + 1 : at + 3]):
            cases.append("of")
        return tree.oblique(at, *cases) if cases else None
    aside = tree.words.deprels[at] == "acl:relcl" and not _may_be_held(scene, where)
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


def _is_other(scene: Scene, at: int, who: int | None, where: int) -> bool:
    """Whether a verb tells of no place, or not of holding it."""
    if scene.tree.lower[where] in words("control", "control"):
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
    child = next((c for c in tree.having(at, "obl", "advcl") if "to" in tree.cases(c)), None)
    return stormed or child is not None


def _told_more_of(scene: Scene, at: int, where: int) -> int:
    """The name right before ", which", where a parse has a clause tell more of a noun before it."""
    tree = scene.tree
    pronoun = next((c for c in tree.having(at, "nsubj", "obj") if where < c < at), None)
    if pronoun is None or tree.lower[pronoun - 1] != ",":
        return where
    named = scene.mentions.covering(pronoun - 2)
    return pronoun - 2 if named is not None and named.label == "PLACE" else where


def _next_holder(scene: Scene, match: Match, who: int | None, where: int | None) -> Iterator[Claim | None]:
    """Who has a place after the one who loses it: who drove them out, or to whom they lost it."""
    tree, at, frame = scene.tree, match.at, match.frame
    if frame.part == "patient" and (driver := tree.agent(at)) is not None and driver != who:
        yield _made(scene, at, driver, where, change=True)
    taker = tree.oblique(at, "to")
    if taker is None and where is not None:  # "left | the town to the army"
        taker = tree.oblique(where, "to")
    if frame.value == "lose" and taker is not None:
        yield _made(scene, at, taker, where, change=True)


def _each(scene: Scene, where: int | None) -> Iterator[int]:
    """A place, and those joined to it: "Arle and Mora", "the towns of Arle and Mora"."""
    if where is None:
        return
    yield from (where, *scene.tree.having(where, "conj"))
    of = scene.tree.oblique(where, *words("naming", "of"))
    if of is not None:
        yield from scene.tree.having(of, "conj")


def _noun(scene: Scene, at: int) -> Iterator[Claim | None]:
    """Control as a thing that is had, taken or lost, or that a place is under."""
    tree = scene.tree
    verb = tree.words.heads[at]
    where = tree.oblique(at, "of", "over")
    where = where if where is not None else tree.oblique(verb, "of", "over")
    if where is None and tree.relation(verb) == "advcl":  # "left Arle, handing control to the army"
        where = tree.patient(tree.words.heads[verb])
    if "under" in tree.cases(at):
        holder = tree.oblique(at, "of")
        holder = (
            holder if holder is not None else next(tree.having(at, "nmod:poss", "compound", "amod"), None)
        )
        is_predicate = any(True for _ in tree.having(at, "cop"))
        predicate = at if is_predicate else verb
        had = (
            next(tree.having(predicate, "obj"), None) if predicate == verb else None
        )  # "has it under control"
        held = had if had is not None else tree.subject(predicate)
        yield _made(scene, predicate, holder, held, change=False)
        return
    if "in" in tree.cases(at):
        predicate = at if any(True for _ in tree.having(at, "cop")) else verb
        for one in _each(scene, where):
            yield _made(scene, predicate, tree.subject(predicate), one, change=False)
        return
    word = tree.lower[verb]
    if tree.relation(at) not in ("obj", "nsubj", "obl"):
        return
    kind = next((k for k in ("gain", "keep", "lose") if word in words("control", k)), None)
    if kind is not None:
        for one in _each(scene, where):
            yield _made(scene, verb, tree.agent(verb), one, change=kind != "keep", loses=kind == "lose")
        if kind == "lose":
            taker = next(tree.having(verb, "iobj"), tree.oblique(verb, "to"))
            taker = taker if taker is not None else tree.oblique(at, "to")
            taker = taker if taker is not None or where is None else tree.oblique(where, "to")
            yield _made(scene, verb, taker, where, change=True)


def _rule(scene: Scene, at: int) -> Iterator[Claim | None]:
    """Under whose rule a place is, or comes: "is under Danish rule", "returned to Chinese sovereignty"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    holder = tree.oblique(at, "of")
    holder = holder if holder is not None else next(tree.having(at, "nmod:poss", "compound", "amod"), None)
    under = "under" in tree.cases(at)
    if under and any(True for _ in tree.having(at, "cop")):
        yield _made(scene, at, holder, tree.subject(at), change=False)
    elif tree.lower[verb] in words("control", "coming") and (under or "to" in tree.cases(at)):
        obj = next(tree.having(verb, "obj"), None)
        yield _made(scene, verb, holder, obj if obj is not None else tree.subject(verb), change=True)


def _taking(scene: Scene, at: int) -> Claim | None:
    """A fall or capture as a thing: "the fall of Sadiq to the rebels", "the army's capture of Sadiq"."""
    tree = scene.tree
    where = tree.oblique(at, "of")
    if tree.lower[at] in words("control", "fall"):
        holder = tree.oblique(at, "to")
    else:
        by = tree.oblique(at, "by")
        holder = by if by is not None else next(tree.having(at, "nmod:poss", "compound", "amod"), None)
    verb = tree.words.heads[at]
    aside = tree.relation(at) not in ("nsubj", "obj", "obl", "root") or tree.lower[verb] in words(
        "control", "sought"
    )
    if where is None or holder is None or aside or tree.lower[verb] in words("stance", "wishing"):
        return None
    return _made(scene, at, holder, where, change=True)


def _hands(scene: Scene, at: int) -> Claim | None:
    """In whose hands a place is."""
    tree = scene.tree
    holder = tree.oblique(at, "of")
    holder = holder if holder is not None else next(tree.having(at, "nmod:poss", "compound", "amod"), None)
    predicate = at if any(True for _ in tree.having(at, "cop")) else tree.words.heads[at]
    change = "into" in tree.cases(at)
    return _made(scene, predicate, holder, tree.subject(predicate), change=change)


def _held(scene: Scene, at: int) -> Claim | None:
    """A place that is called "rebel-held"."""
    tree = scene.tree
    if tree.lower[at - 1 : at] != ["-"] or at < 2:
        return None
    noun = next((a for a in tree.above(at) if tree.words.upos[a] in ("NOUN", "PROPN")), None)
    where = place(scene, noun) if noun is not None else None
    if noun is None or where is None:
        return None
    if any(tree.lower[c] in words("control", "former") for c in tree.having(noun, "amod")):
        return None
    word = tree.text[slice(*tree.words.spans[at - 2])]
    holder = (scene.mentions.proper(at - 2) or word).rstrip("-")
    common = words("control", "plural") | words("parties", "party")
    if at - 2 == tree.sentence(at)[0] and tree.lower[at - 2] in common:
        holder = holder.lower()
    if not holder[0].isupper() and holder not in common:
        return None  # "a rent-controlled flat"
    named = nation(holder) or groups_holder(holder)
    return make(scene, "control", Subject(where), named, at, opposite=denied(named))


def groups_holder(word: str) -> str:
    """The holder that the first part of "rebel-held" names."""
    return word + "s" if word in words("control", "plural") else word


def _made(
    scene: Scene, at: int, holder: int | None, where: int | None, *, change: bool, loses: bool = False
) -> Claim | None:
    if where is not None and scene.tree.lower[where] in words("control", "it"):
        where = _topic(scene, at)
    name = party(scene, holder) if holder is not None else None
    named = place(scene, where) if where is not None and _may_be_held(scene, where) else None
    if name and named and holder is not None and name.lower() == named.lower():
        word = scene.tree.lower[holder]
        name = word if word in words("parties", "anaphor") else None
    if name is None or named is None:
        return None
    if (nation(named) and not is_country(named)) or _is_vote(scene, at, holder):
        return None  # "lost two Americans"
    if loses and holder is not None and (not _can_lose(scene, at, holder) or _only_goes(scene, at, named)):
        return None
    value = denied(name) if loses else name
    return make(scene, "control", Subject(named), value, at, opposite=denied(value), change=change)


def _is_vote(scene: Scene, at: int, holder: int | None) -> bool:
    """Whether a place is won in an election: by a person, in a report of votes, or by so many of them."""
    tree = scene.tree
    first, last = tree.sentence(at)
    if not words("control", "ballots").isdisjoint(tree.lower[first:last]):
        return True
    by = tree.oblique(at, "by", "with")
    if by is not None and tree.lower[by] in words("control", "margin"):
        return True
    if holder is None or scene.named_person(holder) is None:
        return False
    return tree.words.upos[at] == "VERB" and not words("control", "voting").isdisjoint(scene.lower)


def _topic(scene: Scene, at: int) -> int | None:
    """What "it" stands for: a place in the clause above, as its subject, within that, or before the verb.

    "withdrew from the city and left it", "the manager of Arle airport denied that the Front held it".
    """
    tree = scene.tree
    for above in tree.above(at):
        subjects = list(tree.having(above, "nsubj"))
        within = (c for who in subjects for c in tree.having(who, "nmod") if _may_be_held(scene, c))
        within = (c for c in within if not is_body(scene, c) and place(scene, c))
        left = (c for c in tree.having(above, "obl", "obj") if c < at and _may_be_held(scene, c))
        proper = (c for c in subjects if tree.words.upos[c] == "PROPN")
        found = next(proper, next(within, next(left, None)))
        if found is not None:
            return found
    return None


def _may_be_held(scene: Scene, at: int) -> bool:
    """Whether a noun is a name, or a common noun for a place or a part of one."""
    tree = scene.tree
    places = words("naming", "place") | words("naming", "part") | words("naming", "landscape")
    places = places | words("naming", "seat")
    inner = tree.oblique(at, *words("naming", "of")) if tree.lower[at] in words("naming", "part") else None
    if inner is not None and tree.words.upos[inner] == "NOUN":  # "half of the market in Mora"
        return tree.lower[inner] in places
    if tree.lower[at] in places:
        return True
    mention = scene.mentions.covering(at)
    if mention is not None and mention.label == "ORG" and tree.lower[at] in words("control", "body"):
        return False
    named = tree.words.upos[at] == "PROPN" or mention is not None
    return named and tree.text[tree.words.spans[at][0]].isupper()


def _can_lose(scene: Scene, at: int, holder: int) -> bool:
    """Whether who loses or leaves a place may have held it: no traveller."""
    going = scene.tree.lower[at] in words("control", "going") and scene.tree.words.upos[holder] == "PRON"
    named = scene.named_person(holder)
    person = named is not None and (" " in named.name or bool(named.gender))
    return not person and not going


def _only_goes(scene: Scene, at: int, named: str) -> bool:
    """Whether forces only leave a country that they were in: that is no loss of control of it."""
    return is_country(named) and scene.tree.lower[at] in words("control", "going")


KIND = Kind(
    name="control",
    about="place",
    forms=lines("control_forms"),
    wording="Who controls X?",
    example="Who controls Sadiq?",
    find=find,
    conflict=exclusive(same_party),
    changes=True,
)
