"""Words that a parse hung one off: subjects that changed places, prepositions on the noun before theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.questions.text.clauses import FINITE, SUBJECTS, above, has, near, subject_relation
from sayso.questions.text.mends import Mends
from sayso.questions.text.nations import nation
from sayso.questions.vocabulary import words as listed
from sayso.reading.annotations import Words

__all__ = ["mend_astray", "mended_kinds"]

FEW = 6
"""Words from an article to its noun, at most."""

_NAMING = ("NOUN", "PROPN")
_OWN = (*SUBJECTS, *FINITE, "mark")
_LIVING = ["DET", "ADJ", "NOUN"]
_NUMBERED = re.compile(r"[A-Z]{1,3}\d+")
"""A name of letters and a number: "M23"."""


def mended_kinds(text: str, words: Words, lower: Sequence[str]) -> tuple[str, ...]:
    """The parts of speech, with those put right that contradict the words: "M23" is a name, no number.

    After the name of a people "living" is a verb: "a Georgian living in Turkey".
    """
    kinds = list(words.upos)
    for at, (start, end) in enumerate(words.spans):
        if kinds[at] == "NUM" and _NUMBERED.fullmatch(text, start, end):
            kinds[at] = "PROPN"
        noun = words.heads[at]
        if words.deprels[at] == "det" and lower[at] in listed("naming", "the") and kinds[noun] == "PRON":
            kinds[noun] = "NOUN"  # "the Santa Rosa mine"
        lives = lower[at] in listed("whereabouts", "living") and kinds[at - 2 : at + 1] == _LIVING
        if lives and nation(text[slice(*words.spans[at - 1])]):
            kinds[at - 1], kinds[at] = "NOUN", "VERB"
    return tuple(kinds)


def _mend_swapped(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give two verbs the subjects that they have of each other: "Ann Roe was in Arle, a friend said"."""
    cue = heads[at]
    if deprels[at] != "ccomp" or cue < at:
        return False
    first = [c for c in near(heads, cue) if deprels[c] in SUBJECTS]
    last = [c for c in near(heads, at) if deprels[c] in SUBJECTS]
    if len(first) != 1 or len(last) != 1 or not first[0] < at < last[0] < cue:
        return False
    heads[first[0]], heads[last[0]] = at, cue
    deprels[first[0]], deprels[last[0]] = subject_relation(heads, deprels, at), "nsubj"
    return True


