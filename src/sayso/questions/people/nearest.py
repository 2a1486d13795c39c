"""Of whom a clause tells where the parse takes another: the name before "who", and not the source."""

from __future__ import annotations

from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import words
from sayso.reading.names import Named

__all__ = ["behind_was", "not_source", "who_before"]


def who_before(scene: Scene, at: int, part: str) -> Named | None:
    """Whose full name stands right before the comma of a relative clause: "the son of Ann Roe, who died"."""
    tree = scene.tree
    if part == "patient" and not tree.passive(at):  # "Ann Roe, who killed him"
        return None
    verbs = (at, tree.words.heads[at]) if tree.relation(at) in ("xcomp", "advmod") else (at,)  # "shot dead"
    subjects = (c for verb in verbs for c in tree.having(verb, "nsubj"))
    who = next((c for c in subjects if tree.lower[c] in words("stance", "relative")), None)
    if who is None or who < 2 or tree.lower[who - 1] != ",":
        return None
    name = _before_age(scene, who - 2)
    mention = scene.mentions.covering(name)
    near = scene.mentions.names.of(mention) if mention is not None else None
    joined = tree.relation(name) == "conj" or tree.relation(tree.words.heads[name]) == "conj"
    full = near is not None and near.label == "PERSON" and " " in near.name
    return near if full and not joined else None


def _before_age(scene: Scene, at: int) -> int:
    """The word before an age that commas set off, or the word itself: "Ann Roe, 22, who was shot"."""
    tree = scene.tree
    aged = at > 1 and tree.words.upos[at] == "NUM" and tree.lower[at - 1] == ","
    return at - 2 if aged else at


def not_source(scene: Scene, at: int, who: int) -> int:
    """Of whom a predicate tells where its source was taken for him: "Roe was freed, her lawyer said"."""
    tree, attribution = scene.tree, scene.attribution(at)
    if attribution is None or tree.words.upos[who] == "PRON":
        return who
    start = tree.words.spans[who][0]
    if not any(first <= start < last for first, last in attribution.source):
        return who
    own = (c for c in tree.having(tree.words.heads[at], "nsubj") if c < at and not scene.is_cue(c))
    return next(own, who)


def behind_was(scene: Scene, at: int) -> int | None:
    """Whom a participle at the head of a sentence tells of: "Killed in the blast were Ann Roe and Bo Li"."""
    tree = scene.tree
    was = next((c for c in tree.having(at, "aux:pass", "cop") if c > at), None)
    if was is None or at != tree.sentence(at)[0]:
        return None
    behind = (c for c in tree.children[at] if c > was and tree.words.upos[c] in ("NOUN", "PROPN"))
    return next((c for c in behind if not tree.cases(c)), None)
