"""Responsibility: who was behind an event?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from sayso.questions.actors import actor, doing, owner
from sayso.questions.blame import SUSPECTED, behind, blamed, involved, nothing, said_of
from sayso.questions.claim import Claim, against, exclusive
from sayso.questions.deeds import is_deed, is_deed_told, is_near, is_verbal, perhaps, responsible
from sayso.questions.events import event_class, held
from sayso.questions.kind import Kind
from sayso.questions.nations import is_country
from sayso.questions.own_word import as_own_word, claimed, confessed, disclaimed, owned, partaker
from sayso.questions.parties import same_party
from sayso.questions.scene import Scene
from sayso.questions.stance import stance
from sayso.questions.vocabulary import lines, words

__all__ = ["KIND"]


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report of who did something, claims to have, is blamed or suspected."""
    made: list[Claim] = []
    for at, word in enumerate(scene.tree.lower):
        found = _found(scene, at, word)
        if found is None and made and word in words("responsibility", "disclaim"):
            found = _answered(scene, at, made)
        if found is not None:
            made.append(found)
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
    on = tree.oblique(at, "on", "against")
    if on is not None and tree.lower[on] in words("responsibility", "idea"):
        return None
    verbs = [above for above in tree.above(at) if tree.words.upos[above] == "VERB"]
    if not all(stance(tree, verb).real for verb in verbs) or is_verbal(scene, at, doer, None):
        return None
    return perhaps(scene, at, doing(scene, doer), at)


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


def _called(scene: Scene, at: int) -> Claim | None:
    """Who is called the doer: "the Red Column are the suspected perpetrators"; no "a suspect"."""
    tree = scene.tree
    who = tree.subject(at) if any(True for _ in tree.having(at, "cop")) else None
    below = {tree.lower[c] for c in tree.having(at, "det", "amod")}
    if who is None or "the" not in below or not is_near(scene, at):
        return None
    claim = perhaps(scene, at, doing(scene, who), at)
    suspect = words("responsibility", "suspect").intersection({tree.lower[at], *below})
    if claim is None or not suspect:
        return claim
    return replace(claim, low=SUSPECTED[0], high=SUSPECTED[1], words=tuple(suspect))


def _answered(scene: Scene, at: int, found: list[Claim]) -> Claim | None:
    """Who denies what he was blamed for before: "Iran denied the accusation"."""
    tree = scene.tree
    charge = next(tree.having(at, "obj"), None)
    if charge is None or tree.lower[charge] not in words("responsibility", "accusation"):
        return None
    if any(True for _ in tree.having(charge, "acl", "nmod", "amod")):  # "the accusation that …"
        return None
    name = actor(scene, tree.agent(at))
    told = next(
        (c for c in reversed(found) if name and not against(c.value) and same_party(c.value, name)), None
    )
    claim = responsible(scene, at, name, told.subject) if told is not None and name is not None else None
    return as_own_word(claim, name, True) if claim is not None and name is not None else None


def _in_operation(scene: Scene, at: int) -> str | None:
    """Whose military operation somebody was killed in: "killed in a Russian airstrike"; no town's."""
    tree = scene.tree
    where = tree.oblique(at, *words("responsibility", "in_what")) if tree.passive(at) else None
    if where is None or tree.lower[where] not in words("responsibility", "operation"):
        return None
    whose = tree.having(where, "amod", "compound", "nmod:poss")
    return next((name for word in whose if (name := owner(scene, word)) and is_country(name)), None)


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
    if tree.lower[at] in words("responsibility", "lighting") or _of_own(scene, at, done):
        return None
    if any(tree.lower[c] in words("responsibility", "habit") for c in tree.having(at, "advmod")):
        return None
    if any(tree.lower[above] in words("responsibility", "blame") for above in tree.above(at)):
        return None
    agent = tree.agent(at)
    if agent is None and (name := _in_operation(scene, at)):
        return perhaps(scene, at, name, at)
    if (
        agent is None
        or agent == done
        or _is_apart(scene, at)
        or _is_illness(scene, agent)
        or _in_defence(scene, at, agent, done)
        or is_verbal(scene, at, agent, done)
    ):
        return None
    if event_class(tree.lower[agent]) and scene.named_person(agent) is None:
        whose = tree.having(agent, "nmod:poss", "amod", "compound")
        names = (name for word in whose if (name := owner(scene, word)))
        return perhaps(scene, at, next(names, None), at)
    claim = perhaps(scene, at, doing(scene, agent), at)
    if claim is None:
        return None
    plainly = claim.denial and claim.source_kind == "author"  # what a report says did not happen
    disowned = tree.lower[tree.words.heads[at]] in words("responsibility", "disclaim") and not claim.denial
    return None if plainly or disowned else claim


def _of_own(scene: Scene, at: int, done: int) -> bool:
    """Whether what is destroyed belongs to who does it: "destroyed its stockpiles"."""
    if event_class(scene.tree.lower[at]) not in ("destruction", "fire"):
        return False
    whose = (scene.tree.lower[c] for c in scene.tree.having(done, "nmod:poss"))
    return not (words("naming", "they") | words("naming", "he") | words("naming", "she")).isdisjoint(whose)


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
    ("doer", "NOUN", _called),
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
