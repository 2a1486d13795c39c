"""Deaths told of as a thing: "the death of Ann Roe", "reports of her death", "the rumours were untrue"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from sayso.questions.claim import Claim, Subject
from sayso.questions.people.dying import who_of
from sayso.questions.people.owned import whose
from sayso.questions.people.stories import BACK, is_untrue
from sayso.questions.people.victims import listed_behind
from sayso.questions.text.frames import Match, matches
from sayso.questions.text.making import make
from sayso.questions.text.scene import Scene
from sayso.questions.text.stance import called_untrue
from sayso.questions.vocabulary import words

__all__ = ["by_nouns", "untrue_rumours"]

ALIVE, DEAD = "alive", "dead"


def by_nouns(scene: Scene, match: Match) -> Iterator[Claim]:
    """Deaths told of as a thing: of one, or of those listed: "the deaths of two men, Bo and Cy Li"."""
    at, owner = match.at, _whose(scene, match.at)
    if (faker := _faker(scene, at)) is not None:
        verb = scene.tree.words.heads[at]
        yield from filter(None, [make(scene, "life", faker, ALIVE, verb, opposite=DEAD)])
        return
    if owner is None or _is_thwarted(scene, at):
        return
    counted = any(True for _ in scene.tree.having(owner, "nummod"))
    listed = list(listed_behind(scene, owner, at)) if counted else []
    for one in listed or _all_of(scene, owner):
        claim = _noun(scene, at, one)
        if claim is not None:
            yield claim


def _faker(scene: Scene, at: int) -> Subject | None:
    """Who only played his own death: "faked his death in 2014"."""
    tree, verb = scene.tree, scene.tree.words.heads[at]
    owned = any(tree.words.upos[c] == "PRON" for c in tree.having(at, "nmod:poss"))
    faked = owned and tree.patient(verb) == at and tree.lower[verb] in words("life", "faking")
    who = tree.agent(verb) if faked else None
    return scene.person(who) if who is not None else None


def _whose(scene: Scene, at: int) -> int | None:
    """Whose death a noun is: of a killing whom it is of, not whose it is: "Roe's murder of Ann Li"."""
    tree = scene.tree
    deed = tree.lower[at] in words("life", "deed") and any(True for _ in tree.having(at, "nmod:poss"))
    of = tree.oblique(at, *words("naming", "of")) if deed else None
    return of if of is not None else whose(scene, at)


def _all_of(scene: Scene, owner: int) -> list[Subject]:
    """The people by name whom a word stands for, or includes: "four men, including Ann Roe"."""
    told = ([one] if (one := scene.person(word)) else scene.included(word) for word in scene.joined(owner))
    return [one for people in told for one in people]


def _noun(scene: Scene, at: int, subject: Subject) -> Claim | None:
    """Somebody's death, told of as a thing: confirmed, mourned or denied, but not rumoured or feared."""
    tree = scene.tree
    rumour, relation = _rumour(scene, at), tree.relation(at)
    head = tree.lower[tree.words.heads[at]]
    if relation == "nsubj" and rumour is None and head in words("life", "sought"):
        return None
    if rumour is not None:
        verb = tree.words.heads[rumour]
        if tree.relation(rumour) == "nsubj" and tree.lower[verb] in words("stance", "untrue"):
            return make(scene, "life", subject, ALIVE, verb, opposite=DEAD)
        if tree.lower[verb] not in words("stance", "deny"):
            called = called_untrue(tree, rumour)
            return make(scene, "life", subject, ALIVE, verb, opposite=DEAD) if called else None
        return make(scene, "life", subject, DEAD, at, opposite=ALIVE)
    unreal = (
        words("stance", "trying") | words("stance", "chances") | words("life", "supposing")
    )  # "in the event of her death"
    doubted = relation in ("nmod", "compound") and head in unreal
    sought = relation in ("obj", "obl", "xcomp") and head in words("life", "sought")
    case = tree.cases(at)
    if doubted or sought or any(word in words("stance", "unreal_mark") for word in case):
        return None
    return make(
        scene, "life", subject, DEAD, at, opposite=ALIVE, change=True, presupposed=not _is_content(scene, at)
    )


def _is_thwarted(scene: Scene, at: int) -> bool:
    """Whether a killing was only tried, or a death only played: "the attempted assassination"."""
    told = {scene.tree.lower[c] for c in scene.tree.having(at, "amod", "compound")}
    return not told.isdisjoint(words("life", "sought") | words("life", "thwarted"))


def _rumour(scene: Scene, at: int) -> int | None:
    """The rumour that a death is one of: "reports of her death", wherever the parse hung it."""
    tree, head = scene.tree, scene.tree.words.heads[at]
    if tree.relation(at) in ("nmod", "compound") and tree.lower[head] in words("stance", "rumour"):
        return head
    of = tree.phrase(at)[0]
    of = of if tree.lower[of] in words("naming", "of") else of - 1
    told = of > 0 and tree.lower[of] in words("naming", "of")
    return of - 1 if told and tree.lower[of - 1] in words("stance", "rumour") else None


def _is_content(scene: Scene, at: int) -> bool:
    """Whether a noun is all that is said, and not only part of it: "denied the death of the minister"."""
    attribution = scene.attribution(at)
    if attribution is None:
        return False
    if any(True for _ in scene.tree.having(at, "cop")):
        return False
    start = scene.tree.words.spans[scene.tree.words.heads[at]][0]
    return not any(a <= start < b for a, b in attribution.content)


def untrue_rumours(scene: Scene) -> Iterator[Claim]:
    """Denials of reports that are not told again: "the rumours were untrue", after rumours of a death."""
    tree = scene.tree
    deaths = [m for m in matches(tree, "life_frames") if m.frame.value == DEAD and m.frame.part != "noun"]
    for at, word in enumerate(tree.lower):
        verb = tree.words.heads[at]
        if word in words("stance", "rumour") and is_untrue(scene, at):
            last = bisect_left(deaths, tree.sentence(at)[0], key=lambda m: m.at) - 1
            told = deaths[last] if last >= 0 and deaths[last].at > at - BACK else None
            who = who_of(scene, told) if told else None
            subject = scene.person(who) if who is not None else None
            claim = make(scene, "life", subject, ALIVE, verb, opposite=DEAD) if subject else None
            if claim is not None:
                yield claim
