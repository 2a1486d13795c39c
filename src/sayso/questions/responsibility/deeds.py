"""Deeds: what somebody can be responsible for, told from other things that people are blamed for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from sayso.questions.claim import Claim, Subject, denied
from sayso.questions.text.events import event_class, happening
from sayso.questions.text.making import make
from sayso.questions.text.nations import nation
from sayso.questions.text.party_names import canonical, tidy
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import words
from sayso.reading.nouns import noun_kind

__all__ = [
    "charge",
    "core",
    "is_assault",
    "is_charged",
    "is_deed",
    "is_deed_told",
    "is_harmed",
    "is_near",
    "is_somebody",
    "is_verbal",
    "of_class",
    "perhaps",
    "responsible",
]

DEEDS = ("attack", "destruction", "sinking", "fire", "robbery")
"""Classes of events whose verbs tell by themselves who did it."""


_WORD = re.compile(r"[^\W_]+")

DEEP = 4
"""Words followed downwards from "accused of" to the deed."""


def is_deed(word: str) -> bool:
    """Whether a word names what somebody does to others: "bombing", "killed", "sank"."""
    return (event_class(word) or "").startswith(DEEDS)


def is_verbal(scene: Scene, at: int, agent: int, done: int | None) -> bool:
    """Whether an attack is one by words: somebody attacks a rival in a speech, and nothing tells of violence.

    Of a person who attacks, or whom somebody attacks, violence must be told in the sentence.
    """
    tree = scene.tree
    if event_class(tree.lower[at]) != "attack" or tree.lower[at] in words("responsibility", "bloody"):
        return False
    rival = done is not None and (tree.words.upos[done] == "PRON" or scene.mentions.of(done, "PERSON"))
    person = scene.named_person(agent) is not None or scene.mentions.of(agent, "PERSON") is not None
    political = tree.lower[agent] in words("responsibility", "political")
    if not (rival or person or political):
        return False
    first, last = tree.sentence(at)
    return words("responsibility", "violent").isdisjoint(tree.lower[first:last])


def charge(scene: Scene, at: int, who: int | None = None) -> list[int]:
    """The words of what somebody is blamed for, accused of or responsible for; none where it is not told.

    What only tells when it was, or more of a noun in it, is left out: "of doing nothing after the riots".
    """
    tree = scene.tree
    wanted = words("responsibility", "of_what")
    found: list[int] = []
    objects = list(tree.having(at, "obj")) if who is not None else []
    holders = objects if who in objects else [] if who is None else [who]  # "suspect nurse | Ann Roe of"
    below = (c for one in holders for c in tree.having(one, "nmod", "acl"))
    for child in dict.fromkeys((*tree.children[at], *below)):
        told = wanted & ({tree.lower[c] for c in tree.having(child, "mark")} | set(tree.cases(child)))
        if child > at and told and tree.relation(child) in ("obl", "nmod", "advcl", "xcomp", "ccomp", "acl"):
            found += core(scene, child)
            # "of using force, killing ten"
            ends = (c for c in tree.having(child, "advcl") if c > child and tree.lower[c].endswith("ing"))
            found += [i for c in ends if is_deed(tree.lower[c]) for i in core(scene, c)]
    return sorted(found)


def is_charged(scene: Scene, told: Iterable[int]) -> bool:
    """Whether what somebody is blamed for is a deed, and not what he does about one.

    "of carrying out the attack", but not "of politicizing the attack".
    """
    tree = scene.tree
    kept = [i for i in told if not _only_carries_out(scene, i)]
    if is_assault(scene, kept):
        return True
    tops = (i for i in kept if tree.words.heads[i] not in kept)
    if any(tree.lower[i] in words("responsibility", "aftermath") for i in tops):  # "of a slow response to it"
        return False
    part = words("responsibility", "commit") | words("responsibility", "abet")
    acts = (i for i in kept if tree.words.upos[i] == "VERB" or any(True for _ in tree.having(i, "obj")))
    verbs = [  # "including" is none
        tree.lower[i] for i in acts if tree.relation(i) not in ("amod", "case") and not _is_of_idea(scene, i)
    ]
    if not verbs and any(_is_of_idea(scene, i) for i in kept):
        return False
    if verbs and not any(is_deed(verb) or verb in part for verb in verbs):
        return False
    return is_deed_told(scene, kept)


def is_assault(scene: Scene, told: Iterable[int]) -> bool:
    """Whether what somebody is blamed for is that he hit somebody: "of beating his wife"."""
    tree = scene.tree
    hits = (i for i in told if tree.lower[i] in words("responsibility", "hitting"))
    whom = (c for i in hits if tree.words.upos[i] == "VERB" for c in tree.having(i, "obj"))
    return any(is_somebody(scene, c) for c in whom)


def _only_carries_out(scene: Scene, at: int) -> bool:
    """Whether a verb of killing tells that something is done as it was decided: "executing all the laws"."""
    tree = scene.tree
    both = tree.lower[at] in words("responsibility", "commit") and is_deed(tree.lower[at])
    if not both or tree.words.upos[at] != "VERB":
        return False
    behind = (c for c in tree.having(at, "nsubj") if c > at)  # "executing faithfully | all the laws"
    done = next(chain(tree.having(at, "obj"), behind), None)
    return done is not None and not is_somebody(scene, done)


def _is_of_idea(scene: Scene, at: int) -> bool:
    """Whether what is attacked is an idea: "attacking the free press"."""
    tree = scene.tree
    attacks = event_class(tree.lower[at]) == "attack"
    return attacks and any(tree.lower[c] in words("responsibility", "idea") for c in tree.having(at, "obj"))


def is_somebody(scene: Scene, at: int) -> bool:
    """Whether people are meant, and no plan that is executed."""
    counted = any(True for _ in scene.tree.having(at, "nummod"))
    so_many = (c for c in scene.tree.having(at, "nmod") if "of" in scene.tree.cases(c))
    if scene.tree.lower[at] in words("responsibility", "so_many"):  # "dozens of men"
        return any(is_somebody(scene, c) for c in so_many)
    person = scene.tree.words.upos[at] == "PRON" or scene.mentions.of(at, "PERSON") is not None
    word = scene.tree.lower[at]
    people = words("naming", "somebody") | words("responsibility", "people") | words("naming", "role")
    told = noun_kind(word) in ("person-unnamed", "official-unnamed") if word.islower() else False
    return counted or person or word in people or told


def is_harmed(scene: Scene, done: int, name: str) -> bool:
    """Whether a pronoun was taken for the one who is harmed: "he was the man who killed Ann Roe"."""
    harmed = scene.mentions.of(done, "PERSON")
    return harmed is not None and harmed.name == name


def is_near(scene: Scene, at: int) -> bool:
    """Whether the sentence of a word, or the one before it, tells of a deed to be blamed for."""
    tree = scene.tree
    first, last = tree.sentence(at)
    before = tree.sentence(first - 1)[0] if first else first
    return is_deed_told(scene, (i for i in range(before, last) if i != at))


def core(scene: Scene, at: int, deep: int = DEEP) -> list[int]:
    """A word with what it is of, without clauses that tell more and phrases that tell when."""
    tree = scene.tree
    found = [at]
    for child in tree.children[at] if deep else ():
        behind = tree.lower[child - 1] == "," and tree.words.upos[child] == "VERB"
        more = behind and tree.relation(child) == "conj"  # "a dam, destroyed in the war"
        apart = more or tree.relation(child) in ("acl", "advcl", "parataxis")
        if not apart and words("responsibility", "aside").isdisjoint(tree.cases(child)):
            found += core(scene, child, deep - 1)
    return found


def is_deed_told(scene: Scene, found: Iterable[int]) -> bool:
    """Whether words tell of a deed or a calamity: no animal's death, and nothing as vague as "violence"."""
    kept = list(found)
    told = [scene.tree.lower[i] for i in kept]
    nouns = (scene.tree.lower[i] for i in kept if scene.tree.words.upos[i] != "PROPN")  # not "the Tigers"
    if words("responsibility", "animal").intersection(word.removesuffix("'s") for word in nouns):
        return False
    apart = words("responsibility", "vague")
    if words("responsibility", "abused").intersection(told):  # "abuse of power", "drug abuse"
        apart |= words("responsibility", "abusing")
    plain = (word for word in told if word not in apart)
    classes = ((event_class(word) or "").partition(".")[0] for word in plain)
    return not words("responsibility", "deeds").isdisjoint(classes)


