"""Tolls as things: "the toll rose to 12", "put the dead at 282", "stood by its figure of nine"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.people.joined import Known
from sayso.questions.text.amounts import amount
from sayso.questions.text.events import event_class
from sayso.questions.text.scene import Scene
from sayso.questions.text.stance import takes_back
from sayso.questions.vocabulary import groups, words

__all__ = ["aspect_of", "in_short", "is_toll", "rises", "tolled"]

REACH = 10
"""Words behind a toll in which what it rises to is looked for."""

BACK = 40
"""Words before "put it at 12" among which the toll is told that is meant."""

_COUNTED = ("NOUN", "ADJ", "VERB")


def is_toll(scene: Scene, at: int) -> bool:
    """Whether a word is a toll, deaths that rise, or the dead that somebody puts at a number."""
    tree, word = scene.tree, scene.tree.lower[at]
    if word in words("toll", "toll"):
        return True
    above = tree.words.heads[at]
    passes = tree.words.upos[above] == "VERB" and tree.lower[above] in words("toll", "reach")
    if word in words("toll", "counted") and (rises(scene, above) or passes):
        return True
    if word in words("toll", "it") and tree.relation(at) == "obj" and _is_replaced(scene, at):
        return True
    if tree.lower[above] not in words("toll", "putting") or tree.relation(at) not in ("obj", "nsubj"):
        return False
    if word in words("toll", "it"):  # "police gave a toll of 14, the Red Cross put it at 20"
        before = tree.lower[max(0, at - BACK) : at]
        return bool(words("toll", "toll").intersection(before) and words("toll", "dead").intersection(before))
    return word in words("toll", "dead") and tree.words.upos[at] in _COUNTED


def _is_replaced(scene: Scene, at: int) -> bool:
    """Whether "it" is a figure told of in its sentence, which is set right: "and replaced it with 41"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    before = range(tree.sentence(at)[0], at)
    figure = next((i for i in before if tree.lower[i] in words("toll", "toll")), None)
    moved = tree.lower[verb] in words("toll", "moving")
    return moved and figure is not None and (is_toll(scene, figure) and _is_of_dead(scene, figure))


def _lost(phrase: str) -> bool:
    """Whether people in a phrase lost their lives."""
    told = set(phrase.split())
    return bool(told & words("toll", "losing") and told & words("toll", "lost_lives"))


def tolled(scene: Scene, at: int, known: Known) -> tuple[int, str, str] | None:
    """How high a toll is: the verb that tells it, how many, and what is counted."""
    tree = scene.tree
    earlier = any(tree.lower[c] in words("stance", "earlier") for c in tree.having(at, "amod"))
    within = tree.phrase(at)
    end = next((i for i in within if i > at and tree.lower[i] == ";"), within[-1] + 1)
    phrase = " ".join(tree.lower[i] for i in within if i < end)
    dead = words("toll", "dead")
    bare = tree.lower[at] in words("toll", "number") and dead.isdisjoint(phrase.split())
    if bare and not _lost(phrase) and not _is_of_dead(scene, at):
        return None
    hurt = words("toll", "hurt").intersection(phrase.split())
    aspect = aspect_of(phrase) or ("wounded" if hurt else "killed")
    for verb, found in _numbers(scene, at, known, earlier):
        value = amount(tree, found, known)
        if value:
            last = known[found][1] if found in known else len(tree.words)
            behind = aspect_of(" ".join(tree.lower[last + 1 : last + 2]))
            return verb, value, behind or aspect  # "casualties rose to 61 dead"
    return None


def in_short(scene: Scene, known: Known) -> Iterator[tuple[int, str]]:
    """The verbs by which a bare number is told behind the dead: "counted 157 dead; the junta admits 56"."""
    tree = scene.tree
    for at, (_, last) in known.items():
        verb = tree.words.heads[at]
        how = "obj" if tree.lower[verb] in words("toll", "counting") else None
        how = "obl" if tree.lower[verb] in words("toll", "speaking") and "of" in tree.cases(at) else how
        bare = last + 1 == len(tree.words) or tree.words.upos[last + 1] in ("PUNCT", "CCONJ", "SCONJ")
        if how is None or tree.relation(at) != how or not bare or tree.words.upos[at] != "NUM":
            continue
        before = tree.lower[max(0, verb - BACK) : verb]
        if words("toll", "dead").isdisjoint(before) and words("toll", "killing").isdisjoint(before):
            continue
        past = any(tree.lower[c] in words("toll", "past") for c in tree.having(verb, "aux", "advmod"))
        value = amount(tree, at, known)
        if not past and tree.relation(verb) != "acl" and tree.subject(verb) is not None and value:
            yield verb, value


