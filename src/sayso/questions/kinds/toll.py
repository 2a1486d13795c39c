"""Toll: how many were killed, wounded or are missing in an event?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from sayso.questions.amounts import amount, inside, numbers, parsed
from sayso.questions.claim import Claim, Subject
from sayso.questions.events import event_class, happening, held
from sayso.questions.frames import Match, matches
from sayso.questions.kind import Kind
from sayso.questions.making import make
from sayso.questions.nations import nation
from sayso.questions.parties import party
from sayso.questions.scene import Scene
from sayso.questions.statistics import statistic
from sayso.questions.tree import Tree
from sayso.questions.vocabulary import groups, lines, words

__all__ = ["KIND"]

NEAR = 4
"""Words behind a number in which what it counts is looked for."""

Known = dict[int, tuple[int, int]]


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report of how many were killed, wounded or are missing."""
    known = _counts(scene)
    if not known and not any(w in groups("amounts") for w in scene.tree.lower):
        return
    found = [*_people(scene, known), *_tolls(scene, known)]
    whole = [claim for claim, part in found if not part]
    for claim, part in found:
        if not (part and any(_is_part(claim, other) for other in whole)):
            yield claim


def _is_part(claim: Claim, other: Claim) -> bool:
    """Whether a number can be some of another: a greater one of the same count."""
    return _least(claim.value) < _least(other.value) and claim.subject.aspect == other.subject.aspect


def _least(value: str) -> int:
    size = parsed(value)
    return size.low if size else 0


def _people(scene: Scene, known: Known) -> Iterator[tuple[Claim, bool]]:
    """Claims by those who are counted, and whether they may be some of a greater number."""
    told: set[tuple[int, str]] = set()
    some: set[int] = set()
    for match in matches(scene.tree, "toll_frames"):
        found = _counted(scene, match, known)
        if found is None:
            continue
        noun, at, value = found
        key = (noun, match.frame.value)
        if key in told:
            continue
        told.add(key)
        if statistic(scene, at):
            continue
        part = _grave(scene, at) or _of_them(scene, noun)
        part = part or (_nationals(scene, noun) and not _by_somebody(scene, at, noun))
        some |= {scene.tree.sentence(at)[0]} if part else set()
        more = scene.tree.sentence(at)[0] in some and _more(scene, at, known) is not None
        unhurt = value == "0" and scene.tree.lower[noun] in words("toll", "hurt")  # "no casualties"
        for aspect in ("killed", "wounded") if unhurt else (match.frame.value,):
            if claim := _made(scene, at, value, aspect, _rises(scene, at)):
                yield claim, part or more


def _tolls(scene: Scene, known: Known) -> Iterator[tuple[Claim, bool]]:
    """Claims by a toll, or by deaths that rise to a number."""
    for at, word in enumerate(scene.tree.lower):
        rising = word in words("toll", "counted") and _rises(scene, scene.tree.words.heads[at])
        if (rising or word in words("toll", "toll")) and not statistic(scene, at):
            for claim in _toll(scene, at, known):
                yield claim, False


def _counts(scene: Scene) -> Known:
    """The numbers of a report that may count people: no years, and no shares."""
    tree = scene.tree
    found = numbers(tree)
    years = {at for at, (value, _) in found.items() if 1900 <= value < 2100 and _in_date(scene, at)}
    shares = {
        at
        for at, (_, last) in found.items()
        if words("toll", "share").intersection(tree.lower[last + 1 : last + 2])
    }
    parts = {at for at in found if "/" in (tree.lower[at - 1 : at] + tree.lower[at + 1 : at + 2])}  # "2/3"
    some = {at for at in found if _is_one_of(tree, at) and not found.keys().isdisjoint(range(at + 2, at + 5))}
    return {at: told for at, told in found.items() if at not in years | shares | parts | some}


def _is_one_of(tree: Tree, at: int) -> bool:
    """Whether a number tells that somebody is one of several: "one of four people killed"."""
    return tree.lower[at] in words("life", "one") and tree.lower[at + 1 : at + 2] == ["of"]


def _in_date(scene: Scene, at: int) -> bool:
    start, end = scene.tree.words.spans[at]
    times = scene.reading.times
    index = bisect_right(times, start, key=lambda time: time.start) - 1
    return index >= 0 and times[index].type == "DATE" and end <= times[index].end


def _grave(scene: Scene, at: int) -> bool:
    """Whether only those badly hurt are told of, who are some of the wounded."""
    return any(scene.tree.lower[c] in words("toll", "grave") for c in scene.tree.having(at, "advmod"))


