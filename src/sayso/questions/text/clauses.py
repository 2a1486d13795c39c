"""Clauses that a parse hung in the wrong place, put where they belong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.questions.text.mends import Mends
from sayso.questions.vocabulary import groups
from sayso.questions.vocabulary import words as listed
from sayso.reading.annotations import Words
from sayso.reading.nouns import noun_kind
from sayso.reading.vocabulary import entries

__all__ = [
    "FINITE",
    "SUBJECTS",
    "above",
    "give_back",
    "has",
    "mend_clauses",
    "near",
    "subject_relation",
    "take_over",
]

NEAR = 60
"""Words around a word among which those that hang on it are looked for."""

CLEFT = 15
"""Words before a relative pronoun among which it is told of whom it tells."""

SUBJECTS = ("nsubj", "nsubj:pass")
FINITE = ("cop", "aux", "aux:pass")
_ANY_SUBJECT = (*SUBJECTS, "nsubj:outer", "expl")
_OF_NAME = ("cop", "aux", "case", "nsubj")
"""What a name as a predicate has before it."""

_PEOPLE = ("person-unnamed", "official-unnamed", "group")
"""Kinds of source that do things."""

_OWN = (*SUBJECTS, "aux", "aux:pass", "mark")
"""What a verb that only goes on with another's clause does not have."""


