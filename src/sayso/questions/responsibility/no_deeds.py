"""What is no deed though its verb is one of harm: games, ideas, habits, animals, and police in defence."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.responsibility.actors import actor
from sayso.questions.responsibility.deeds import is_deed, is_somebody, is_verbal
from sayso.questions.text.events import event_class
from sayso.questions.text.nations import is_country
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import words

__all__ = ["is_no_deed"]


def is_no_deed(scene: Scene, at: int, agent: int, done: int) -> bool:
    """Whether a verb of harm tells of no deed here: of ideas, games, habits, or of what police do."""
    return (
        _is_of_thing(scene, at, done)
        or _is_rivalry(scene, at, agent, done)
        or _is_sport(scene, at)
        or _is_fiction(scene, at, done)
        or _only_lights(scene, at)
        or _is_custom(scene, at)
        or _of_own(scene, at, done)
        or _is_charge(scene, at)
        or _is_apart(scene, at)
        or _is_illness(scene, agent)
        or _in_defence(scene, at, agent, done)
        or _is_sentence(scene, at, agent, done)
        or is_verbal(scene, at, agent, done)
    )


def _is_of_thing(scene: Scene, at: int, done: int) -> bool:
    """Whether nobody is harmed: an idea, an animal, a dead body, the one himself, or a place in a game."""
    tree, word = scene.tree, scene.tree.lower[done]
    if word in words("responsibility", "animal") | words("responsibility", "idea") | words(
        "naming", "person_head"
    ):
        return True
    if word in words("responsibility", "it") and _tells_of_animal(scene, at):
        return True
    kind = event_class(tree.lower[at]) or ""
    if kind == "attack.abuse" and word in words("responsibility", "abused"):  # "abused their power"
        return True
    if word.endswith("self") and kind != "attack.bombing":  # "shot himself", but not "blew himself up"
        return True
    to_people = words("responsibility", "commit") | words("responsibility", "wounding")
    carried_out = tree.lower[at] in to_people and not is_somebody(scene, done)
    scored = tree.words.upos[done] == "NUM" and any(True for _ in tree.having(done, "det"))  # "shot a 67"
    left = "out of" in tree.cases(done)  # "stormed out of the talks"
    critic = kind == "attack" and tree.oblique(at, *words("responsibility", "for")) is not None
    return carried_out or scored or left or (critic and not tree.passive(at))  # "attacked the mayor for …"


def _is_charge(scene: Scene, at: int) -> bool:
    """Whether somebody is accused of what a verb tells, which is told there, or does so often."""
    tree = scene.tree
    usual = any(tree.lower[c] in words("responsibility", "habit") for c in tree.having(at, "advmod"))
    usual = usual or any(tree.lower[c] == "past" for c in tree.having(at, "obl"))  # "have in the past robbed"
    accusing = (above for above in _clause_above(scene, at) if tree.words.upos[above] in ("VERB", "ADJ"))
    charging = words("responsibility", "blame") | words("responsibility", "cleared")
    charging |= words("responsibility", "guilty")
    return usual or any(tree.lower[above] in charging for above in accusing)


def _is_rivalry(scene: Scene, at: int, agent: int, done: int) -> bool:
    """Whether a person or an organisation is destroyed, as rivals are: that is no country's deed."""
    mention = scene.mentions.covering(done)
    if event_class(scene.tree.lower[at]) != "destruction" or mention is None:
        return False
    return mention.label != "PLACE" and not is_country(actor(scene, agent) or "")


def _clause_above(scene: Scene, at: int) -> Iterator[int]:
    """The words above one, as far as no clause with a subject of its own is joined to another."""
    tree = scene.tree
    low = at
    for above in tree.above(at):
        own = any(True for _ in tree.having(low, "nsubj"))
        if own and tree.relation(low) in ("conj", "parataxis"):
            return
        yield above
        low = above


def _is_sport(scene: Scene, at: int) -> bool:
    """Whether a sentence tells of a game, and of no violence: "bombed them with five goals"."""
    first, last = scene.tree.sentence(at)
    told = set(scene.tree.lower[first:last])
    return not told.isdisjoint(words("responsibility", "sport")) and told.isdisjoint(
        words("responsibility", "violent")
    )


