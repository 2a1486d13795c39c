"""Whose voice or hand is in an artifact, and who is seen in it: what tells that it is somebody's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.questions.artifacts import again, meant, owned
from sayso.questions.claim import Subject
from sayso.questions.owners import owner
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import words

__all__ = ["Likeness", "is_own", "likeness"]

NEAR = 16
"""Words behind "the voice" in which it is told whose it is."""

FURTHER = 2
"""Sentences between a voice and an artifact that it may be in."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """An artifact that a predicate tells to be somebody's; ``teller`` is who tells it by the predicate.

    It is not ``genuine`` where it is told to be an impostor's.
    """

    predicate: int
    subject: Subject
    teller: int | None = None
    genuine: bool = True


def likeness(scene: Scene, at: int) -> Likeness | None:
    """What a word such as "voice", "handwriting", "man" or "him" tells of an artifact; None for nothing."""
    for frame in (_told_of, _is_so, _recognised, _in_hand, _person_in, _is_him, _is_name, _heard):
        if (found := frame(scene, at)) is not None:
            return found
    return None


def _is_mark(scene: Scene, at: int) -> bool:
    return scene.tree.lower[at] in words("authenticity", "mark")


def _told_of(scene: Scene, at: int) -> Likeness | None:
    """A voice or hand that is, or sounds like, somebody's: "the voice on the tape is Ann Roe's"."""
    tree = scene.tree
    head, relation = tree.words.heads[at], tree.relation(at)
    his = tree.lower[at] in words("authenticity", "hand") and tree.lower[head] in words("naming", "theirs")
    if not (_is_mark(scene, at) or his):
        return None
    told = [c for c in tree.having(head, "ccomp") if c > at and _has_copula(scene, c)]
    if not (relation == "nsubj" or (relation == "obj" and told)):
        return None
    predicate = whose = head if relation == "nsubj" else told[0]
    of_whom = (c for c in tree.having(predicate, "nsubj") if c != at and _has_copula(scene, c))
    predicate = next(of_whom, predicate)  # "is that of Ann Roe", where "is" hangs on "that"
    sounds = tree.lower[predicate] in words("authenticity", "like")
    if not sounds and (not _has_copula(scene, predicate) or tree.words.upos[predicate] in ("ADJ", "VERB")):
        return None
    subject = _by_predicate(scene, at, whose) or meant(scene, at)
    below = set(tree.lower[at + 1 : min(tree.sentence(at)[1], at + NEAR)])
    telling = words("naming", "he") | words("naming", "she") | words("naming", "role")
    if subject is None or not below & {*subject.places, *telling}:
        return None
    return Likeness(predicate, subject)


def _has_copula(scene: Scene, at: int) -> bool:
    return any(True for _ in scene.tree.having(at, "cop"))


def _by_predicate(scene: Scene, at: int, predicate: int) -> Subject | None:
    """The artifact whose owner is told by whose the voice in it is: "the voice on the tape is Ann Roe's"."""
    tree = scene.tree
    inner = tree.oblique(at, "in", "on", "of")
    of = tree.oblique(predicate, "of", "to", "like")
    named = scene.mentions.of(of if of is not None else predicate, "PERSON")
    name = named.name if named else None
    if name is None and tree.words.upos[predicate] == "PROPN":
        name = scene.mentions.proper(predicate)
    if inner is None and name is not None and meant(scene, at) is None:
        return _nearest(scene, at, name)
    if name is None or inner not in scene.artifact_nouns or inner is None:
        return None
    return None if owner(scene, inner) else owned(scene, inner, name)


def _is_so(scene: Scene, at: int) -> Likeness | None:
    """A voice that something is: "it was his voice on the tape", "this is the voice of Ann Roe"."""
    tree = scene.tree
    who = next(tree.having(at, "nsubj"), None)
    if not (_is_mark(scene, at) and _has_copula(scene, at)) or who is None:
        return None
    whose = _whose(scene, at)
    if whose is not None and who in scene.artifact_nouns:  # "the tape is the voice of Ann Roe"
        return Likeness(at, owned(scene, who, whose))
    if tree.words.upos[who] not in ("PRON", "DET") or whose is None:
        return None
    inner = tree.oblique(at, "in", "on")
    subject = meant(scene, inner) if inner is not None else None
    subject = subject or _nearest(scene, at, whose)
    return Likeness(at, subject) if subject is not None else None