def _nationals(scene: Scene, noun: int) -> bool:
    """Whether only those of a country, or the children, are told of: "six Mexican nationals"."""
    tree = scene.tree
    beside = (noun, *tree.having(noun, "amod", "compound"))
    spoken = (tree.text[slice(*tree.words.spans[c])] for c in beside)
    of = tree.oblique(noun, "of")
    above = tree.words.heads[noun]
    if of is None and tree.relation(noun) == "nsubj" and "of" in tree.cases(above):
        of = above  # "six deaths were of children"
    young = of is not None and tree.lower[of] in words("toll", "part")
    return young or any(nation(word) for word in spoken)


def _by_somebody(scene: Scene, at: int, noun: int) -> bool:
    """Whether it is told who killed those counted, so that it may be an event of its own."""
    agent = scene.tree.agent(at)
    if agent is None or agent == noun or event_class(scene.tree.lower[agent]) is not None:
        return False
    return party(scene, agent) is not None


def _of_them(scene: Scene, noun: int) -> bool:
    """Whether only some of those told of before are counted: "one of them"."""
    of = scene.tree.oblique(noun, "of")
    return of is not None and scene.tree.lower[of] in words("toll", "them")


def _counted(scene: Scene, match: Match, known: Known) -> tuple[int, int, str] | None:
    """The noun that is counted, the predicate that tells of it, and how many."""
    tree, at, part = scene.tree, match.at, match.frame.part
    if part == "loss":
        lost = tree.oblique(at, "of")
        value = amount(tree, lost, known) if lost is not None else None
        return (
            (lost, at, value)
            if lost is not None and value and tree.lower[lost] in words("toll", "lives")
            else None
        )
    if part == "body":
        if tree.words.upos[at] not in ("NOUN", "ADJ"):
            return None
        value = amount(tree, at, known) or _of_many(scene, at, known)
        verb = next((a for a in tree.above(at) if tree.words.upos[a] in ("VERB", "AUX")), at)
        return (at, verb, value) if value and tree.lower[verb] not in words("toll", "other") else None
    more = _more(scene, at, known) or (_right_behind(scene, at, known) if part == "patient" else None)
    if more is not None:
        return more
    who = tree.patient(at) if part == "patient" else tree.subject(at)
    if (
        part == "patient"
        and at
        and tree.relation(at) in ("conj", "acl")
        and tree.words.upos[at - 1] == "NOUN"
    ):
        who = at - 1 if amount(tree, at - 1, known) else who  # "56 deaths and over 200 people injured"
    if who is None and at - 1 in known:  # "of the 90 people aboard, 31 died"
        who = at - 1
    if who is None:
        return None
    mention = scene.mentions.covering(who)
    person = mention is not None and mention.label == "PERSON"  # "In 348 Ann Roe died"
    if person or tree.lower[who] in words("toll", "toll"):
        return None
    who = _before(scene, at, known) or who
    value = amount(tree, who, known)
    if value is None and part == "patient":
        of = tree.oblique(at, "of")
        of = of if of is not None else tree.oblique(who, "of")  # "claimed the lives of 17 people"
        value = amount(tree, of, known) if of is not None else None
    return (who, at, _with_joined(scene, who, value, known)) if value is not None else None


def _with_joined(scene: Scene, who: int, value: str, known: Known) -> str:
    """The number of those counted with those joined to them: "three soldiers and two civilians" are 5."""
    tree = scene.tree
    near = (c for c in tree.having(who, "conj") if "VERB" not in tree.words.upos[who:c])
    joined = [amount(tree, c, known) for c in near]
    exact = [int(number) for number in (value, *joined) if number and number.isdigit()]
    return str(sum(exact)) if len(exact) == len(joined) + 1 else value


def _more(scene: Scene, at: int, known: Known) -> tuple[int, int, str] | None:
    """Those told of as so many more: "and scores more were injured"."""
    tree = scene.tree
    for child in tree.having(at, "nsubj", "advmod"):
        told = tree.lower[child] in words("amounts", "further") and child > tree.sentence(at)[0]
        apart = {"VERB", "CCONJ"}.intersection(tree.words.upos[at + 1 : child])
        if told and not apart:  # not "killed nine and injured 50 more"
            value = amount(tree, child - 1, known)
            return (child - 1, at, value) if value else None
    return None


def _of_many(scene: Scene, at: int, known: Known) -> str | None:
    """How many a death is of: "the death of at least 50 people"."""
    of = scene.tree.oblique(at, "of")
    return amount(scene.tree, of, known) if of is not None else None


