"""By what means: who fired the shots, planted the bomb, opened fire or took hostages."""

from __future__ import annotations

from sayso.questions.claim import Claim
from sayso.questions.responsibility.actors import actor, actors, doing, striking
from sayso.questions.responsibility.deeds import core, is_deed, is_deed_told, is_near, of_class, perhaps
from sayso.questions.text.events import event_class
from sayso.questions.text.nations import is_country
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import entries, groups, words

__all__ = ["at_behest", "at_hands", "ordered", "seized", "sent", "set_ablaze", "struck", "wielded"]

NEAR = 6
"""Words around "hostage" among which it is told that somebody is taken."""


CHEMICAL = "attack.chemical"
"""The class of events that gas is used in."""


def wielded(scene: Scene, at: int) -> Claim | None:
    """Who uses a weapon: "fired the shots that killed him", "planted the bomb", "fired on the crowd".

    What is fired must be aimed at something, and what is no weapon by itself ("a truck") used in a deed.
    """
    tree = scene.tree
    done, agent = tree.patient(at), tree.agent(at)
    if agent is None and done is not None and not any(True for _ in tree.having(at, "aux")):
        done, agent = None, done  # "gunboats fired on a tanker", which the parse has in the passive
    if done is None and tree.words.deprels[at] == "acl:relcl" and _is_weapon(scene, tree.words.heads[at]):
        done = tree.words.heads[at]  # "a mine its guerrillas had planted"
    joined = (c for c in tree.having(at, "advcl", "conj") if is_deed(tree.lower[c]) and _tells_same(scene, c))
    if agent is None or agent == done or any(True for _ in joined):  # "opened fire, killing six"
        return None
    fires = tree.lower[at] in words("responsibility", "firing")
    name = actors(scene, agent, doing) if _is_used(scene, at, done) and not _at_attacker(scene, at) else None
    return of_class(scene, at, name, at, "attack.shooting" if fires else "attack")


def _tells_same(scene: Scene, at: int) -> bool:
    """Whether a verb tells what was done with a weapon: "killing six", not "and abducted him"."""
    killing = (event_class(scene.tree.lower[at]) or "").startswith(("attack.killing", "attack.shooting"))
    return killing or scene.tree.relation(at) == "advcl"


def _is_used(scene: Scene, at: int, done: int | None) -> bool:
    """Whether a weapon is used against somebody, and not only had, or tried."""
    tree = scene.tree
    fires = tree.lower[at] in words("responsibility", "firing")
    if any(tree.lower[c] in words("responsibility", "spent") for c in tree.children[at]):
        return False  # "put the fire out", "fired back at critics"
    if done is None:
        return fires and _aimed(scene, at)
    if tree.lower[at] in words("responsibility", "using"):
        gas = tree.lower[done] in words("responsibility", "gas")
        told = [tree.lower[i] for i in tree.phrase(done)]
        mild = words("responsibility", "tear").intersection(told)
        return gas and not mild and any(event_class(word) == CHEMICAL for word in told)
    if tree.lower[at] in words("responsibility", "supplying"):
        return _deadly(scene, at, done)
    if _is_weapon(scene, done):
        known = tree.passive(at) and is_near(scene, at)  # "the missile was fired by the army"
        return not fires or known or _aimed(scene, at) or _deadly(scene, at, done)
    vehicle = tree.lower[done] in words("responsibility", "vehicle")
    return vehicle and (_deadly(scene, at, done) or _deliberate(scene, at))


def _is_weapon(scene: Scene, at: int) -> bool:
    """Whether a noun is a weapon, or so many: "two shells", "dozens of rounds"."""
    tree = scene.tree
    counted = (c for c in tree.having(at, "nmod") if "of" in tree.cases(c))
    return any(tree.lower[c] in words("responsibility", "weapon") for c in (at, *counted))


def _aimed(scene: Scene, at: int) -> bool:
    """Whether a shot goes at somebody or something: no test, and no shot in the air."""
    tree = scene.tree
    objects = list(tree.having(at, "obj"))
    holders = (at, *objects, *(c for one in objects for c in tree.having(one, "acl", "nmod")))
    at_whom = (c for h in holders for c in tree.having(h, "obl", "nmod"))
    aims = (c for c in at_whom if words("responsibility", "aim").intersection(tree.cases(c)))
    aimless = words("responsibility", "aimless") | entries("no_names")
    return any(tree.lower[c] not in aimless for c in aims)


def _deliberate(scene: Scene, at: int) -> bool:
    """Whether something is done on purpose: "deliberately crashed the plane"."""
    below = (scene.tree.lower[c] for c in scene.tree.having(at, "advmod"))
    return not words("responsibility", "deliberate").isdisjoint(below)


def _at_attacker(scene: Scene, at: int) -> bool:
    """Whether a shot goes at somebody who attacks: police who do so are not responsible for a deed."""
    tree = scene.tree
    holders = (at, *tree.having(at, "obj"))
    whom = (c for h in holders for c in tree.having(h, "obl", "nmod"))
    return any(tree.lower[c] in words("responsibility", "doer") for c in whom)


