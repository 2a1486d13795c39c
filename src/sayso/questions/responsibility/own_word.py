"""What people say of their own deeds: that they did them, took part in them, or did not."""

from __future__ import annotations

from dataclasses import replace

from sayso.questions.claim import Claim, denied
from sayso.questions.responsibility.actors import actors
from sayso.questions.responsibility.deeds import (
    charge,
    core,
    is_charged,
    is_deed,
    is_deed_told,
    is_near,
    perhaps,
    responsible,
)
from sayso.questions.text.events import happening
from sayso.questions.text.party_names import canonical
from sayso.questions.text.scene import Scene
from sayso.questions.text.sources import for_whom, speaks_for
from sayso.questions.vocabulary import words

__all__ = [
    "as_own_word",
    "claimed",
    "confessed",
    "it_was",
    "own_word",
    "owned",
    "partaker",
    "pleaded",
    "teller",
    "unclaimed",
]

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
    above = _taking_back(scene, at)
    if tree.words.upos[verb] == "NOUN" and above is None and scene.attribution(at) is not None:
        return None  # "said that a claim of responsibility was made by boys"
    own = above is not None and tree.words.heads[verb] == above  # "withdrew its claim of responsibility"
    subject = tree.agent(above if above is not None and own else verb)
    name = actors(scene, subject) if subject is not None else teller(scene, at)
    we = subject is not None and tree.lower[subject] in words("naming", "we")
    name = name or (teller(scene, at) if we else None) or _on_behalf(scene, verb)
    if name is None:
        return None
    if tree.lower[tree.phrase(subject)[0] if subject is not None else at] in words("stance", "not"):
        return None  # "Neither the army nor the rebels claimed responsibility"
    claim = own_word(scene, verb, at, name, word in words("responsibility", "disclaim"))
    return _taken_back(scene, above, claim, name)


def _on_behalf(scene: Scene, at: int) -> str | None:
    """In whose name somebody without one speaks: "a man claimed the attack in the name of the group"."""
    tree = scene.tree
    who = tree.subject(at)
    text = tree.text[slice(*tree.span(who))] if who is not None else ""
    if (whom := for_whom(text)) is not None:
        return whom
    named = (i for i in tree.phrase(at) if tree.lower[i] in words("responsibility", "in_name"))
    whose = (tree.oblique(i, "of") for i in named if {"in", "on"}.intersection(tree.cases(i)))
    return next((name for who in whose if (name := actors(scene, who))), None)


def _taking_back(scene: Scene, at: int) -> int | None:
    """The verb by which a statement that a word is part of is taken back: "withdrew", "took … back"."""
    tree = scene.tree
    low = at
    for above in tree.above(at):
        took = tree.lower[above] in words("responsibility", "taking")
        back = took and any(tree.lower[c] in words("responsibility", "back") for c in tree.children[above])
        takes = back or tree.lower[above] in words("stance", "withdraw") | words("responsibility", "disown")
        if tree.relation(low) == "obj" and takes:
            return above
        if tree.relation(low) in ("ccomp", "conj", "parataxis", "advcl"):
            return None
        low = above
    return None


def _taken_back(scene: Scene, verb: int | None, claim: Claim | None, name: str) -> Claim | None:
    """A claim of responsibility as one that is taken back, where that is done by who made it."""
    if claim is None or verb is None or actors(scene, scene.tree.agent(verb)) != name:
        return claim
    return replace(claim, value=name, denial=False, withdraws=True)


def unclaimed(scene: Scene, at: int) -> Claim | None:
    """Who takes back a claim to have done a deed: "retracted its claim to have carried out the bombing"."""
    tree = scene.tree
    said = next(tree.having(at, "obj"), None)
    if said is None:
        return None
    nouns = (c for c in tree.having(said, "nmod") if is_deed(tree.lower[c]) and "to" in tree.cases(c))
    own = (c for c in tree.having(said, "acl") if _is_own_deed(scene, c))
    claims = tree.lower[said] in words("responsibility", "claim")  # "withdrew its claim to the bombing"
    deed = next(own, next(nouns, None) if claims else None)
    name = actors(scene, tree.agent(at))
    if deed is None or name is None or _taking_back(scene, deed) != at:
        return None
    claim = responsible(scene, at, name, happening(scene, deed, actor=name))
    return _taken_back(scene, at, as_own_word(claim, name, False), name) if claim else None


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


def it_was(scene: Scene, at: int) -> Claim | None:
    """Who says of a deed told near that it was him: "it was us", "it was not us"."""
    tree = scene.tree
    said = any(True for _ in tree.having(at, "cop")) and not tree.cases(at)
    it = tree.lower[at - 2 : at] + tree.lower[at - 3 : at - 2]
    if not said or words("responsibility", "it").isdisjoint(it) or not is_near(scene, at):
        return None
    attribution = scene.attribution(at)
    name = (speaks_for(scene, attribution) or attribution.speaker) if attribution is not None else None
    claim = perhaps(scene, at, name, at)
    return as_own_word(claim, name, claim.denial) if claim and name else None


def owned(scene: Scene, at: int) -> Claim | None:
    """Who claims an attack: "the bombing was claimed by the group"."""
    tree = scene.tree
    done = _claimed_deed(scene, at, tree.patient(at))
    if done is None:
        return None
    name = actors(scene, tree.agent(at)) or _on_behalf(scene, at)
    claim = own_word(scene, at, done, name, False) if name else None
    return _taken_back(scene, _taking_back(scene, at), claim, name or "")


def _claimed_deed(scene: Scene, at: int, done: int | None) -> int | None:
    """What is claimed, where that is a deed: "the killing of a judge that was claimed", "both incidents"."""
    tree = scene.tree
    if done is None or is_deed(tree.lower[done]):
        return done
    whole = tree.words.heads[done]
    if tree.relation(done) == "nmod" and is_deed(tree.lower[whole]):
        return whole
    told = tree.passive(at) and tree.lower[done] in words("responsibility", "told")
    return done if told else None


def confessed(scene: Scene, at: int) -> Claim | None:
    """Who confesses a deed: "admitted killing her", "pleaded guilty to the murder"; or pleads not guilty."""
    tree = scene.tree
    if tree.lower[at] in words("responsibility", "owning") and tree.lower[at + 1 : at + 2] != ["up"]:
        return None
    told = [c for c in tree.children[at] if c > at and tree.relation(c) in _WHAT]
    told = [c for c in told if tree.relation(c) != "advcl" or not any(True for _ in tree.having(c, "nsubj"))]
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
    deed = tree.oblique(at, *words("responsibility", "part_in")) or tree.oblique(verb, "in")
    if deed is None and tree.relation(verb) == "acl":  # "attacks on towns that they took part in"
        deed = next((noun for noun in tree.above(verb) if is_deed(tree.lower[noun])), None)
    it = deed is not None and tree.lower[deed] in words("responsibility", "deed_told") and is_near(scene, at)
    if deed is None or not (it or is_deed(tree.lower[deed])):
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
