"""Names, objects and clauses that a parse parted from what they belong to right beside them."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.questions.text.clauses import FINITE, SUBJECTS, above, has, near, subject_relation
from sayso.questions.text.mends import Mends
from sayso.questions.vocabulary import groups
from sayso.questions.vocabulary import words as listed
from sayso.reading.annotations import Words

__all__ = ["mend_parted", "nouns_told"]

_NAMING = ("NOUN", "PROPN")
_ANY_SUBJECT = (*SUBJECTS, "nsubj:outer")
_HARM = ("attack", "destruction", "sinking")
"""Classes of events whose verbs have no clause as their object."""


def nouns_told(words: Words, lower: Sequence[str]) -> tuple[str, ...]:
    """The parts of speech, a noun for what was taken for a verb right behind its article: "the sinking".

    What evidence does is a verb: "the evidence points to Mora".
    """
    found = list(words.upos)
    for at in range(1, len(found)):
        article = words.deprels[at - 1] == "det" and words.heads[at - 1] == at
        if article and found[at] == "VERB" and lower[at].endswith("ing"):
            found[at] = "NOUN"
        evidence = lower[at - 1] in listed("responsibility", "evidence") and words.heads[at - 1] == at
        if evidence and words.deprels[at - 1] == "nsubj" and lower[at] in listed("responsibility", "pointed"):
            found[at] = "VERB"
    return tuple(found)


def _mend_self_called(
    words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int
) -> bool:
    """Keep the name together that a group gives itself: "a group that calls itself Night | Hawk said"."""
    itself = lower[at].endswith(("self", "selves"))
    if not itself or lower[at - 1] not in listed("responsibility", "calling_itself"):
        return False
    first = last = at + 1 + (lower[at + 1 : at + 2] == ["the"])
    while words.upos[last : last + 1] == ("PROPN",):
        last += 1
    tops = [word for word in range(first, last) if not first <= heads[word] < last]
    for word in tops[1:]:
        if word not in above(heads, tops[0]):
            heads[word], deprels[word] = tops[0], "flat"
    return len(tops) > 1


def _mend_passive(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make a verb with its doer behind "by" passive: "the bombings | were masterminded by Ann Roe"."""
    verb = heads[at]
    if deprels[at] != "cop" or words.upos[verb] != "VERB" or not lower[verb].endswith("ed"):
        return False
    behind = (c for c in near(heads, verb) if c > verb and deprels[c] in ("obl", "obl:agent"))
    doer = next((c for c in behind if _has_case(lower, heads, deprels, c, "by")), None)
    if doer is None:
        return False
    deprels[at], deprels[doer] = "aux:pass", "obl:agent"
    for child in near(heads, verb):
        if deprels[child] == "nsubj" and child < at:
            deprels[child] = "nsubj:pass"
    return True


