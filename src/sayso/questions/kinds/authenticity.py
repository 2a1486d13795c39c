"""Authenticity: is a recording, video, letter or photograph what it is said to be?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from sayso.questions.artifacts import artifact, artifact_class, asked, meant, owned
from sayso.questions.backers import as_of, named_outlet, no_longer, undoubted
from sayso.questions.calling import before_clause, calling, is_called
from sayso.questions.claim import Claim, Subject
from sayso.questions.kind import Kind
from sayso.questions.likeness import likeness
from sayso.questions.owners import owner
from sayso.questions.text.making import make, spoken_by
from sayso.questions.text.scene import Scene
from sayso.questions.text.stance import Stance, stance, takes_back
from sayso.questions.text.telling import telling
from sayso.questions.text.withdrawals import taken_back
from sayso.questions.vocabulary import entries, groups, lines, words

__all__ = ["KIND"]

UP = 2
"""Words above a misread adjective among which the noun that it is told of is looked for."""

TRUE, FALSE = "authentic", "not authentic"


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report that an artifact is, or is not, authentic."""
    if not scene.artifact_nouns:
        return
    found = [named_outlet(scene, claim) for claim in _stated(scene)]
    yield from found
    yield from taken_back(scene, found, {TRUE: FALSE, FALSE: TRUE})


def _stated(scene: Scene) -> Iterator[Claim]:
    """The claims of a report that are told in words."""
    keys = groups("authenticity")
    for at, word in enumerate(scene.tree.lower):
        frame = _FRAMES.get(keys.get(word, ""))
        claim = frame(scene, at) if frame is not None else None
        if claim is not None:
            yield claim
    for at in scene.artifact_nouns:
        if (claim := _from(scene, at)) is not None:
            yield claim


def _true(scene: Scene, at: int) -> Claim | None:
    return _predicate(scene, at, TRUE)


def _false(scene: Scene, at: int) -> Claim | None:
    return _predicate(scene, at, FALSE)


def _predicate(scene: Scene, at: int, value: str) -> Claim | None:
    """What is genuine or fake: not what a noun is only called ("fake news")."""
    tree = scene.tree
    if tree.lower[at + 1 : at + 2] == ["or"]:  # "genuine or not, the tape …"
        return None
    if (called := _called(scene, at, value)) is not None:
        return called
    if tree.relation(at) in ("amod", "compound", "nmod", "flat"):
        noun = tree.words.heads[at]
        known = artifact_class(tree.lower[noun]) or tree.lower[noun] in groups("artifacts_again")
        if any(True for _ in tree.having(noun, "cop")) or is_called(scene, noun):
            return _said_to_be(scene, noun, value) if known else None
        return _beside(scene, at, noun) if value == FALSE else None
    who = tree.patient(at) if tree.words.upos[at] == "VERB" else tree.subject(at)
    if (
        tree.lower[at - 1 : at] == ["a"] and at - 2 in scene.artifact_nouns
    ):  # "Roe memo a fake, ministry says"
        who = at - 2
    mark = next((c for c in tree.having(at, "mark") if tree.lower[c] in words("artifact_words", "to")), 0)
    if mark and tree.words.upos[mark - 1] == "NOUN":  # "tests showed the recording to be genuine"
        who = mark - 1
    if (far := before_clause(scene, at)) is not None and (who is None or meant(scene, who) is None):
        who = far
    who = tree.subject(at) if who is None else who
    loose = tree.lower[at] in words("authenticity", "loose")
    if who is None or (loose and tree.words.upos[who] == "PRON"):
        return None
    return _made(scene, at, meant(scene, who), value)


def _said_to_be(scene: Scene, noun: int, value: str) -> Claim | None:
    """What is an authentic one of its kind: "a tape which it said was an authentic message from Roe"."""
    tree = scene.tree
    who = tree.patient(tree.words.heads[noun]) if is_called(scene, noun) else tree.subject(noun)
    if (subject := meant(scene, who)) is not None:
        return _made(scene, noun, subject, value)
    if who is not None and tree.lower[who] not in entries("relatives") | words("authenticity", "what"):
        return None
    relative = next((a for a in tree.above(noun) if tree.words.deprels[a].endswith(":relcl")), noun)
    what = tree.words.heads[relative] if relative != noun else noun
    verb = what if tree.words.upos[what] == "VERB" else tree.words.heads[what]
    told = next((c for c in (what, tree.patient(verb)) if c in scene.artifact_nouns), noun)
    claim = _made(scene, noun, meant(scene, told), value)
    teller = tree.agent(verb)
    it = any(tree.lower[c] in words("naming", "they") for c in tree.having(relative, "nsubj"))
    it = it or (claim is not None and claim.source in words("naming", "they"))
    return as_of(scene, claim, teller) if claim and it and teller is not None else claim