def _right_behind(scene: Scene, at: int, known: Known) -> tuple[int, int, str] | None:
    """Those whose number follows a verb at once, wherever the parse hung it: "killed 5 and wounded 110"."""
    tree = scene.tree
    number = at + 1
    while number < tree.sentence(at)[1] and tree.lower[number] in words("toll", "bounding"):
        number += 1
    bare = not any(True for _ in tree.having(at, "aux:pass", "nsubj:pass"))
    if number not in known or tree.words.upos[number] != "NUM" or not bare:
        return None
    behind = known[number][1] + 1
    other = words("toll", "measure") | {"-"}
    if (
        behind < len(tree.words) and tree.lower[behind] in other
    ):  # "killed 12 miles away", "killed 12-year-old"
        return None
    noun = tree.words.heads[number]
    counts = tree.words.deprels[number] == "nummod" and behind <= noun < behind + NEAR
    counted = noun if counts else number
    value = amount(tree, counted, known)
    return (counted, at, _with_joined(scene, counted, value, known)) if value else None


def _before(scene: Scene, at: int, known: Known) -> int | None:
    """A number right before a predicate: of "31 died and 170 were missing" the second counts the missing."""
    before = at - 1
    while before > 0 and scene.tree.words.upos[before] in ("AUX", "ADV"):
        before -= 1
    apart = before < at - 1 or scene.tree.relation(at) in ("xcomp", "conj")
    return before if before in known and apart else None


def _toll(scene: Scene, at: int, known: Known) -> Iterator[Claim]:
    """A toll as a thing that rises to a number, stands at one, or is of one."""
    tree = scene.tree
    earlier = any(tree.lower[c] in words("stance", "earlier") for c in tree.having(at, "amod"))
    phrase = " ".join(tree.lower[i] for i in tree.phrase(at))
    if tree.lower[at] in words("toll", "number") and not any(
        w in phrase.split() for w in words("toll", "dead")
    ):
        return
    hurt = words("toll", "hurt").intersection(phrase.split())
    aspect = _aspect(phrase) or ("wounded" if hurt else "killed")
    verb = tree.words.heads[at]
    relation = tree.relation(at)
    found = None
    if relation in ("nsubj", "obj"):
        found = tree.oblique(verb, "to", "at", "past", "above", "over")
        if found is None and tree.lower[verb] in words("toll", "rise"):  # "rose from | nine to 12"
            found = tree.oblique(verb, "from")
        vague = tree.oblique(verb, "in")
        if (
            found is None and vague is not None and tree.lower[vague] in groups("amounts")
        ):  # "in the hundreds"
            found = vague
        if found is None and tree.lower[verb] in words("toll", "reach"):
            found = tree.patient(verb)
        if found is None and verb in known:
            found = verb
    if found is None and not earlier:  # not "an earlier toll of 27"
        found = tree.oblique(at, "of", "at", "to")
        verb = at
    value = amount(tree, found, known) if found is not None else None
    if value is None and relation == "obj" and not earlier:  # "put the number of dead in the fire at 31"
        verb = tree.words.heads[at]
        behind = (
            i for i in range(at + 1, tree.sentence(at)[1]) if i in known and tree.relation(i) != "nummod"
        )
        found = next((i for i in behind if {"at", "to"}.intersection(tree.cases(i))), None)
        value = amount(tree, found, known) if found is not None else None
    if value and (claim := _made(scene, verb, value, aspect, _rises(scene, verb))):
        yield claim


def _aspect(text: str) -> str:
    """What is counted, by the words of a question or a phrase."""
    found = groups("aspects")
    return next((found[w] for w in text.lower().replace("?", " ").split() if w in found), "")


def _rises(scene: Scene, at: int) -> bool:
    tree = scene.tree
    return tree.lower[at] in words("toll", "rise")


def _made(scene: Scene, at: int, value: str, aspect: str, rises: bool) -> Claim | None:
    subject = replace(happening(scene, at), aspect=aspect)
    if set(subject.terms) <= words("toll", "bare"):
        return None
    claim = make(scene, "toll", subject, value, at, change=rises, presupposed=value == "0")
    return None if claim is None or claim.denial else claim


def conflict(one: str, other: str) -> bool:
    """Ranges exclude each other where they have no number in common."""
    left, right = parsed(one), parsed(other)
    return left is None or right is None or not inside(left, right)


def _subject(name: str, text: str) -> Subject:
    return replace(held(name), aspect=_aspect(text) or "killed")


KIND = Kind(
    name="toll",
    about="event",
    forms=lines("toll_forms"),
    wording="How many were killed in the X?",
    example="How many people were killed in the Port Anselm ferry disaster?",
    find=find,
    conflict=conflict,
    changes=True,
    grows=True,
    subject=_subject,
)
