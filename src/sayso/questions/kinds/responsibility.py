"""Responsibility: who was behind an event?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from sayso.questions.actors import actor, actors, owner
from sayso.questions.claim import Claim, Subject, denied, exclusive
from sayso.questions.deeds import charge, is_deed, is_deed_told
from sayso.questions.events import event_class, happening, held
from sayso.questions.kind import Kind
from sayso.questions.making import make, spoken_by
from sayso.questions.parties import same_party
from sayso.questions.scene import Scene
from sayso.questions.sources import canonical
from sayso.questions.vocabulary import lines, words

__all__ = ["KIND"]

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
    if is_deed(word):
        return _did(scene, at) if upos == "VERB" else _by(scene, at)
    return _identified(scene, at) if word in words("naming", "named") else None


def _claimed(scene: Scene, at: int) -> Claim | None:
    """Who claims responsibility, or denies it, is the source of that, whoever tells."""
    tree = scene.tree
    verb = tree.words.heads[at]
    word = tree.lower[verb]
    if word not in words("responsibility", "claim") | words("responsibility", "disclaim"):
        return None
    subject = tree.agent(verb)
    name = actor(scene, subject) if subject is not None else _teller(scene, at)
    if name is None:
        return None
    return _own_word(scene, verb, at, name, word in words("responsibility", "disclaim"))


def _teller(scene: Scene, at: int) -> str | None:
    """The name of who says a word."""
    attribution = scene.attribution(at)
    return attribution.speaker if attribution is not None else None


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
    if done is None or not is_deed(tree.lower[done]):
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
    name = owner(scene, whose) if whose is not None else None
    claim = _maybe(scene, verb, name, at)
    if claim is None:
        return None
    claim = replace(claim, low=SUSPECTED[0], high=SUSPECTED[1], words=(tree.lower[verb],))
    return spoken_by(scene, claim, verb, tree.agent(verb))


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
    name = name if name is not None else tree.oblique(who, *words("life", "as"))
    name = name if name is not None else next(tree.having(at, "xcomp"), None)
    named = scene.named_person(name) if name is not None else None
    return _maybe(scene, at, named.name if named else None, at)


def _blamed(scene: Scene, at: int) -> Claim | None:
    """Who is blamed, accused or suspected; the one who does so is the source."""
    tree = scene.tree
    who = tree.patient(at)
    if tree.relation(at) == "amod" and (who is None or scene.mentions.of(who, "PERSON") is None):
        return None  # "the suspected gunman"
    if who is None and tree.words.upos[at + 1 : at + 2] == ("PROPN",):  # "blamed Iran for the attack"
        who = at + 1
    if tree.lower[at] in words("responsibility", "attribute"):
        done = tree.patient(at)
        if (
            done is not None
            and tree.words.upos[done] == "NOUN"
            and not is_deed_told(scene, tree.phrase(done))
        ):
            return None
        who = tree.oblique(at, "to", "on")
        if who is None and done is not None:  # "attributed the bombing in Arle | to the group"
            who = tree.oblique(done, "to", "on")
    elif who is not None and event_class(tree.lower[who]):  # "blamed the bombing on the group"
        on = tree.oblique(at, "on", "upon")
        who = on if on is not None else tree.oblique(who, "on", "upon")
    called = _suspected(scene, at)
    who = called if called is not None else who
    attributes = tree.lower[at] in words("responsibility", "attribute")
    told = [] if attributes else charge(scene, at, who)
    name = actors(scene, who)
    if name is None or (told and not is_deed_told(scene, told)):
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


def _suspected(scene: Scene, at: int) -> int | None:
    """Who a doer is suspected to be: "shot by a prisoner, suspected to be Ann Roe"."""
    tree = scene.tree
    named = (c for c in tree.having(at, "xcomp") if any(True for _ in tree.having(c, "cop")))
    return next((c for c in named if tree.words.upos[c] == "PROPN"), None)


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
    told = charge(scene, at)
    if told and not is_deed_told(scene, told):
        return None
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
        deed = done is not None and is_deed(tree.lower[done])
        agent = agent if deed and tree.words.upos[agent] != "PRON" else None
    if done is None or not is_deed_told(scene, (done, *tree.having(done, "conj"))):
        done = _noun_before(scene, at) if tree.passive(at) else None
    if done is None:
        return None
    return _maybe(scene, at, actor(scene, agent), at)


def _noun_before(scene: Scene, at: int) -> int | None:
    """The deed that a participle set off by a comma tells more of: "in the attack, reportedly staged by"."""
    tree = scene.tree
    before = at - 1
    while before > 0 and tree.words.upos[before] in ("ADV", "PUNCT"):
        before -= 1
    first = tree.sentence(at)[0]
    near = (noun for noun in (before, *tree.above(before)) if first <= noun <= before)
    return next(
        (noun for noun in near if tree.words.upos[noun] == "NOUN" and is_deed_told(scene, (noun,))), None
    )


def _confessed(scene: Scene, at: int) -> Claim | None:
    """Who confesses a deed: "admitted killing her", "pleaded guilty to the murder"; or pleads not guilty."""
    tree = scene.tree
    told = [c for c in tree.children[at] if c > at and tree.relation(c) in _WHAT]
    pleads = tree.lower[at] in words("responsibility", "plead")
    guilty = [c for c in told if tree.lower[c] in words("responsibility", "guilty")]
    admits = any(_is_own_deed(scene, c) for c in told) or (pleads and guilty and _of_deed(scene, told))
    if not (admits or any(is_deed_told(scene, tree.phrase(c)) for c in guilty)):
        return None
    name = actor(scene, tree.agent(at)) or _teller(scene, at)
    disclaims = any(words("stance", "not").intersection(tree.lower[c - 1 : c]) for c in guilty)
    return _own_word(scene, at, at, name, disclaims) if name else None


def _of_deed(scene: Scene, told: list[int]) -> bool:
    """Whether a plea is to a deed, or to what the report tells of: "guilty to each crime", "guilty"."""
    tree = scene.tree
    nouns = [i for c in told for i in tree.phrase(c) if tree.words.upos[i] == "NOUN"]
    counts = [i for i in nouns if tree.lower[i] in words("responsibility", "count")]
    return is_deed_told(scene, nouns) or nouns == counts


def _partaker(scene: Scene, at: int) -> Claim | None:
    """Who took part in a deed: "took part in the attack", "attacks that they took part in"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    if tree.relation(at) != "obj" or tree.lower[verb] not in words("responsibility", "claim"):
        return None
    deed = tree.oblique(at, "in") or tree.oblique(verb, "in")
    if deed is None and tree.relation(verb) == "acl":
        deed = tree.words.heads[verb]
    if deed is None or not is_deed(tree.lower[deed]):
        return None
    return _maybe(scene, verb, actor(scene, tree.agent(verb)), at)


