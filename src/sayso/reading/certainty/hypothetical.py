"""Clauses that say what is aimed at, or would be under a condition: "to take the town", "if it falls"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.annotations import Span
from sayso.reading.certainty.sentence import Sentence
from sayso.reading.vocabulary import entries, lines

__all__ = ["UNVERIFIED", "hypothetical"]

UNVERIFIED = "unverified"

_DENIED = "-plain"
_QUOTES = frozenset(("``", '"', "“", "'", "‘", "«"))


def hypothetical(sentence: Sentence, clause: int) -> Iterator[tuple[str, Span]]:
    """Bands, with their spans, of a clause that is an aim, a condition, conditional, or a command."""
    yield from _aim(sentence, clause)
    yield from _condition(sentence, clause)
    if _commands(sentence, clause):
        yield UNVERIFIED, sentence.span(clause, clause + 1)


def _aim(sentence: Sentence, clause: int) -> Iterator[tuple[str, Span]]:
    """A clause of purpose, or of what comes before something: "to take the town", "until it falls"."""
    relation, head = sentence.relation(clause), sentence.head(clause)
    unrealised = entries("certainty/unrealised")
    marks = [mark for mark in sentence.below(clause, "mark") if sentence.forms[mark] in unrealised]
    excess = _excess(sentence, head) if marks and relation in ("advcl", "xcomp", "ccomp") else None
    if excess is not None:
        yield _DENIED, sentence.span(excess, excess + 1)
    elif _aimed(sentence, marks, relation, head):
        for mark in marks:
            yield UNVERIFIED, sentence.span(mark, mark + 1)


def _excess(sentence: Sentence, head: int) -> int | None:
    """The "too" of "too weak to attack"."""
    if sentence.tag(head) not in ("ADJ", "ADV"):
        return None
    words = sentence.below(head, "advmod")
    return next((at for at in words if sentence.forms[at] in entries("certainty/excess")), None)


def _aimed(sentence: Sentence, marks: list[int], relation: str, head: int) -> bool:
    """Whether a clause is only aimed at: no word above tells so already, or that it came about."""
    if relation in ("acl", "advcl") and _told_above(sentence, marks, head):
        return False
    if relation == "xcomp":
        return sentence.hit(head) is None and sentence.forms.get(head) not in entries("certainty/fulfilled")
    return relation in ("advcl", "acl", "conj")


def _told_above(sentence: Sentence, marks: list[int], head: int) -> bool:
    """Whether the word above tells how sure an aim is: "failure to act", "barred from leaving"."""
    kept = any(sentence.forms[mark] in entries("certainty/kept") for mark in marks)
    return sentence.hit(head) is not None and (kept or sentence.tag(head) != "VERB")


def _condition(sentence: Sentence, clause: int) -> Iterator[tuple[str, Span]]:
    """A condition on the clause ("would fall if"), or the clause's being one itself, or asked about."""
    for below in (clause, *sentence.below(clause, "advcl")):
        inverted = _inverted(sentence, below)
        if inverted is not None:
            yield UNVERIFIED, sentence.span(inverted, inverted + 1)
        for mark in sentence.below(below, "mark"):
            form = sentence.forms[mark]
            itself = below == clause and form in entries("certainty/indirect_questions")
            if itself or (form in entries("certainty/conditions") and not _conceded(sentence, mark)):
                yield UNVERIFIED, sentence.span(mark, mark + 1)


def _conceded(sentence: Sentence, mark: int) -> bool:
    """Whether a condition makes no difference: "even if"."""
    return sentence.forms.get(mark - 1) in entries("certainty/concessions")


def _inverted(sentence: Sentence, clause: int) -> int | None:
    """The verb before its subject that makes a clause a condition: "had they known"."""
    subject = next(sentence.below(clause, "nsubj"), None)
    if subject is None or sentence.relation(clause) != "advcl":
        return None
    opening = min(sentence.children[clause])
    helps = sentence.relation(opening).split(":")[0] in ("aux", "cop")
    return opening if helps and sentence.forms[opening] in entries("certainty/inverted") else None


def _commands(sentence: Sentence, clause: int) -> bool:
    """Whether a clause tells somebody to do something: a bare verb that opens a sentence or a quotation."""
    form = sentence.forms[clause]
    opens = clause == sentence.first or sentence.forms.get(clause - 1) in _QUOTES
    bare = not form.endswith(lines("certainty/inflected"))
    return (
        opens
        and bare
        and sentence.tag(clause) == "VERB"
        and sentence.relation(clause) in ("root", "ccomp", "parataxis")
        and not sentence.has(clause, "nsubj", "aux", "cop", "mark", "expl")
    )
