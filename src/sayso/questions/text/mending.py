"""Slips of the parse put right: names in pieces, and sentences within which somebody is said to speak."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso.questions.vocabulary import groups
from sayso.questions.vocabulary import words as listed
from sayso.reading.annotations import Entity, Span, Words

__all__ = ["Insertion", "insertions", "mend_insertions", "mend_names", "mend_participles", "mend_subjects"]

LONGEST = 5
"""Words of an inserted source, and of what follows its verb."""

Insertion = tuple[int, int, int, Span]
"""The first word of a source set off by commas, its verb, the comma behind, and the words of the sentence."""

_NOMINAL = {"NOUN", "PROPN", "PRON", "DET", "ADJ", "PART"}
_LOOSE = ("punct", "cc")


def mend_names(words: Words, entities: Sequence[Entity], heads: list[int], deprels: list[str]) -> None:
    """Hang all words of a name on one of them: the first of a person's, the last of others'."""
    starts = [start for start, _ in words.spans]
    for name in entities:
        inside = range(bisect_left(starts, name.start), bisect_left(starts, name.end))
        tops = [at for at in inside if heads[at] == at or heads[at] not in inside]
        if len(tops) < 2:
            continue
        kept = tops[0] if name.label == "PERSON" else tops[-1]
        above = _above(heads, kept)
        for at in tops:
            if at == kept:
                continue
            if at in above:
                heads[kept], deprels[kept] = heads[at] if heads[at] != at else kept, deprels[at]
            heads[at], deprels[at] = kept, "flat" if name.label == "PERSON" else "compound"


def mend_participles(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str]) -> None:
    """Give an artifact its noun back that was taken for part of a participle's: "the tape broadcast in May".

    A participle with the form of a noun is none where a time or a preposition follows at once.
    """
    for at in range(1, len(words.spans) - 1):
        noun, told = at - 1, lower[at] in listed("artifact_words", "bare_participle")
        if not told or lower[noun] not in groups("artifacts") or words.upos[at] == "VERB":
            continue
        inside = heads[noun] == at and deprels[noun] in ("compound", "amod")
        beside = (heads[noun], deprels[noun]) == (heads[at], deprels[at])
        if not (inside or beside) or words.upos[at + 1] not in ("ADP", "DET", "PROPN"):
            continue
        for child in [i for i, head in _near(heads, at) if head == at and (i < noun or deprels[i] == "cop")]:
            heads[child] = noun
        if inside:
            heads[noun], deprels[noun] = (heads[at] if heads[at] != at else noun), deprels[at]
        heads[at], deprels[at] = noun, "acl"


def mend_subjects(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str]) -> None:
    """Give a clause behind "that" its subject, where another verb took it: "a chance that he is dead"."""
    for mark in range(1, len(words.spans) - 2):
        verb = heads[mark]
        if deprels[mark] != "mark" or lower[mark] != "that" or _has_subject(heads, deprels, verb):
            continue
        outside = (i for i in range(mark + 1, min(verb, mark + LONGEST)) if not mark < heads[i] <= verb)
        nouns = (i for i in outside if deprels[i] in ("nsubj", "appos") and words.upos[i] in _NOMINAL)
        at = next(nouns, None)
        if at is not None and at not in _above(heads, verb):
            heads[at], deprels[at] = verb, "nsubj"


def insertions(words: Words, lower: Sequence[str]) -> Iterator[Insertion]:
    """What is set off within a sentence by commas: a short noun phrase, and a verb of saying."""
    for first, last in words.sentences:
        for at in range(first + 2, last - 2):
            if words.upos[at] != "VERB" or lower[at] not in listed("stance", "inserted"):
                continue
            begin = next((i + 1 for i in range(at - 2, first, -1) if lower[i] == ","), None)
            end = next((i for i in range(at + 1, min(at + LONGEST, last)) if lower[i] == ","), None)
            if begin is None or end is None or "VERB" in words.upos[at + 1 : end]:
                continue
            if at - begin <= LONGEST and _names_one(words, lower, begin, at):
                yield begin, at, end, (first, last)


def mend_insertions(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str]) -> None:
    """Give a sentence its own predicate back where an inserted verb took its place."""
    for begin, cue, end, (first, last) in insertions(words, lower):
        inside, right = range(begin, end), range(end + 1, last)
        tops = [at for at in inside if heads[at] == at or heads[at] not in inside]
        loose = [at for at in right if heads[at] not in right and deprels[at] not in _LOOSE]
        held = next((at for at in loose if heads[at] in inside or heads[at] == at), None)
        if held is None:
            root = next((at for at in range(first, last) if heads[at] == at), first)
            held = root if root not in inside else None
        if held is None or not _lift(heads, deprels, tops, cue, held):
            continue
        for at in (*range(first, begin), *range(end, last)):
            if at != held and heads[at] in inside:
                heads[at] = held
                if at < begin and words.upos[at] in _NOMINAL and not _has_subject(heads, deprels, held):
                    deprels[at] = "nsubj:pass" if _is_passive(heads, deprels, held) else "nsubj"
        for at in tops:
            heads[at], deprels[at] = (held, "parataxis") if at == cue else (cue, "nsubj")


def _lift(heads: list[int], deprels: list[str], tops: Sequence[int], cue: int, held: int) -> bool:
    """Put a predicate where the inserted words stood that it hangs on; False where that would be a circle."""
    top = next((at for at in (cue, *tops) if at in tops), None)
    if top is None:
        return False
    if heads[held] == held or heads[held] not in range(min(tops), max(*tops, cue) + 1):
        return True
    if heads[top] == top:
        heads[held], deprels[held] = held, "root"
        return True
    if held in (heads[top], *_above(heads, heads[top])):
        return False
    heads[held], deprels[held] = heads[top], deprels[top]
    return True


def _names_one(words: Words, lower: Sequence[str], first: int, last: int) -> bool:
    """Whether words are a noun phrase or a pronoun, and nothing else."""
    kinds = words.upos[first:last]
    relative = lower[first] in listed("stance", "relative")
    return not relative and kinds[-1] in ("NOUN", "PROPN", "PRON") and set(kinds) <= _NOMINAL


def _has_subject(heads: Sequence[int], deprels: Sequence[str], at: int) -> bool:
    return any(head == at and deprels[i].startswith("nsubj") for i, head in _near(heads, at))


def _is_passive(heads: Sequence[int], deprels: Sequence[str], at: int) -> bool:
    return any(head == at and deprels[i] == "aux:pass" for i, head in _near(heads, at))


def _near(heads: Sequence[int], at: int) -> Iterator[tuple[int, int]]:
    """The words up to some way from one, with their heads."""
    first = max(0, at - 60)
    return enumerate(heads[first : at + 60], first)


def _above(heads: Sequence[int], at: int) -> set[int]:
    found: set[int] = set()
    while heads[at] != at and heads[at] not in found:
        at = heads[at]
        found.add(at)
    return found
