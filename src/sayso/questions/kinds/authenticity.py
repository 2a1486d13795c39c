"""Authenticity: is a recording, video, letter or photograph what it is said to be?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from sayso.questions.artifacts import artifact, artifact_class, asked, meant
from sayso.questions.authorship import author, generated, sender, written
from sayso.questions.backers import as_of, named_outlet, no_longer, undoubted
from sayso.questions.calling import before_clause, calling, is_called
from sayso.questions.claim import Claim, Subject
from sayso.questions.genuine import FALSE, TRUE, made
from sayso.questions.kind import Kind
from sayso.questions.likeness import is_own, likeness
from sayso.questions.text.making import spoken_by
from sayso.questions.text.party_names import canonical
from sayso.questions.text.scene import Scene
from sayso.questions.text.stance import Stance, stance, takes_back
from sayso.questions.text.telling import telling
from sayso.questions.text.withdrawals import taken_back
from sayso.questions.vocabulary import entries, groups, lines, words
from sayso.reading.vocabulary import entries as of_reading

__all__ = ["KIND"]


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report that an artifact is, or is not, authentic."""
    if not scene.artifact_nouns:
        return
    found = [_admitted(scene, named_outlet(scene, claim)) for claim in _stated(scene)]
    yield from found
    yield from taken_back(scene, found, {TRUE: FALSE, FALSE: TRUE})


def _admitted(scene: Scene, claim: Claim) -> Claim:
    """A claim by "the minister" who admits it as that of whom the artifact is of: nobody else can."""
    tree = scene.tree
    unnamed = claim.source_kind in ("person-unnamed", "official-unnamed")
    first, last = tree.sentence(tree.at(claim.span[0][0]))
    if not unnamed or claim.source not in of_reading("titles"):
        return claim
    if words("authenticity", "admit").isdisjoint(tree.lower[first:last]):
        return claim
    name = claim.subject.also[0]
    return replace(claim, source=name, source_kind="person", authority=canonical(name))


def _stated(scene: Scene) -> Iterator[Claim]:
    """The claims of a report that are told in words."""
    keys = groups("authenticity")
    for at, word in enumerate(scene.tree.lower):
        frame = _FRAMES.get(keys.get(word, ""))
        claim = frame(scene, at) if frame is not None else None
        if claim is not None:
            yield claim
    for at in scene.artifact_nouns:
        yield from (claim for claim in (sender(scene, at), _own(scene, at)) if claim is not None)


def _true(scene: Scene, at: int) -> Claim | None:
    return _predicate(scene, at, TRUE)


def _false(scene: Scene, at: int) -> Claim | None:
    return _predicate(scene, at, FALSE)


def _predicate(scene: Scene, at: int, value: str) -> Claim | None:
    """What is genuine or fake: not what a noun is only called ("fake news")."""
    tree = scene.tree
    if _says_nothing(scene, at):
        return None
    if (called := _called(scene, at, value)) is not None:
        return called
    if tree.relation(at) in ("amod", "compound", "nmod", "flat"):
        noun = tree.words.heads[at]
        if any(True for _ in tree.having(noun, "cop")) or is_called(scene, noun) is not None:
            return _said_to_be(scene, noun, value) if _is_one(tree.lower[noun]) else None
        return _beside(scene, at, noun) if value == FALSE else None
    who = _what(scene, at)
    if who is not None and tree.lower[who] in words("authenticity", "none"):  # "nothing on it is altered"
        value = value if tree.lower[who] != "nothing" else FALSE if value == TRUE else TRUE
        who = tree.oblique(who, "in", "on", "of", "about") or who
    loose = tree.lower[at] in words("authenticity", "loose")
    if who is None or (loose and tree.words.upos[who] == "PRON"):
        return None
    return made(scene, at, meant(scene, who), value)


