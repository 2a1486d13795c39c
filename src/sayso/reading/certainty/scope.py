"""Which words bear on a statement: those of its main verb, and of the verbs, nouns and adjectives above it.

"He is believed to have died", "there is a high probability that he died", "it is unclear whether he died":
what is said to be so hangs below the words that tell how sure that is. Words in relative clauses, and beside
other verbs, bear on something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.reading.certainty.sentence import Sentence
from sayso.reading.vocabulary import entries, lines

__all__ = ["Predicate", "joined", "predicates", "root"]

DEEPEST = 8
"""Predicates above or below one another that are followed."""

_COMPLEMENTS = ("ccomp", "xcomp", "csubj")
_ASIDE = ("acl", "advcl", "appos", "parataxis", "conj")
_MODIFIERS = ("advmod", "aux", "discourse", "mark")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that says something, the words that modify it, and how the statement hangs on it.

    ``complement`` is the relation of the clause below it ("ccomp", "xcomp", …), empty for the lowest.
    """

    word: int
    modifiers: tuple[int, ...]
    complement: str = ""


def root(sentence: Sentence, inside: list[int]) -> int | None:
    """The word among those ``inside`` that the others hang on: the one nearest to the sentence's root."""
    held = set(inside)
    tops = [at for at in inside if sentence.head(at) not in held or sentence.head(at) == at]
    tops = [at for at in tops if sentence.tag(at) != "PUNCT"] or tops
    verbs = [at for at in tops if _is_clause(sentence, at)]
    objects = [at for at in tops if sentence.relation(at) == "obj" and at not in verbs]
    if verbs and objects and all(sentence.relation(at) == "advcl" for at in verbs):
        return objects[0]  # "declared a state of emergency so that he could build"
    if verbs:
        return min(verbs, key=lambda at: (_beside(sentence, at), at))
    return max(tops, key=lambda at: _size(sentence, at, held), default=None)


def _beside(sentence: Sentence, at: int) -> bool:
    """Whether a clause stands beside another, or inside a noun's phrase."""
    subjects = (sentence.forms[child] for child in sentence.below(at, "nsubj"))
    relative = any(form in entries("relative_pronouns") for form in subjects)
    return relative or sentence.relation(at).split(":")[0] in _ASIDE


def _is_clause(sentence: Sentence, at: int) -> bool:
    """Whether a word is a verb, or has a copula."""
    return sentence.tag(at) in ("VERB", "AUX") or sentence.has(at, "cop")


def _size(sentence: Sentence, at: int, held: set[int]) -> int:
    """How many words hang below one, as far as they are among ``held``."""
    total, waiting = 0, [at]
    while waiting and total < 512:
        word = waiting.pop()
        total += 1
        waiting += [child for child in sentence.children.get(word, ()) if child in held]
    return total


def predicates(sentence: Sentence, top: int, inside: list[int], outside: set[int]) -> list[Predicate]:
    """The predicates that bear on a statement, from the statement's own up.

    ``top`` is the first of the statement's words, which are those ``inside``; ``outside`` are a cue's.
    """
    chain = [*_down(sentence, top, set(inside))]
    below = [*reversed(chain), *_up(sentence, top, outside)]
    found = [_predicate(sentence, below[0], "")]
    for lower, at in pairwise(below):
        found.append(_predicate(sentence, at, sentence.relation(lower)))
    return found


def _down(sentence: Sentence, top: int, held: set[int]) -> Iterator[int]:
    """From the statement's first word down to what it says to be so."""
    at: int | None = top
    for _ in range(DEEPEST):
        if at is None or at not in held:
            return
        yield at
        at = _complement(sentence, at)


def _complement(sentence: Sentence, at: int) -> int | None:
    """What a word of certainty says something of: a clause below it, or below its noun."""
    if sentence.hit(at) is not None:
        return _clause(sentence, at)
    if sentence.tag(at) not in ("VERB", "AUX"):
        return None
    nouns = (n for n in sentence.below(at, "nsubj", "obj") if sentence.hit(n) is not None)
    return next((noun for noun in nouns if _clause(sentence, noun) is not None), None)


def _clause(sentence: Sentence, at: int) -> int | None:
    """The clause below a word that tells what it says."""
    below = list(sentence.below(at, *_COMPLEMENTS))
    if not below and sentence.tag(at) in ("NOUN", "ADJ"):
        below = [c for c in sentence.below(at, "acl") if not _relative(sentence, c)]
    holder = sentence.head(at) if sentence.has(sentence.head(at), "expl") else at
    if not below and (sentence.tag(at) == "ADJ" or holder != at):  # "there was a high probability he died"
        below = [c for c in sentence.below(holder, "advcl") if c != at and not _conditional(sentence, c)]
    if not below and sentence.tag(at) == "NOUN" and sentence.marked(at + 1, "that"):
        below = [sentence.head(at + 1)]  # "a probability that he died", hung on another verb by mistake
    return below[0] if below else None


def _conditional(sentence: Sentence, at: int) -> bool:
    """Whether a clause is a condition."""
    return any(sentence.forms[m] in entries("certainty/conditions") for m in sentence.below(at, "mark"))


def _relative(sentence: Sentence, at: int) -> bool:
    """Whether a clause below a noun tells which thing it is, rather than what it says."""
    if sentence.relation(at) != "acl:relcl":
        return False
    pronouns = entries("relative_pronouns")
    subjects = list(sentence.below(at, "nsubj"))
    if len(subjects) > 1:  # "a probability that he is dead", misread
        return False
    return any(sentence.forms[child] in pronouns for child in (*subjects, *sentence.below(at, "obj")))