def _mend_voice(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make a verb active that has no passive's auxiliary, but an object: "the quake killed thirty people"."""
    verb = heads[at]
    active = deprels[at] == "nsubj:pass" and at < verb and not has(heads, deprels, verb, ("aux:pass",))
    if not active:
        return False
    after = (
        c
        for c in near(heads, verb)
        if c > verb and deprels[c] == "obl" and words.upos[c] in ("NOUN", "PROPN", "NUM", "PRON")
    )
    bare = next((c for c in after if not has(heads, deprels, c, ("case",))), None)
    if bare is not None:
        deprels[at], deprels[bare] = "nsubj", "obj"
    return bare is not None


def _mend_repair(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make who corrects himself a subject: "it, and not he, did it"."""
    head = heads[at]
    repaired = deprels[at] == "reparandum" and words.upos[at] in ("PRON", "NOUN", "PROPN") and head > at
    if repaired and not has(heads, deprels, head, SUBJECTS):
        deprels[at] = "nsubj"
    return repaired


def _mend_report(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang what a report says on it: "its report that …"."""
    if lower[at] != "that" or not at:
        return False
    head = heads[at]
    nouns = listed("stance", "statement") | listed("stance", "proof") | listed("stance", "doubting")
    said = lower[at - 1] in nouns
    seen = (heads[at - 1], deprels[at - 1], deprels[head]) == (heads[head], "obj", "ccomp")
    loose = seen or deprels[head] in ("parataxis", "csubj")
    if said and loose and head > at and head not in above(heads, at - 1):
        heads[head], deprels[head], deprels[at] = at - 1, "acl", "mark"
    return said


def _mend_compound(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Join a name to the event behind it: "carried out the Arle | bombing"."""
    after = at + 1
    if deprels[at] != "obj" or (heads[after : after + 1], deprels[after : after + 1]) != (
        [heads[at]],
        ["obj"],
    ):
        return False
    if words.upos[at] == "PROPN" and lower[after] in groups("events"):
        heads[at], deprels[at] = after, "compound"
    return True


def _mend_blame(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Join a verb of blaming to the denial before it: "denied that it had done so and blamed the army"."""
    denied = heads[at]
    if deprels[at] != "conj" or lower[at] not in listed("responsibility", "blame"):
        return False
    joined = deprels[denied] == "ccomp" and lower[heads[denied]] in listed("stance", "deny")
    if joined and has(heads, deprels, at, ("obj",)) and not has(heads, deprels, at, _OWN):
        for aside in near(heads, denied):
            if aside > at and deprels[aside] == "advcl":  # "…, saying that it had"
                heads[aside] = at
        heads[at] = heads[denied]
    return True


def _mend_office(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang an office on the name behind it: "Secretary of State Ann Roe" is Ann Roe, not "State Ann Roe"."""
    office, name = at - 1, at + 2
    if lower[at] != "of" or at == 0 or name >= len(heads) or lower[office] not in listed("naming", "office"):
        return False
    if words.upos[at + 1] != "PROPN" or words.upos[name] != "PROPN":
        return False
    if heads[name] == office:  # the name only goes on with the office
        heads[name], deprels[name] = name if heads[office] == office else heads[office], deprels[office]
    elif heads[name] != heads[office]:
        return False
    heads[at], heads[at + 1], deprels[at + 1] = at + 1, office, "nmod"
    heads[office], deprels[office] = name, "nmod:desc"
    return True


def _mend_flat(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang the copula and preposition of a name on its first word: "is in Port Anselm"."""
    name = heads[at]
    parted = deprels[at] in _OF_NAME and deprels[name] == "flat" and at < heads[name] < name
    if parted:
        heads[at] = heads[name]
    return parted


def _mend_nearly(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Make "close to" a bound of a number, and no preposition: "injured close to a hundred people"."""
    noun = heads[heads[at]] if deprels[heads[at]] == "nummod" else heads[at]
    near_to = lower[at] == "to" and at > 0 and lower[at - 1] == "close" and deprels[at] == "case"
    if not near_to or noun < at:
        return False
    if words.upos[noun] != "NUM" and not has(heads, deprels, noun, ("nummod",)):
        return False
    deprels[at], close = "advmod", at - 1
    if heads[noun] == close:  # "killed close | to a hundred"
        heads[noun], deprels[noun] = heads[close], "obl"
        heads[close], deprels[close] = noun, "advmod"
    verb = heads[noun]
    if deprels[noun] == "obl" and words.upos[verb] == "VERB":
        deprels[noun] = "obj" if noun > verb else subject_relation(heads, deprels, verb)
    return True


def _mend_who(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang what people do on people: "the opinion of an official, who told …"."""
    verb, last = heads[at], at - 1 - (lower[at - 1] == ",")
    noun = heads[verb]
    told = lower[at] in entries("relative_people") and deprels[verb] == "acl:relcl" and last > 0
    if not told or noun_kind(lower[noun]) in _PEOPLE or (heads[last], deprels[last]) != (noun, "nmod"):
        return False
    if noun_kind(lower[last]) in _PEOPLE:
        heads[verb] = last
    return True


def _mend_named(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang a name on the noun right before it, not on their verb: "all people on board Flight 602 died"."""
    head, noun = heads[at], at - 1
    named = deprels[at] in (*SUBJECTS, "appos") and words.upos[at] == "PROPN" and at > 0
    if not named or words.upos[noun] not in ("NOUN", "PROPN") or deprels[noun] not in ("nmod", "obl"):
        return False
    subjects = (c for c in near(heads, head) if deprels[c] in SUBJECTS and c < noun)
    whose = next(subjects, None) if at < head else head  # "the men on the tug | Ann Roe"
    if whose is None or whose not in above(heads, noun):
        return False
    heads[at], deprels[at] = noun, "appos"
    return True


def _mend_speech(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give a verb of saying its speaker, taken for an apposition: "was done by it, Ann Roe told us"."""
    if words.upos[at] != "VERB" or lower[at + 1 : at + 2] == ["to"]:
        return False
    if lower[at] not in listed("stance", "inserted") and lower[at] not in listed("stance", "telling"):
        return False
    loose = deprels[at] in ("advcl", "conj", "parataxis", "acl", "appos")
    told = next((c for c in near(heads, at) if c < at and deprels[c] == "ccomp"), None)
    loose = (loose or told is not None) and not has(heads, deprels, at, _OWN)
    who = _set_off(words, heads, deprels, at) if loose else None
    if who is None or who == heads[at] or has(heads, deprels, who, ("cc",)):
        return False
    begins = min((c for c in near(heads, who) if c < who and lower[c] != ","), default=who)
    if lower[begins - 1] != ",":
        return False
    heads[who], deprels[who], deprels[at] = at, "nsubj", deprels[at] if told is not None else "parataxis"
    return True


def _mend_torn(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give a clause its subject that went to the verb of saying: "Roe died at 88, the Post has learned"."""
    verb = heads[at]
    if deprels[at] not in ("advcl", "ccomp") or at >= verb or has(heads, deprels, at, _OWN):
        return False
    told = listed("stance", "inserted") | listed("stance", "saying") | listed("sources", "heard")
    if lower[verb] not in told:
        return False
    subjects = [c for c in near(heads, verb) if deprels[c] in SUBJECTS and c < verb]
    if len(subjects) < 2 or not subjects[0] < at < subjects[-1]:
        return False
    heads[subjects[0]], deprels[at] = at, "ccomp"
    return True


def _mend_ahead(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give a predicate its subject, taken for an apposition to what stands behind: ""Roe is ill," the …"."""
    head = heads[at]
    if deprels[at] != "appos" or head <= at:
        return False
    bare = (i for i in range(at + 1, min(head, at + CLEFT)) if has(heads, deprels, i, ("cop", "aux")))
    predicate = next((i for i in bare if not has(heads, deprels, i, _ANY_SUBJECT)), None)
    if predicate is None or at in above(heads, predicate):
        return False
    heads[at], deprels[at] = predicate, subject_relation(heads, deprels, predicate)
    return True


def _mend_aside(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Give a verb its subject that went to a participle set off: "Ann Roe, | jailed in May, walked free"."""
    aside = heads[at]
    verb = heads[aside]
    told = deprels[at] in SUBJECTS and at < aside < verb and deprels[aside] == "advcl"
    if not told or lower[aside - 1] != "," or has(heads, deprels, aside, ("aux", "aux:pass", "mark", "obj")):
        return False
    if has(heads, deprels, verb, SUBJECTS) or at in above(heads, verb):
        return False
    give_back(heads, deprels, at, aside)
    return True


def give_back(heads: list[int], deprels: list[str], at: int, aside: int) -> None:
    """Give a verb its subject ``at`` that a participle beside it had, and hang the participle on that."""
    verb = heads[aside]
    heads[at], deprels[at] = verb, subject_relation(heads, deprels, verb)
    heads[aside], deprels[aside] = at, "acl"


def _mend_remaining(
    words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int
) -> bool:
    """Hang what somebody remains on the verb: "remains | locked up, her lawyer said"."""
    verb = at - 1
    apart = deprels[at] == "ccomp" and at > 0 and heads[at] == heads[verb] != verb
    if not apart or words.upos[verb] != "VERB" or lower[verb] not in listed("naming", "remaining"):
        return False
    heads[at], deprels[at] = verb, "xcomp"
    return True


def _set_off(words: Words, heads: Sequence[int], deprels: Sequence[str], at: int) -> int | None:
    """The apposition that ends right before a verb: the name of one, where it has one."""
    last = at - 1 - (words.upos[at - 1] == "PUNCT")
    found = [c for c in (last, *above(heads, last)) if c < at and deprels[c] in ("appos", "conj")]
    found = [c for c in found if heads[c] < c]
    return next((c for c in reversed(found) if words.upos[c] == "PROPN"), found[-1] if found else None)


def _mend_cleft(words: Words, lower: Sequence[str], heads: list[int], deprels: list[str], at: int) -> bool:
    """Hang a relative clause on whom it tells of: "it was the rebels, and not the army, that did it"."""
    verb = heads[at]
    if deprels[at] != "nsubj" or lower[at] not in listed("stance", "relative") or verb < at:
        return False
    said = heads[verb]  # "it was the rebels, he said, that did it"
    over = (verb, said, heads[said]) if deprels[said] in ("parataxis", "ccomp") else (verb, said)
    for noun in range(at - 1, max(0, at - CLEFT), -1):
        named = words.upos[noun] in ("NOUN", "PROPN") and has(heads, deprels, noun, ("cop",))
        it = any(lower[i] == "it" and heads[i] == noun for i in range(max(0, noun - CLEFT), noun))
        if named and it:
            if (noun in over or heads[noun] in over) and noun not in (verb, said):
                _put_below(heads, deprels, verb, noun)
            if heads[verb] == noun:
                heads[verb], deprels[verb] = _rather(lower, heads, deprels, noun, at), "acl:relcl"
            break
    return True


def _rather(lower: Sequence[str], heads: Sequence[int], deprels: Sequence[str], noun: int, end: int) -> int:
    """Who is named against a noun, or the noun: "it was not the rebels but the army that"."""
    joined = (c for c in near(heads, noun) if deprels[c] == "conj" and noun < c < end)
    return next((c for c in joined if lower[min(near(heads, c), default=c)] == "but"), noun)


def _put_below(heads: list[int], deprels: list[str], verb: int, noun: int) -> None:
    """Make a clause tell more of a noun, which takes its place where it hung below it."""
    if heads[noun] == verb:
        heads[noun], deprels[noun] = noun if heads[verb] == verb else heads[verb], deprels[verb]
    if verb not in above(heads, noun):
        heads[verb], deprels[verb] = noun, "acl:relcl"


def subject_relation(heads: Sequence[int], deprels: Sequence[str], verb: int) -> str:
    """The relation of a verb's subject to it: another in the passive."""
    return "nsubj:pass" if has(heads, deprels, verb, ("aux:pass",)) else "nsubj"


def has(heads: Sequence[int], deprels: Sequence[str], at: int, relations: Sequence[str]) -> bool:
    """Whether a word hangs on another by one of these relations."""
    return any(deprels[i] in relations for i in near(heads, at))


def near(heads: Sequence[int], at: int) -> list[int]:
    """The words that hang on a word, of those up to some way from it."""
    first = max(0, at - NEAR)
    window, found, last = heads[first : at + NEAR], list[int](), -1
    for _ in range(window.count(at)):  # a third of the time that a comparison of each takes
        last = window.index(at, last + 1)
        found.append(first + last)
    return found


def above(heads: Sequence[int], at: int) -> Iterator[int]:
    """The words above a word."""
    seen: set[int] = set()
    while heads[at] != at and at not in seen:
        seen.add(at)
        at = heads[at]
        yield at


def take_over(heads: list[int], deprels: list[str], at: int, other: int, relation: str) -> None:
    """Put a word where one above it stands in the tree, and that below it by a relation."""
    heads[at] = at if heads[other] == other else heads[other]
    deprels[at] = deprels[other]
    heads[other], deprels[other] = at, relation


mend_clauses = Mends(
    (_mend_voice, ()),
    (_mend_repair, ()),
    (_mend_report, ()),
    (_mend_compound, ()),
    (_mend_who, ()),
    (_mend_named, ()),
    (_mend_speech, ()),
    (_mend_torn, ()),
    (_mend_ahead, ()),
    (_mend_aside, ()),
    (_mend_remaining, ()),
    (_mend_cleft, ()),
    (_mend_blame, ()),
    (_mend_office, ()),
    (_mend_flat, ()),
    (_mend_nearly, ()),
)
"""Hang clauses, their subjects and parts of names where they belong."""
