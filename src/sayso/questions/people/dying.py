"""Of whom words of dying or living tell: who died, whom somebody killed, who is alive."""

from __future__ import annotations

from sayso.questions.people.apart import before_aside, set_off
from sayso.questions.people.deaths import lives
from sayso.questions.people.nearest import behind_was
from sayso.questions.people.victims import behind
from sayso.questions.text.frames import Match
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import words

__all__ = ["who_of"]

FEW = 4
"""Words before "unhurt" that tell more of what somebody is."""


def who_of(scene: Scene, match: Match) -> int | None:
    """The word for whom a frame tells of."""
    tree, at, part = scene.tree, match.at, match.frame.part
    if part == "patient":
        those = at and tree.lower[at - 1] in words("life", "those")
        if not those and _right_before(scene, at):
            return _among(scene, at - 1) if tree.words.upos[at - 1] == "NOUN" else None
        who = at - 1 if those else _patient(scene, at)  # "among those killed"
        found = _among(scene, who) if who is not None else None
        return next(tree.having(at, "nsubj"), found) if those and found == who else found
    if part == "body":
        return scene.owner(at)
    if part == "subject":
        if any(True for _ in tree.having(at, "obl:agent", "aux:pass")):  # "is survived by"
            return None
        who = _subject(scene, at)
        return _among(scene, who) if who is not None else None
    return _so(scene, at)


def _so(scene: Scene, at: int) -> int | None:
    """Who is "dead" or "alive", by whatever verb: "was found alive", "shot dead Judge Roe"."""
    tree = scene.tree
    head, relation = tree.words.heads[at], tree.relation(at)
    if (apart := _behind_name(scene, at)) is not None:
        return apart
    if any(True for _ in tree.having(at, "nummod")):  # "left four dead, including Ann Roe"
        return at
    whole = relation == "nmod" and "of" in tree.cases(at) and tree.lower[head] not in words("life", "one")
    if whole:  # "gave the number of dead as 11"
        return None
    small = tree.words.upos[at] == "ADV" and relation == "xcomp"  # "pulled him alive from the rubble"
    if (relation == "advmod" or small) and tree.words.upos[head] == "VERB":  # "was found alive"
        found = tree.patient(head)
        return found if found is not None else tree.subject(head)
    if relation == "amod":  # "shot dead Judge Roe"
        if head < at and tree.lower[at - 1] == ",":  # "Ann Roe, dead at 90"
            return head
        return head if head > at and tree.words.upos[at - 1] == "VERB" else None
    if relation == "acl" and tree.cases(head):  # "lifted out of the rubble alive"
        head = tree.words.heads[head]
        found = tree.patient(head)
        return found if found is not None else tree.subject(head)
    found = tree.subject(at)
    if found is None:  # "Here I am, alive"
        first, _ = tree.sentence(at)
        found = next((w for w in range(at - 1, first - 1, -1) if tree.relation(w) == "nsubj"), None)
    return found


def _behind_name(scene: Scene, at: int) -> int | None:
    """The name before the comma of what somebody is: "dug out Ann Roe, thirsty but unhurt"."""
    tree = scene.tree
    if any(True for _ in tree.having(at, "cop", "nsubj")):
        return None
    first = at
    while first and tree.words.upos[first - 1] in ("ADJ", "ADV", "CCONJ", "VERB") and at - first < FEW:
        first -= 1
    apart = first > 1 and tree.lower[first - 1] == ","
    mention = scene.mentions.covering(first - 2) if apart else None
    person = mention is not None and mention.label == "PERSON"
    return tree.at(mention.start) if person and mention is not None else None


def _patient(scene: Scene, at: int) -> int | None:
    """Who is killed: whose life is taken, or whom the verb has behind it where the parse knows nobody."""
    tree = scene.tree
    if tree.lower[at] in words("deaths", "taking"):
        life = lives(scene, at)
        if life is not None:
            return scene.owner(life)
    inverted = behind_was(scene, at)
    who = inverted if inverted is not None else tree.patient(at)
    above = tree.words.heads[at]
    found = tree.relation(at) in ("ccomp", "xcomp") and tree.lower[above] in words("life", "found")
    if who is None and found and tree.passive(above):  # "was found murdered"
        return tree.patient(above)
    if who is not None and tree.lower[who].endswith("self"):
        return tree.subject(at)
    if who is not None and scene.person(who) is not None:
        return who
    near = behind(scene, at)
    if near is None and who is None:
        near = set_off(scene, at)
        if near is None and at and tree.words.upos[at - 1] == "NOUN":  # "the reporter killed in Velden"
            near = at - 1
    return near if near is not None else who


def _subject(scene: Scene, at: int) -> int | None:
    """Who dies: with some verbs whom somebody else lets die ("drowned her sons")."""
    tree = scene.tree
    aside = before_aside(scene, at)
    if aside is not None:
        return aside
    done = next(tree.having(at, "obj"), None) if tree.lower[at] in words("deaths", "either") else None
    if done is not None:
        return done
    who = tree.subject(at)
    return who if who is not None else set_off(scene, at)


def _right_before(scene: Scene, at: int) -> bool:
    """Whether a participle is of the noun right before it, wherever the parse hung it.

    "The parents of two people killed" are not those killed.
    """
    tree = scene.tree
    beside = at > 0 and tree.words.upos[at - 1] in ("NOUN", "PROPN")
    apart = tree.words.deprels[at] == "acl" and tree.words.heads[at] < at - 1
    return apart and beside and tree.relation(at - 1) in ("nmod", "flat", "appos")


def _among(scene: Scene, at: int) -> int:
    """Who is among several: "was among those killed", "was one of six people killed"."""
    tree = scene.tree
    head = tree.words.heads[at]
    one = tree.lower[head] in words("life", "one") and tree.relation(at) == "nmod"
    top = head if one else at
    told = one or tree.lower[at] in words("life", "those")
    told = told or bool(words("life", "among").intersection(tree.cases(at)))
    found = tree.subject(top) if told and any(True for _ in tree.having(top, "cop")) else None
    return found if found is not None else at
