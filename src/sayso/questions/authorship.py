"""Who made an artifact, against doubt: who wrote a letter, or sent it, and what a machine made."""

from __future__ import annotations

from sayso.questions.artifacts import artifact, beginning, meant, owned
from sayso.questions.claim import Claim
from sayso.questions.genuine import FALSE, TRUE, made
from sayso.questions.owners import owner
from sayso.questions.text.scene import Scene
from sayso.questions.text.stance import stance
from sayso.questions.vocabulary import words

__all__ = ["author", "generated", "sender", "written"]

NEAR = 12
"""Words behind an artifact in which it is told from whom it is."""


def written(scene: Scene, at: int) -> Claim | None:
    """Whether somebody wrote what is said to be his: "did not write the letter", "wrote it himself".

    That he wrote something is no claim as long as nobody doubts it.
    """
    tree = scene.tree
    if tree.words.upos[at] != "VERB":
        return None
    if (by_machine := generated(scene, at)) is not None:
        return by_machine
    what, who = tree.patient(at), tree.agent(at)
    if what is None or who is None:
        return None
    if tree.lower[who] in words("authenticity", "impostor"):
        return made(scene, at, meant(scene, what), FALSE)
    what = beginning(scene, what)
    if not _is_certain(scene, what):
        return None
    known = meant(scene, what) if owner(scene, what) or tree.words.upos[what] == "PRON" else None
    if tree.lower[who] in words("authenticity", "somebody"):
        other = any(tree.lower[c] in words("authenticity", "other") for c in tree.children[who])
        return made(scene, at, meant(scene, what), FALSE) if other else None
    named = scene.named_person(who)
    if named is None and (known is None or not _is_certain(scene, who)):
        return None
    by_noun = named is not None and what in scene.artifact_nouns
    subject = owned(scene, what, named.name) if named and by_noun else known
    claim = made(scene, at, subject, TRUE)
    return claim if claim is not None and _is_doubted(scene, at, claim) else None


def generated(scene: Scene, at: int) -> Claim | None:
    """What was made by a machine: "the clip was created with artificial intelligence"."""
    tree = scene.tree
    noun = tree.words.heads[at]
    machine = words("authenticity", "machine").intersection(tree.lower[max(0, at - 2) : at])
    if machine and tree.relation(at) == "amod" and noun in scene.artifact_nouns:  # "an AI-generated video"
        return made(scene, at, artifact(scene, noun, guessed=False), FALSE, presupposed=True)
    below = {tree.lower[i] for i in tree.phrase(at) if i > at}
    if below.isdisjoint(words("authenticity", "machine")) or not tree.passive(at):
        return None
    return made(scene, at, meant(scene, tree.patient(at)), FALSE)


def _is_certain(scene: Scene, at: int) -> bool:
    """Whether a word stands for something known: a pronoun, "the letter", or one attributed to somebody."""
    tree = scene.tree
    if tree.words.upos[at] == "PRON" or words("naming", "definite") & {
        tree.lower[c] for c in tree.children[at]
    }:
        return True
    return any(tree.lower[c] in words("artifact_words", "attributed") for c in tree.having(at, "acl"))


def _is_doubted(scene: Scene, at: int, claim: Claim) -> bool:
    """Whether it is told of a letter's writer against doubt: he denies or admits it, or it was he himself."""
    tree = scene.tree
    makes = tree.lower[at] in words("authenticity", "make")
    letter = claim.subject.terms[0] in words("artifact_words", "sent_word")
    if tree.lower[at] in words("authenticity", "sent") and not letter:
        return False
    himself = any(tree.lower[i].endswith("self") for i in tree.phrase(at))
    himself = himself or any(
        tree.lower[c] in words("authenticity", "indeed") for c in tree.having(at, "advmod")
    )
    sure = words("authenticity", "own") | words("authenticity", "doubt")
    upheld = any(tree.lower[a] in sure and not _only_doubts(scene, a) for a in tree.above(at))
    return claim.value == FALSE or (not makes and (himself or upheld))


def _only_doubts(scene: Scene, verb: int) -> bool:
    """Whether somebody doubts, and does not say that he has none: "experts doubt letter is by Roe"."""
    tree = scene.tree
    doubts = tree.words.upos[verb] == "VERB" and tree.lower[verb] in words("authenticity", "doubt")
    return doubts and not stance(tree, verb).negative


def author(scene: Scene, at: int) -> Claim | None:
    """Who is, against doubt, the author of an artifact."""
    tree = scene.tree
    what, who = tree.oblique(at, "of"), tree.subject(at)
    if what is None or who is None or not any(True for _ in tree.having(at, "cop")):
        return None
    named = scene.named_person(who)
    if named is None or what not in scene.artifact_nouns:
        return None
    claim = made(scene, at, owned(scene, what, named.name), TRUE)
    return claim if claim is not None and _is_doubted(scene, at, claim) else None


def sender(scene: Scene, at: int) -> Claim | None:
    """From or of whom, against doubt, an artifact is: "the e-mail was not from him"."""
    tree = scene.tree
    behind = range(at + 1, min(tree.sentence(at)[1], at + NEAR))
    cop = next((i for i in behind if tree.relation(i) == "cop" and tree.words.heads[i] > i), at)
    who = tree.words.heads[cop]
    cases = tree.cases(who)
    his = not {"'s", "’s"}.isdisjoint(cases)  # "the tape was Ann Roe's"
    of_whom = (his or "of" in cases) and scene.mentions.of(who, "PERSON") is not None
    known = words("authenticity", "by").intersection(cases) or of_whom
    if cop == at or not known or any(cop > o > at for o in scene.artifact_nouns):
        return None
    named = scene.named_person(who)
    claim = made(scene, who, owned(scene, at, named.name), TRUE) if named else None
    return claim if claim is not None and (his or _is_doubted(scene, who, claim)) else None
