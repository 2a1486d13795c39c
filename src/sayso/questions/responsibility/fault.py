"""Where the blame lies: on whom it is laid, on whom suspicion fell, to whom a deed is traced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.questions.claim import Claim
from sayso.questions.responsibility.actors import actor, answerable, doing
from sayso.questions.responsibility.blame import SUSPECTED
from sayso.questions.responsibility.deeds import charge, is_charged, is_deed, is_deed_told, is_near, perhaps
from sayso.questions.text.making import spoken_by
from sayso.questions.text.scene import Scene
from sayso.questions.text.stance import takes_back
from sayso.questions.vocabulary import entries, words

__all__ = [
    "alleged_against",
    "at_door",
    "at_fault",
    "involved_in",
    "laid",
    "linked",
    "pointed",
    "to_blame",
    "unaccused",
]

NEAR = 3
"""Words behind "involved" in which it is told in what."""

FAR = 20
"""Words behind "the blame" in which it is told on whom it is laid."""


def laid(scene: Scene, at: int) -> Claim | None:
    """On whom the blame is laid, or suspicion falls: "placed the blame for the crash on the company"."""
    tree = scene.tree
    verb, relation = tree.words.heads[at], tree.words.deprels[at]
    if relation == "obj" and tree.lower[verb] in words("responsibility", "bearing"):
        return _borne(scene, at, verb)
    put = relation in ("obj", "nsubj:pass") and tree.lower[verb] in words("responsibility", "laying")
    verbs = (verb, *tree.having(verb, "xcomp"))  # "continues to hang over"
    lies = relation == "nsubj" and any(tree.lower[v] in words("responsibility", "lying") for v in verbs)
    told = charge(scene, at) + (charge(scene, verb) if lies else [])
    if not (put or lies) or not (is_charged(scene, told) if told else is_near(scene, at)):
        return None
    name = next((name for who in _behind(scene, at) if (name := answerable(scene, who))), None)
    claim = perhaps(scene, verb, name, at)
    if claim is None:
        return None
    if tree.lower[at] in words("responsibility", "suspicion"):
        claim = replace(claim, low=SUSPECTED[0], high=SUSPECTED[1], words=(tree.lower[at],))
    return spoken_by(scene, claim, verb, tree.agent(verb)) if put else claim


def _borne(scene: Scene, at: int, verb: int) -> Claim | None:
    """Who bears the blame."""
    told = charge(scene, at) or charge(scene, verb)
    if not (is_charged(scene, told) if told else is_near(scene, at)):
        return None
    return perhaps(scene, verb, answerable(scene, scene.tree.subject(verb)), at)


def _behind(scene: Scene, at: int) -> Iterator[int]:
    """The nouns behind a word on which something is laid, days left out; wherever the parse hung them."""
    tree = scene.tree
    for case in range(at + 1, min(tree.sentence(at)[1], at + FAR)):
        noun = tree.words.heads[case]
        on = tree.relation(case) == "case" and tree.lower[case] in words("responsibility", "upon")
        if on and noun > case and tree.lower[noun] not in entries("no_names"):
            yield noun


def to_blame(scene: Scene, at: int) -> Claim | None:
    """Who is to blame: "the company was to blame for the crash"."""
    tree = scene.tree
    if tree.lower[at - 1 : at] != ["to"]:
        return None
    told = charge(scene, at)
    if not (is_charged(scene, told) if told else is_near(scene, at)):
        return None
    who = tree.subject(at)
    who = who if who is not None else next(tree.having(at, "expl"), None)  # "denied it was to blame"
    return perhaps(scene, at, answerable(scene, who), at)


def at_fault(scene: Scene, at: int) -> Claim | None:
    """Whose fault it was: "the company was at fault for the crash", "the crash was the driver's fault"."""
    tree = scene.tree
    told = charge(scene, at)
    if not any(True for _ in tree.having(at, "cop")):
        return None
    if not (is_charged(scene, told) if told else is_near(scene, at)):
        return None
    whose = next(tree.having(at, "nmod:poss"), None)
    whose = whose if whose is not None else tree.oblique(at, "of")
    who = tree.subject(at) if "at" in tree.cases(at) else whose
    return perhaps(scene, at, answerable(scene, who), at)


def linked(scene: Scene, at: int) -> Claim | None:
    """To whom a deed is traced, or who is linked to one: "linked him to the murder"."""
    tree = scene.tree
    done = tree.patient(at)
    to = next((c for h in (at, done) if h is not None and (c := tree.oblique(h, "to")) is not None), None)
    if done is None or to is None or _is_called_unfair(scene, at):
        return None
    if is_deed(tree.lower[done]):
        done, to = to, done
    elif not is_deed_told(scene, (to, *(c for c in tree.having(to, "nmod") if "of" in tree.cases(c)))):
        return None
    claim = perhaps(scene, at, doing(scene, done), at)
    return replace(claim, low=SUSPECTED[0], high=SUSPECTED[1], words=(tree.lower[at],)) if claim else None


def _is_called_unfair(scene: Scene, at: int) -> bool:
    """Whether it is told that to link somebody to a deed is not just: "linking him to it was unfair"."""
    tree = scene.tree
    bare = tree.lower[at].endswith("ing") and not any(True for _ in tree.having(at, "nsubj", "aux"))
    return bare and not words("responsibility", "unfair").isdisjoint(tree.lower[at : tree.sentence(at)[1]])


def involved_in(scene: Scene, at: int) -> Claim | None:
    """Who was involved in an attack or a death, or took part in it; of a crash that tells nothing."""
    tree = scene.tree
    deed = tree.oblique(at, "in")
    told = tree.lower[at + 1 : at + 1 + NEAR]
    alone = deed is None and tree.oblique(at, "with") is None and "in" not in told
    if alone and any(True for _ in tree.having(at, "cop")) and is_near(scene, at):
        return perhaps(scene, at, doing(scene, tree.subject(at)), at)
    if deed is None or not (
        is_deed(tree.lower[deed]) or tree.lower[deed] in words("responsibility", "dying")
    ):
        return None
    if tree.words.upos[at] != "VERB" and not any(True for _ in tree.having(at, "cop")):
        return None
    who = tree.subject(at)
    return perhaps(scene, at, doing(scene, who) or actor(scene, who), at)


def alleged_against(scene: Scene, at: int) -> Claim | None:
    """Against whom a deed is alleged: "allegations of rape against the priest", "faces accusations of it"."""
    tree = scene.tree
    told = charge(scene, at)
    verb = tree.words.heads[at]
    if tree.relation(at) == "obj" and tree.lower[verb] in words("responsibility", "facing"):
        name = doing(scene, tree.subject(verb))
        return perhaps(scene, at, name, at) if told and is_charged(scene, told) else None
    near = (c for c in tree.phrase(at) if c > at and "against" in tree.cases(c))
    name = next((name for c in near if (name := actor(scene, c))), None)
    return perhaps(scene, at, name, at) if told and is_charged(scene, told) else None


def pointed(scene: Scene, at: int) -> Claim | None:
    """To whom evidence points: "everything points to Iran"."""
    tree = scene.tree
    subject, to = tree.subject(at), tree.oblique(at, "to", "toward", "towards")
    if subject is None or tree.lower[subject] not in words("responsibility", "evidence"):
        return None
    claim = perhaps(scene, at, doing(scene, to), at) if is_near(scene, at) else None
    return replace(claim, low=SUSPECTED[0], high=SUSPECTED[1], words=(tree.lower[at],)) if claim else None


def at_door(scene: Scene, at: int) -> Claim | None:
    """At whose door a deed is laid: "laid the attack at the door of the army"."""
    tree = scene.tree
    verb = next((a for a in tree.above(at) if tree.lower[a] in words("responsibility", "laying")), None)
    if verb is None or "at" not in tree.cases(at):
        return None
    what = tree.patient(verb)
    blame = what is not None and tree.lower[what] in words("responsibility", "laid") and is_near(scene, at)
    if what is None or not (blame or is_deed_told(scene, tree.phrase(what))):
        return None
    claim = perhaps(scene, verb, answerable(scene, scene.owner(at)), verb)
    return spoken_by(scene, claim, verb, tree.agent(verb)) if claim else None


def unaccused(scene: Scene, at: int) -> Claim | None:
    """Whom somebody accuses no longer: "withdrew her accusation against the army"."""
    tree = scene.tree
    what = tree.patient(at)
    accusation = what is not None and tree.lower[what] in words("responsibility", "accusation")
    if what is None or not accusation or not takes_back(tree, at) or not is_near(scene, at):
        return None
    near = (c for h in (what, at) for c in tree.having(h, "nmod", "obl") if "against" in tree.cases(c))
    claim = perhaps(scene, at, next((name for c in near if (name := actor(scene, c))), None), at)
    if claim is None or claim.denial:
        return None
    return replace(spoken_by(scene, claim, at, tree.agent(at)), withdraws=True)
