"""Who is called the doer of a deed: the attacker by name, the prime suspect, the one named as the killer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.questions.claim import Claim
from sayso.questions.responsibility.actors import doing
from sayso.questions.responsibility.blame import SUSPECTED
from sayso.questions.responsibility.deeds import (
    charge,
    core,
    is_charged,
    is_deed,
    is_deed_told,
    is_harmed,
    is_near,
    of_class,
)
from sayso.questions.text.making import spoken_by
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import groups, words
from sayso.reading.names import Named

__all__ = ["called", "identified"]

KILLING = "attack.killing"
"""The class of what killers do: whom they killed is told with them as the deed is with others."""


def identified(scene: Scene, at: int) -> Claim | None:
    """The doer by name: "the attacker, identified as Ann Roe", "named Ann Roe as a suspect"."""
    near = list(_parts(scene, at))
    doer = next((c for c in near if _is_doer(scene, c)), None)
    doer = doer if doer is not None else _before(scene, scene.tree.patient(at))
    if doer is None:
        return None
    claim = _claim(scene, at, _called(scene, at, near, doer), doer)
    if claim is None:
        return None
    teller = None if scene.tree.passive(at) else scene.tree.subject(at)
    return _as_suspect(scene, doer, spoken_by(scene, claim, at, teller))


def _called(scene: Scene, at: int, near: Sequence[int], doer: int) -> str | None:
    """Whom a verb of naming names as a doer, or several: by a person's name, a group's or a country's."""
    others = [c for c in near if c != doer]
    if joined := next((names for c in others if (names := _joined(scene, c))), None):
        return joined
    apart = (c for c in others if scene.mentions.covering(c) is not None)
    named = next((found for c in apart if (found := scene.named_person(c))), None)
    named = named or next((found for c in others if (found := _apposed(scene, c))), None)
    named = named or scene.mentions.of(doer, "PERSON") or _apposed(scene, doer)
    if named is not None:
        return named.name
    parties = (c for c in others if c != scene.tree.agent(at))  # "identified Mora as the likely culprit"
    return next((name for c in parties if (name := _party(scene, c))), None)


def _before(scene: Scene, who: int | None) -> int | None:
    """The doer of the sentence before: "A gunman killed ten. Police identified him as Ann Roe"."""
    tree = scene.tree
    if who is None or tree.words.upos[who] != "PRON":
        return None
    first = tree.sentence(who)[0]
    before = range(tree.sentence(max(0, first - 1))[0], first)
    return next((i for i in before if tree.lower[i] in words("responsibility", "doer")), None)


def _party(scene: Scene, at: int) -> str | None:
    """The group or country by name that a word is."""
    return doing(scene, at) if scene.tree.words.upos[at] == "PROPN" else None


def _joined(scene: Scene, at: int) -> str | None:
    """The names of several who are named together: "two brothers, Bo and Cy Li"."""
    holders = (at, *scene.tree.having(at, "appos"))
    found = next((c for c in scene.companies if c.at in holders), None)
    return " and ".join(one.name for one in found.people) if found else None


def _apposed(scene: Scene, doer: int) -> Named | None:
    """A name behind a doer, where the parse hung it on the deed: "a suspect in the killing -- Ann Roe"."""
    tree = scene.tree
    behind = (c for c in tree.phrase(doer) if c > doer and tree.relation(c) == "appos")
    return next((found for c in behind if (found := scene.mentions.of(c, "PERSON"))), None)


def _is_doer(scene: Scene, at: int) -> bool:
    """Whether a noun is a doer: "the bomber", "the man who shot her", "the man behind the bombs"."""
    if scene.tree.lower[at] in words("responsibility", "doer"):
        return True
    of = scene.tree.oblique(at, "of") if scene.tree.lower[at] in words("responsibility", "part_of") else None
    if of is not None and of != at and _is_doer(scene, of):  # "one of the gunmen"
        return True
    known = words("responsibility", "somebody") | words("responsibility", "planner")
    return scene.tree.lower[at] in known and _has_deed(scene, at)


def _claim(scene: Scene, at: int, name: str | None, doer: int) -> Claim | None:
    return of_class(scene, at, name, at, groups("doers").get(scene.tree.lower[doer]))


