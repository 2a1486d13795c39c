"""Acts: who does a deed, by the verb or noun that tells of it: "killed", "an attack by", "carried out"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from sayso.questions.claim import Claim, denied
from sayso.questions.responsibility.actors import actor, actors, doing, owner, striking
from sayso.questions.responsibility.deeds import is_deed, is_deed_told, is_near, is_verbal, perhaps
from sayso.questions.text.events import event_class
from sayso.questions.text.nations import is_country
from sayso.questions.text.scene import Scene
from sayso.questions.text.stance import stance
from sayso.questions.vocabulary import words

__all__ = ["by", "committed", "did", "did_it", "downed", "fatal"]

PLANE = "plane"
"""The class of events of what flies."""

NEAR = 8
"""Words behind a verb in which it is told that it was to death."""


def by(scene: Scene, at: int) -> Claim | None:
    """Whose deed a noun tells of: "an attack by the group"; who is named by a name alone."""
    tree = scene.tree
    doer = next(
        (c for c in tree.having(at, "nmod") if words("responsibility", "by") & set(tree.cases(c))), None
    )
    if (
        doer is None
        or any(True for _ in tree.having(doer, "cc"))
        or not tree.text[tree.words.spans[tree.phrase(doer)[-1]][0]].isupper()
    ):
        return None
    if any(tree.lower[above] in words("responsibility", "blame") for above in tree.above(at)):
        return None
    if tree.lower[at] in words("responsibility", "stroke"):  # "a shot by the striker"
        return None
    on = tree.oblique(at, "on", "against")
    if on is not None and tree.lower[on] in words("responsibility", "idea"):
        return None
    verbs = [above for above in tree.above(at) if tree.words.upos[above] == "VERB"]
    if not all(stance(tree, verb).real for verb in verbs) or is_verbal(scene, at, doer, None):
        return None
    return perhaps(scene, at, doing(scene, doer), at)


def _in_operation(scene: Scene, at: int) -> str | None:
    """Whose military operation somebody was killed in: "killed in a Russian airstrike"; no town's."""
    tree = scene.tree
    where = tree.oblique(at, *words("responsibility", "in_what")) if tree.passive(at) else None
    if where is None or tree.lower[where] not in words("responsibility", "operation"):
        return None
    whose = tree.having(where, "amod", "compound", "nmod:poss")
    return next((name for word in whose if (name := owner(scene, word)) and is_country(name)), None)


def committed(scene: Scene, at: int) -> Claim | None:
    """Who carried out, ordered or staged something."""
    tree = scene.tree
    done = tree.patient(at)
    agent = tree.agent(at)
    if _is_planned(scene, at) or _is_accusation(scene, at):
        return None
    if agent is not None and tree.lower[at] in words("responsibility", "cause"):
        deed = done is not None and is_deed(tree.lower[done])
        agent = _at_fault(scene, agent)
        sure = (deed and tree.words.upos[agent] != "PRON") or _answers(scene, agent)
        agent = agent if sure else None
    if done is not None and tree.lower[done] in words("responsibility", "that") and is_near(scene, at):
        return perhaps(scene, at, actor(scene, agent), at)  # "the bombings …; he did not order them"
    if done is None or not (is_deed_told(scene, (done, *tree.having(done, "conj"))) or _is_plot(scene, done)):
        done = _noun_before(scene, at) if tree.passive(at) else None
    if done is None:
        return None
    return perhaps(scene, at, actor(scene, agent), at)


def _is_planned(scene: Scene, at: int) -> bool:
    """Whether something is only planned, which is no deed; who helped to plan it took part in one."""
    head = scene.tree.lower[scene.tree.words.heads[at]]
    planned = scene.tree.lower[at] in words("responsibility", "planning")
    return planned and head not in words("responsibility", "helping")


def _is_accusation(scene: Scene, at: int) -> bool:
    """Whether a participle tells what somebody is accused of: "accused the builder of causing it"."""
    tree = scene.tree
    marks = {tree.lower[c] for c in tree.having(at, "mark")}
    accused = tree.lower[tree.words.heads[at]] in words("responsibility", "blame")
    return accused and bool(marks & words("responsibility", "of_what"))


def _answers(scene: Scene, agent: int) -> bool:
    """Whether a name is a body's or a person's, who can cause a calamity by what they do or leave undone."""
    mention = scene.mentions.covering(agent)
    return mention is not None and mention.label in ("ORG", "PERSON")


def _is_somebody(scene: Scene, at: int) -> bool:
    """Whether people are meant, and no plan that is executed."""
    counted = any(True for _ in scene.tree.having(at, "nummod"))
    person = scene.tree.words.upos[at] == "PRON" or scene.mentions.of(at, "PERSON") is not None
    people = words("naming", "somebody") | words("responsibility", "people")
    return counted or person or scene.tree.lower[at] in people


def _is_plot(scene: Scene, done: int) -> bool:
    """Whether a plot is one to do a deed: "the plot to kill the president"."""
    tree = scene.tree
    plot = tree.lower[done] in words("responsibility", "plot")
    return plot and any(is_deed(tree.lower[c]) for c in tree.having(done, "acl"))