def _called(scene: Scene, at: int, value: str) -> Claim | None:
    """What somebody calls genuine or fake: "dismissed the tape as a fabrication"."""
    tree = scene.tree
    verb, relation = tree.words.heads[at], tree.relation(at)
    if relation in ("amod", "flat", "compound", "appos") and verb < at:  # "pronounced the letter authentic"
        verb = next((a for a in tree.above(at) if tree.words.upos[a] == "VERB"), verb)
    elif relation not in ("xcomp", "obl", "ccomp", "advcl", "obj", "nmod"):
        return None
    if tree.lower[verb] not in words("authenticity", "call"):
        verb = calling(scene, at, verb)
    if tree.lower[verb] not in words("authenticity", "call"):
        return None
    told = [*tree.having(verb, "obj", "nsubj:pass"), *tree.having(at, "nsubj", "appos")]
    if tree.words.deprels[verb] == "acl":  # "Roe diaries exposed as hoax"
        told.append(tree.words.heads[verb])
    what = next((found for c in told if c != at and (found := meant(scene, c))), None)
    claim = _made(scene, at if relation == "ccomp" else verb, what, value)
    return spoken_by(scene, claim, verb, tree.agent(verb)) if claim else None


def _beside(scene: Scene, at: int, noun: int) -> Claim | None:
    """What is told to be fake by a word beside it: "a doctored photograph of Ann Roe"."""
    tree = scene.tree
    told = tree.lower[at] in words("authenticity", "beside") and noun in scene.artifact_nouns
    if not told or at > noun or not stance(tree, tree.words.heads[noun]).real:
        return None
    return _made(scene, at, artifact(scene, noun, guessed=False), FALSE, presupposed=True)


def _verified(scene: Scene, at: int) -> Claim | None:
    """Who verifies an artifact; that nobody could is no claim."""
    tree = scene.tree
    what = tree.patient(at) if tree.words.upos[at] == "VERB" else None
    if what is None or not _done(scene, at):
        return None
    sure = tree.lower[at] in words("authenticity", "surely") and what in scene.artifact_nouns
    known = sure or tree.lower[what] in words("authenticity", "authenticity")
    return _by(scene, at, _made(scene, at, meant(scene, what), TRUE)) if known else None


def _done(scene: Scene, verb: int) -> bool:
    """Whether somebody is told to do what a verb tells: not that nobody could."""
    told = telling(scene, verb)
    if told is None or told.stance.negative:
        return False
    aux = scene.tree.having(verb, "aux")
    return not any(scene.tree.lower[c] in words("authenticity", "could") for c in aux)


def _generated(scene: Scene, at: int) -> Claim | None:
    """What was made by a machine: "the clip was created with artificial intelligence"."""
    tree = scene.tree
    noun = tree.words.heads[at]
    machine = words("authenticity", "machine").intersection(tree.lower[max(0, at - 2) : at])
    if machine and tree.relation(at) == "amod" and noun in scene.artifact_nouns:  # "an AI-generated video"
        return _made(scene, at, artifact(scene, noun, guessed=False), FALSE, presupposed=True)
    below = {tree.lower[i] for i in tree.phrase(at) if i > at}
    if below.isdisjoint(words("authenticity", "machine")) or not tree.passive(at):
        return None
    return _made(scene, at, meant(scene, tree.patient(at)), FALSE)


def _vouched(scene: Scene, at: int) -> Claim | None:
    """Who vouches for an artifact."""
    tree = scene.tree
    what = tree.oblique(at, "for")
    subject = meant(scene, what)
    if what is None or subject is None:
        return None
    if no_longer(tree, at):
        return _withdrawn(scene, at, subject)
    return _by(scene, at, _made(scene, at, subject, TRUE)) if _done(scene, at) else None


