"""Who is blamed, accused, suspected or said to be behind something."""

from __future__ import annotations

from dataclasses import replace

from sayso.questions.claim import Claim, denied
from sayso.questions.responsibility.actors import actor, answerable, doing, owner
from sayso.questions.responsibility.deeds import (
    charge,
    is_assault,
    is_charged,
    is_deed_told,
    is_near,
    of_class,
    perhaps,
)
from sayso.questions.text.events import event_class
from sayso.questions.text.making import spoken_by
from sayso.questions.text.party_names import same_party
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import entries, words

__all__ = ["SUSPECTED", "behind", "blamed", "guilty", "involved", "nothing", "said_of", "suspecting"]

NEAR = 8
"""Words behind a verb of blaming in which it is told for what."""

SUSPECTED = 0.55, 0.8
"""Sherman Kent's "probable": what "suspects" tells."""


def involved(scene: Scene, at: int) -> Claim | None:
    """Whose involvement somebody alleges: "alleged Iranian involvement"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    if tree.relation(at) != "obj" or tree.lower[verb] not in words("responsibility", "allege"):
        return None
    whose = next(tree.having(at, "nmod:poss", "amod", "compound"), None)
    name = owner(scene, whose) if whose is not None else actor(scene, tree.oblique(at, "of"))
    claim = perhaps(scene, verb, name, at)
    if claim is None:
        return None
    claim = replace(claim, low=SUSPECTED[0], high=SUSPECTED[1], words=(tree.lower[verb],))
    return spoken_by(scene, claim, verb, tree.agent(verb))


def blamed(scene: Scene, at: int) -> Claim | None:
    """Who is blamed, accused or suspected; the one who does so is the source."""
    tree = scene.tree
    who = tree.patient(at)
    unnamed = who is None or scene.mentions.of(who, "PERSON") is None
    if (tree.relation(at) == "amod" and unnamed) or _is_wrong(scene, at):
        return None  # "the suspected gunman"
    attributes = tree.lower[at] in words("responsibility", "attribute")
    who = _whom(scene, at, who)
    headed = who is None and tree.passive(at) is False and _is_headline(scene, at)
    who = tree.subject(at) if headed else who
    if who is not None and tree.lower[who].endswith("self"):  # "blamed himself"
        return None
    if who is not None and not attributes and who < at and words("naming", "from") & set(tree.cases(who)):
        return None  # "Ann Roe, who is from Mora, was indicted", where the parse takes Mora
    told = [] if attributes else charge(scene, at, who)
    name = answerable(scene, who) or actor(scene, _in_court(scene, at))
    if not told and tree.lower[at] in words("responsibility", "censure"):  # "condemned the group"
        return None
    unread = not told and not attributes and _is_of(scene, at)
    if name is None or unread or not (is_charged(scene, told) if told else is_near(scene, at)):
        return None
    claim = of_class(scene, at, name, at, "attack" if is_assault(scene, told) else None)
    if claim is None:
        return None
    if claim.denial and tree.relation(at) == "conj" and scene.is_cue(tree.words.heads[at]):
        # "denied that it did and blamed Mora"
        claim = replace(claim, value=denied(claim.value), denial=False)
    if tree.lower[at] in words("responsibility", "suspect"):
        claim = replace(claim, low=SUSPECTED[0], high=SUSPECTED[1], words=(tree.lower[at],))
    blamer = tree.agent(at)
    unknown = who is not None and tree.lower[who] in words("parties", "anaphor")
    if unknown and blamer is not None and same_party(actor(scene, blamer) or "", name):
        return None  # "the observatory blames the group", of which it tells no name near
    return spoken_by(scene, claim, at, None if blamer == who else blamer)


def _is_wrong(scene: Scene, at: int) -> bool:
    """Whether it is told that somebody is blamed by mistake: "wrongly accused", "attributed in error"."""
    below = scene.tree.having(at, "advmod", "obl")
    return any(scene.tree.lower[c] in words("responsibility", "wrongly") for c in below)


def suspecting(scene: Scene, at: int) -> Claim | None:
    """Who is suspected, where the parse took the verb for a noun: "Police suspect Bo Li of the murder"."""
    return blamed(scene, at) if any(c > at for c in scene.tree.having(at, "obj")) else None


def _is_headline(scene: Scene, at: int) -> bool:
    """Whether a participle without its auxiliary tells who is blamed: "Mora blamed for the bombing"."""
    tree = scene.tree
    finite = ("obj", "aux") if tree.lower[at - 1 : at] == [","] else ("obj", "aux", "ccomp")
    bare = tree.relation(at) == "root" and not any(True for _ in tree.having(at, *finite))
    return bare and bool(charge(scene, at)) and tree.lower[at].endswith("ed")


def _whom(scene: Scene, at: int, who: int | None) -> int | None:
    """Who is blamed, by the object of the verb and what stands beside it."""
    tree = scene.tree
    if (called := _suspected(scene, at)) is not None:
        return called
    if tree.lower[at] in words("responsibility", "attribute"):
        return _to_whom(scene, at)
    who = _missed(scene, at) if who is None else who
    common = who is not None and tree.words.upos[who] != "PROPN"
    if who is not None and common and event_class(tree.lower[who]):  # "blamed the bombing on the group"
        return _behind(scene, at, *words("responsibility", "on_whom"))
    if tree.lower[at] in words("responsibility", "blaming") and not charge(scene, at, who):
        on = tree.oblique(at, "on", "upon")  # "the sinking, which they blame on the navy"
        return who if on is None or tree.lower[on] in entries("no_names") else on
    return who


def _behind(scene: Scene, at: int, *prepositions: str) -> int | None:
    """On whom a verb lays a deed: who hangs on it, or else the last behind it wherever the parse hung them.

    "blamed a strike on a school in the city, in which ten died, on the army"
    """
    tree = scene.tree
    found = []
    for case in range(at + 1, tree.sentence(at)[1]):
        noun = tree.words.heads[case]
        on = tree.lower[case] in prepositions and tree.relation(case) == "case"
        if on and noun > case and tree.lower[noun] not in entries("no_names"):
            found.append(noun)
    own = [noun for noun in found if tree.words.heads[noun] == at]
    able = [noun for noun in own or found if actor(scene, noun)]  # not "citing a radio found on the ridge"
    return next(iter(able[-1:] or own[-1:] or found[-1:]), None)


def _in_court(scene: Scene, at: int) -> int | None:
    """Who appears accused, where the parse hung it on the court: "appeared in court charged with"."""
    tree = scene.tree
    if tree.relation(at) != "acl" or tree.lower[at] not in words("responsibility", "seen_in_court"):
        return None
    verb = next((above for above in tree.above(at) if tree.words.upos[above] == "VERB"), None)
    court = tree.lower[tree.words.heads[at]] in words("responsibility", "court")
    return tree.subject(verb) if verb is not None and court else None


def _missed(scene: Scene, at: int) -> int | None:
    """An object that the parse has no sense of: "blamed Iran for", "accused the producer Ann Roe of"."""
    tree = scene.tree
    behind = tree.lower[at + 1 : at + 2]
    if tree.words.upos[at + 1 : at + 2] == ("PROPN",) and entries("no_names").isdisjoint(behind):
        return at + 1
    nouns = (c for c in tree.having(at, "ccomp") if c > at and tree.words.upos[c] == "NOUN")
    bare = (c for c in nouns if not any(True for _ in tree.having(c, "nsubj", "cop")))
    if (noun := next(bare, None)) is not None:  # "blamed Monday's killing of ten on the group"
        return noun
    named = next((c for c in tree.having(at, "xcomp") if scene.mentions.of(c, "PERSON")), None)
    if named is not None:
        return named
    whom = any(tree.lower[c] == "whom" for c in tree.children[at])
    return tree.words.heads[at] if whom and tree.relation(at) == "acl" else None


def _is_of(scene: Scene, at: int) -> bool:
    """Whether it is told what somebody is accused of, where the parse has no sense of it."""
    tree = scene.tree
    behind = range(at + 1, min(tree.sentence(at)[1], at + NEAR))
    return any(tree.lower[i] == "of" and tree.relation(i) == "mark" for i in behind)


def _to_whom(scene: Scene, at: int) -> int | None:
    """To whom a deed is attributed; None where it is something else: "attributed the letter to Ann Roe"."""
    tree = scene.tree
    done = tree.patient(at)
    noun = done is not None and tree.words.upos[done] == "NOUN"
    if done is not None and noun and not is_deed_told(scene, tree.phrase(done)):
        return None
    who = _behind(scene, at, "to", "on") if done is not None else None
    who = tree.oblique(at, "to", "on") if who is None else who
    return None if who is None or tree.lower[who] in entries("no_names") else who  # not "on Tuesday"


def _suspected(scene: Scene, at: int) -> int | None:
    """Who a doer is suspected to be: "shot by a prisoner, suspected to be Ann Roe"."""
    tree = scene.tree
    named = (c for c in tree.having(at, "xcomp") if any(True for _ in tree.having(c, "cop")))
    return next((c for c in named if tree.words.upos[c] == "PROPN"), None)


def said_of(scene: Scene, at: int) -> Claim | None:
    """What a noun tells of who did it: "the work of", "the hallmarks of", "point the finger at"."""
    tree = scene.tree
    verb = at if any(True for _ in tree.having(at, "cop")) else tree.words.heads[at]
    if tree.lower[at] in words("responsibility", "finger"):
        whom = tree.oblique(verb, "at")
        whom = whom if whom is not None else tree.oblique(at, "at")
        claim = perhaps(scene, verb, actor(scene, whom), at)
        return spoken_by(scene, claim, verb, tree.subject(verb)) if claim else None
    whose = tree.oblique(at, "of")
    if whose is None and tree.lower[at] in words("responsibility", "owned_work"):  # "Iran's handiwork"
        whose = next((c for c in tree.having(at, "nmod:poss", "nsubj") if _is_whose(scene, c)), None)
    name = actor(scene, whose)
    if tree.lower[at] in words("responsibility", "work"):
        is_own = verb == at or (whose is not None and tree.relation(whose) == "nsubj")
        return perhaps(scene, verb, name, at) if is_own else None
    claim = perhaps(scene, verb, name, verb)
    return replace(claim, low=SUSPECTED[0], high=SUSPECTED[1], words=(tree.lower[at],)) if claim else None


def _is_whose(scene: Scene, at: int) -> bool:
    """Whether a noun is a possessive: "Iran's doing", however it was parsed."""
    tree = scene.tree
    owned = any(tree.words.upos[c] == "PART" for c in tree.having(at, "case"))
    return owned or tree.words.deprels[at] == "nmod:poss"


def nothing(scene: Scene, at: int) -> Claim | None:
    """Who had nothing to do with something."""
    tree = scene.tree
    if words("responsibility", "do").isdisjoint(tree.lower[at + 1 : at + 4]):
        return None
    verb = tree.words.heads[at]
    near = range(at + 1, min(tree.sentence(at)[1], at + NEAR))
    what = next((tree.words.heads[i] for i in near if tree.lower[i] == "with"), None)
    deed = what is not None and (tree.words.upos[what] == "PRON" or is_deed_told(scene, tree.phrase(what)))
    claim = perhaps(scene, verb, doing(scene, tree.subject(verb)), at) if deed else None
    if tree.lower[at] in words("responsibility", "any"):  # "denied that he had anything to do with it"
        return claim if claim is not None and claim.denial else None
    return replace(claim, value=denied(claim.value), denial=True) if claim else None


def guilty(scene: Scene, at: int) -> Claim | None:
    """Who is found guilty of a deed; what somebody pleads is his own word."""
    tree = scene.tree
    told = charge(scene, at)
    pleads = any(tree.lower[above] in words("responsibility", "plead") for above in tree.above(at))
    if pleads or not told or not is_charged(scene, told):
        return None
    return perhaps(scene, at, actor(scene, tree.subject(at)), at)


def behind(scene: Scene, at: int) -> Claim | None:
    """Who is behind something, or responsible for it."""
    tree = scene.tree
    told = charge(scene, at)
    if tree.relation(at) == "amod" and tree.words.heads[at] > at:  # "negligent homicide"
        return None
    held = (at, tree.words.heads[at])
    if any("from" in {*tree.cases(i), *(tree.lower[c] for c in tree.having(i, "mark"))} for i in held):
        return None  # "protects them from being held responsible"
    preposition = tree.lower[at] in words("responsibility", "behind")
    if preposition and tree.relation(at) == "case":
        at = tree.words.heads[at]
        if tree.words.upos[at] == "PRON" and tree.lower[at] not in words("responsibility", "that"):
            return None  # "those days are behind us"
        deed = [] if tree.words.upos[at] == "PRON" else [at, *tree.having(at, "nmod", "conj")]
        told = told or deed
    if all(tree.words.upos[i] in ("PRON", "ADP", "SCONJ") for i in told):  # "responsible for it"
        told = []
    if not (is_charged(scene, told) if told else is_near(scene, at)):
        return None
    if preposition and not any(True for _ in tree.having(at, "cop")):
        verb = tree.words.heads[at]
        if tree.lower[verb] not in words("responsibility", "being"):
            return None
        return perhaps(scene, verb, actor(scene, tree.subject(verb)), at)
    return perhaps(scene, at, answerable(scene, tree.subject(at)), at)
