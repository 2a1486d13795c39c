"""Responsibility: who was behind an event?"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sayso.questions.actors import actor, owner
from sayso.questions.blame import behind, blamed, involved, nothing, said_of
from sayso.questions.claim import Claim, exclusive
from sayso.questions.deeds import is_deed, is_deed_told, perhaps
from sayso.questions.events import event_class, held
from sayso.questions.kind import Kind
from sayso.questions.own_word import claimed, confessed, disclaimed, owned, partaker
from sayso.questions.parties import same_party
from sayso.questions.scene import Scene
from sayso.questions.vocabulary import lines, words

__all__ = ["KIND"]


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
    return perhaps(scene, at, actor(scene, doer), at)


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
    return perhaps(scene, at, named.name if named else None, at)


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
    return perhaps(scene, at, actor(scene, agent), at)


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
    if (
        agent is None
        or agent == done
        or _is_apart(scene, at)
        or _is_illness(scene, agent)
        or _in_defence(scene, at, agent, done)
    ):
        return None
    if event_class(tree.lower[agent]) and scene.named_person(agent) is None:
        whose = tree.having(agent, "nmod:poss", "amod", "compound")
        names = (name for word in whose if (name := owner(scene, word)))
        return perhaps(scene, at, next(names, None), at)
    return perhaps(scene, at, actor(scene, agent), at)


def _is_apart(scene: Scene, at: int) -> bool:
    """Whether a clause stands between a participle and its verb: "they spoke when it fell, killing ten"."""
    tree = scene.tree
    above = tree.words.heads[at]
    if tree.relation(at) != "advcl" or not above < at:
        return False
    return any(tree.relation(i) == "nsubj" and tree.words.heads[i] > i for i in range(above + 1, at))


def _is_illness(scene: Scene, agent: int) -> bool:
    """Whether "it" does a deed in a sentence that tells of a disease."""
    first, last = scene.tree.sentence(agent)
    it = scene.tree.lower[agent] in words("control", "it")
    return it and not words("toll", "disease").isdisjoint(scene.tree.lower[first:last])


def _in_defence(scene: Scene, at: int, agent: int, done: int) -> bool:
    """Whether police search a house, or act against somebody accused of a deed: that is none of theirs."""
    tree = scene.tree
    if tree.lower[agent] not in words("responsibility", "police"):
        return False
    if tree.lower[at] in words("responsibility", "searching"):
        return True
    named = scene.named_person(done)
    return tree.lower[done] in words("responsibility", "doer") or any(named is one for one in scene.accused)


FINDERS: tuple[tuple[str, str, Callable[[Scene, int], Claim | None]], ...] = (
    ("responsibility", "NOUN", lambda scene, at: claimed(scene, at) or involved(scene, at)),
    ("share", "NOUN", lambda scene, at: disclaimed(scene, at) or partaker(scene, at)),
    ("owned", "VERB", owned),
    ("blame", "VERB", blamed),
    ("telling", "", said_of),
    ("nothing", "", nothing),
    ("behind", "", behind),
    ("responsible", "", behind),
    ("commit", "VERB", _committed),
    ("confess", "VERB", confessed),
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
