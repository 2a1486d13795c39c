"""Responsibility: who was behind an event?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from sayso.questions.claim import Claim, Subject, denied, exclusive
from sayso.questions.events import event_class, happening, held
from sayso.questions.kind import Kind
from sayso.questions.making import make, spoken_by
from sayso.questions.parties import nation, party, same_party, tidy
from sayso.questions.scene import Scene
from sayso.questions.sources import canonical
from sayso.questions.vocabulary import lines, words

__all__ = ["KIND"]

DEEDS = ("attack", "destruction", "sinking", "fire")
"""Classes of events whose verbs tell by themselves who did it."""

SUSPECTED = 0.55, 0.8
"""Sherman Kent's "probable": what "suspects" tells."""


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report of who did something, claims to have, is blamed or suspected."""
    for at, word in enumerate(scene.tree.lower):
        found = _found(scene, at, word)
        if found is not None:
            yield found


def _found(scene: Scene, at: int, word: str) -> Claim | None:
    """The claim that a word tells, by the first list that has it with its part of speech."""
    upos = scene.tree.words.upos[at]
    for key, wanted, finder in FINDERS:
        if word in words("responsibility", key) and wanted in ("", upos):
            return finder(scene, at)
    if (event_class(word) or "").startswith(DEEDS):
        return _did(scene, at) if upos == "VERB" else _by(scene, at)
    return _identified(scene, at) if word in words("naming", "named") else None


def actor(scene: Scene, at: int | None) -> str | None:
    """The name of who acts; None for those whom nobody names ("gunmen")."""
    if at is None:
        return None
    tree = scene.tree
    called = any(tree.words.upos[c] == "PROPN" for c in tree.having(at, "compound", "appos", "amod"))
    known = any(tree.lower[c] in words("naming", "definite") for c in tree.having(at, "det"))
    called = called or (known and tree.lower[at] in words("parties", "anaphor"))
    if tree.lower[at] in words("responsibility", "nobody") and not called:
        return None
    named = scene.named_person(at) or scene.mentions.of(at, "PERSON")
    if named:
        return named.name
    of = tree.oblique(at, "of") if tree.lower[at] in words("sources", "mouth") else None
    return party(scene, at) or (party(scene, of) if of is not None else None)


def _claimed(scene: Scene, at: int) -> Claim | None:
    """Who claims responsibility, or denies it, is the source of that, whoever tells."""
    tree = scene.tree
    verb = tree.words.heads[at]
    word = tree.lower[verb]
    if word not in words("responsibility", "claim") | words("responsibility", "disclaim"):
        return None
    subject = tree.agent(verb)
    if subject is None and (attribution := scene.attribution(at)) is not None and attribution.speaker:
        name: str | None = attribution.speaker
    else:
        name = actor(scene, subject)
    if name is None:
        return None
    return _own_word(scene, verb, at, name, word in words("responsibility", "disclaim"))


def _own_word(scene: Scene, verb: int, at: int, name: str, disclaims: bool) -> Claim | None:
    """What somebody says of himself: that it was him, or that it was not."""
    claim = _made(scene, verb, name, happening(scene, at))
    if claim is None or (claim.denial and not disclaims and claim.source != name):
        return None
    value = denied(name) if disclaims else claim.value
    return replace(
        claim, value=value, denial=disclaims, source=name, source_kind="group", authority=canonical(name)
    )


def _disclaimed(scene: Scene, at: int) -> Claim | None:
    """Who denies a part in something: "denied any role in the bombing"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    denies = tree.relation(at) == "obj" and tree.lower[verb] in words("responsibility", "disclaim")
    name = actor(scene, tree.agent(verb)) if denies else None
    return _own_word(scene, verb, at, name, True) if name else None


def _owned(scene: Scene, at: int) -> Claim | None:
    """Who claims an attack: "the bombing was claimed by the group"."""
    tree = scene.tree
    done = tree.patient(at)
    if done is None or not (event_class(tree.lower[done]) or "").startswith(DEEDS):
        return None
    name = actor(scene, tree.agent(at))
    return _own_word(scene, at, done, name, False) if name else None