def is_own(scene: Scene, at: int) -> Likeness | None:
    """What somebody owns up to: "it is my letter", "this is not his video"."""
    tree = scene.tree
    it = next(tree.having(at, "nsubj"), None)
    if at not in scene.artifact_nouns or it is None or not _has_copula(scene, at):
        return None
    whose = next(tree.having(at, "nmod:poss"), None)
    if tree.words.upos[it] not in ("PRON", "DET") or whose is None or tree.words.upos[whose] != "PRON":
        return None
    mine = tree.lower[whose] in words("naming", "i")
    named = scene.speaker(at) if mine else scene.named_person(whose)
    return Likeness(at, owned(scene, at, named.name)) if named is not None else None


def _whose(scene: Scene, mark: int) -> str | None:
    """Whose a voice or hand is: "his voice", "the voice of Ann Roe"."""
    whose = scene.owner(mark)
    named = scene.named_person(whose) if whose is not None else None
    return named.name if named else None


def _nearest(scene: Scene, at: int, whose: str | None) -> Subject | None:
    """The artifact told of that is nearest to a voice of which it is not told in which it is.

    Where nobody is told to have made one, it is of whose voice it is.
    """
    near = sorted(scene.artifact_nouns, key=lambda other: abs(other - at))[:1]
    if not near or abs(scene.tree.number(near[0]) - scene.tree.number(at)) > FURTHER:
        return None
    found = meant(scene, near[0])
    return owned(scene, near[0], whose) if found is None and whose else found