def perhaps(scene: Scene, predicate: int, name: str | None, at: int) -> Claim | None:
    """The claim that a predicate tells of the event at a word, where somebody is named."""
    return responsible(scene, predicate, name, happening(scene, at, actor=name)) if name else None


def of_class(scene: Scene, predicate: int, name: str | None, at: int, term: str | None) -> Claim | None:
    """The claim that somebody did what a word tells, an event of a class that its own words may not name."""
    if name is None:
        return None
    event = happening(scene, at, actor=name)
    terms = {*event.terms, term} if term else event.terms
    return responsible(scene, predicate, name, replace(event, terms=tuple(sorted(terms))))


def _is_unproven(scene: Scene, at: int) -> bool:
    """Whether the clause of a word follows a noun that nothing is known by: "no proof that"."""
    tree = scene.tree
    marks = (c - 1 for c in tree.having(at, "mark") if c > 0 and c < at)
    proof = next((noun for noun in marks if tree.lower[noun] in words("stance", "proof")), None)
    no = words("stance", "none") | words("stance", "not")
    if proof is None:  # "could not prove that"
        head = tree.words.heads[at]
        proving = tree.relation(at) == "ccomp" and tree.lower[head] in words("responsibility", "proving")
        return proving and any(tree.lower[c] in no for c in tree.children[head])
    return any(tree.lower[c] in no for at in (proof, tree.words.heads[proof]) for c in tree.children[at])


