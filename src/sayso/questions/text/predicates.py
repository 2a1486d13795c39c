"""Subjects and predicates that a parse parted."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.questions.text.clauses import FINITE, SUBJECTS, has, near, subject_relation, take_over
from sayso.questions.text.mends import Mend
from sayso.questions.vocabulary import groups
from sayso.questions.vocabulary import words as listed
from sayso.reading.annotations import Words
from sayso.reading.vocabulary import entries

__all__ = ["mend_predicates"]

_ANY_SUBJECT = (*SUBJECTS, "nsubj:outer", "expl", "csubj")


def mend_predicates(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str]) -> None:
    """Join subjects and predicates that the words themselves put together."""
    for at in range(len(heads)):
        for mend in _MENDS.get(deprels[at], ()):
            mend(words, lower, heads, deprels, at)


def _mend_copula(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang what belongs to a predicate on its noun, not on the preposition of that: "is | out on bail"."""
    case = heads[at]
    told = deprels[at] in FINITE or deprels[at] in SUBJECTS
    if not told or deprels[case] != "case" or heads[case] <= case:
        return False
    heads[at] = heads[case]
    return True


def _mend_subject(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give a predicate the noun right before its copula that went elsewhere: "doubt | letter is by Roe"."""
    predicate, who = heads[at], at - 1
    told = deprels[at] == "cop" and predicate > at > 0 and words.upos[who] in ("NOUN", "PROPN", "PRON")
    if not told or heads[who] == predicate or has(heads, deprels, predicate, _ANY_SUBJECT):
        return False
    over = heads[who]
    small = deprels[who] == "obj" and over < who and heads[predicate] == over
    inside = deprels[who] == "nsubj" and at < over < predicate and words.upos[over] != "VERB"
    if not small and not inside:
        return False
    heads[who], deprels[who] = predicate, "nsubj"
    if small:
        deprels[predicate] = "ccomp"
    return True


def _mend_swapped(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make a noun the object of the verb before it, not that a part of it: "Roe | published | a letter"."""
    noun = heads[at]
    told = deprels[at] == "acl" and deprels[noun] == "root" and noun > at and words.upos[at] == "VERB"
    if not told or not any(deprels[c] in SUBJECTS and c < at for c in near(heads, at)):
        return False
    take_over(heads, deprels, at, noun, "obj")
    return True


def _mend_relative(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make "that" an object where somebody did something to it: "a letter that | he sent"."""
    verb = heads[at]
    if lower[at] not in entries("relative_pronouns") or deprels[verb] != "acl" or not heads[verb] < at < verb:
        return False
    noun = heads[verb]
    if deprels[at] != "mark":
        behind = noun == at - 1 - (lower[at - 1] == ",")  # not "confusion over who was in charge"
        deprels[verb] = "acl:relcl" if behind else deprels[verb]
        return behind
    told = deprels[at] == "mark" and noun == at - 1 and lower[noun] in groups("artifacts")
    own = {deprels[c] for c in near(heads, verb)}
    if not told or "nsubj" not in own or own & {"obj", "ccomp", "xcomp", *FINITE}:
        return False
    deprels[at], deprels[verb] = "obj", "acl:relcl"
    return True


def _mend_back(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang a place on the predicate right before it, not on a verb before that: "and is back | in jail"."""
    noun, predicate = heads[at], at - 1
    if (
        deprels[at] != "case"
        or noun < at
        or deprels[noun] != "obl"
        or not has(heads, deprels, predicate, ("cop",))
    ):
        return False
    over = heads[noun]
    told = words.upos[predicate] in ("ADV", "PRON") and heads[predicate] == over < predicate
    if told:
        heads[noun] = predicate
    return told


def _mend_second(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give a relative clause its subject that went to the verb behind: "a tape on which | he sings | was"."""
    verb = heads[at]
    if deprels[at] not in SUBJECTS or verb <= at:
        return False
    first = next((c for c in near(heads, verb) if deprels[c] in SUBJECTS), at)
    clauses = [c for c in near(heads, first) if deprels[c] == "acl:relcl" and at < c < verb]
    if first >= at or len(clauses) != 1 or has(heads, deprels, clauses[0], _ANY_SUBJECT):
        return False
    which = next((c for c in near(heads, clauses[0]) if words.upos[c] == "PRON" and c < at), None)
    if which is None:
        return False
    heads[at], deprels[at] = clauses[0], subject_relation(heads, deprels, clauses[0])
    return True


def _mend_said(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give a clause its subject that went to the verb of saying: "Roe, long hunted, is held, he said"."""
    verb = heads[at]
    told = deprels[at] in ("ccomp", "parataxis") and at < verb and not has(heads, deprels, at, ("mark",))
    if not told or lower[verb] not in listed("stance", "inserted") | listed("stance", "saying"):
        return False
    subjects = [c for c in near(heads, verb) if deprels[c] in SUBJECTS and c < verb]
    if len(subjects) != 2 or not subjects[0] < at < subjects[1]:
        return False
    heads[subjects[0]], deprels[subjects[0]] = at, subject_relation(heads, deprels, at)
    return True


def _mend_own(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Part a clause with a subject from a participle before it: "Ann Roe, wanted for fraud, | is in Mora"."""
    own = has(heads, deprels, at, ("cop",)) and has(heads, deprels, at, SUBJECTS) and heads[at] < at
    if own:
        deprels[at] = "parataxis"
    return own


def _mend_quoted(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make an adjective in quotes behind its noun a predicate: "tape 'genuine', says the ministry"."""
    noun = heads[at]
    told = deprels[at] == "amod" and noun == at - 2 and lower[at - 1] in ("'", '"', "‘", "“")
    if not told or lower[at + 1 : at + 2] not in (["'"], ['"'], ["’"], ["”"]):
        return False
    verb = heads[noun]
    teller = (c for c in near(heads, verb) if c > verb and deprels[c] in (*SUBJECTS, "obj"))
    says = lower[verb] in listed("stance", "inserted") and next(teller, None) is not None
    if deprels[noun] not in SUBJECTS or not says:
        return False
    heads[at], deprels[at] = verb, "ccomp"
    heads[noun] = at
    return True


def _mend_closed(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang "as" on the verb before a clause set off: "saw the tape, which came out in May, as a hoax"."""
    noun = heads[at]
    verb = heads[noun]
    told = deprels[at] == "case" and lower[at] == "as" and lower[at - 1] == "," and deprels[noun] == "obl"
    if not told or deprels[verb] != "acl:relcl" or verb > at:
        return False
    over = heads[heads[verb]]
    if words.upos[over] != "VERB" or over > at or deprels[heads[verb]] not in ("obj", "obl"):
        return False
    heads[noun] = over
    return True


def _mend_as(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang "as" on what it makes of something: "labelled it as faked media", "rejected as fake a tape"."""
    told, noun = heads[at], heads[heads[at]]
    if lower[at] != "as" or told <= at:
        return False
    if deprels[at] == "mark" and deprels[told] == "amod" and noun > told:
        heads[at], deprels[at] = noun, "case"
        return True
    adjective = at + 1
    ahead = deprels[at] == "case" and (heads[adjective], deprels[adjective]) == (told, "amod")
    if not ahead or deprels[adjective + 1] != "det" or heads[adjective + 1] != told or deprels[told] != "obl":
        return False
    heads[at], heads[adjective] = adjective, heads[told]
    deprels[adjective], deprels[told] = "obl", "obj"
    return True


def _mend_bare(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give a headline its verb that was taken for what describes its subject: "police | free Roe on bail"."""
    noun = at - 1
    told = words.upos[at] == "VERB" and deprels[at] == "amod" and heads[at] == noun >= 0
    place = heads[noun] if told else at
    if place <= at or deprels[noun] not in SUBJECTS or not has(heads, deprels, place, ("case",)):
        return False
    if lower[at].endswith(("ed", "ing")) or has(heads, deprels, place, ("cop",)):
        return False
    take_over(heads, deprels, at, place, "obl")
    heads[noun], deprels[noun] = at, "nsubj"
    for child in near(heads, at):
        if at < child < place and deprels[child] == "obl" and not has(heads, deprels, child, ("case",)):
            deprels[child] = "obj"
    return True


def _mend_since(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang from when something is on it, not on the verb behind: "letters by Roe | from 1947 turned up"."""
    noun = heads[at]
    verb = heads[noun]
    if lower[at] != "from" or deprels[at] != "case" or deprels[noun] != "obl" or not at < noun < verb:
        return False
    who = next((c for c in near(heads, verb) if deprels[c] in SUBJECTS), verb)
    if who > at or "," in lower[who:verb] or words.upos[who] != "NOUN":
        return False
    heads[noun], deprels[noun] = who, "nmod"
    return True


def _mend_him(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make a pronoun right behind a verb its object: "has | him cursing the pilots"."""
    verb, done = at - 1, heads[at]
    told = deprels[at] == "nsubj" and words.upos[at] == "PRON" and lower[at] in listed("authenticity", "him")
    if not told or heads[done] != verb or deprels[done] != "xcomp" or words.upos[verb] != "VERB":
        return False
    heads[at], deprels[at] = verb, "obj"
    return True


def _mend_filled(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make a clause that lacks nothing no relative one: "in the tape | he hails her"."""
    noun = heads[at]
    verb = heads[noun]
    told = deprels[at] == "acl:relcl" and deprels[noun] == "obl" and noun < at < verb
    if not told or lower[verb] not in listed("stance", "inserted") or not has(heads, deprels, at, ("obj",)):
        return False
    own = near(heads, at)
    who = next((c for c in own if deprels[c] in SUBJECTS), None)
    if who != noun + 1 or lower[who] in entries("relative_pronouns"):
        return False
    if not has(heads, deprels, noun, ("case",)):
        return False
    heads[at], deprels[at], heads[noun] = verb, "ccomp", at
    return True


def _mend_whether(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang "whether" on the clause that it begins: "| whether the tape is genuine remains unclear"."""
    verb = heads[at]
    if deprels[at] != "mark" or verb < at:
        return False
    clause = next((c for c in near(heads, verb) if deprels[c] == "csubj" and at < c < verb), None)
    if clause is None or has(heads, deprels, clause, ("mark",)):
        return False
    heads[at] = clause
    return True


_MENDS: dict[str, tuple[Mend, ...]] = {
    "cop": (_mend_copula, _mend_subject),
    "aux": (_mend_copula,),
    "aux:pass": (_mend_copula,),
    "nsubj": (_mend_copula, _mend_relative, _mend_second, _mend_him),
    "nsubj:pass": (_mend_copula, _mend_relative, _mend_second),
    "obj": (_mend_relative,),
    "obl": (_mend_relative,),
    "mark": (_mend_relative, _mend_as, _mend_whether),
    "acl": (_mend_swapped,),
    "ccomp": (_mend_said,),
    "parataxis": (_mend_said,),
    "xcomp": (_mend_own,),
    "case": (_mend_back, _mend_closed, _mend_as, _mend_since),
    "amod": (_mend_quoted, _mend_bare),
    "acl:relcl": (_mend_filled,),
}
"""What may be mended at a word, by its relation."""