def _is_own_deed(scene: Scene, at: int) -> bool:
    """Whether a complement is a deed of the subject's: "killing her", "carrying out the attack", "the killing"."""
    tree = scene.tree
    if tree.words.upos[at] == "VERB" and not any(True for _ in tree.having(at, "nsubj")):
        done = tree.patient(at)
        commits = tree.lower[at] in words("responsibility", "commit") and done is not None
        return is_deed(tree.lower[at]) or (commits and is_deed_told(scene, tree.phrase(done or at)))
    return tree.words.upos[at] == "NOUN" and is_deed(tree.lower[at])


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
    if agent is None or agent == done or _is_illness(scene, agent) or _in_defence(scene, agent, done):
        return None
    if event_class(tree.lower[agent]) and scene.named_person(agent) is None:
        whose = tree.having(agent, "nmod:poss", "amod", "compound")
        names = (name for word in whose if (name := owner(scene, word)))
        return _maybe(scene, at, next(names, None), at)
    return _maybe(scene, at, actor(scene, agent), at)


def _is_illness(scene: Scene, agent: int) -> bool:
    """Whether "it" does a deed in a sentence that tells of a disease."""
    first, last = scene.tree.sentence(agent)
    it = scene.tree.lower[agent] in words("control", "it")
    return it and not words("toll", "disease").isdisjoint(scene.tree.lower[first:last])


def _in_defence(scene: Scene, agent: int, done: int) -> bool:
    """Whether police act against somebody who is accused of a deed: that is no deed of theirs to ask for."""
    tree = scene.tree
    if tree.lower[agent] not in words("responsibility", "police"):
        return False
    named = scene.named_person(done)
    return tree.lower[done] in words("responsibility", "doer") or any(named is one for one in scene.accused)


def _maybe(scene: Scene, predicate: int, name: str | None, at: int) -> Claim | None:
    return _made(scene, predicate, name, happening(scene, at)) if name else None


def _made(scene: Scene, at: int, name: str, event: Subject) -> Claim | None:
    if {term.partition(".")[0] for term in event.terms}.isdisjoint(words("responsibility", "deeds")):
        return None
    if not words("toll", "disease").isdisjoint(name.lower().split()):
        return None
    return make(scene, "responsibility", event, name, at, opposite=denied(name))


_WHAT = ("xcomp", "advcl", "obj", "obl", "amod", "ccomp")
"""What the deed that somebody confesses is in the clause."""

_WHAT = ("xcomp", "advcl", "obj", "obl", "amod", "ccomp")
"""What the deed that somebody confesses is in the clause."""

FINDERS: tuple[tuple[str, str, Callable[[Scene, int], Claim | None]], ...] = (
    ("responsibility", "NOUN", lambda scene, at: _claimed(scene, at) or _involved(scene, at)),
    ("share", "NOUN", lambda scene, at: _disclaimed(scene, at) or _partaker(scene, at)),
    ("owned", "VERB", _owned),
    ("blame", "VERB", _blamed),
    ("telling", "", _said_of),
    ("nothing", "", _nothing),
    ("behind", "", _behind),
    ("responsible", "", _behind),
    ("commit", "VERB", _committed),
    ("confess", "VERB", _confessed),
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