def _says_nothing(scene: Scene, at: int) -> bool:
    """Whether a word decides nothing: "genuine or not", "patched it up", but "pieced together"."""
    behind = scene.tree.lower[at + 1 : at + 3]
    tree, word = scene.tree, scene.tree.lower[at]
    apart = word in words("authenticity", "joined") and "together" not in behind
    done = word in words("authenticity", "loose") and tree.words.upos[at] == "VERB" and not tree.passive(at)
    return behind[:1] == ["or"] or apart or done  # "she edited the video herself"


def _is_one(word: str) -> bool:
    """Whether a noun is for an artifact, or for one of a kind: "the genuine article"."""
    known = artifact_class(word) or word in groups("artifacts_again")
    return bool(known) or word in words("authenticity", "one")


def _what(scene: Scene, at: int) -> int | None:
    """Of what a predicate tells that it is genuine or fake, wherever the parse hung it."""
    tree = scene.tree
    who = tree.patient(at) if tree.words.upos[at] == "VERB" else tree.subject(at)
    if tree.lower[at - 1 : at] == ["a"] and at - 2 in scene.artifact_nouns:
        who = at - 2  # "Roe memo a fake, ministry says"
    mark = next((c for c in tree.having(at, "mark") if tree.lower[c] in words("artifact_words", "to")), 0)
    if mark and tree.words.upos[mark - 1] in ("NOUN", "PROPN"):  # "tests showed the recording to be genuine"
        shown = next((c for c in tree.having(tree.words.heads[at], "obj") if c < mark), mark - 1)
        who = shown if shown in scene.artifact_nouns else mark - 1
    if (far := before_clause(scene, at)) is not None and (who is None or meant(scene, who) is None):
        who = far
    return tree.subject(at) if who is None else who


def _said_to_be(scene: Scene, noun: int, value: str) -> Claim | None:
    """What is an authentic one of its kind: "a tape which it said was an authentic message from Roe"."""
    tree = scene.tree
    verb = is_called(scene, noun)
    who = tree.patient(verb) if verb is not None else tree.subject(noun)
    if (subject := meant(scene, who)) is not None:
        return made(scene, noun, subject, value)
    if who is not None and tree.lower[who] not in entries("relatives") | words("authenticity", "what"):
        return None
    relative = next((a for a in tree.above(noun) if tree.words.deprels[a].endswith(":relcl")), noun)
    what = tree.words.heads[relative] if relative != noun else noun
    verb = what if tree.words.upos[what] == "VERB" else tree.words.heads[what]
    told = next((c for c in (what, tree.patient(verb)) if c in scene.artifact_nouns), noun)
    claim = made(scene, noun, meant(scene, told), value)
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
    obliques = list(tree.having(verb, "obl"))
    told += [c for c in obliques if c < at and words("authenticity", "at").intersection(tree.cases(c))]
    bare = (c for c in obliques if c > at and not any(i > at for i in tree.having(c, "case")))
    told += bare  # "rejected as fake a tape"
    if tree.words.deprels[verb] == "acl":  # "Roe diaries exposed as hoax"
        told.append(tree.words.heads[verb])
    what = next((found for c in told if c != at and (found := meant(scene, c))), None)
    claim = made(scene, at if relation == "ccomp" else verb, what, value)
    return spoken_by(scene, claim, verb, tree.agent(verb)) if claim else None


def _beside(scene: Scene, at: int, noun: int) -> Claim | None:
    """What is told to be fake by a word beside it: "a doctored photograph of Ann Roe"."""
    tree = scene.tree
    told = tree.lower[at] in words("authenticity", "beside") and noun in scene.artifact_nouns
    if any(tree.lower[a] in words("authenticity", "charged") for a in tree.above(noun)):
        return None  # "was charged with selling forged letters"
    if not told or at > noun or not stance(tree, tree.words.heads[noun]).real:
        return None
    return made(scene, at, artifact(scene, noun, guessed=False), FALSE, presupposed=True)