def _recognised(scene: Scene, at: int) -> Likeness | None:
    """A voice or hand that somebody recognises: "recognised his voice on the tape", "the hand as his"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    if not _is_mark(scene, at) or tree.lower[verb] not in words("authenticity", "recognise"):
        return None
    if tree.patient(verb) != at:
        return None
    as_whom = (c for c in (*tree.having(verb, "obl", "xcomp", "nmod"), *tree.having(at, "nmod")))
    told = any(words("authenticity", "as").intersection(tree.cases(c)) for c in as_whom)
    told = told or not words("authenticity", "as").isdisjoint(_behind(scene, at))
    known = any(tree.lower[c] in words("naming", "the") for c in tree.having(at, "det"))
    if _whose(scene, at) is None and not told and not known:
        return None
    inner = tree.oblique(at, "in", "on", "of") or tree.oblique(verb, "in", "on")
    subject = (meant(scene, inner) if inner is not None else None) or _nearest(scene, at, _whose(scene, at))
    return Likeness(verb, subject, tree.agent(verb)) if subject is not None else None


def _behind(scene: Scene, at: int) -> list[str]:
    """The words behind a word in its sentence, as many as are looked at."""
    return scene.tree.lower[at + 1 : min(scene.tree.sentence(at)[1], at + NEAR // 2)]


def _in_hand(scene: Scene, at: int) -> Likeness | None:
    """In whose hand something is: "the letter is not in her hand"."""
    tree = scene.tree
    if tree.lower[at] not in words("authenticity", "hand") or not _has_copula(scene, at):
        return None
    inside = words("artifact_words", "inside").intersection(tree.cases(at))
    subject = meant(scene, tree.subject(at)) if inside and _whose(scene, at) else None
    return Likeness(at, subject) if subject is not None else None


def _person_in(scene: Scene, at: int) -> Likeness | None:
    """Who is seen or heard in an artifact: "the man in the video is Ann Roe"."""
    tree = scene.tree
    if tree.lower[at] not in words("authenticity", "shown"):
        return None
    who = at if tree.relation(at) == "nsubj" else tree.subject(at)
    predicate = tree.words.heads[at] if tree.relation(at) == "nsubj" else at
    other = predicate if predicate != at else who
    if who is None or other is None or not _has_copula(scene, predicate):
        return None
    named = scene.mentions.of(other, "PERSON") or (
        scene.named_person(other) if tree.words.upos[other] == "PRON" else None
    )
    beside = next((c for c in tree.having(other, "appos") if c == other + 1), other)  # "is not editor Bo Li"
    named = named or scene.mentions.of(beside, "PERSON")
    apart = tree.words.upos[beside] in ("PROPN", "PRON") or any(True for _ in tree.having(other, "flat"))
    inner = next(iter(_inside(scene, at)), None)
    if tree.lower[predicate] in words("authenticity", "impostor"):
        subject = meant(scene, inner) if inner is not None else None
        return Likeness(predicate, subject, genuine=False) if subject is not None else None
    if inner is None:
        return _same_person(scene, predicate, named.name if named and apart and other == predicate else None)
    if not apart:
        return None
    subject = meant(scene, inner) if owner(scene, inner) else None
    if subject is None and named is not None:
        subject = owned(scene, inner, named.name)
    if subject is None and other != predicate:
        subject = meant(scene, inner)
    return Likeness(predicate, subject) if subject is not None else None


def _inside(scene: Scene, at: int) -> Iterator[int]:
    """The artifacts in which somebody is told to be: "the man in the video", "the man seen in it"."""
    tree = scene.tree
    behind = (i for i in tree.phrase(at) if i > at and i in scene.artifact_nouns)
    yield from (i for i in behind if {"in", "on"}.intersection(tree.cases(i)))


def _same_person(scene: Scene, predicate: int, name: str | None) -> Likeness | None:
    """Whether "the man" of an artifact told of before is the one whose it is said to be."""
    if name is None:
        return None
    before = [o for o in scene.artifact_nouns if o < predicate][-1:]
    subject = meant(scene, before[0]) if before else None
    same = subject is not None and name.lower().split()[-1] in subject.places
    return Likeness(predicate, subject) if same and subject is not None else None


def _is_him(scene: Scene, at: int) -> Likeness | None:
    """Something that is somebody: "we believe it is him"."""
    tree = scene.tree
    if tree.lower[at] not in words("authenticity", "him") or not _has_copula(scene, at):
        return None
    it = next(tree.having(at, "nsubj"), None)
    if it is None or tree.words.upos[it] not in ("PRON", "DET"):
        return None
    inner = tree.oblique(at, "in", "on")  # "it was him in the video"
    subject = meant(scene, inner) if inner is not None else again(scene, it)
    spoken = subject is not None and subject.terms[0] not in words("artifact_words", "sent_word")
    return Likeness(at, subject) if spoken and subject is not None else None


def _is_name(scene: Scene, at: int) -> Likeness | None:
    """Something that is whose it is said to be: "analysts believe it is Roe", of a tape of Ann Roe's."""
    tree = scene.tree
    who = tree.words.heads[at]
    if tree.lower[at] not in words("authenticity", "it") or tree.relation(at) != "nsubj":
        return None
    named = scene.mentions.of(who, "PERSON") if tree.words.upos[who] == "PROPN" else None
    subject = again(scene, at) if named is not None and _has_copula(scene, who) else None
    same = named is not None and subject is not None and named.name in subject.also
    return Likeness(who, subject) if same and subject is not None else None


def _heard(scene: Scene, at: int) -> Likeness | None:
    """Who it is that is heard: "it is Ann Roe who is heard on the cassette"."""
    tree = scene.tree
    who = tree.words.heads[at]
    if tree.lower[at] not in words("authenticity", "heard") or tree.words.deprels[at] != "acl:relcl":
        return None
    it = next((c for c in tree.having(who, "nsubj") if tree.lower[c] in words("naming", "they")), None)
    inner = tree.oblique(at, "in", "on")
    if it is None or inner is None or not _has_copula(scene, who):
        return None
    named = scene.mentions.of(who, "PERSON")
    if inner in scene.artifact_nouns:
        subject = owned(scene, inner, named.name) if named else meant(scene, inner)
    else:
        subject = _nearest(scene, inner, named.name) if named else None
    return Likeness(who, subject) if subject is not None else None
