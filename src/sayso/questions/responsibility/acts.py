"""Acts: who does a deed, by the verb or noun that tells of it: "killed", "an attack by", "carried out"."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, pairwise

from sayso.questions.claim import Claim, denied
from sayso.questions.responsibility.actors import actor, actors, doing, owner, striking
from sayso.questions.responsibility.deeds import (
    is_deed,
    is_deed_told,
    is_harmed,
    is_near,
    is_verbal,
    of_class,
    perhaps,
)
from sayso.questions.responsibility.no_deeds import is_no_deed
from sayso.questions.text.events import event_class
from sayso.questions.text.nations import is_country
from sayso.questions.text.scene import Scene
from sayso.questions.text.stance import stance
from sayso.questions.vocabulary import words

__all__ = ["by", "committed", "did", "did_it", "downed", "fatal", "perished"]

PLANE = "plane"
"""The class of events of what flies."""

FAR = 20
"""Words behind a deed in which it is told by whom it was."""

NEAR = 8
"""Words behind a verb in which it is told that it was to death."""


def by(scene: Scene, at: int) -> Claim | None:
    """Whose deed a noun tells of: "an attack by the group"; who is named by a name alone."""
    tree = scene.tree
    doer = _by_whom(scene, at)
    if doer is None or any(True for _ in tree.having(doer, "cc")) or not _can_strike(scene, doer):
        return None
    if any(tree.lower[above] in words("responsibility", "blame") for above in tree.above(at)):
        return None
    if any(tree.lower[c] in words("responsibility", "peaceful") for c in tree.having(at, "compound", "amod")):
        return None  # "a hunger strike by"
    if tree.lower[at] in words("responsibility", "stroke"):  # "a shot by the striker"
        return None
    on = tree.oblique(at, "on", "against")
    if on is not None and tree.lower[on] in words("responsibility", "idea"):
        return None
    verbs = [above for above in tree.above(at) if tree.words.upos[above] == "VERB"]
    if not all(stance(tree, verb).real for verb in verbs) or is_verbal(scene, at, doer, None):
        return None
    return perhaps(scene, at, doing(scene, doer), at)


def _can_strike(scene: Scene, doer: int) -> bool:
    """Whether those behind "by" are named by a name alone, or by whose forces they are; no firm's pilots."""
    tree = scene.tree
    mention = scene.mentions.covering(doer)
    alone = tree.text[tree.words.spans[tree.phrase(doer)[-1]][0]].isupper()
    if alone or (mention is not None and mention.label == "PERSON"):
        return True
    named = any(tree.text[tree.words.spans[i][0]].isupper() for i in tree.phrase(doer))
    people = words("naming", "forces") | words("responsibility", "doer") | words("responsibility", "unnamed")
    people |= words("parties", "party") | words("parties", "members") | words("parties", "adherents")
    return named and tree.lower[doer] in people


def _by_whom(scene: Scene, at: int) -> int | None:
    """Who stands behind "by" in the phrase of a deed, wherever the parse hung them: "his murder in Arle by".

    Nobody where a verb or a comma stands between.
    """
    tree = scene.tree
    for case in range(at + 1, min(tree.sentence(at)[1], at + FAR)):
        if tree.words.upos[case] in ("VERB", "AUX", "PUNCT"):
            return None
        by = tree.lower[case] in words("responsibility", "by") and tree.relation(case) == "case"
        if by and tree.words.heads[case] > case:
            found = tree.words.heads[case]
            return found if at in tree.above(found) else None
    return None


def _in_operation(scene: Scene, at: int) -> str | None:
    """Whose military operation somebody was killed in: "killed in a Russian airstrike"; no town's."""
    tree = scene.tree
    suffered = tree.passive(at) or tree.lower[at] in words("responsibility", "perish")
    where = tree.oblique(at, *words("responsibility", "in_what")) if suffered else None
    if where is None or tree.lower[where] not in words("responsibility", "operation"):
        return None
    whose = list(tree.having(where, "amod", "compound", "nmod:poss"))
    country = next((name for word in whose if (name := owner(scene, word)) and is_country(name)), None)
    armed = (word for word in whose if tree.lower[word] in words("parties", "party"))
    return country or next((name for word in armed if (name := doing(scene, word))), None)