def _is_of_dead(scene: Scene, at: int) -> bool:
    """Whether a figure of which no more is told is one of dead: "lowered the figure to 34", "withdrew it"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    moved = tree.lower[verb] in words("toll", "moving") and tree.oblique(at, "of") is None
    first, last = tree.sentence(at)
    taken = takes_back(tree, verb)
    told = {event_class(word) for word in tree.lower[first:last]} if taken else set()
    deadly = any((c or "").partition(".")[0] in words("toll", "deadly") for c in told)
    before = tree.lower[max(0, at - BACK) : at]
    dead = words("toll", "dead") | words("toll", "lost_lives")
    return ((moved or taken) and not dead.isdisjoint(before)) or deadly


def _numbers(scene: Scene, at: int, known: Known, earlier: bool) -> Iterator[tuple[int, int]]:
    """The words that may tell how high a toll is, the surest first, each with the verb that tells it."""
    tree = scene.tree
    relation, above = tree.relation(at), tree.words.heads[at]
    for verb in ([above] if relation in ("nsubj", "obj") else []) + _telling_more(scene, at):
        if (found := _reached(scene, verb, known)) is not None:
            yield verb, found
    if earlier:  # not "an earlier toll of 27"
        return
    if (found := tree.oblique(at, "of", "at", "to")) is not None:
        yield at, found
    yield from ((at, i) for i in tree.phrase(at) if i in known and "at" in tree.cases(i))  # "stands at 31"
    yield from _headline(scene, at, known)
    if relation == "obj" or tree.lower[above] in words("toll", "putting"):
        # "put the number of dead in the fire at 31", "gave the number of dead as 11"
        behind = (i for i in range(at + 1, tree.sentence(at)[1]) if i in known)
        plain = (i for i in behind if tree.relation(i) != "nummod")
        yield from ((above, i) for i in plain if {"at", "to", "as"}.intersection(tree.cases(i)))


def _headline(scene: Scene, at: int, known: Known) -> Iterator[tuple[int, int]]:
    """A number behind what a toll does, wherever the parse hung it: "quake toll climbs to 73"."""
    tree = scene.tree
    doing = words("toll", "rise") | words("toll", "reach") | words("toll", "at_now")
    last = min(tree.sentence(at)[1], at + REACH)
    for verb in (i for i in range(at + 1, last) if tree.lower[i] in doing):
        behind = verb + 1
        while behind < last and tree.lower[behind] in words("toll", "bounding") | words("toll", "reaching"):
            behind += 1
        if behind in known:
            yield verb, behind
        return


def _telling_more(scene: Scene, at: int) -> list[int]:
    """The verbs of the clauses that tell more of a toll: "its toll, which stood at 200"."""
    tree = scene.tree
    return [c for c in tree.having(at, "acl") if tree.words.deprels[c] == "acl:relcl"]


def _reached(scene: Scene, verb: int, known: Known) -> int | None:
    """The number that a toll rises to, or stands at, by its verb."""
    tree = scene.tree
    found = tree.oblique(verb, "to", "at", "past", "above", "over")
    if found is None and tree.lower[verb] in words("toll", "putting"):
        found = tree.oblique(verb, "as")
    if found is None and tree.lower[verb] in words("toll", "replacing"):
        found = tree.oblique(verb, "with", "by")
    if found is None and tree.lower[verb] in words("toll", "rise"):  # "rose from | nine to 12"
        found = tree.oblique(verb, "from")
    vague = tree.oblique(verb, "in")
    if found is None and vague is not None and tree.lower[vague] in groups("amounts"):  # "in the hundreds"
        found = vague
    if found is None and tree.lower[verb] in words("toll", "reach"):
        found = tree.patient(verb)
    return verb if found is None and verb in known else found


def aspect_of(text: str) -> str:
    """What is counted, by the words of a question or a phrase."""
    found = groups("aspects")
    return next((found[w] for w in text.lower().replace("?", " ").split() if w in found), "")


def rises(scene: Scene, at: int) -> bool:
    """Whether a verb tells of a number that rises or is corrected."""
    return scene.tree.lower[at] in words("toll", "rise")
