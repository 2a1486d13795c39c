"""Who gives a statement, behind a preposition: "was told by Roe", "comes from his wife"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.certainty.sentence import Sentence

__all__ = ["NAMING", "giver", "named"]

NAMING = frozenset(("NOUN", "PROPN", "PRON"))
"""Parts of speech of the head of a source."""

_APART = ("cop", "nsubj", "parataxis", "conj", "punct", "advmod", "acl", "advcl", "case", "mark")
"""What hangs on a source and is no part of it."""


def giver(sentence: Sentence, word: int, *prepositions: str) -> int | None:
    """The noun behind a preposition that hangs on a verb or noun; None where there is none."""
    for who in sentence.below(word, "obl", "nmod"):
        cases = map(sentence.forms.get, _cases(sentence, who))
        if who > word and sentence.tag(who) in NAMING and not set(prepositions).isdisjoint(cases):
            return who
    return None


def _cases(sentence: Sentence, noun: int) -> Iterator[int]:
    """The prepositions of a noun, or of the title before a name: "by police commissioner Roe"."""
    before = (c for c in sentence.below(noun, "nmod", "compound") if c < noun)
    for holder in (noun, *before):
        yield from sentence.below(holder, "case")


def named(sentence: Sentence, who: int) -> list[int]:
    """The words of a source by its head, without what only hangs on it, and with the name behind it."""
    apart = {at for child in sentence.below(who, *_APART) for at in sentence.phrase(child)}
    apart |= {at for case in _cases(sentence, who) for at in sentence.phrase(case)}
    kept = [at for at in sentence.phrase(who) if at not in apart]
    first, last = min(kept, default=who), max(kept, default=who) + 1
    while last > who + 1 and sentence.tag(last - 1) == "PUNCT":
        last -= 1
    return list(range(first, _after_name(sentence, last)))


def _after_name(sentence: Sentence, last: int) -> int:
    """Where a source ends that a name follows which the parse hung elsewhere: "the governor, Ali Tan."."""
    name = last + 1
    if sentence.forms.get(last) != "," or name >= sentence.last or sentence.tag(name) != "PROPN":
        return last
    end = name
    while end < sentence.last and sentence.tag(end) == "PROPN":
        end += 1
    apposed = sentence.relation(name) == "appos" and sentence.forms.get(end, ".") in (",", ".", ";")
    return end if apposed else last