def _mend_speaker(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give who is set off before a verb of saying to it: "Ann Roe is in Arle, | the mayor, Bo Li, said"."""
    if words.upos[at] != "VERB" or lower[at] not in listed("stance", "inserted"):
        return False
    told = next((c for c in near(heads, at) if c < at and deprels[c] == "ccomp"), None)
    who = _set_off(lower, heads, deprels, told, at) if told is not None else None
    subjects = [c for c in near(heads, at) if deprels[c] in SUBJECTS]
    if told is None or who is None or len(subjects) > 1 or not all(c < told for c in subjects):
        return False
    if subjects and has(heads, deprels, told, SUBJECTS):
        return False
    for subject in subjects:
        heads[subject], deprels[subject] = told, subject_relation(heads, deprels, told)
    heads[who], deprels[who] = at, "nsubj"
    return True


def _set_off(
    lower: Sequence[str], heads: Sequence[int], deprels: Sequence[str], first: int, last: int
) -> int | None:
    """The outermost apposition that begins behind a comma and ends right before a verb, behind a word."""
    end = last - 1 - (lower[last - 1] == ",")
    chain = [c for c in (end, *above(heads, end)) if first < c < last and deprels[c] == "appos"]
    begins = {c: min((i for i in near(heads, c) if i < c and lower[i] != ","), default=c) for c in chain}
    return next((c for c in reversed(chain) if heads[c] < c and lower[begins[c] - 1] == ","), None)


def _mend_between(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang a name between an article and its noun on that: "the | Santa Rosa | mine is held by"."""
    noun = heads[at]
    if deprels[at] != "det" or not at + 1 < noun < at + FEW or words.upos[noun] != "NOUN":
        return False
    inside = range(at + 1, noun)
    if any(words.upos[i] != "PROPN" for i in inside):
        return False
    for word in inside:
        if heads[word] not in range(at + 1, noun + 1) or heads[word] == word:
            heads[word], deprels[word] = noun, "compound"
    return True


def _mend_joined(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Join a name or title to the noun behind it, where a parse has two subjects: "M23 rebels entered"."""
    noun = at + 1
    if deprels[at] not in SUBJECTS or words.upos[at] != "PROPN" or noun >= len(heads):
        return False
    if heads[noun] != heads[at] or deprels[noun] not in SUBJECTS:
        return False
    if words.upos[noun] == "NOUN":
        heads[at], deprels[at] = noun, "compound"
    elif has(heads, deprels, noun, ("flat",)) and not near(heads, at):  # "Striker Ann Roe"
        heads[at], deprels[at] = noun, "nmod:desc"
    return True


def _mend_case(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang a preposition on the noun behind it, not on that before: "from Arle to | Mora"."""
    noun = at + 1
    if deprels[at] != "case" or words.upos[at] != "ADP" or heads[at] >= at or noun >= len(heads):
        return False
    if deprels[noun] in ("det", "amod", "nmod:poss", "nummod") and heads[noun] > noun:
        noun = heads[noun]
    bare = deprels[noun] in ("obl", "nmod") and not has(heads, deprels, noun, ("case",))
    if bare and words.upos[noun] in _NAMING:
        heads[at] = noun
    return bare


def _mend_with(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give what stands behind "with" its subject: "with Arle under rebel control, families flee"."""
    state, subject = heads[at], at + 1
    if lower[at] != "with" or deprels[at] not in ("mark", "case") or subject + 1 >= len(heads):
        return False
    if at and words.upos[at - 1] == "VERB":
        return False  # "packed with explosives into a building"
    if state == subject and deprels[subject + 1] == "case" and deprels[subject] in SUBJECTS:
        state = heads[subject + 1]
    if state <= subject:
        return False
    apart = deprels[subject] in (*SUBJECTS, "obl") and heads[subject] == heads[state] != state
    if not apart or words.upos[subject] not in _NAMING or not has(heads, deprels, state, ("case",)):
        return False
    heads[subject], deprels[subject] = state, "nsubj"
    heads[at], deprels[at], deprels[state] = state, "mark", "advcl"
    return True


def _mend_judged(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give a predicate the noun before it that a parse took for another: "its claim that … | is a lie"."""
    if deprels[at] not in ("ccomp", "parataxis") or has(heads, deprels, at, SUBJECTS):
        return False
    copula = next((c for c in near(heads, at) if deprels[c] == "cop"), None)
    if copula is None:
        return False
    beside = (c for c in near(heads, heads[at]) if c < copula and deprels[c] == "ccomp" and c != at)
    noun = next((c for c in beside if words.upos[c] in _NAMING and not has(heads, deprels, c, _OWN)), None)
    if noun is None:
        return False
    heads[noun], deprels[noun] = at, "nsubj"
    return True


def _mend_overtaken(
    words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int
) -> bool:
    """Give a sentence its verb back, where a participle set off took its place: "Arle, | run by …, is in"."""
    top = heads[at]
    aside = deprels[at] in ("advcl", "conj", "parataxis") and top < at and lower[top - 1 : top] == [","]
    if not aside or words.upos[top] != "VERB" or has(heads, deprels, top, _OWN):
        return False
    subject = next((c for c in near(heads, at) if deprels[c] in SUBJECTS and c < top - 1), None)
    if subject is None or has(heads, deprels, at, ("mark", "cc")):
        return False
    heads[at], deprels[at] = (at if heads[top] == top else heads[top]), deprels[top]
    heads[top], deprels[top] = subject, "acl"
    return True


def _mend_behind(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give a verb its subject that was taken for an apposition: "Having seized Arle, | the Front named …"."""
    noun, verb = heads[at], at + 1
    if deprels[at] != "appos" or noun > at or words.upos[verb : verb + 1] != ("VERB",):
        return False
    first = min(near(heads, at), default=at)
    begins = first if first < at and lower[first] != "," else at
    if lower[begins - 1] != "," or has(heads, deprels, verb, SUBJECTS):
        return False
    clause = next((c for c in above(heads, noun) if heads[c] == verb and deprels[c] == "advcl"), None)
    if clause is None:
        return False
    heads[at], deprels[at] = verb, subject_relation(heads, deprels, verb)
    return True


def _mend_object(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make a name right behind an active verb its object: "had retaken | Arle", not "had become King"."""
    verb = at - 1
    if deprels[at] != "xcomp" or words.upos[at] != "PROPN" or heads[at] != verb:
        return False
    becomes = lower[verb] in listed("control", "become") | listed("naming", "remaining")
    passive = has(heads, deprels, verb, ("aux:pass", "obj")) or deprels[verb] == "acl"
    if words.upos[verb] != "VERB" or becomes or passive or has(heads, deprels, at, _OWN):
        return False
    deprels[at] = "obj"
    return True


def _mend_people(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang "living" on the name of a people before it: "a Georgian living in Turkey"."""
    verb = heads[at]
    if deprels[at] != "amod" or verb != at + 1 or (words.upos[at], words.upos[verb]) != ("NOUN", "VERB"):
        return False
    heads[at], deprels[at] = (at if heads[verb] == verb else heads[verb]), deprels[verb]
    for child in near(heads, verb):
        if child < at:
            heads[child] = at
    heads[verb], deprels[verb] = at, "acl"
    return True


def _mend_backwards(
    words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int
) -> bool:
    """Make one of two predicates an adverb: "Arle is | back in government hands"."""
    case, over = at + 1, heads[at]
    if words.upos[at] != "ADV" or case >= len(heads) or deprels[case] != "case":
        return False
    noun, own = heads[case], near(heads, at)
    beside = noun > case and heads[noun] == over and deprels[noun] == deprels[at]
    if not beside or not any(deprels[c] == "cop" for c in own) or any(deprels[c] in SUBJECTS for c in own):
        return False
    for child in own:
        heads[child] = noun
    heads[at], deprels[at] = noun, "advmod"
    return True


def _mend_called(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang what a name is on the name before its comma: "left Arle, | the last town that they held"."""
    if deprels[at] != "parataxis" or words.upos[at] != "NOUN":
        return False
    first = min((c for c in near(heads, at) if c < at and lower[c] != ","), default=at)
    name = first - 2
    if name < 0 or lower[first - 1] != ",":
        return False
    name = heads[name] if deprels[name] == "flat" else name
    bare = words.upos[name] == "PROPN" and not has(heads, deprels, at, (*_OWN, "cc", "case"))
    if not bare or at in above(heads, name) or deprels[first] != "det":
        return False
    heads[at], deprels[at] = name, "appos"
    return True


def _mend_claim(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make the second of two clauses that tell of a noun its predicate: "its claim that … | is a lie"."""
    noun = heads[at]
    if deprels[at] != "acl" or noun > at or has(heads, deprels, at, SUBJECTS):
        return False
    copula = next((c for c in near(heads, at) if deprels[c] == "cop"), at)
    clause = next((c for c in near(heads, noun) if deprels[c] == "acl" and noun < c < copula), None)
    if copula == at or clause is None or not has(heads, deprels, clause, SUBJECTS):
        return False
    for mark in near(heads, at):
        if mark < clause:
            heads[mark] = clause
    heads[at], deprels[at] = (at if heads[noun] == noun else heads[noun]), deprels[noun]
    heads[noun], deprels[noun] = at, "nsubj"
    return True


def _mend_asked(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang a participle on the noun before its comma, not on "who": "who controls Arle, | held by Mora,"."""
    verb, noun = heads[at], at - 2
    if deprels[at] != "advcl" or noun <= verb or lower[at - 1] != "," or words.upos[noun] not in _NAMING:
        return False
    who = next((c for c in near(heads, verb) if deprels[c] in SUBJECTS), None)
    asked = who is not None and lower[who] in listed("stance", "relative")
    if not asked or not has(heads, deprels, at, ("obl:agent",)) or has(heads, deprels, at, _OWN):
        return False
    heads[at], deprels[at] = noun, "acl"
    return True


def _mend_listed(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Join a verb behind a comma to the one before: "she fled, | reached Arle and hid there, they said"."""
    told = heads[at] > at and deprels[at] == "ccomp" and words.upos[at] == "VERB" and lower[at - 1] == ","
    if not told or has(heads, deprels, at, _OWN):
        return False
    first = next((c for c in near(heads, heads[at]) if deprels[c] == "ccomp" and c < at), None)
    if first is None or words.upos[first] != "VERB" or lower[first - 1] == ",":
        return False  # not "Roe, sentenced last year, walked in"
    heads[at], deprels[at] = first, "conj"
    return True


def _mend_crossing(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang a place on the noun before it, not on one before the verb: "on a trip, told leaders | in Arle"."""
    if deprels[at] != "nmod":
        return False
    case = min((c for c in near(heads, at) if c < at and deprels[c] == "case"), default=at)
    noun, over = case - 1, heads[at]
    if case == at or noun <= over or words.upos[noun] not in _NAMING:
        return False
    verb = heads[noun]
    crosses = over < verb < noun and heads[over] == verb and words.upos[verb] == "VERB"
    if crosses:
        heads[at] = noun
    return crosses


def _mend_adverb(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang an adverb between a copula and its predicate on that: "is no longer in Arle, they | said"."""
    if deprels[at] != "advmod" or words.upos[at] not in ("ADV", "PART"):
        return False
    before = at - 1
    while before > 0 and words.upos[before] in ("ADV", "PART"):
        before -= 1
    predicate = heads[before]
    apart = before >= 0 and deprels[before] in FINITE and before < at < predicate
    if not apart or before <= heads[at] <= predicate:
        return False
    heads[at] = predicate
    return True


mend_astray = Mends(
    (_mend_swapped, ("ccomp",)),
    (_mend_speaker, ()),
    (_mend_between, ("det",)),
    (_mend_joined, SUBJECTS),
    (_mend_case, ("case",)),
    (_mend_with, ("mark", "case")),
    (_mend_judged, ("ccomp", "parataxis")),
    (_mend_overtaken, ("advcl", "conj", "parataxis")),
    (_mend_behind, ("appos",)),
    (_mend_object, ("xcomp",)),
    (_mend_people, ("amod",)),
    (_mend_backwards, ()),
    (_mend_called, ("parataxis",)),
    (_mend_claim, ("acl",)),
    (_mend_asked, ("advcl",)),
    (_mend_listed, ("ccomp",)),
    (_mend_crossing, ("nmod",)),
    (_mend_adverb, ("advmod",)),
)
"""Hang words on the word beside the one that they were hung on, where that tells more sense."""