def _endorsed(scene: Scene, at: int) -> Claim | None:
    """Who withdraws his endorsement of an artifact, or stands by it."""
    tree = scene.tree
    verb = tree.words.heads[at]
    subject = meant(scene, tree.oblique(at, "of"))
    if subject is None or not any(True for _ in tree.having(at, "nmod:poss", "det")):
        return None
    if takes_back(tree, verb) and tree.patient(verb) == at and stance(tree, verb) == Stance():
        return _withdrawn(scene, verb, subject)
    upheld = tree.lower[verb] in words("authenticity", "uphold") and stance(tree, verb).real
    return _by(scene, verb, _made(scene, verb, subject, TRUE)) if upheld else None


def _withdrawn(scene: Scene, verb: int, subject: Subject) -> Claim | None:
    """What takes back, by a verb, that an artifact is authentic."""
    who = scene.tree.agent(verb)
    claim = _made(scene, verb, subject, TRUE, presupposed=True)
    if claim is None:
        return None
    claim = as_of(scene, claim, who) if who is not None else claim
    return replace(claim, value=TRUE, denial=False, withdraws=True)


def _by(scene: Scene, verb: int, claim: Claim | None) -> Claim | None:
    """A claim as that of who does what a verb tells."""
    who = scene.tree.agent(verb)
    if claim is None or who is None:
        return claim
    known = scene.tree.words.upos[who] == "PRON" and scene.named_person(who) is not None
    return as_of(scene, claim, who) if known else spoken_by(scene, claim, verb, who)


def _upheld(scene: Scene, at: int) -> Claim | None:
    """Who stands by the authenticity of an artifact, does not dispute it, has no doubt, or denies it."""
    tree = scene.tree
    verb = tree.words.heads[at]
    if tree.lower[verb] in words("authenticity", "uphold"):
        return _by(scene, verb, _made(scene, verb, meant(scene, at), TRUE))
    if (top := undoubted(scene, at)) is not None:
        return _by(scene, top, _made(scene, top, meant(scene, at), TRUE, presupposed=True))
    told = stance(tree, verb)
    if tree.lower[verb] not in words("authenticity", "dispute") or not told.real or tree.patient(verb) != at:
        return None
    if not told.negative and tree.lower[verb] not in words("authenticity", "deny"):
        return None  # who only questions it says neither
    if told.negative and any(tree.lower[c] == "nor" for c in tree.children[verb]):
        return None
    value = TRUE if told.negative else FALSE
    return _by(scene, verb, _made(scene, verb, meant(scene, at), value, presupposed=True))


def _tampered(scene: Scene, at: int) -> Claim | None:
    """Who finds no sign of tampering on an artifact."""
    tree = scene.tree
    above = [at, *tree.above(at)]
    verb = next((a for a in above[1:] if tree.words.upos[a] == "VERB"), None)
    if verb is None or tree.words.upos[at] not in ("NOUN", "VERB"):
        return None
    chain = above[: above.index(verb) + 1]
    none = any(tree.lower[c] in words("authenticity", "no") for a in chain for c in tree.having(a, "det"))
    inside = (tree.oblique(a, "on", "with", "in", "of", "to") for a in chain)
    who = tree.subject(verb)  # "the tape bears no trace of tampering"
    inner = next((i for i in (*inside, who) if i is not None and i in scene.artifact_nouns), None)
    told = stance(tree, verb)
    if inner is None or not told.real or not (none or told.negative):
        return None
    claim = _made(scene, verb, artifact(scene, inner), TRUE, presupposed=True)
    return claim if inner == who else _by(scene, verb, claim)


