"""What people say of their own deeds: that they did them, took part in them, or did not."""

from __future__ import annotations

from dataclasses import replace

from sayso.questions.actors import actors
from sayso.questions.claim import Claim, denied
from sayso.questions.deeds import charge, core, is_charged, is_deed, is_deed_told, perhaps, responsible
from sayso.questions.events import happening
from sayso.questions.scene import Scene
from sayso.questions.sources import canonical
from sayso.questions.vocabulary import words

__all__ = ["as_own_word", "claimed", "confessed", "own_word", "owned", "partaker", "pleaded", "teller"]

_WHAT = ("xcomp", "advcl", "obj", "obl", "amod", "ccomp")
"""What the deed that somebody confesses is in the clause."""


def claimed(scene: Scene, at: int) -> Claim | None:
    """Who claims responsibility, or denies it, is the source of that, whoever tells."""
    tree = scene.tree
    verb = tree.words.heads[at]
    word = tree.lower[verb]
    told = charge(scene, at) or charge(scene, verb)
    if told and word in words("responsibility", "taking") and not is_charged(scene, told):
        return None  # "took responsibility for the families"
    if word not in words("responsibility", "claim") | words("responsibility", "disclaim"):
        return None
    subject = tree.agent(verb)
    name = actors(scene, subject) if subject is not None else teller(scene, at)
    if name is None:
        return None
    claim = own_word(scene, verb, at, name, word in words("responsibility", "disclaim"))
    taken_back = tree.lower[tree.words.heads[verb]] in words("stance", "withdraw")
    return replace(claim, withdraws=True) if claim and taken_back and tree.relation(verb) == "obj" else claim


def teller(scene: Scene, at: int) -> str | None:
    """The name of who says a word."""
    attribution = scene.attribution(at)
    return attribution.speaker if attribution is not None else None


def own_word(scene: Scene, verb: int, at: int, name: str, disclaims: bool) -> Claim | None:
    """What somebody says of himself: that it was him, or that it was not."""
    claim = responsible(scene, verb, name, happening(scene, at, actor=name))
    if claim is None or (claim.denial and not disclaims and claim.source != name):
        return None
    if claim.withdraws:  # an outlet takes back its report that somebody claimed the deed
        return claim
    return as_own_word(claim, name, disclaims)


def as_own_word(claim: Claim, name: str, disclaims: bool) -> Claim:
    """A claim as what somebody says of himself."""
    value = denied(name) if disclaims else claim.value
    return replace(
        claim, value=value, denial=disclaims, source=name, source_kind="group", authority=canonical(name)
    )


def owned(scene: Scene, at: int) -> Claim | None:
    """Who claims an attack: "the bombing was claimed by the group"."""
    tree = scene.tree
    done = tree.patient(at)
    if done is None or not is_deed(tree.lower[done]):
        return None
    name = actors(scene, tree.agent(at))
    return own_word(scene, at, done, name, False) if name else None


def confessed(scene: Scene, at: int) -> Claim | None:
    """Who confesses a deed: "admitted killing her", "pleaded guilty to the murder"; or pleads not guilty."""
    tree = scene.tree
    told = [c for c in tree.children[at] if c > at and tree.relation(c) in _WHAT]
    pleads = tree.lower[at] in words("responsibility", "plead")
    innocent = any(tree.lower[c] in words("responsibility", "innocent") for c in tree.children[at])
    guilty = [c for c in told if tree.lower[c] in words("responsibility", "guilty") or (pleads and innocent)]
    admits = any(_is_own_deed(scene, c) for c in told) or (pleads and guilty and _of_deed(scene, told))
    if not (admits or any(is_deed_told(scene, tree.phrase(c)) for c in guilty)):
        return None
    name = actors(scene, tree.agent(at)) or teller(scene, at)
    disclaims = innocent or any(words("stance", "not").intersection(tree.lower[c - 1 : c]) for c in guilty)
    return own_word(scene, at, at, name, disclaims) if name else None


def pleaded(scene: Scene, at: int) -> Claim | None:
    """Who enters a plea: "entered a plea of not guilty to the kidnapping"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    if tree.relation(at) != "obj" or tree.lower[verb] not in words("responsibility", "entering"):
        return None
    phrase = tree.phrase(at)
    guilty = next((i for i in phrase if tree.lower[i] in words("responsibility", "guilty")), None)
    innocent = any(tree.lower[i] in words("responsibility", "innocent") for i in phrase)
    name = actors(scene, tree.agent(verb))
    if name is None or not (innocent or guilty) or not _of_deed(scene, [c for c in phrase if c > at]):
        return None
    disclaims = innocent or not words("stance", "not").isdisjoint(tree.lower[(guilty or at) - 1 :][:1])
    return own_word(scene, verb, at, name, disclaims)


def _of_deed(scene: Scene, told: list[int]) -> bool:
    """Whether a plea is to a deed, or to what the report tells of: "guilty to each crime", "guilty"."""
    tree = scene.tree
    whole = sorted({i for c in told for i in core(scene, c)})
    nouns = [i for i in whole if tree.words.upos[i] == "NOUN"]
    counts = [i for i in nouns if tree.lower[i] in words("responsibility", "count")]
    return is_charged(scene, whole) or nouns == counts


def partaker(scene: Scene, at: int) -> Claim | None:
    """Who took part in a deed: "took part in the attack", "attacks that they took part in"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    takes = words("responsibility", "claim") | words("responsibility", "having")
    confesses = tree.relation(at) == "obl" and tree.lower[verb] in words("responsibility", "confess")
    if not confesses and (tree.relation(at) != "obj" or tree.lower[verb] not in takes):
        return None
    deed = tree.oblique(at, "in") or tree.oblique(verb, "in")
    if deed is None and tree.relation(verb) == "acl":  # "attacks on towns that they took part in"
        deed = next((noun for noun in tree.above(verb) if is_deed(tree.lower[noun])), None)
    if deed is None or not is_deed(tree.lower[deed]):
        return None
    claim = perhaps(scene, verb, actors(scene, tree.agent(verb)), at)
    none = any(tree.lower[c] in words("stance", "none") for c in tree.having(at, "det"))
    return replace(claim, value=denied(claim.value), denial=True) if claim and none else claim


def _is_own_deed(scene: Scene, at: int) -> bool:
    """Whether a complement is a deed of the subject's: "killing her", "carrying out the attack"."""
    tree = scene.tree
    if tree.words.upos[at] == "VERB" and not any(True for _ in tree.having(at, "nsubj")):
        done = tree.patient(at)
        commits = tree.lower[at] in words("responsibility", "commit") and done is not None
        return is_deed(tree.lower[at]) or (commits and is_deed_told(scene, tree.phrase(done or at)))
    return tree.words.upos[at] == "NOUN" and is_deed(tree.lower[at])