def _in_full(scene: Scene, name: str) -> str:
    """A group's name as its report has it in full: "the Emirate" is the Ridge Emirate."""
    if " " in name or not name[:1].isupper() or nation(name) is not None:
        return name
    found = [i for i, word in enumerate(scene.tree.lower) if word == name.lower()]
    if any((mention := scene.mentions.covering(i)) and mention.label == "PERSON" for i in found):
        return name
    spoken = (scene.mentions.proper(i) for i in found)
    longer = {whole for whole in spoken if whole and whole.endswith(f" {name}")}
    return tidy(longer.pop()) if len(longer) == 1 else name


def responsible(scene: Scene, at: int, name: str, event: Subject) -> Claim | None:
    """The claim that somebody did what an event tells; None where that is nobody's deed."""
    if {term.partition(".")[0] for term in event.terms}.isdisjoint(words("responsibility", "deeds")):
        return None
    if not words("toll", "disease").isdisjoint(_WORD.findall(name.lower())) or _is_unproven(scene, at):
        return None
    if name.lower() in words("responsibility", "nobody"):
        return None
    claim = make(scene, "responsibility", event, name, at, opposite=denied(name))
    nearly = any(scene.tree.lower[c] in words("stance", "nearly") for c in scene.tree.having(at, "advmod"))
    if claim is None or (claim.denial and nearly):
        return None
    if claim.source.lower() in words("responsibility", "fiction"):
        return None
    if not claim.denial:
        return replace(claim, value=_in_full(scene, name)) if claim.value == name else claim
    if claim.source.lower() in words("naming", "they"):  # "and it denied that it had"
        return replace(claim, source=name, source_kind="group", authority=canonical(name))
    return claim