def _is_fiction(scene: Scene, at: int, done: int) -> bool:
    """Whether something is done in a film or a book: "kills a dozen kidnappers in the thriller"."""
    tree = scene.tree
    within = [c for h in (at, done) for c in tree.having(h, "obl", "nmod") if "in" in tree.cases(c)]
    apart = (noun for noun in within if tree.lower[noun] in words("responsibility", "played"))
    within += [noun - 1 for noun in apart]  # "in the thriller | set in Arle"
    tellers = (tree.subject(above) for above in tree.above(at) if tree.words.upos[above] == "VERB")
    # "the play shows how he killed her", "a novel in which he kills her"
    told = (c for c in (*within, *tellers, *tree.above(at)) if c is not None)
    return any(tree.lower[c] in words("responsibility", "fiction") for c in told)


def _tells_of_animal(scene: Scene, at: int) -> bool:
    """Whether a sentence tells of an animal: "the bear was near, and I stabbed it"."""
    first, last = scene.tree.sentence(at)
    found = (i for i in range(first, last) if scene.tree.words.upos[i] == "NOUN")
    return any(scene.tree.lower[i] in words("responsibility", "animal") for i in found)


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
    agent, done = tree.agent(at), tree.patient(at)
    if agent is None or tree.words.upos[agent] != "NOUN" or scene.named_person(agent) is not None:
        return False
    if done is None:
        return True
    told = {tree.words.upos[c] for c in (done, *tree.having(done, "nummod", "compound", "nmod:poss"))}
    return told.isdisjoint(("NUM", "PROPN"))  # "kills 12", "attack Mora embassy", as headlines tell


def _of_own(scene: Scene, at: int, done: int) -> bool:
    """Whether what is destroyed belongs to who does it: "destroyed its stockpiles"."""
    own = event_class(scene.tree.lower[at]) in ("destruction", "fire")
    own = own or scene.tree.lower[at] in words("responsibility", "snatching")  # "from a burning house"
    if not own or scene.tree.passive(at):
        return False
    whose = (scene.tree.lower[c] for c in scene.tree.having(done, "nmod:poss"))
    return not (words("naming", "they") | words("naming", "he") | words("naming", "she")).isdisjoint(whose)


def _is_apart(scene: Scene, at: int) -> bool:
    """Whether a clause stands between a participle and its verb: "they spoke when it fell, killing ten"."""
    tree = scene.tree
    if tree.relation(at) == "conj" and not any(True for _ in tree.having(at, "nsubj")):
        at = tree.words.heads[at]  # "killing ten and wounding six"
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
    armed = (tree.lower[c] in words("responsibility", "armed") for c in tree.having(done, "acl", "amod"))
    if any(armed):
        return True
    named = scene.named_person(done)
    if tree.words.upos[done] == "PRON":  # "the attacker reached the yard before he was shot by police"
        first = tree.sentence(at)[0]
        before = range(tree.sentence(first - 1)[0] if first else first, at)
        above = tree.words.heads[at]  # "stabbed two guards before he was shot"
        attacked = tree.relation(at) == "advcl" and is_deed(tree.lower[above]) and not tree.passive(above)
        return attacked or any(tree.lower[i] in words("responsibility", "doer") for i in before)
    return tree.lower[done] in words("responsibility", "doer") or any(named is one for one in scene.accused)


def _is_sentence(scene: Scene, at: int, agent: int, done: int) -> bool:
    """Whether a state puts those to death whom its courts sentenced: "executed two men for murder"."""
    tree = scene.tree
    if tree.lower[at] not in words("responsibility", "judicial"):
        return False
    sentenced = any(tree.lower[c] in words("responsibility", "sentenced") for c in tree.having(done, "acl"))
    state = is_country(actor(scene, agent) or "") or tree.lower[agent] in words("naming", "state")
    what = (c for h in (at, done) for c in tree.having(h, "obl", "nmod") if "for" in tree.cases(c))
    tried = any(tree.lower[c] in words("responsibility", "sentence") for c in what)
    return sentenced or (state and tried)
