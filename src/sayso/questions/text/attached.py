"""Nouns, numbers and predicates that a parse hung on the wrong word, put where their grammar has them."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.questions.text.clauses import FINITE, SUBJECTS, above, has, near, subject_relation
from sayso.questions.text.mends import Mends
from sayso.questions.vocabulary import groups
from sayso.questions.vocabulary import words as listed
from sayso.reading.annotations import Words

__all__ = ["mend_attached"]

FAR = 40
"""Words before a conjunction among which the clause is that it goes on with."""

FEW = 4
"""Words between an owner and what is owned at most."""

_NOUNS = ("NOUN", "PROPN", "PRON", "NUM")
_CLAUSE = (*SUBJECTS, *FINITE, "mark")


def _mend_pair(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Join two parts of a name that hang side by side: "his wife, Ann | Roe"."""
    first = at - 1
    pair = at > 0 and (heads[at], deprels[at]) == (heads[first], deprels[first])
    if not pair or words.upos[at] != "PROPN" or words.upos[first] != "PROPN" or heads[at] in (at, first):
        return False
    if deprels[at] not in ("appos", "nmod", "obl", "obj", *SUBJECTS) or near(heads, at):
        return False
    heads[at], deprels[at] = first, "flat"
    return True


def _mend_bare(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make a name right behind a noun what that is called, and no owner: "the detainee | Ann Roe"."""
    noun = at - 1
    bare = heads[at] == noun and deprels[at] in ("nmod", "nmod:poss") and words.upos[at] == "PROPN"
    if not bare or words.upos[noun] != "NOUN" or has(heads, deprels, at, ("case",)):
        return False
    deprels[at] = "appos"
    return True


def _mend_owner(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang an owner on what is owned, not on its verb: "Ann Roe's | husband said"."""
    owner = heads[at]
    if deprels[at] != "case" or words.upos[at] != "PART" or owner > at or deprels[owner] not in SUBJECTS:
        return False
    verb = heads[owner]
    owned = (i for i in range(at + 1, min(verb, at + FEW)) if heads[i] == verb and deprels[i] in SUBJECTS)
    noun = next(owned, None)
    if noun is None:
        return False
    heads[owner], deprels[owner] = noun, "nmod:poss"
    return True


def _mend_whose(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make what is owned the subject of its relative clause: "Bo Li, whose friend Ann Roe | died"."""
    noun = heads[at]
    if lower[at] != "whose" or noun < at:
        return False
    if deprels[noun] != "appos" or heads[noun] > at:
        return _mend_clause_of(words, lower, heads, deprels, at)
    clauses = (c for c in near(heads, heads[noun]) if deprels[c] == "acl:relcl" and c > noun)
    verb = next(clauses, None)
    if verb is None or has(heads, deprels, verb, SUBJECTS):
        return False
    heads[noun], deprels[noun] = verb, subject_relation(heads, deprels, verb)
    return True


def _mend_clause_of(
    words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], whose: int
) -> bool:
    """Hang a clause with "whose" on the name before it: "Ann Roe, whose men | fought there, is dead"."""
    verb, name = heads[heads[whose]], whose - 2
    while name > 0 and deprels[name] == "flat" and heads[name] < name:
        name = heads[name]
    apart = name >= 0 and lower[whose - 1] == "," and words.upos[name] == "PROPN"
    if not apart or verb < whose or deprels[verb] not in ("ccomp", "parataxis", "advcl"):
        return False
    if verb in (heads[name], *above(heads, name)):
        return False
    heads[verb], deprels[verb] = name, "acl:relcl"
    return True


def _mend_told(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give a finite clause its subject, taken for whom something is told: "said his friend | was alive"."""
    verb = heads[at]
    if deprels[at] not in ("iobj", "obj") or at < verb or words.upos[at] not in _NOUNS:
        return False
    if not has(heads, deprels, verb, SUBJECTS):  # not "images that seem to show her | were made by"
        return False
    clause = next((c for c in near(heads, verb) if c > at and deprels[c] == "ccomp"), None)
    if clause is None or not has(heads, deprels, clause, FINITE):
        return False
    if has(heads, deprels, clause, (*SUBJECTS, "mark", "expl", "csubj", "nsubj:outer")):
        return False
    heads[at], deprels[at] = clause, subject_relation(heads, deprels, clause)
    return True


def _mend_inverted(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make what stands before a copula its subject: "the first to die | was Ann Roe"."""
    noun = heads[at]
    if deprels[at] not in ("amod", "compound") or has(heads, deprels, noun, SUBJECTS):
        return False
    if not any(deprels[c] == "cop" and at < c < noun for c in near(heads, noun)):
        return False
    deprels[at] = "nsubj"
    return True


def _mend_once(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make an aside with a conjunction no clause: "Ann Roe, once the richest woman in Mora, died"."""
    verb = heads[at]
    if deprels[at] != "mark" or verb < at or lower[at - 1] != ",":
        return False
    subjects = [c for c in near(heads, verb) if deprels[c] in SUBJECTS and c < verb]
    if len(subjects) != 2 or not subjects[0] < at < subjects[1] or lower[subjects[1]] == "that":
        return False
    noun = subjects[1]
    heads[at], deprels[at] = noun, "advmod"
    heads[noun], deprels[noun] = subjects[0], "appos"
    return True


def _mend_marked(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give a clause the subject that stands behind its conjunction: "with 60 more | listed as missing"."""
    verb = heads[at]
    noun = heads[verb]
    if deprels[at] != "mark" or not at < noun < verb or deprels[verb] not in ("advcl", "acl"):
        return False
    if has(heads, deprels, verb, SUBJECTS) or has(heads, deprels, noun, SUBJECTS):
        return False
    if heads[noun] == noun and not _lift_clause(heads, deprels, noun, at):
        return False
    heads[verb], deprels[verb] = heads[noun], "advcl"
    heads[noun], deprels[noun] = verb, subject_relation(heads, deprels, verb)
    return True


def _lift_clause(heads: list[int], deprels: list[str], noun: int, mark: int) -> bool:
    """Put the clause before a conjunction above a noun behind it that was taken for the sentence's root."""
    below = (i for i in range(max(0, mark - FAR), mark) if noun in above(heads, i))
    clause = next((i for i in below if has(heads, deprels, i, SUBJECTS)), None)
    if clause is None:
        return False
    upper = [i for i in above(heads, clause) if i != noun]
    heads[clause], deprels[clause] = clause, "root"
    for at in (noun, *(i for i in near(heads, noun) if i < mark), *upper[:1]):
        heads[at] = clause
    return True


def _mend_result(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang what is made of somebody on the verb: "declared Ann Roe, the heir, dead", "shot dead six men"."""
    head = heads[at]
    if words.upos[at] != "ADJ" or has(heads, deprels, at, (*_CLAUSE, "cc", "det", "case")):
        return False
    of_object = deprels[at] == "appos" and deprels[head] == "obj" and head < at
    behind = any(deprels[c] == "obj" and head < c < at for c in near(heads, head))
    torn = deprels[at] == "obj" and at == head + 1 and _has_other(heads, deprels, at)
    verb = heads[head] if of_object else head
    if not (of_object or torn or (deprels[at] == "parataxis" and behind)):
        return False
    if words.upos[verb] != "VERB" or verb > at:
        return False
    heads[at], deprels[at] = verb, "xcomp"
    return True


def _has_other(heads: Sequence[int], deprels: Sequence[str], at: int) -> bool:
    """Whether a verb has another object behind the one that stands right behind it."""
    return any(deprels[c] == "obj" and c > at for c in near(heads, heads[at]))


def _mend_small(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give an adjective the noun before it that is joined: "leaving two hurt and their hopes | dead"."""
    verb, noun = heads[at], at - 1
    if deprels[at] != "conj" or words.upos[at] != "ADJ" or noun <= verb or words.upos[verb] != "VERB":
        return False
    joined = any(deprels[c] == "cc" and verb < c < noun for c in near(heads, at))
    if not joined or heads[noun] != verb or has(heads, deprels, at, SUBJECTS):
        return False
    heads[noun], deprels[noun] = at, "nsubj"
    return True


def _mend_joined(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Join a noun to the object before it, not to the verb: "killed a couple and their four children"."""
    verb = heads[at]
    if deprels[at] != "conj" or words.upos[at] not in _NOUNS or words.upos[verb] != "VERB":
        return False
    own = near(heads, at)
    begins = next((c for c in own if deprels[c] == "cc" and verb < c < at), None)
    if begins is None or any(deprels[c] in (*_CLAUSE, "case", "acl:relcl", "obj") for c in own):
        return False
    between = [c for c in near(heads, verb) if verb < c < at and deprels[c] != "punct"]
    if not between or deprels[between[-1]] != "obj":
        return False
    heads[at] = between[-1]
    return True


def _mend_number(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make a number the object of its own verb: "killing twenty | and injuring dozens"."""
    noun, verb = heads[at], at - 1
    if deprels[at] != "nummod" or noun < at or verb < 0 or words.upos[verb] != "VERB":
        return False
    over = [i for i in range(at + 1, noun) if words.upos[i] == "VERB" and noun not in (i, heads[i])]
    if not over or "CCONJ" not in words.upos[at + 1 : over[0]] or at in above(heads, verb):
        return False
    heads[at], deprels[at] = verb, "obj"
    return True


def _mend_that_of(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make "that" the predicate of "the body is that of Ann Roe"."""
    of, copula = at + 1, at - 1
    if lower[at] != "that" or lower[of : of + 1] != ["of"] or copula < 0 or deprels[copula] != "cop":
        return False
    noun = heads[copula]
    if noun <= of or heads[of] != noun or noun in above(heads, at):
        return False
    for child in near(heads, noun):
        if child < at:
            heads[child] = at
    heads[at], deprels[at] = heads[noun] if heads[noun] != noun else at, deprels[noun]
    heads[noun], deprels[noun] = at, "nmod"
    verb = heads[at]
    if deprels[at] in ("ccomp", "xcomp") and at < verb and not has(heads, deprels, at, SUBJECTS):
        taken = next((c for c in near(heads, verb) if deprels[c] in SUBJECTS and c < copula), None)
        if taken is not None:
            heads[taken], deprels[at] = at, "ccomp"
    return True


def _mend_second(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give a verb of saying its speaker, taken for a second subject: "six have died, | the mayor said"."""
    told = heads[at]
    if deprels[at] not in SUBJECTS or told > at or deprels[told] != "ccomp" or heads[told] < at:
        return False
    first = any(deprels[c] in SUBJECTS and c < told for c in near(heads, told))
    if not first or has(heads, deprels, heads[told], SUBJECTS):
        return False
    heads[at], deprels[at] = heads[told], "nsubj"
    return True


def _mend_fronted(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give a participle that leads a sentence its auxiliary: "also killed | were the pilot and a guard"."""
    noun = heads[at]
    verb = heads[noun]
    if deprels[at] != "cop" or not verb < at < noun or words.upos[verb] != "VERB":
        return False
    if deprels[noun] != "parataxis" or deprels[verb] != "root":
        return False
    if has(heads, deprels, verb, (*_CLAUSE, "obj")) or has(heads, deprels, noun, SUBJECTS):
        return False
    heads[at], deprels[at] = verb, "aux:pass"
    deprels[noun] = "nsubj:pass"
    return True


def _mend_alias(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make another name of somebody no other person: "Ann Roe, alias "the Fox", and two of her men"."""
    if deprels[at] != "conj" or words.upos[at] == "VERB" or lower[at] not in listed("naming", "alias"):
        return False
    if has(heads, deprels, at, ("cc",)):
        return False
    deprels[at] = "appos"
    return True


def _mend_nearest(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang what an event did on the event: "a report on the attack in Arle | that killed twelve"."""
    verb, event = heads[at], at - 1
    if lower[event] not in groups("events") and lower[at] != "who" and heads[event] < event:
        event = heads[event]
    noun = heads[verb]
    told = lower[at] in listed("stance", "relative") and deprels[at] == "nsubj" and verb > at
    if not told or deprels[verb] != "acl:relcl" or lower[event] not in groups("events"):
        return False
    if noun >= event or lower[noun] in groups("events") or noun not in above(heads, event):
        return False
    heads[verb] = event
    return True


def _mend_being(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make what follows a verb at once its complement: "escaped | being killed"."""
    clause = heads[at]
    beside = lower[at] == "being" and at > 0 and clause > at and heads[clause] == at - 1
    if not beside or deprels[clause] != "advcl" or words.upos[at - 1] != "VERB":
        return False
    deprels[clause] = "xcomp"
    return True


def _mend_leaving(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang from where somebody goes on the going: "the withdrawal of rebels | from Arle"."""
    who = heads[at]
    going = heads[who]
    told = going < who < at and deprels[who] == "nmod" and lower[going] in listed("control", "withdrawal")
    if not told or all(lower[c] != "from" for c in near(heads, at)):
        return False
    heads[at] = going
    return True


mend_attached = Mends(
    (_mend_pair, ("appos", "nmod", "obl", "obj", *SUBJECTS)),
    (_mend_bare, ("nmod", "nmod:poss")),
    (_mend_owner, ("case",)),
    (_mend_whose, ()),
    (_mend_told, ("iobj", "obj")),
    (_mend_inverted, ("amod", "compound")),
    (_mend_once, ("mark",)),
    (_mend_marked, ("mark",)),
    (_mend_result, ("appos", "obj", "parataxis")),
    (_mend_small, ("conj",)),
    (_mend_joined, ("conj",)),
    (_mend_number, ("nummod",)),
    (_mend_that_of, ()),
    (_mend_second, SUBJECTS),
    (_mend_fronted, ("cop",)),
    (_mend_alias, ("conj",)),
    (_mend_nearest, ("nsubj",)),
    (_mend_leaving, ("nmod",)),
    (_mend_being, ()),
)
"""Hang nouns, numbers and predicates where their grammar has them, whatever the parse says."""
