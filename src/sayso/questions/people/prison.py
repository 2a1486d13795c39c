"""Who is in custody by a place or a term of it: "in jail", "sent to prison", "serving two years"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import words

__all__ = ["imprisoned", "is_to_prison", "placed"]

NEAR = 8
"""Words behind a term in which it is told that it is one of prison."""

FAR = 60
"""Words behind "sentenced" in which it is told to what."""


def placed(scene: Scene, at: int) -> int | None:
    """Whom a word for a place or state of custody is told of: who is "in jail", "captive", "at large"."""
    tree, word = scene.tree, scene.tree.lower[at]
    if _is_over(scene, at):
        return None
    if tree.relation(at) == "amod" or word in words("custody", "free") | words("custody", "bare"):
        return _so(scene, at)
    if word in words("custody", "inmate"):
        return _inmate(scene, at)
    if word in words("custody", "row") and tree.lower[at - 1] not in words("custody", "death"):
        return None
    inside = any(case in _wanted(word) for case in tree.cases(at))
    return _inside(scene, at) if inside else _sent(scene, at)


def _is_over(scene: Scene, at: int) -> bool:
    """Whether a time in a place or state is told as past: "was arrested after 14 months on the run"."""
    tree = scene.tree
    case = min(tree.having(at, "case"), default=0)
    if not case or tree.lower[case - 1] not in words("custody", "time"):
        return False
    return not words("custody", "outside").isdisjoint(tree.lower[max(0, case - NEAR) : case])


def _so(scene: Scene, at: int) -> int | None:
    """Who is "captive" or "free", or "a free man"."""
    tree, word = scene.tree, scene.tree.lower[at]
    state = words("custody", "free") | words("custody", "bare")
    if tree.relation(at) == "amod":
        noun = tree.words.heads[at]
        adult = word in state and tree.lower[noun] in words("custody", "human")
        return tree.subject(noun) if adult and any(True for _ in tree.having(noun, "cop")) else None
    if word in words("custody", "bare"):
        return tree.subject(at)
    named = tree.text[tree.words.spans[at][0]].isupper() or tree.words.upos[at] == "VERB"
    doing = any(True for _ in tree.having(at, "xcomp", "advcl", "acl"))  # "free to return"
    return None if named or doing else tree.subject(at)


def _inside(scene: Scene, at: int) -> int | None:
    """Who is in a place of custody: "is in jail", "in jail since May, she …", "while in prison"."""
    tree = scene.tree
    first = next((i for i in tree.phrase(at) if tree.words.upos[i] != "PUNCT"), at)
    meanwhile = tree.lower[first] in words("custody", "while")
    if tree.relation(at) == "advcl" or meanwhile:  # "was stabbed while in prison"
        above = tree.words.heads[at]
        return tree.patient(above) if tree.passive(above) else tree.subject(above)
    if (apart := _set_off(scene, first)) is not None:
        return apart
    if any(True for _ in tree.having(at, "cop")):
        return tree.subject(at)
    verb = tree.words.heads[at]
    if tree.relation(at) not in ("obl", "xcomp", "advmod") or not _holds(scene, at, verb):
        return _sent(scene, at)
    return tree.subject(verb) if not tree.passive(verb) else tree.patient(verb)


def _holds(scene: Scene, at: int, verb: int) -> bool:
    """Whether who does or suffers something in a place of custody is held: "stays", "died in prison"."""
    tree, word = scene.tree, scene.tree.lower[verb]
    if tree.lower[at] in words("custody", "bond"):
        return word in words("custody", "liberty")
    if word in words("custody", "being"):
        return tree.passive(verb) or not any(True for _ in tree.having(verb, "obj"))
    return word in words("custody", "suffering") and tree.lower[at] in words("custody", "cells")


def _wanted(word: str) -> frozenset[str]:
    """The prepositions that make a word tell of custody."""
    if word in words("custody", "bond"):  # "out on bail"
        return words("custody", "on")
    return words("custody", "loose_case" if word in words("custody", "loose") else "case")


def _inmate(scene: Scene, at: int) -> int | None:
    """Who is an inmate or a hostage, not a former one, and no "prisoner of his past"."""
    tree = scene.tree
    of = tree.oblique(at, *words("naming", "of"))
    owned = of is not None and any(True for _ in tree.having(of, "nmod:poss"))
    before = {tree.lower[c] for c in tree.having(at, "amod", "advmod")}
    if owned or before & words("control", "former"):
        return None
    if any(True for _ in tree.having(at, "cop")):
        return tree.subject(at)
    return tree.words.heads[at] if tree.relation(at) == "appos" and tree.words.heads[at] < at else None


def _set_off(scene: Scene, first: int) -> int | None:
    """Whose name stands before a phrase set off by a comma: "Ann Roe, in detention since May, …"."""
    if first < 2 or scene.tree.lower[first - 1] != ",":
        return None
    mention = scene.mentions.covering(first - 2)
    return first - 2 if mention is not None and mention.label == "PERSON" else None


def _sent(scene: Scene, at: int) -> int | None:
    """Who is brought to a place of custody or had there: "was sent to prison", "put her in jail"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    if tree.relation(at) not in ("obl", "xcomp", "nmod") or tree.lower[at] not in words("custody", "cells"):
        return None
    if words("custody", "into").isdisjoint(tree.cases(at)):
        return None
    if tree.words.upos[verb] != "VERB":
        verb = tree.words.heads[verb]
    word, bare = tree.lower[verb], not any(True for _ in tree.having(at, "det", "nmod:poss"))
    if word in words("custody", "sending"):
        return tree.patient(verb)
    return tree.subject(verb) if word in words("custody", "entering") and bare else None


