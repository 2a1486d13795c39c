"""Authenticity: is a recording, video, letter or photograph what it is said to be?"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.artifacts import artifact, artifact_class, artifact_of, artifacts, asked
from sayso.questions.claim import Claim, Subject
from sayso.questions.kind import Kind
from sayso.questions.text.making import make, spoken_by, telling
from sayso.questions.text.scene import Scene
from sayso.questions.text.withdrawals import taken_back
from sayso.questions.vocabulary import lines, words

__all__ = ["KIND"]

NEAR = 16
"""Words behind "the voice" in which it is told whose it is."""

TRUE, FALSE = "authentic", "not authentic"


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report that an artifact is, or is not, authentic."""
    found = list(_stated(scene))
    yield from found
    yield from taken_back(scene, found, {TRUE: FALSE, FALSE: TRUE})


def _stated(scene: Scene) -> Iterator[Claim]:
    """The claims of a report that are told in words."""
    tree = scene.tree
    for at, word in enumerate(tree.lower):
        claim: Claim | None = None
        if word in words("artifact_words", "true"):
            claim = _predicate(scene, at, TRUE)
        elif word in words("artifact_words", "false") | words("artifact_words", "false_noun"):
            claim = _predicate(scene, at, FALSE)
        elif word in words("artifact_words", "verify"):
            claim = _verified(scene, at)
        elif word in words("artifact_words", "authenticity"):
            claim = _upheld(scene, at)
        elif word in words("artifact_words", "write") and tree.words.upos[at] == "VERB":
            claim = _written(scene, at)
        if claim is None and word in words("artifact_words", "voice_noun"):
            claim = _voice(scene, at)
        if claim is not None:
            yield claim


def _subject(scene: Scene, at: int | None) -> Subject | None:
    """The artifact that a noun or pronoun stands for; for the voice, the one it is in."""
    tree = scene.tree
    if at is None:
        return None
    if artifact_class(tree.lower[at]):
        return artifact(scene, at)
    inner = tree.oblique(at, "in", "on", "of")
    if inner is not None and artifact_class(tree.lower[inner]):
        return artifact(scene, inner)
    pronoun = tree.lower[at] in words("naming", "they") or tree.lower[at] in words("naming", "definite")
    voiced = tree.lower[at] in words("artifact_words", "voice_noun") | words("artifact_words", "authenticity")
    if pronoun or voiced:
        low = tree.sentence(max(0, tree.sentence(at)[0] - 1))[0] if pronoun else 0
        near = [found for word, found in artifacts(scene) if low <= word and (word < at or not pronoun)]
        return near[0] if near else None
    return None


def _predicate(scene: Scene, at: int, value: str) -> Claim | None:
    """What is genuine or fake: not what a noun is only called ("fake news")."""
    tree = scene.tree
    if tree.relation(at) in ("amod", "compound", "nmod"):
        noun = tree.words.heads[at]
        if not any(True for _ in tree.having(noun, "cop")):
            return None
        return _made(scene, noun, _subject(scene, tree.subject(noun)), value)
    verb = tree.words.heads[at]
    if tree.relation(at) in ("xcomp", "obl", "ccomp", "advcl", "obj", "nmod") and tree.lower[verb] in words(
        "artifact_words", "call"
    ):
        what = _called(scene, verb, at)
        claim = _made(scene, at if tree.relation(at) == "ccomp" else verb, what, value) if what else None
        return spoken_by(scene, claim, verb, tree.agent(verb)) if claim else None
    who = tree.patient(at) if tree.words.upos[at] == "VERB" else tree.subject(at)
    mark = next(
        (c for c in tree.having(at, "mark") if tree.lower[c] in words("artifact_words", "infinitive")), 0
    )
    if mark and tree.words.upos[mark - 1] == "NOUN":  # "tests showed the recording to be genuine"
        who = mark - 1
    who = who if who is not None else tree.subject(at)
    return _made(scene, at, _subject(scene, who), value)


def _called(scene: Scene, verb: int, at: int) -> Subject | None:
    """The artifact that somebody calls something: the verb's object, or the subject of what it is called."""
    objects = (
        c for c in (*scene.tree.having(verb, "obj", "nsubj:pass"), *scene.tree.having(at, "nsubj")) if c != at
    )
    return next((found for c in objects if (found := _subject(scene, c))), None)