def _at_fault(scene: Scene, agent: int) -> int:
    """Whose fault a fault is: "caused by the negligence of the company"."""
    if scene.tree.lower[agent] not in words("responsibility", "fault"):
        return agent
    owner = scene.owner(agent)
    return agent if owner is None else owner


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


def did(scene: Scene, at: int) -> Claim | None:
    """Who does what is an event by itself: "shot down", "bombed", "killed"."""
    tree = scene.tree
    done, agent = tree.patient(at), tree.agent(at)
    if agent is None and (name := _in_operation(scene, at)):
        return perhaps(scene, at, name, at)
    if agent is None:  # "the army's shelling killed ten"
        agent = next((c for c in tree.having(at, "csubj") if tree.words.upos[c] == "NOUN"), None)
    if (
        agent is None
        or done is None
        or agent == done
        or _is_no_deed(scene, at, done)
        or _is_apart(scene, at)
        or _is_illness(scene, agent)
        or _in_defence(scene, at, agent, done)
        or is_verbal(scene, at, agent, done)
    ):
        return None
    if event_class(tree.lower[agent]) and scene.named_person(agent) is None:
        return perhaps(scene, at, striking(scene, agent), at)
    claim = perhaps(scene, at, actors(scene, agent, doing), at)
    if claim is None:
        return None
    if _is_nobody(scene, done) and not claim.denial:  # "I killed nobody"
        claim = replace(claim, value=denied(claim.value), denial=True)
    plainly = claim.denial and claim.source_kind == "author"  # what a report says did not happen
    disowned = tree.lower[tree.words.heads[at]] in words("responsibility", "disclaim") and not claim.denial
    return None if plainly or disowned else claim


def _is_nobody(scene: Scene, at: int) -> bool:
    """Whether a noun is "nobody" or "no one"."""
    tree = scene.tree
    none = (tree.lower[c] in words("stance", "none") for c in tree.having(at, "det"))
    return tree.lower[at] in words("stance", "nobody") or any(none)


def fatal(scene: Scene, at: int) -> Claim | None:
    """Who beats somebody to death."""
    behind = scene.tree.lower[at + 1 : min(scene.tree.sentence(at)[1], at + NEAR)]
    to_death = any(pair == ("to", "death") for pair in pairwise(behind))
    return did(scene, at) if to_death else None


def downed(scene: Scene, at: int) -> Claim | None:
    """Who brings a plane down."""
    tree = scene.tree
    done = tree.patient(at)
    down = any(tree.lower[c] in words("responsibility", "down") for c in tree.children[at])
    plane = down and done is not None and event_class(tree.lower[done]) == PLANE
    return did(scene, at) if plane else None


def did_it(scene: Scene, at: int) -> Claim | None:
    """Who did it, where a deed is told before: "Germany says Russia did it"."""
    tree = scene.tree
    done = tree.patient(at)
    it = done is not None and done > at and tree.lower[done] in words("responsibility", "it")
    return perhaps(scene, at, doing(scene, tree.agent(at)), at) if it and is_near(scene, at) else None


def _is_no_deed(scene: Scene, at: int, done: int) -> bool:
    """Whether a verb of harm tells of no deed here: of ideas, of habits, of what somebody is accused of."""
    tree = scene.tree
    apart = words("responsibility", "animal") | words("responsibility", "idea")
    carried_out = tree.lower[at] in words("responsibility", "commit") and not _is_somebody(scene, done)
    scored = tree.words.upos[done] == "NUM" and any(True for _ in tree.having(done, "det"))  # "shot a 67"
    left = "out of" in tree.cases(done)  # "stormed out of the talks"
    if tree.lower[done] in apart or scored or carried_out or left:
        return True
    critic = event_class(tree.lower[at]) == "attack" and tree.oblique(at, *words("responsibility", "for"))
    if critic and not tree.passive(at):  # "attacked the mayor for …"
        return True
    if _only_lights(scene, at) or _is_custom(scene, at) or _of_own(scene, at, done):
        return True
    usual = any(tree.lower[c] in words("responsibility", "habit") for c in tree.having(at, "advmod"))
    accusing = (above for above in tree.above(at) if tree.words.upos[above] == "VERB")
    charging = words("responsibility", "blame") | words("responsibility", "cleared")
    return usual or any(tree.lower[above] in charging for above in accusing)


def _only_lights(scene: Scene, at: int) -> bool:
    """Whether a verb of fire or wind tells of no deed: "fired his manager", but not "blew it up"."""
    tree = scene.tree
    if tree.lower[at] not in words("responsibility", "lighting"):
        return False
    up = any(tree.lower[c] == "up" for c in tree.having(at, "compound"))
    return not (up and tree.lower[at] in words("responsibility", "blowing"))


def _is_custom(scene: Scene, at: int) -> bool:
    """Whether a verb tells what some do in general: "terrorists kill innocent people"."""
    tree = scene.tree
    if tree.lower[at] not in words("responsibility", "present") or any(True for _ in tree.having(at, "aux")):
        return False
    agent = tree.agent(at)
    return agent is not None and tree.words.upos[agent] == "NOUN" and scene.named_person(agent) is None


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
    if tree.relation(at) != "advcl" or not above < at or any(True for _ in tree.having(at, "nsubj")):
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