def _deadly(scene: Scene, at: int, done: int) -> bool:
    """Whether a thing was used in a deed: "the shots that killed him", "the truck in the bombing"."""
    tree = scene.tree
    holders = (at, done, *tree.having(done, "acl"))
    within = (c for h in holders for c in tree.having(h, "obl", "nmod") if "in" in tree.cases(c))
    if any(is_deed_told(scene, core(scene, c)) for c in within):
        return True
    hits = words("responsibility", "striking")
    return any(is_deed(tree.lower[c]) or tree.lower[c] in hits for c in tree.having(done, "acl"))


def set_ablaze(scene: Scene, at: int) -> Claim | None:
    """Who sets something ablaze, or on fire."""
    tree = scene.tree
    verb = tree.words.heads[at]
    lit = tree.lower[at] not in words("responsibility", "on_fire") or "on" in tree.cases(at)
    done = tree.patient(verb)
    lit = lit and (done is None or tree.lower[done] not in words("responsibility", "audience"))
    if not lit or tree.lower[verb] not in words("responsibility", "setting"):
        return None
    return of_class(scene, verb, actors(scene, tree.agent(verb), doing), verb, "fire")


def seized(scene: Scene, at: int) -> Claim | None:
    """Who takes hostages: "took the staff hostage"."""
    tree = scene.tree
    first, last = tree.sentence(at)
    if tree.relation(at) in ("nmod", "compound", "amod"):  # "took the hostage's family"
        return None
    near = range(max(first, at - NEAR), min(last, at + NEAR))
    verb = next((i for i in near if tree.lower[i] in words("responsibility", "seizing")), None)
    if verb is None or tree.words.upos[verb] != "VERB" or verb not in tree.above(at):
        return None
    name = doing(scene, tree.agent(verb))
    return of_class(scene, verb, name, verb, "attack.kidnapping")


def at_behest(scene: Scene, at: int) -> Claim | None:
    """On whose orders a deed was done: "killed on the orders of the general"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    if not words("responsibility", "on_behest").intersection(tree.cases(at)) or not is_deed(tree.lower[verb]):
        return None
    whose = scene.owner(at)
    return perhaps(scene, verb, actor(scene, whose), verb) if whose is not None else None


def at_hands(scene: Scene, at: int) -> Claim | None:
    """Who did what others suffered: "died at the hands of the militia"."""
    tree = scene.tree
    if tree.lower[at - 2 : at - 1] != ["at"]:
        return None
    return perhaps(scene, tree.words.heads[at], actor(scene, tree.oblique(at, "of")), at)


def struck(scene: Scene, at: int) -> Claim | None:
    """Whose forces hit what forces hit: "the jets struck a bridge", "Israel hit targets in the city"."""
    tree = scene.tree
    done, agent = tree.patient(at), tree.agent(at)
    if done is None and agent is not None and is_deed(tree.lower[agent]):  # "its rockets fell on the town"
        done = tree.oblique(at, *words("responsibility", "aim"), "in")
    if done is None or agent is None:
        return None
    place = event_class(tree.lower[done]) is not None or tree.lower[done] in words("responsibility", "target")
    if not place or scene.named_person(agent) is not None:
        return None
    shot = is_deed(tree.lower[agent])
    name = striking(scene, agent) if shot else doing(scene, agent)
    armed = name and (shot or tree.lower[agent] in words("naming", "forces") or is_country(name))
    return of_class(scene, at, name, at, "attack.strike") if armed else None


def sent(scene: Scene, at: int) -> Claim | None:
    """Who has others do a deed: "paid two men to kill her", "trained the men who bombed the embassy"."""
    tree = scene.tree
    done = tree.patient(at)
    if done is None:
        return None
    if tree.passive(at):  # "the bomber was sent by the group"
        doer = groups("doers").get(tree.lower[done])
        own = tree.relation(at) not in ("acl", "amod")
        return of_class(scene, at, actor(scene, tree.agent(at)), at, doer) if doer and own else None
    to_do = [c for c in tree.having(at, "xcomp", "advcl") if c > done]
    to_do += [c for c in tree.having(done, "acl") if tree.agent(c) == done]
    deed = next((c for c in to_do if is_deed(tree.lower[c]) and not _is_mere_loss(scene, c)), None)
    if deed is None or any(tree.lower[c] in words("stance", "not") for c in tree.children[deed]):
        return None
    return of_class(scene, at, actors(scene, tree.agent(at), doing), at, event_class(tree.lower[deed]))


def ordered(scene: Scene, at: int) -> Claim | None:
    """Who gives the order to do a deed: "gave the order to kill them"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    given = tree.relation(at) == "obj" and tree.lower[verb] in words("responsibility", "giving")
    deed = next((c for c in tree.having(at, "acl") if is_deed(tree.lower[c])), None)
    if not given or deed is None or _is_mere_loss(scene, deed):
        return None
    return of_class(scene, verb, doing(scene, tree.agent(verb)), at, event_class(tree.lower[deed]))


def _is_mere_loss(scene: Scene, at: int) -> bool:
    """Whether things are destroyed, which is no deed to be ordered: "ordered it to destroy its weapons"."""
    return (event_class(scene.tree.lower[at]) or "").startswith("destruction")