def imprisoned(scene: Scene, at: int) -> int | None:
    """Who has a term in prison by a verb: "serves", "received", "was given" or "spent" so many years."""
    tree = scene.tree
    if any(tree.lower[c] in words("custody", "outside") for c in tree.having(at, "mark", "case")):
        return None  # "after serving half of her sentence"
    term = next((noun for noun in _objects(scene, at) if _is_term(scene, at, noun)), None)
    if term is None:
        return None
    if tree.lower[at] not in words("custody", "giving"):
        return tree.subject(at)
    if tree.passive(at):
        return tree.subject(at)
    given = (c for c in tree.having(at, "iobj", "obj") if c != term)
    taker = tree.oblique(at, "to", "on")  # "imposed a sentence on Ann Roe"
    return next(given, taker if taker is not None else tree.oblique(term, "to", "on"))


def _objects(scene: Scene, at: int) -> Iterator[int]:
    """The nouns that can be the object of a verb: "half of her sentence" is her sentence."""
    tree = scene.tree
    for noun in tree.having(at, "obj", "obl", "xcomp", "nsubj"):
        if noun > at and not tree.cases(noun):
            inner = tree.oblique(noun, *words("naming", "of"))
            yield inner if inner is not None and tree.lower[noun] in words("naming", "part") else noun


def _is_term(scene: Scene, verb: int, noun: int) -> bool:
    """Whether a noun is a term in prison: not one of office, nor a suspended one."""
    tree, head = scene.tree, scene.tree.lower[noun]
    last = min(tree.sentence(noun)[1], noun + NEAR)
    behind = next((i for i in range(noun + 1, last) if tree.words.upos[i] == "PUNCT"), last)
    told = {tree.lower[i] for i in (*tree.phrase(noun), *range(noun, behind))}
    if told & words("custody", "spared"):
        return False
    jailed = bool(told & words("custody", "jailing"))
    passing = tree.lower[verb] in words("custody", "passing")
    if passing and not _is_jail(scene, noun, behind):
        jailed = False
    serving = tree.lower[verb] in words("custody", "serving")
    first, end = tree.sentence(verb)
    guilty = not words("custody", "convicting").isdisjoint(tree.lower[first:end])
    if head in words("custody", "verdict"):
        return jailed or serving or bool(told & words("custody", "time"))
    if head in words("custody", "stint"):
        return jailed or "life" in told or (serving and guilty)
    if head in words("custody", "while_away") and serving:  # "serving his time"
        return True
    whole = guilty or "life" in told or "for" in told  # "got life", "got ten years for spying"
    return head in words("custody", "time") and (jailed or (whole and not passing))


def _is_jail(scene: Scene, noun: int, last: int) -> bool:
    """Whether a time was spent in a place of custody by what stands behind it: "six years in prison"."""
    tree = scene.tree
    near = (i for i in range(noun + 1, last) if tree.lower[i] in words("custody", "jailing"))
    return any(not words("custody", "case").isdisjoint(tree.cases(i)) for i in near)


def is_to_prison(scene: Scene, at: int) -> bool:
    """Whether a sentence is one of prison by what is told first behind it: no fine, not suspended."""
    tree = scene.tree
    last = min(tree.sentence(at)[1], at + FAR)
    told = words("custody", "term") | words("custody", "spared")
    first = next((i for i in range(at + 1, last) if tree.lower[i] in told), None)
    if first is None or tree.lower[first] in words("custody", "spared"):
        return False
    near = tree.lower[first : min(last, first + NEAR)]
    until = next((n for n, word in enumerate(near) if word in words("custody", "jailing")), len(near))
    if words("custody", "spared").intersection(near[:until]):
        return False  # "to two years of probation"
    return words("custody", "put_off").isdisjoint(tree.lower[first:last])