def _involved(scene: Scene, at: int) -> Claim | None:
    """Whose involvement somebody alleges: "alleged Iranian involvement"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    if tree.relation(at) != "obj" or tree.lower[verb] not in words("responsibility", "allege"):
        return None
    whose = next(tree.having(at, "nmod:poss", "amod", "compound"), None)
    name = _owner(scene, whose) if whose is not None else None
    claim = _maybe(scene, verb, name, at)
    if claim is None:
        return None
    claim = replace(claim, low=SUSPECTED[0], high=SUSPECTED[1], words=(tree.lower[verb],))
    return spoken_by(scene, claim, verb, tree.agent(verb))


def _owner(scene: Scene, at: int) -> str | None:
    """The party that an adjective or a name before a noun tells: "Iranian", "United States"."""
    tree = scene.tree
    text = tree.text[slice(*tree.words.spans[at])]
    if country := nation(text):
        return country
    if tree.words.upos[at] != "PROPN" and not text[:1].isupper():
        return None
    named = scene.mentions.covering(at)
    return party(scene, at) or (tidy(named.entity) if named and named.entity else None)


def _by(scene: Scene, at: int) -> Claim | None:
    """Whose deed a noun tells of: "an attack by the group"; who is named by a name alone."""
    tree = scene.tree
    doer = next(
        (c for c in tree.having(at, "nmod") if words("responsibility", "by") & set(tree.cases(c))), None
    )
    if doer is None or not tree.text[tree.words.spans[tree.phrase(doer)[-1]][0]].isupper():
        return None
    if any(tree.lower[above] in words("responsibility", "blame") for above in tree.above(at)):
        return None
    return _maybe(scene, at, actor(scene, doer), at)


def _identified(scene: Scene, at: int) -> Claim | None:
    """The attacker by name: "the attacker, identified as Ann Roe"."""
    tree = scene.tree
    who = tree.words.heads[at] if tree.relation(at) == "acl" else tree.patient(at)
    if who is None or tree.lower[who] not in words("responsibility", "doer"):
        return None
    name = tree.oblique(at, *words("life", "as"))
    name = name if name is not None else next(tree.having(at, "xcomp"), None)
    named = scene.named_person(name) if name is not None else None
    return _maybe(scene, at, named.name if named else None, at)


def _blamed(scene: Scene, at: int) -> Claim | None:
    """Who is blamed, accused or suspected; the one who does so is the source."""
    tree = scene.tree
    who = tree.patient(at)
    if who is None and tree.words.upos[at + 1 : at + 2] == ("PROPN",):  # "blamed Iran for the attack"
        who = at + 1
    if tree.lower[at] in words("responsibility", "attribute"):
        done = tree.patient(at)
        who = tree.oblique(at, "to", "on")
        if who is None and done is not None:  # "attributed the bombing in Arle | to the group"
            who = tree.oblique(done, "to", "on")
    elif who is not None and event_class(tree.lower[who]):  # "blamed the bombing on the group"
        on = tree.oblique(at, "on", "upon")
        who = on if on is not None else tree.oblique(who, "on", "upon")
    name = actor(scene, who)
    if name is None:
        return None
    blamer = tree.agent(at)
    if blamer is not None and blamer == who:
        blamer = None
    claim = _made(scene, at, name, happening(scene, at))
    if claim is None:
        return None
    if tree.lower[at] in words("responsibility", "suspect"):
        claim = replace(claim, low=SUSPECTED[0], high=SUSPECTED[1], words=(tree.lower[at],))
    return spoken_by(scene, claim, at, blamer)


def _said_of(scene: Scene, at: int) -> Claim | None:
    """What a noun tells of who did it: "the work of", "the hallmarks of", "point the finger at"."""
    tree = scene.tree
    verb = at if any(True for _ in tree.having(at, "cop")) else tree.words.heads[at]
    if tree.lower[at] in words("responsibility", "finger"):
        claim = _maybe(scene, verb, actor(scene, tree.oblique(verb, "at")), at)
        return spoken_by(scene, claim, verb, tree.subject(verb)) if claim else None
    name = actor(scene, tree.oblique(at, "of"))
    if tree.lower[at] in words("responsibility", "work"):
        return _maybe(scene, verb, name, at) if verb == at else None
    claim = _maybe(scene, verb, name, verb)
    return replace(claim, low=SUSPECTED[0], high=SUSPECTED[1], words=(tree.lower[at],)) if claim else None


def _nothing(scene: Scene, at: int) -> Claim | None:
    """Who had nothing to do with something."""
    tree = scene.tree
    if words("responsibility", "do").isdisjoint(tree.lower[at + 1 : at + 4]):
        return None
    verb = tree.words.heads[at]
    claim = _maybe(scene, verb, actor(scene, tree.subject(verb)), at)
    return replace(claim, value=denied(claim.value), denial=True) if claim else None


def _behind(scene: Scene, at: int) -> Claim | None:
    """Who is behind something, or responsible for it."""
    tree = scene.tree
    if tree.lower[at] in words("responsibility", "behind"):
        if tree.relation(at) == "case":
            at = tree.words.heads[at]
        if not any(True for _ in tree.having(at, "cop")):
            verb = tree.words.heads[at]
            if tree.lower[verb] not in words("responsibility", "being"):
                return None
            return _maybe(scene, verb, actor(scene, tree.subject(verb)), at)
    return _maybe(scene, at, actor(scene, tree.subject(at)), at)


def _committed(scene: Scene, at: int) -> Claim | None:
    """Who carried out, ordered or staged something."""
    tree = scene.tree
    done = tree.patient(at)
    agent = tree.agent(at)
    if agent is not None and tree.lower[at] in words("responsibility", "cause"):
        deed = done is not None and (event_class(tree.lower[done]) or "").startswith(DEEDS)
        agent = agent if deed and tree.words.upos[agent] != "PRON" else None
    if done is None or not any(event_class(tree.lower[i]) for i in (done, *tree.having(done, "conj"))):
        return None
    return _maybe(scene, at, actor(scene, agent), at)


def _did(scene: Scene, at: int) -> Claim | None:
    """Who does what is an event by itself: "shot down", "bombed", "killed"."""
    tree = scene.tree
    done = tree.patient(at)
    if done is None or tree.lower[done] in words("responsibility", "animal") | words(
        "responsibility", "idea"
    ):
        return None
    critic = event_class(tree.lower[at]) == "attack" and tree.oblique(at, *words("responsibility", "for"))
    if critic and not tree.passive(at):  # "attacked the mayor for …"
        return None
    if any(tree.lower[c] in words("responsibility", "habit") for c in tree.having(at, "advmod")):
        return None
    if any(tree.lower[above] in words("responsibility", "blame") for above in tree.above(at)):
        return None
    agent = tree.agent(at)
    if agent is None or agent == tree.patient(at):
        return None
    if event_class(tree.lower[agent]) and scene.named_person(agent) is None:
        whose = tree.having(agent, "nmod:poss", "amod", "compound")
        names = (name for word in whose if (name := _owner(scene, word)))
        return _maybe(scene, at, next(names, None), at)
    return _maybe(scene, at, actor(scene, agent), at)


def _maybe(scene: Scene, predicate: int, name: str | None, at: int) -> Claim | None:
    return _made(scene, predicate, name, happening(scene, at)) if name else None


def _made(scene: Scene, at: int, name: str, event: Subject) -> Claim | None:
    if {term.partition(".")[0] for term in event.terms}.isdisjoint(words("responsibility", "deeds")):
        return None
    if not words("toll", "disease").isdisjoint(name.lower().split()):
        return None
    return make(scene, "responsibility", event, name, at, opposite=denied(name))


FINDERS: tuple[tuple[str, str, Callable[[Scene, int], Claim | None]], ...] = (
    ("responsibility", "NOUN", lambda scene, at: _claimed(scene, at) or _involved(scene, at)),
    ("share", "NOUN", _disclaimed),
    ("owned", "VERB", _owned),
    ("blame", "VERB", _blamed),
    ("telling", "", _said_of),
    ("nothing", "", _nothing),
    ("behind", "", _behind),
    ("responsible", "", _behind),
    ("commit", "VERB", _committed),
)
"""Lists of words, the part of speech that a word must have, and what makes a claim of it."""

KIND = Kind(
    name="responsibility",
    about="event",
    forms=lines("responsibility_forms"),
    wording="Who was behind the X?",
    example="Who was behind the Karrad bombing?",
    find=find,
    conflict=exclusive(same_party),
    subject=lambda name, text: held(name),
)
