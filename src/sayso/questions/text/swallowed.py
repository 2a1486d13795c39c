"""Predicates that the relative clause before them swallowed: "a tape in which he warns her | was a fake"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.questions.text.clauses import FINITE, SUBJECTS, above, near, subject_relation
from sayso.reading.annotations import Words

__all__ = ["mend_cases", "mend_swallowed"]

_TAKEN = ("ccomp", "xcomp", "parataxis", "advcl", "obj", "acl:relcl", "obl", "iobj")
"""What a parse takes such a predicate for."""


def mend_swallowed(heads: list[int], deprels: list[str]) -> None:
    """Give predicates that the relative clause before them swallowed their own subject."""
    if "acl:relcl" in deprels:
        for at in range(len(heads)):
            if deprels[at] in _TAKEN:
                _mend(heads, deprels, at)


def _mend(heads: list[int], deprels: list[str], at: int) -> None:
    """Give a predicate the noun before the clause as its subject, which has no verb else.

    The predicate has no subject of its own, or the clause's object: "a tape in which he claims the attack |
    has been examined".
    """
    for noun, clause in list(_clauses(heads, deprels, at)):
        if not _is_predicate(heads, deprels, at, clause):
            continue
        own = [c for c in near(heads, at) if deprels[c] in SUBJECTS]
        # "a tape in which he seems to warn Roe | was a fake"
        inner = heads[at] if deprels[at] == "ccomp" else clause
        told = own and deprels[at] in ("acl:relcl", "ccomp")
        taken = told and _is_object(heads, deprels, own[0], inner, at)
        lost = own[0] if taken else None
        if (own and lost is None) or not _is_alone(heads, deprels, noun):
            continue
        if lost is not None:
            heads[lost], deprels[lost] = inner, "obj"
        top = heads[noun] if heads[noun] != noun else at
        relation = "ccomp" if deprels[noun] in SUBJECTS else deprels[noun]
        heads[at], deprels[at] = top, relation
        heads[noun], deprels[noun] = at, subject_relation(heads, deprels, at)
        return


def _is_predicate(heads: Sequence[int], deprels: Sequence[str], at: int, clause: int) -> bool:
    """Whether a word has an auxiliary or a copula, and nothing behind the clause that joins it to that."""
    own = {deprels[c] for c in near(heads, at) if clause < c < at}
    return not own.isdisjoint(FINITE) and own.isdisjoint(("mark", "cc"))


def _clauses(heads: Sequence[int], deprels: Sequence[str], at: int) -> Iterator[tuple[int, int]]:
    """The nouns before a predicate with a relative clause in between, and the verbs of those."""
    for verb in above(heads, at):
        if deprels[verb] == "acl:relcl" and heads[verb] < verb < at:
            yield heads[verb], verb
    noun = heads[at]
    if deprels[at] == "acl:relcl":
        yield from ((noun, c) for c in near(heads, noun) if deprels[c] == "acl:relcl" and noun < c < at)


def _is_object(heads: Sequence[int], deprels: Sequence[str], subject: int, clause: int, at: int) -> bool:
    """Whether a predicate's subject stands right behind a clause's verb that has no object."""
    taken = any(deprels[c] in ("obj", "ccomp") and c != at for c in near(heads, clause))
    if subject < clause or taken:
        return False
    return all(heads[i] == subject for i in range(clause + 1, subject))


def _is_alone(heads: Sequence[int], deprels: Sequence[str], noun: int) -> bool:
    """Whether a noun is no part of a clause: the top of one, or the first of a verb's two subjects."""
    if deprels[noun] in SUBJECTS:
        return any(deprels[c] in SUBJECTS and c > noun for c in near(heads, heads[noun]))
    own = {deprels[c] for c in near(heads, noun)}
    return deprels[noun] in ("root", "ccomp", "parataxis") and own.isdisjoint((*SUBJECTS, *FINITE))


def mend_cases(words: Words, heads: list[int], deprels: list[str]) -> None:
    """Hang a preposition on its noun, not on the participle behind: "in a tape broadcast by the BBC"."""
    for at in range(len(heads)):
        verb, noun = heads[at], heads[at] - 1
        name = at + 1  # "arrived in Arle overnight from the | coast", where "in" hung on that
        if deprels[at] == "case" and name < verb and words.upos[name] == "PROPN" and deprels[name] == "obl":
            heads[at] = name if heads[name] == heads[verb] else verb
        if deprels[at] != "case" or noun <= at or words.upos[verb] != "VERB" or words.upos[noun] != "NOUN":
            continue
        if heads[noun] == heads[verb] and deprels[noun] == "obl":
            heads[at], heads[verb], deprels[verb] = noun, noun, "acl"
