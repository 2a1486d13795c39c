"""Slips of the parse put right: names in pieces, and sentences within which somebody is said to speak."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.questions.text.asides import mend_asides
from sayso.questions.text.astray import mend_astray, mended_kinds
from sayso.questions.text.attached import mend_attached
from sayso.questions.text.clauses import SUBJECTS, above, has, mend_clauses, near, subject_relation
from sayso.questions.text.parted import mend_parted, nouns_told
from sayso.questions.text.participles import mend_participles_apart
from sayso.questions.text.predicates import mend_predicates
from sayso.questions.text.swallowed import mend_cases, mend_swallowed
from sayso.questions.vocabulary import groups
from sayso.questions.vocabulary import words as listed
from sayso.reading.annotations import Entity, Reading, Span, Words

__all__ = ["Insertion", "insertions", "mended"]

LONGEST = 5
"""Words of an inserted source, and of what follows its verb."""

Insertion = tuple[int, int, int, Span]
"""The first word of a source set off by commas, its verb, the comma behind, and the words of the sentence."""

_NOMINAL = {"NOUN", "PROPN", "PRON", "DET", "ADJ", "PART"}
_LOOSE = ("punct", "cc")
_ANY_SUBJECT = (*SUBJECTS, "nsubj:outer")


def mended(reading: Reading, lower: Sequence[str], inserted: Sequence[Insertion]) -> Words:
    """The syntax with slips of the parse put right that contradict the words themselves.

    An infinitive right behind a verb is that verb's complement ("failed to take"), a noun before its verb
    that has a preposition is no object ("in detention since May, has gone"), and one with a copula no place.
    """
    words = replace(reading.words, upos=mended_kinds(reading.text, reading.words, lower))
    words = replace(words, upos=nouns_told(words, lower))
    heads, deprels = list(words.heads), list(words.deprels)
    for at in range(len(words.spans)):
        head = heads[at]
        case = deprels[at] == "case" and head > at
        ahead = deprels[head] == "obj" and head < heads[head]
        if case and (ahead or (deprels[head] == "advcl" and lower[at] == "of")):
            deprels[head] = "obl"  # "spoke of 12 | dead"
        if deprels[at] == "mark" and head == at + 1 and lower[at] == "of":
            _mend_participle(heads, deprels, words, at)
        if deprels[at] == "vocative" and head == at - 1 and words.upos[head] == "VERB":
            deprels[at] = "obj"  # nobody is called by name right behind a verb: "denied poisoning Ann Roe"
        if deprels[at] == "nsubj:pass" and head < at:
            before = {deprels[i] for i in range(max(0, head - LONGEST), head) if heads[i] == head}
            if "nsubj" in before and "aux:pass" not in before:
                deprels[at] = "obj"  # "troops killed 150 peaceful protesters"
        infinitive = deprels[at] == "mark" and head == at + 1 and words.upos[at] == "PART"
        if deprels[at] == "cop" and deprels[head] == "obl" and words.upos[heads[head]] == "VERB":
            deprels[head] = "xcomp"  # "is thought to be in Arle"
        verb = max(0, at - 1)
        beside = words.upos[verb] == "VERB" and heads[head] == heads[verb] != verb
        if infinitive and beside and deprels[head] == "ccomp":
            heads[head], deprels[head] = verb, "xcomp"
    _mend_names(words, reading.entities, heads, deprels)
    mend_attached(words, lower, heads, deprels)
    mend_astray(words, lower, heads, deprels)
    mend_parted(words, lower, heads, deprels)
    mend_predicates(words, lower, heads, deprels)
    mend_participles_apart(words, lower, heads, deprels)
    mend_asides(words, lower, _people(words, reading.entities), heads, deprels)
    _mend_insertions(words, inserted, heads, deprels)
    _mend_participles(words, lower, heads, deprels)
    _mend_subjects(words, lower, heads, deprels)
    mend_clauses(words, lower, heads, deprels)
    mend_swallowed(heads, deprels)
    mend_cases(words, heads, deprels)
    return replace(words, heads=tuple(heads), deprels=tuple(deprels))


def _mend_participle(heads: list[int], deprels: list[str], words: Words, of: int) -> None:
    """Make "of pioneering oceanographer Ann Roe" be of the oceanographer: the participle only describes."""
    verb, noun = of + 1, of + 2
    if noun >= len(heads) or words.upos[noun] != "NOUN" or deprels[noun] != "nmod":
        return
    if (deprels[verb] == "acl" and heads[noun] == heads[verb]) or (deprels[verb], heads[verb]) == (
        "amod",
        noun,
    ):
        heads[verb], deprels[verb] = noun, "amod"
        heads[of], deprels[of] = noun, "case"


def _mend_names(words: Words, entities: Sequence[Entity], heads: list[int], deprels: list[str]) -> None:
    """Hang all words of a name on one of them: the first of a person's, the last of others'."""
    starts = [start for start, _ in words.spans]
    for name in entities:
        inside = range(bisect_left(starts, name.start), bisect_left(starts, name.end))
        tops = [at for at in inside if heads[at] == at or heads[at] not in inside]
        if len(tops) < 2:
            continue
        kept = tops[0] if name.label == "PERSON" else tops[-1]
        ancestors = set(above(heads, kept))
        for at in tops:
            if at == kept:
                continue
            if at in ancestors:
                heads[kept], deprels[kept] = heads[at] if heads[at] != at else kept, deprels[at]
            heads[at], deprels[at] = kept, "flat" if name.label == "PERSON" else "compound"


def _people(words: Words, entities: Sequence[Entity]) -> list[int]:
    """The first words of the names of people."""
    starts = [start for start, _ in words.spans]
    first = (bisect_left(starts, name.start) for name in entities if name.label == "PERSON")
    return [at for at in first if at < len(starts)]


def _mend_participles(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str]) -> None:
    """Give an artifact its noun back that was taken for part of a participle's: "the tape broadcast in May".

    A participle with the form of a noun is none where a time or a preposition follows at once.
    """
    for at in range(1, len(words.spans) - 1):
        noun, told = at - 1, lower[at] in listed("artifact_words", "bare_participle")
        if not told or lower[noun] not in groups("artifacts") or words.upos[at] == "VERB":
            continue
        inside = heads[noun] == at and deprels[noun] in ("compound", "amod")
        beside = (heads[noun], deprels[noun]) == (heads[at], deprels[at])
        lost = deprels[noun] in ("compound", "amod") and heads[noun] < noun  # no noun is of one before it
        timed = any(
            (heads[i], deprels[i]) == (at, "nmod:unmarked") for i in range(at + 1, min(at + 3, len(heads)))
        )
        follows = timed or words.upos[at + 1] in ("ADP", "DET", "PROPN")  # "broadcast last week"
        if not ((inside or beside or lost) and follows):
            continue
        for child in [i for i in near(heads, at) if i < noun or deprels[i] == "cop"]:
            heads[child] = noun
        if inside or lost:
            heads[noun], deprels[noun] = (heads[at] if heads[at] != at else noun), deprels[at]
        heads[at], deprels[at] = noun, "acl"


def _mend_subjects(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str]) -> None:
    """Give a clause behind "that" its subject, where another verb took it: "a chance that he is dead"."""
    for mark in range(1, len(words.spans) - 2):
        verb = heads[mark]
        if deprels[mark] != "mark" or lower[mark] != "that" or has(heads, deprels, verb, _ANY_SUBJECT):
            continue
        outside = (i for i in range(mark + 1, min(verb, mark + LONGEST)) if not mark < heads[i] <= verb)
        nouns = (i for i in outside if deprels[i] in ("nsubj", "appos") and words.upos[i] in _NOMINAL)
        at = next(nouns, None)
        if at is not None and at not in above(heads, verb):
            heads[at], deprels[at] = verb, "nsubj"


def insertions(words: Words, lower: Sequence[str]) -> Iterator[Insertion]:
    """What is set off within a sentence by commas: a short noun phrase, and a verb of saying."""
    for first, last in words.sentences:
        for at in range(first + 2, last - 2):
            acts = (words.deprels[at - 1], words.heads[at - 1]) == ("nsubj", at)  # "the ministry states"
            if not (acts or words.upos[at] == "VERB") or lower[at] not in listed("stance", "inserted"):
                continue
            begin = next((i + 1 for i in range(at - 2, first, -1) if lower[i] == ","), None)
            end = next((i for i in range(at + 1, min(at + LONGEST, last)) if lower[i] == ","), None)
            if begin is None or end is None or "VERB" in words.upos[at + 1 : end]:
                continue
            if at - begin <= LONGEST and _names_one(words, lower, begin, at):
                yield begin, at, end, (first, last)


def _mend_insertions(
    words: Words, inserted: Sequence[Insertion], heads: list[int], deprels: list[str]
) -> None:
    """Give a sentence its own predicate back where an inserted verb took its place."""
    for begin, cue, end, (first, last) in inserted:
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
                if at < begin and words.upos[at] in _NOMINAL and not has(heads, deprels, held, _ANY_SUBJECT):
                    deprels[at] = subject_relation(heads, deprels, held)
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
    if held in (heads[top], *above(heads, heads[top])):
        return False
    heads[held], deprels[held] = heads[top], deprels[top]
    return True


def _names_one(words: Words, lower: Sequence[str], first: int, last: int) -> bool:
    """Whether words are a noun phrase or a pronoun, and nothing else."""
    kinds = words.upos[first:last]
    relative = lower[first] in listed("stance", "relative")
    return not relative and kinds[-1] in ("NOUN", "PROPN", "PRON") and set(kinds) <= _NOMINAL