def _verified(scene: Scene, at: int) -> Claim | None:
    """Who verifies an artifact; that nobody could is no claim."""
    tree = scene.tree
    what = tree.patient(at) if tree.words.upos[at] == "VERB" else None
    if what is None or not _done(scene, at):
        return None
    sure = tree.lower[at] in words("authenticity", "surely") and what in scene.artifact_nouns
    known = sure or tree.lower[what] in words("authenticity", "authenticity")
    return _by(scene, at, made(scene, at, meant(scene, what), TRUE)) if known else None


def _done(scene: Scene, verb: int) -> bool:
    """Whether somebody is told to do what a verb tells: not that nobody could."""
    told = telling(scene, verb)
    if told is None or told.stance.negative:
        return False
    aux = scene.tree.having(verb, "aux")
    return not any(scene.tree.lower[c] in words("authenticity", "could") for c in aux)


def _vouched(scene: Scene, at: int) -> Claim | None:
    """Who vouches for an artifact."""
    tree = scene.tree
    what = tree.oblique(at, "for")
    subject = meant(scene, what)
    if what is None or subject is None:
        return None
    if no_longer(tree, at):
        return _withdrawn(scene, at, subject)
    return _by(scene, at, made(scene, at, subject, TRUE)) if _done(scene, at) else None


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
    return _by(scene, verb, made(scene, verb, subject, TRUE)) if upheld else None


def _withdrawn(scene: Scene, verb: int, subject: Subject) -> Claim | None:
    """What takes back, by a verb, that an artifact is authentic."""
    who = scene.tree.agent(verb)
    claim = made(scene, verb, subject, TRUE, presupposed=True)
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
        return _by(scene, verb, made(scene, verb, meant(scene, at), TRUE))
    if (top := undoubted(scene, at)) is not None:
        return _by(scene, top, made(scene, top, meant(scene, at), TRUE, presupposed=True))
    told = stance(tree, verb)
    if tree.lower[verb] not in words("authenticity", "dispute") or not told.real or tree.patient(verb) != at:
        return None
    if not told.negative and tree.lower[verb] not in words("authenticity", "deny"):
        return None  # who only questions it says neither
    if told.negative and any(tree.lower[c] == "nor" for c in tree.children[verb]):
        return None
    value = TRUE if told.negative else FALSE
    return _by(scene, verb, made(scene, verb, meant(scene, at), value, presupposed=True))


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
    claim = made(scene, verb, artifact(scene, inner), TRUE, presupposed=True)
    return claim if inner == who else _by(scene, verb, claim)


def _absent(scene: Scene, at: int) -> Claim | None:
    """What is said never to have been: "the e-mail never existed"."""
    tree = scene.tree
    if not stance(tree, at).negative:
        return None
    claim = made(scene, at, meant(scene, tree.subject(at)), TRUE)
    return claim if claim is not None and claim.value == FALSE else None


def _own(scene: Scene, at: int) -> Claim | None:
    """An artifact that somebody says is, or is not, his."""
    found = is_own(scene, at)
    return made(scene, at, found.subject, TRUE) if found is not None else None


def _likeness(scene: Scene, at: int) -> Claim | None:
    """A voice, a hand or somebody seen that is, or is not, whose the artifact is said to be."""
    found = likeness(scene, at)
    if found is None:
        return None
    claim = made(scene, found.predicate, found.subject, TRUE if found.genuine else FALSE)
    return spoken_by(scene, claim, found.predicate, found.teller) if claim and found.teller else claim


_FRAMES: dict[str, Callable[[Scene, int], Claim | None]] = {
    "true": _true,
    "false": _false,
    "false_noun": _false,
    "verify": _verified,
    "vouch": _vouched,
    "authenticity": _upheld,
    "endorsement": _endorsed,
    "write": written,
    "make": written,
    "create": generated,
    "author": author,
    "exist": _absent,
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