def _parts(scene: Scene, at: int) -> Iterator[int]:
    """The nouns that a verb of naming joins: who is named, and as what; not who names them."""
    tree = scene.tree
    if tree.relation(at) == "acl":  # "a suspect in the bombings identified as Ann Roe"
        yield from (a for a in tree.above(at) if tree.words.upos[a] in ("NOUN", "PROPN"))
    who = tree.patient(at)
    below = [c for c in tree.having(at, "obj", "xcomp", "obl", "dep", "advcl") if c > at]
    for noun in (who, *below, *(c for b in below for c in tree.having(b, "nmod"))):
        if noun is not None and (noun == who or not tree.cases(noun) or _as(scene, noun)):
            yield noun


def _as(scene: Scene, noun: int) -> bool:
    told = {*scene.tree.cases(noun), *(scene.tree.lower[c] for c in scene.tree.having(noun, "mark"))}
    return not words("life", "as").isdisjoint(told)


def called(scene: Scene, at: int) -> Claim | None:
    """Who is called the doer: "they are the suspected perpetrators", "Ann Roe, a suspect in the bombing".

    What somebody did must be told with it, or he must be *the* doer of what is told near.
    """
    tree = scene.tree
    cop = any(True for _ in tree.having(at, "cop"))
    own = _has_deed(scene, at)
    if not own and tree.lower[at] not in words("responsibility", "doer"):
        return None
    definite = not words("naming", "definite").isdisjoint(tree.lower[c] for c in tree.having(at, "det"))
    lead = range(*scene.tree.sentence(0))
    known = is_near(scene, at) or is_deed_told(scene, lead) or "." in groups("doers").get(tree.lower[at], "")
    if cop and (own or (definite and known)):
        who = doing(scene, tree.subject(at))
    elif own and (tree.relation(at) == "appos" or any(True for _ in tree.having(at, "appos"))):
        who = _beside(scene, at)
    elif definite and is_near(scene, at):
        who = _predicate(scene, at)
    else:
        return None
    harmed = (scene.tree.patient(c) for c in scene.tree.having(at, "acl") if is_deed(scene.tree.lower[c]))
    if who is not None and any(done is not None and is_harmed(scene, done, who) for done in harmed):
        return None
    claim = _claim(scene, at, who, at)
    return _as_suspect(scene, at, claim) if claim else None


def _beside(scene: Scene, at: int) -> str | None:
    """Whom a noun set off by a comma tells more of: "Ann Roe, the suspect in the bombing, fled"."""
    named = scene.mentions.of(at, "PERSON")
    return named.name if named else None


def _predicate(scene: Scene, at: int) -> str | None:
    """Who is said to be a doer: "the shooter was Ann Roe"."""
    tree = scene.tree
    head = tree.words.heads[at]
    told = tree.relation(at) == "nsubj" and any(True for _ in tree.having(head, "cop"))
    named = scene.mentions.of(head, "PERSON") if told else None
    return named.name if named else None


def _has_deed(scene: Scene, at: int) -> bool:
    """Whether a deed is told with a doer: "a suspect in the murder"."""
    tree = scene.tree
    tells = words("responsibility", "behind")
    if tree.lower[at] not in words("responsibility", "somebody"):  # "the architect of", not "the man in"
        tells |= words("responsibility", "of_what")
    answers = (c for c in tree.having(at, "amod") if tree.lower[c] in words("responsibility", "responsible"))
    if any(is_charged(scene, charge(scene, c)) for c in answers):
        return True
    of = (c for c in tree.having(at, "nmod") if tells & set(tree.cases(c)))
    if any(is_deed(tree.lower[c]) and tree.agent(c) == at for c in tree.having(at, "acl")):
        return True
    kills = groups("doers").get(tree.lower[at]) == KILLING  # "the alleged killer of a rapper"
    return any(kills or is_deed_told(scene, core(scene, c)) for c in of)


def _as_suspect(scene: Scene, at: int, claim: Claim) -> Claim:
    """A claim as sure as the noun that tells it: "suspect", or "killer"."""
    below = (scene.tree.lower[c] for c in scene.tree.having(at, "amod"))
    suspect = words("responsibility", "suspect").intersection({scene.tree.lower[at], *below})
    if not suspect:
        return claim
    return replace(claim, low=SUSPECTED[0], high=SUSPECTED[1], words=tuple(suspect))