def perished(scene: Scene, at: int) -> Claim | None:
    """In whose operation somebody died: "died in an Israeli air strike"."""
    name = _in_operation(scene, at)
    return perhaps(scene, at, name, at) if name else None


def committed(scene: Scene, at: int) -> Claim | None:
    """Who carried out, ordered or staged something."""
    tree = scene.tree
    done = tree.patient(at)
    agent = tree.agent(at)
    went_on = any(tree.lower[c] == "on" for c in tree.having(at, "compound"))  # "carried on a battle"
    if went_on or _is_planned(scene, at) or _is_accusation(scene, at) or _by_words(scene, at, agent, done):
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


def _by_words(scene: Scene, at: int, agent: int | None, done: int | None) -> bool:
    """Whether a person launches attacks on a rival by words: no violence is told in the sentence."""
    tree = scene.tree
    if agent is None or done is None or tree.lower[at] not in words("responsibility", "launching"):
        return False
    deeds = (c for c in (done, *tree.having(done, "nmod")) if is_deed(tree.lower[c]))
    return any(is_verbal(scene, c, agent, None) for c in deeds)


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
    named = scene.mentions.of(agent, "PERSON") is not None  # "the captain, Bo Li"
    return named or (mention is not None and mention.label in ("ORG", "PERSON"))


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
    done, agent = _harmed(scene, at), tree.agent(at)
    if agent is None and (name := _in_operation(scene, at)):
        return perhaps(scene, at, name, at)
    agent = _harming(scene, at) if agent is None else agent
    if agent is None or done is None or agent == done or is_no_deed(scene, at, agent, done):
        return None
    if event_class(tree.lower[agent]) and scene.named_person(agent) is None:
        return perhaps(scene, at, striking(scene, agent), at)
    claim = perhaps(scene, at, actors(scene, agent, doing), at)
    if claim is None or is_harmed(scene, done, claim.value):
        return None
    if _is_nobody(scene, done) and not claim.denial:  # "I killed nobody"
        claim = replace(claim, value=denied(claim.value), denial=True)
    plainly = claim.denial and claim.source_kind == "author"  # what a report says did not happen
    disowned = tree.lower[tree.words.heads[at]] in words("responsibility", "disclaim") and not claim.denial
    return None if plainly or disowned else claim


def _harmed(scene: Scene, at: int) -> int | None:
    """Whom or what a verb of harm is done to: its object, or "shot at them", "hacked into the servers"."""
    tree = scene.tree
    done = tree.patient(at)
    into = {"attack.shooting": "at", "attack.hack": "into"}.get(event_class(tree.lower[at]) or "")
    return tree.oblique(at, into) if done is None and into else done


def _harming(scene: Scene, at: int) -> int | None:
    """Who does harm, where the parse gives a verb no agent: "the army's shelling killed ten"."""
    tree = scene.tree
    if tree.passive(at):  # "killed within a week of his capture | by rebels"
        return _by_whom(scene, at)
    clauses = list(tree.having(at, "csubj"))
    nouns = (c for c in clauses if tree.words.upos[c] == "NOUN")
    owned = (c for c in clauses if any(True for _ in tree.having(c, "nmod:poss")))
    return next(chain(nouns, owned), None)


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
    if not down or done is None or event_class(tree.lower[done]) != PLANE:
        return None
    claim, agent = did(scene, at), tree.agent(at)
    if claim is not None or agent is None or scene.named_person(agent) is not None:
        return claim
    name = striking(scene, agent) if event_class(tree.lower[agent]) else doing(scene, agent)
    return of_class(scene, at, name, at, "attack.shooting")


def did_it(scene: Scene, at: int) -> Claim | None:
    """Who did it, where a deed is told before: "Germany says Russia did it"."""
    tree = scene.tree
    done = tree.patient(at)
    if done is None or done < at:
        return None
    it = tree.lower[done] in words("responsibility", "deed_told") and is_near(scene, at)
    deed = tree.words.upos[done] == "NOUN" and is_deed(tree.lower[done])  # "had done the killing"
    return perhaps(scene, at, doing(scene, tree.agent(at)), at) if it or deed else None