def _mend_second(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make a second subject behind its verb an object: "a jury convicted | Ann Roe of the murder"."""
    verb = heads[at]
    if deprels[at] != "nsubj" or at < verb or words.upos[verb] != "VERB":
        return False
    if not all(verb < heads[i] <= at for i in range(verb + 1, at)):  # "vanished when a hole opened"
        return False
    below = near(heads, verb)
    before = any(deprels[c] == "nsubj" and c < verb for c in below)
    if not before or any(deprels[c] in ("obj", "ccomp", "xcomp", "parataxis", "aux:pass") for c in below):
        return False
    deprels[at] = "obj"
    return True


def _mend_small(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give a verb of calling the object that its complement took: "called | the accusations false"."""
    told = heads[at]
    verb = heads[told]
    if deprels[at] != "nsubj" or deprels[told] not in ("xcomp", "ccomp") or not verb < at < told:
        return False
    if lower[verb] not in listed("stance", "calling") or words.upos[told] == "VERB":
        return False
    if has(heads, deprels, told, FINITE) or has(heads, deprels, verb, ("obj",)):
        return False
    heads[at], deprels[at], deprels[told] = verb, "obj", "xcomp"
    return True


def _mend_headline(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make a participle with an object the verb of its clause: "Tests | tied nurse Ann Roe to the deaths"."""
    noun = at - 1
    told = at > 0 and deprels[at] == "acl" and heads[at] == noun and deprels[noun] in ("root", "ccomp")
    that = lower[noun] in listed("stance", "rumour") and has(heads, deprels, at, ("ccomp",))
    finite = lower[at].endswith("ed") or (that and not lower[at].endswith("ing"))  # "Rumours | spread that"
    if not told or words.upos[at] != "VERB" or not finite:
        return False
    if has(heads, deprels, noun, (*SUBJECTS, *FINITE, "case")) or has(heads, deprels, at, SUBJECTS):
        return False
    behind = [c for c in near(heads, at) if c > at and words.upos[c] in _NAMING]
    done = [c for c in behind if deprels[c] in ("obj", "obl", "obl:agent")]
    bare = next((c for c in done if not has(heads, deprels, c, ("case",))), None)
    if not that and (bare is None or words.upos[bare] != "PROPN"):
        return False
    for child in near(heads, noun):
        if child > at:
            heads[child] = at
    heads[at], deprels[at] = (at if heads[noun] == noun else heads[noun]), deprels[noun]
    heads[noun], deprels[noun] = at, "nsubj"
    if bare is not None:
        deprels[bare] = "obj"
    return True


def _mend_before_noun(
    words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int
) -> bool:
    """Join a name to the subject right behind it, which it is part of: "M23 | rebels killed ten, he says"."""
    noun = at + 1
    told = deprels[at] == "nsubj" and words.upos[at : at + 2] == ("PROPN", "NOUN")
    if not told or deprels[noun] not in SUBJECTS or not noun < heads[noun] < heads[at]:
        return False
    if at in above(heads, noun):
        return False
    heads[at], deprels[at] = noun, "compound"
    return True


def _mend_believed(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang a participle on the noun right before it: "Roe, the man | believed to have done it, is dead"."""
    noun = at - 1
    told = words.upos[at] == "VERB" and lower[at].endswith("ed") and deprels[noun] == "appos"
    if not told or heads[noun] >= noun or has(heads, deprels, at, (*SUBJECTS, *FINITE)):
        return False
    if deprels[at] in ("root", "ccomp"):  # for which it was taken
        verb = next((c for c in near(heads, at) if c > at and deprels[c] == "ccomp"), None)
        if verb is None or heads[heads[noun]] != verb:
            return False
        heads[verb], deprels[verb] = (verb if heads[at] == at else heads[at]), deprels[at]
    elif deprels[at] != "parataxis" or heads[noun] != heads[at]:
        return False
    heads[at], deprels[at] = noun, "acl"
    return True


def _mend_harmed(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give a verb of harm its object, taken for a clause: "killed | ten people | sheltering in a school"."""
    clause = heads[at]
    verb = heads[clause]
    told = deprels[at] == "nsubj" and deprels[clause] == "ccomp" and verb < at < clause
    if not told or not (groups("events").get(lower[verb]) or "").startswith(_HARM):
        return False
    if words.upos[verb] != "VERB" or has(heads, deprels, verb, ("obj",)):
        return False
    if not lower[clause].endswith("ing") or has(heads, deprels, clause, (*FINITE, "mark")):
        return False
    heads[at], deprels[at] = verb, "obj"
    heads[clause], deprels[clause] = at, "acl"
    return True


def _mend_told(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give a clause its subject that a verb has as its second: "police said | Ann Roe, a clerk, | did it".

    Behind "how" it may have been joined to that verb: "the inquest heard how Ann Roe shot him".
    """
    verb = heads[at]
    if deprels[at] not in SUBJECTS or at < verb:
        return False
    below, how = near(heads, verb), lower[verb + 1 : verb + 2] == ["how"]
    told = ("conj", "ccomp") if how else ("ccomp",)
    clause = next((c for c in below if c > at and deprels[c] in told and words.upos[c] == "VERB"), None)
    if clause is None or has(heads, deprels, clause, (*SUBJECTS, "cc", "mark")):
        return False
    if not any(deprels[c] in SUBJECTS and c < verb for c in below):
        return False
    heads[at], deprels[clause] = clause, "ccomp"
    deprels[at] = subject_relation(heads, deprels, clause)
    if how and heads[verb + 1] == verb:
        heads[verb + 1], deprels[verb + 1] = clause, "advmod"
    return True


def _mend_said_to(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give a verb its subject that a participle took: "hackers | believed to be from Mora | hit the bank"."""
    who = at - 1
    told = who >= 0 and (heads[who], deprels[who]) == (at, "nsubj") and words.upos[at] == "VERB"
    if not told or lower[at + 1 : at + 2] != ["to"] or has(heads, deprels, at, FINITE):
        return False
    below = near(heads, at)
    if not any(deprels[c] == "xcomp" and heads[at + 1] == c for c in below):
        return False
    verb = next((c for c in below if c > at and deprels[c] == "ccomp"), None)
    if verb is None or words.upos[verb] != "VERB" or has(heads, deprels, verb, (*SUBJECTS, "mark")):
        return False
    heads[verb], deprels[verb] = (verb if heads[at] == at else heads[at]), deprels[at]
    heads[who], deprels[who] = verb, subject_relation(heads, deprels, verb)
    heads[at], deprels[at] = who, "acl"
    return True


def _mend_in_which(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang a clause on the noun before "in which": "wrote a novel in which | Mora bombs Arle"."""
    verb, noun = heads[at], at - 2
    told = lower[at] == "which" and noun > verb and (heads[at - 1], deprels[at - 1]) == (at, "case")
    if not told or words.upos[verb] != "VERB" or words.upos[noun] not in _NAMING:
        return False
    behind = (c for c in near(heads, verb) if c > at and words.upos[c] == "VERB")
    clause = next((c for c in behind if deprels[c] in ("ccomp", "advcl", "parataxis")), None)
    own = [c for c in near(heads, clause) if deprels[c] in SUBJECTS] if clause is not None else []
    if clause is None or not own or own[0] < at or has(heads, deprels, clause, ("mark",)):
        return False
    heads[clause], deprels[clause], heads[at] = noun, "acl:relcl", clause
    return True


def _mend_having(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make what somebody denies right behind the verb his own doing: "denied | having had a part in it"."""
    verb = heads[at]
    if deprels[at] != "ccomp" or verb > at or words.upos[verb] != "VERB":
        return False
    having = verb + 1
    begins = having == at or (heads[having : having + 1] == [at] and deprels[having] in FINITE)
    if not begins or not lower[having].endswith("ing") or has(heads, deprels, at, (*SUBJECTS, "mark")):
        return False
    deprels[at] = "xcomp"
    return True


def _mend_copula(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give a predicate the name before its copula, hung on a word before that: "Mora-based | Col was"."""
    predicate, name = heads[at], at - 1
    if deprels[at] != "cop" or predicate < at or name < 0 or words.upos[name] != "PROPN":
        return False
    if deprels[name] == "flat" and heads[name] < name:
        name = heads[name]
    lost = deprels[name] == "compound" and heads[name] < name
    if not lost or name in above(heads, predicate) or has(heads, deprels, predicate, _ANY_SUBJECT):
        return False
    heads[name], deprels[name] = predicate, "nsubj"
    return True


def _mend_but(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Join who is named instead of another to him: "it was not the rebels but | the army, he says, that"."""
    noun, other = at - 1, at + 1
    if lower[at] != "but" or noun < 0 or not has(heads, deprels, noun, ("cop",)):
        return False
    other += lower[other : other + 1] == ["the"]
    named = words.upos[other : other + 1] in (("NOUN",), ("PROPN",)) and lower[other + 1 : other + 2] == [","]
    negative = any(lower[c] in listed("stance", "not") for c in near(heads, noun))
    if not named or not negative or other in above(heads, noun):
        return False
    said = heads[at]
    if said > other and (heads[said], deprels[said]) == (noun, "conj"):
        deprels[said] = "parataxis"
    heads[other], deprels[other], heads[at] = noun, "conj", other
    return True


def _has_case(
    lower: Sequence[str], heads: Sequence[int], deprels: Sequence[str], noun: int, preposition: str
) -> bool:
    return any(deprels[c] == "case" and lower[c] == preposition for c in near(heads, noun))


mend_parted = Mends(
    (_mend_self_called, ()),
    (_mend_passive, ("cop",)),
    (_mend_told, SUBJECTS),
    (_mend_second, ("nsubj",)),
    (_mend_small, ("nsubj",)),
    (_mend_headline, ("acl",)),
    (_mend_before_noun, ("nsubj",)),
    (_mend_believed, ()),
    (_mend_harmed, ("nsubj",)),
    (_mend_said_to, ()),
    (_mend_in_which, ()),
    (_mend_having, ("ccomp",)),
    (_mend_copula, ("cop",)),
    (_mend_but, ()),
)
"""Join again what the words themselves put together."""
