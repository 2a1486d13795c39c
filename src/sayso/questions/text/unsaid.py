"""What somebody does not say: "did not go so far as to say that it was fake", "stopped short of that"."""

from __future__ import annotations

from sayso.questions.text.stance import stance
from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import words

__all__ = ["unsaid"]


def unsaid(tree: Tree, at: int, cue: frozenset[str] = frozenset()) -> bool:
    """Whether a predicate is what somebody does not say, by the words of its cue or the verb above it."""
    if cue & (words("stance", "not") | words("stance", "short")) and cue & _says():
        return cue.isdisjoint(words("stance", "only") | words("stance", "deny"))
    return tree.relation(at) == "ccomp" and _is_unsaid(tree, tree.words.heads[at])


def _is_unsaid(tree: Tree, verb: int) -> bool:
    """Whether a verb of saying is negated, or the "go" above "so far as to say" is."""
    if tree.lower[verb] not in _says():
        return False
    above = tree.words.heads[verb]
    if tree.lower[above] in words("stance", "far"):
        above = tree.words.heads[above]
    far = any(tree.lower[c] in words("stance", "far") for c in tree.having(above, "advmod"))
    if far and stance(tree, above).negative:
        return True
    nots = (c for c in tree.having(verb, "advmod") if tree.lower[c] in words("stance", "not"))
    return any(tree.lower[c + 1] not in words("stance", "only") for c in nots)


def _says() -> frozenset[str]:
    """The verbs by which something is said, not only thought."""
    told = words("stance", "telling") | words("stance", "saying")
    return told - words("stance", "holding") - words("stance", "deny")
