"""The dead by name, where a noun tells of the dead and a verb tells who they are."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import words

__all__ = ["dead_by_name", "said_to_be"]

BACK = 60
"""Words before "the victims" in which it is told that they died."""

FAR = 40
"""Words behind "among those who died" in which it is told who was."""

NEAR = 8
"""Words between "was" and the name of who was."""


def dead_by_name(scene: Scene) -> Iterator[int]:
    """The words for those who are told to be the dead: "the victims were identified as Ann Roe and Bo Li"."""
    for at, word in enumerate(scene.tree.lower):
        if word in words("life", "victim") | words("life", "dead") and _names_dead(scene, at):
            yield from said_to_be(scene, at)


def _names_dead(scene: Scene, at: int) -> bool:
    """Whether a noun stands for people who are dead; "victims" where the report told of deaths before."""
    tree = scene.tree
    noun = _before(scene, at)
    definite = words("naming", "definite").intersection(tree.lower[c] for c in tree.having(noun, "det"))
    if tree.lower[at] in words("life", "dead"):
        those = tree.lower[tree.words.heads[at]] in words("life", "those")
        article = at and tree.lower[at - 1] in words("naming", "definite")
        of_them = noun != at and tree.words.upos[noun] == "NOUN"
        counted = any(True for _ in tree.having(at, "nummod"))  # "14 bodies"
        return those or (
            bool(definite or article or counted) and (of_them or tree.words.upos[at] in ("NOUN", "ADJ"))
        )
    below = {tree.lower[c] for c in tree.having(at, "amod")}
    return bool(below & words("life", "dead")) or any(
        word in words("life", "dead") for word in tree.lower[max(0, at - BACK) : at]
    )


def _before(scene: Scene, at: int) -> int:
    """The noun that a participle behind it tells of: "the man killed", wherever the parse hung it."""
    tree = scene.tree
    if tree.words.deprels[at] == "acl":
        return tree.words.heads[at]
    follows = tree.words.upos[at] == "VERB" and tree.relation(at) in ("ccomp", "xcomp") and at > 0
    return at - 1 if follows and tree.relation(at - 1) == "obj" else at


def said_to_be(scene: Scene, at: int) -> list[int]:
    """The names that a noun for several people, such as the dead, is said to be, or to include."""
    tree = scene.tree
    before = _before(scene, at)
    above = before if before != at else tree.words.heads[at]
    beside = before != at or tree.relation(at) == "amod"
    described = beside and tree.words.upos[above] == "NOUN"  # "the dead man", "the man killed"
    those = tree.lower[above] in words("life", "those") and tree.relation(at) != "nsubj"
    top = above if described or those else at
    one = tree.words.heads[top]
    if tree.lower[one] in words("life", "one") and "of" in tree.cases(top):  # "one of the dead was Ann Roe"
        top = one
    verb = tree.words.heads[top]
    if tree.lower[verb] in words("life", "identify"):
        first = _identified_as(scene, top, at if described else verb)
    elif words("life", "among").intersection(tree.cases(top)):
        first = _among_them(scene, at, top)
    else:
        first = _is_or_includes(scene, at, top) or _with_those_of(scene, at)
    joined = tree.having(first, "conj") if first is not None else ()
    return [first, *(c for c in joined if "-" not in tree.lower[c - 1])] if first is not None else []


def _identified_as(scene: Scene, top: int, at: int) -> int | None:
    """As whom somebody is identified; "as" may hang on ``at``: "named the man killed | as Ann Roe"."""
    tree, verb = scene.tree, scene.tree.words.heads[top]
    if tree.relation(top) not in ("nsubj", "obj", "xcomp"):
        return None
    told = (tree.oblique(word, *words("life", "as")) for word in (verb, at))
    first = next((name for name in told if name is not None), None)
    if first is not None and tree.lower[first] in words("life", "its"):  # "as those of Ann Roe"
        of = tree.oblique(first, "of")
        return of if of is not None else tree.oblique(verb, "of")
    return first


def _is_or_includes(scene: Scene, at: int, top: int) -> int | None:
    """Who the dead are, whose a body is, or whom they include."""
    tree, verb, relation = scene.tree, scene.tree.words.heads[top], scene.tree.relation(top)
    if tree.lower[verb] in words("life", "belonging"):
        return tree.oblique(verb, "to") if relation == "nsubj" else None
    if tree.lower[verb] in words("life", "include"):
        return tree.patient(verb) if relation in ("nsubj", "amod") else None
    if relation != "nsubj" or not any(True for _ in tree.having(verb, "cop")):
        return None
    if tree.lower[verb] in words("life", "its"):  # "the body was that of Ann Roe"
        return tree.oblique(verb, "of")
    return verb if scene.mentions.of(verb, "PERSON") is not None else _who_was(scene, at) or verb


def _with_those_of(scene: Scene, at: int) -> int | None:
    """Whose body is among several: "14 bodies were found, including that of the mayor, Ann Roe"."""
    tree = scene.tree
    last = min(tree.sentence(at)[1], at + FAR)
    for i in range(at + 1, last - 2):
        told = tree.lower[i] in words("naming", "including") and tree.lower[i + 1] in words("life", "its")
        if told and tree.lower[i + 2] in words("naming", "of"):
            behind = range(i + 3, min(last, i + 3 + NEAR))
            return next((name for name in behind if _is_person(scene, name)), None)
    return None


def _is_person(scene: Scene, at: int) -> bool:
    """Whether a word is part of a person's name."""
    mention = scene.mentions.covering(at)
    return mention is not None and mention.label == "PERSON"


def _among_them(scene: Scene, at: int, top: int) -> int | None:
    """Who is among the dead."""
    tree, verb = scene.tree, scene.tree.words.heads[top]
    first = next((c for c in tree.having(verb, "nsubj") if c > top), None)
    if any(True for _ in tree.having(top, "cop")):
        subjects = list(tree.having(top, "nsubj"))
        first = next((c for c in subjects if c > top), subjects[0] if subjects else None)
    elif any(top < c < verb for c in tree.having(verb, "cop")):
        first = verb
    return _who_was(scene, at) if first is None or tree.words.upos[first] == "VERB" else first


def _who_was(scene: Scene, at: int) -> int | None:
    """The name right behind "was", wherever the parse hung it: "among those who died there was Ann Roe"."""
    tree = scene.tree
    last = min(tree.sentence(at)[1], at + FAR)
    for verb in range(at + 1, last):
        if tree.lower[verb] not in words("life", "was"):
            continue
        for name in range(verb + 1, min(last, verb + NEAR)):
            if _is_person(scene, name):
                return name
            if tree.words.upos[name] not in ("DET", "ADJ", "NOUN", "PROPN", "ADV"):
                break
    return None