def _verified(scene: Scene, at: int) -> Claim | None:
    """Who verifies an artifact; that nobody could is no claim."""
    tree = scene.tree
    if tree.words.upos[at] != "VERB":
        return None
    told = telling(scene, at)
    if told is None or told.stance.negative or any(tree.lower[c] == "could" for c in tree.having(at, "aux")):
        return None
    what = tree.patient(at)
    if what is None:
        return None
    if tree.lower[what] in words("artifact_words", "authenticity"):
        return _made(scene, at, _subject(scene, scene.owner(what)) or _subject(scene, what), TRUE)
    if tree.lower[at] in words("artifact_words", "surely") and artifact_class(tree.lower[what]):
        return _made(scene, at, _subject(scene, what), TRUE)
    return None


def _upheld(scene: Scene, at: int) -> Claim | None:
    """Who stands by the authenticity of an artifact."""
    tree = scene.tree
    verb = tree.words.heads[at]
    if tree.lower[verb] not in words("artifact_words", "uphold"):
        return None
    subject = _subject(scene, scene.owner(at)) or _subject(scene, at)
    claim = _made(scene, verb, subject, TRUE)
    return spoken_by(scene, claim, verb, tree.agent(verb)) if claim else None


def _voice(scene: Scene, at: int) -> Claim | None:
    """A voice that is, or sounds like, somebody's."""
    tree = scene.tree
    head, relation = tree.words.heads[at], tree.relation(at)
    told = [c for c in tree.having(head, "ccomp") if c > at and any(True for _ in tree.having(c, "cop"))]
    if relation != "nsubj" and not (relation == "obj" and told):
        return None
    predicate = head if relation == "nsubj" else told[0]
    subject = _subject(scene, at) or _of_predicate(scene, at, predicate)
    owner = set(subject.places) if subject else set()
    below = set(tree.lower[at + 1 : min(tree.sentence(at)[1], at + NEAR)])
    theirs = below & (words("naming", "he") | words("naming", "she"))
    if subject is None or not (owner & below or theirs):
        return None
    return _made(scene, predicate, subject, TRUE)


def _of_predicate(scene: Scene, at: int, predicate: int) -> Subject | None:
    """The recording whose owner is told by whose the voice in it is: "the voice on the tape is Ann Roe's"."""
    inner = scene.tree.oblique(at, "in", "on", "of")
    named = scene.mentions.of(predicate, "PERSON")
    if inner is None or named is None or artifact_class(scene.tree.lower[inner]) is None:
        return None
    return artifact_of(named.name, scene.tree.lower[inner])


def _written(scene: Scene, at: int) -> Claim | None:
    """Whether somebody wrote what is said to be his: "did not write the letter", "wrote it himself".

    That he wrote something is no claim as long as nobody doubts it.
    """
    tree = scene.tree
    what, who = tree.patient(at), tree.agent(at)
    kind = artifact_class(tree.lower[what]) if what is not None else None
    named = scene.named_person(who) if who is not None else None
    known = what is not None and words("naming", "definite") & {tree.lower[c] for c in tree.children[what]}
    if what is None or kind is None or named is None or not known:
        return None
    claim = _made(scene, at, artifact_of(named.name, tree.lower[what]), TRUE)
    himself = any(tree.lower[i].endswith("self") for i in tree.phrase(at))
    upheld = any(tree.lower[above] in words("artifact_words", "own") for above in tree.above(at))
    doubted = claim is not None and (claim.value == FALSE or himself or upheld)
    return claim if doubted else None


def _made(scene: Scene, at: int, subject: Subject | None, value: str) -> Claim | None:
    if subject is None:
        return None
    opposite = FALSE if value == TRUE else TRUE
    return make(scene, "authenticity", subject, value, at, opposite=opposite)


KIND = Kind(
    name="authenticity",
    about="artifact",
    forms=lines("authenticity_forms"),
    wording="Is the X authentic?",
    example="Is the Yusuf Karimi recording authentic?",
    find=find,
    subject=lambda name, text: asked(name),
)