def _up(sentence: Sentence, top: int, outside: set[int]) -> Iterator[int]:
    """The words that the statement is a complement of."""
    at = top
    for _ in range(DEEPEST):
        relation, head = sentence.relation(at).split(":")[0], sentence.head(at)
        if head == at or head in outside:
            return
        if relation == "conj" and not list(sentence.below(at, "nsubj")):
            at = head
            continue
        if not _hangs(sentence, at, relation):
            return
        yield head
        at = head


def _hangs(sentence: Sentence, at: int, relation: str) -> bool:
    """Whether the word above a clause or a noun says how sure it is."""
    head = sentence.head(at)
    if relation in _COMPLEMENTS:
        return not _presupposed(sentence, at)
    if sentence.hit(head) is None:
        return False
    if relation == "advcl":
        return _kept_from(sentence, at, head) or _of_adjective(sentence, at, head)
    if relation in ("nmod", "obl"):
        return sentence.tag(at) == "NOUN" and _leaves_open(sentence, at, head)
    wished = relation == "obj" and sentence.tag(at) == "NOUN" and _wishes(sentence, head)
    return wished or (relation == "acl" and not _relative(sentence, at))


def _presupposed(sentence: Sentence, at: int) -> bool:
    """Whether a clause is taken to be so whatever is said of it: "would not say who killed him"."""
    subject = next(sentence.below(at, "nsubj"), None)
    if subject is None or any(word < subject for word in sentence.below(at, "aux", "cop")):
        return False  # "what to do"; "why did he go?"
    opening = [c for c in sentence.below(at, "advmod", "nsubj", "obj", "obl", "mark") if c < at]
    opening += [c for word in opening for c in sentence.below(word, "det", "advmod", "amod")]
    return any(sentence.forms[word] in entries("certainty/presupposing") for word in opening)


def _of_adjective(sentence: Sentence, at: int, head: int) -> bool:
    """Whether an adjective tells how sure an infinitive is: "impossible for him to leave"."""
    marks = sentence.below(at, "mark")
    return sentence.tag(head) == "ADJ" and any(
        sentence.forms[mark] in entries("certainty/of_adjectives") for mark in marks
    )


def _leaves_open(sentence: Sentence, at: int, head: int) -> bool:
    """Whether a word leaves open whether what is joined to it comes about: "threat of war"."""
    joins = any(
        sentence.forms[c] in entries("certainty/of_events_joined") for c in sentence.below(at, "case")
    )
    return joins and sentence.forms[head] in entries("certainty/of_events")


def _kept_from(sentence: Sentence, at: int, head: int) -> bool:
    """Whether a clause is what a verb keeps from coming about: "barred them from leaving"."""
    hit = sentence.hit(head)
    if hit is None or not hit.entry.band.startswith("-"):
        return False
    return any(sentence.forms[mark] in entries("certainty/kept") for mark in sentence.below(at, "mark"))


def _wishes(sentence: Sentence, at: int) -> bool:
    """Whether a verb leaves open whether its object comes about: "sought talks", "blocked the sale"."""
    hit = sentence.hit(at)
    return (
        hit is not None
        and sentence.tag(at) == "VERB"
        and hit.entry.words[0] in entries("certainty/of_objects")
    )


def joined(sentence: Sentence, at: int) -> Iterator[int]:
    """The verbs whose auxiliaries and marks a verb shares, being joined to them: "will go and speak"."""
    for _ in range(DEEPEST):
        if sentence.relation(at) != "conj" or sentence.has(at, "nsubj", "aux", "cop", "mark"):
            return
        at = sentence.head(at)
        if sentence.tag(at) != "VERB":
            return
        yield at


def _shared(sentence: Sentence, at: int) -> Iterator[int]:
    """The auxiliaries that a verb shares, and after "or" the negation too."""
    either = any(sentence.forms[word] in entries("certainty/either") for word in sentence.below(at, "cc"))
    for verb in joined(sentence, at):
        for word in sentence.below(verb, "aux", "advmod"):
            aux = sentence.relation(word) != "advmod"
            if (aux and sentence.hit(word) is not None) or (either and _negation(sentence.forms[word])):
                yield word


def _negation(form: str) -> bool:
    return form in entries("certainty/negations") or form.endswith(lines("certainty/negating_endings"))


def _predicate(sentence: Sentence, at: int, complement: str) -> Predicate:
    modifiers = [*sentence.below(at, *_MODIFIERS), *_shared(sentence, at)]
    for word in list(modifiers):
        modifiers += sentence.below(word, "advmod", "fixed")
    if complement and sentence.tag(at) in ("NOUN", "ADJ", "ADV"):
        modifiers += sentence.below(at, "amod", "det", "nmod", "obl")
    if not complement and sentence.tag(at) == "NOUN":
        modifiers += _attributes(sentence, at)
    for noun in (at, *sentence.below(at, "nsubj", "obj")):
        negating = (noun, *sentence.below(noun, "det", "cc"))
        modifiers += [n for n in negating if n != at and sentence.forms[n] in entries("certainty/nobody")]
    return Predicate(at, tuple(sorted(set(modifiers))), complement)


def _attributes(sentence: Sentence, noun: int) -> Iterator[int]:
    """The words of a noun that leave open whether it is, or deny it: "attempted murder", "without delay"."""
    for word in sentence.below(noun, "amod"):
        if sentence.forms[word] in entries("certainty/attributive"):
            yield word
    for word in sentence.below(noun, "case"):
        hit = sentence.hit(word)
        if hit is not None and hit.entry.band.startswith("-"):
            yield word