def _written(scene: Scene, at: int) -> Claim | None:
    """Whether somebody wrote what is said to be his: "did not write the letter", "wrote it himself".

    That he wrote something is no claim as long as nobody doubts it.
    """
    tree = scene.tree
    if tree.words.upos[at] != "VERB":
        return None
    if (generated := _generated(scene, at)) is not None:
        return generated
    what, who = tree.patient(at), tree.agent(at)
    if what is None or who is None or not _is_certain(scene, what):
        return None
    known = meant(scene, what) if owner(scene, what) or tree.words.upos[what] == "PRON" else None
    if tree.lower[who] in words("authenticity", "somebody"):
        other = any(tree.lower[c] in words("authenticity", "other") for c in tree.children[who])
        return _made(scene, at, meant(scene, what), FALSE) if other else None
    named = scene.named_person(who)
    if named is None and (known is None or not _is_certain(scene, who)):
        return None
    by_noun = named is not None and what in scene.artifact_nouns
    subject = owned(scene, what, named.name) if named and by_noun else known
    claim = _made(scene, at, subject, TRUE)
    return claim if claim is not None and _is_doubted(scene, at, claim) else None


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
    made = tree.lower[at] in words("authenticity", "make")
    letter = claim.subject.terms[0] in words("artifact_words", "sent_word")
    if tree.lower[at] in words("authenticity", "sent") and not letter:
        return False
    himself = any(tree.lower[i].endswith("self") for i in tree.phrase(at))
    sure = words("authenticity", "own") | words("authenticity", "doubt")
    upheld = any(tree.lower[above] in sure for above in tree.above(at))
    return claim.value == FALSE or (not made and (himself or upheld))


def _author(scene: Scene, at: int) -> Claim | None:
    """Who is, against doubt, the author of an artifact."""
    tree = scene.tree
    what, who = tree.oblique(at, "of"), tree.subject(at)
    if what is None or who is None or not any(True for _ in tree.having(at, "cop")):
        return None
    named = scene.named_person(who)
    if named is None or what not in scene.artifact_nouns:
        return None
    claim = _made(scene, at, owned(scene, what, named.name), TRUE)
    return claim if claim is not None and _is_doubted(scene, at, claim) else None


def _from(scene: Scene, at: int) -> Claim | None:
    """From whom, against doubt, an artifact is: "the e-mail was not from him"."""
    tree = scene.tree
    who = tree.words.heads[at]
    from_whom = words("authenticity", "by").intersection(tree.cases(who))
    if tree.relation(at) != "nsubj" or not from_whom or not any(True for _ in tree.having(who, "cop")):
        return None
    named = scene.named_person(who)
    claim = _made(scene, who, owned(scene, at, named.name), TRUE) if named else None
    return claim if claim is not None and _is_doubted(scene, who, claim) else None


def _likeness(scene: Scene, at: int) -> Claim | None:
    """A voice, a hand or somebody seen that is, or is not, whose the artifact is said to be."""
    found = likeness(scene, at)
    if found is None:
        return None
    claim = _made(scene, found.predicate, found.subject, TRUE if found.genuine else FALSE)
    return spoken_by(scene, claim, found.predicate, found.teller) if claim and found.teller else claim


def _made(
    scene: Scene, at: int, subject: Subject | None, value: str, presupposed: bool = False
) -> Claim | None:
    if subject is None or _is_unsupported(scene, at):
        return None
    opposite = FALSE if value == TRUE else TRUE
    return make(scene, "authenticity", subject, value, at, opposite=opposite, presupposed=presupposed)


def _is_unsupported(scene: Scene, at: int) -> bool:
    """Whether nothing tells what a clause says: "nothing suggests that the tape is fake"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    subjects = (*tree.having(verb, "nsubj"), max(0, verb - 1)) if tree.relation(at) == "ccomp" else ()
    return any(tree.lower[c] in words("authenticity", "no") for c in subjects)


_FRAMES: dict[str, Callable[[Scene, int], Claim | None]] = {
    "true": _true,
    "false": _false,
    "false_noun": _false,
    "verify": _verified,
    "vouch": _vouched,
    "authenticity": _upheld,
    "endorsement": _endorsed,
    "write": _written,
    "make": _written,
    "create": _generated,
    "author": _author,
    "tampering": _tampered,
    "mark": _likeness,
    "hand": _likeness,
    "shown": _likeness,
    "him": _likeness,
    "it": _likeness,
    "heard": _likeness,
}
"""How each kind of word of the list "authenticity" tells of an artifact."""

KIND = Kind(
    name="authenticity",
    about="artifact",
    forms=lines("authenticity_forms"),
    wording="Is the X authentic?",
    example="Is the Yusuf Karimi recording authentic?",
    find=find,
    subject=lambda name, text: asked(name),
)
