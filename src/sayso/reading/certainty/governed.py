"""What an event that is no main clause takes from the verb that it belongs to.

"They will sign an agreement", "they would break the law by attacking": the agreement and the attack are no
surer than the verb.
"""

from __future__ import annotations

from sayso.reading.certainty.sentence import Sentence
from sayso.reading.vocabulary import entries

__all__ = ["holder", "undone", "unheard"]

DEEPEST = 8
"""Words above one another that are followed."""

_OF_VERBS = ("obj", "obl", "conj", "compound", "nmod")


def holder(sentence: Sentence, at: int, outside: set[int]) -> int | None:
    """The verb that a noun, or a clause without a tense of its own, belongs to; None where it has none."""
    for _ in range(DEEPEST):
        relation, head = sentence.relation(at).split(":")[0], sentence.head(at)
        if head == at or head in outside:
            return None
        noun = sentence.tag(at) == "NOUN" and not sentence.has(at, "cop")
        if noun and _exists(sentence, at):
            return head
        if not (noun and relation in _OF_VERBS) and not _leans(sentence, at, relation):
            return None
        if sentence.tag(head) == "VERB" and relation in ("obj", "obl", "advcl"):
            return head
        if sentence.tag(head) == "VERB" and noun:
            return None
        at = head
    return None


def _leans(sentence: Sentence, at: int, relation: str) -> bool:
    """Whether a clause happens only with the one above it: "by attacking", "once it falls"."""
    if sentence.tag(at) != "VERB" or relation not in ("advcl", "acl"):
        return False
    return any(
        sentence.forms[word] in entries("certainty/leaning")
        for word in sentence.below(at, "mark", "advmod", "case")
    )


def undone(sentence: Sentence, at: int) -> bool:
    """Whether a denied verb denies a noun with it: "has not signed any deal", "there was not a deal"."""
    no_kind = entries("certainty/of_no_kind")
    return _exists(sentence, at) or any(sentence.forms[word] in no_kind for word in sentence.below(at, "det"))


def unheard(sentence: Sentence, at: int) -> bool:
    """Whether a denied verb leaves open whether there is what its object names: "has not signed a deal".

    Nobody has spoken of it before: it has an indefinite article or none.
    """
    if sentence.relation(at) != "obj" or sentence.has(at, "nmod"):
        return False
    articles = [sentence.forms[word] for word in sentence.below(at, "det")]
    return all(form in entries("certainty/indefinite") for form in articles)


def _exists(sentence: Sentence, at: int) -> bool:
    """Whether a noun is what there is: "there was an attack"."""
    return sentence.relation(at) == "nsubj" and sentence.has(sentence.head(at), "expl")
