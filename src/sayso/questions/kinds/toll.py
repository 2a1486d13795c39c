"""Toll: how many were killed, wounded or are missing in an event?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.questions.claim import Claim, Subject
from sayso.questions.kind import Kind
from sayso.questions.people.counts import counted, counts, more
from sayso.questions.people.deaths import to_death
from sayso.questions.people.joined import Known
from sayso.questions.people.losses import losses
from sayso.questions.people.rows import rows_of
from sayso.questions.people.statistics import statistic
from sayso.questions.people.survivors import unsurvived
from sayso.questions.people.tolls import aspect_of, in_short, is_toll, rises, tolled
from sayso.questions.people.verbless import verbless
from sayso.questions.text.amounts import amount, inside, parsed
from sayso.questions.text.events import event_class, happening, held
from sayso.questions.text.frames import matches
from sayso.questions.text.making import make, spoken_by
from sayso.questions.text.nations import nation
from sayso.questions.text.parties import party
from sayso.questions.text.same_events import akin
from sayso.questions.text.scene import Scene
from sayso.questions.text.stance import takes_back
from sayso.questions.text.withdrawals import taken_back
from sayso.questions.vocabulary import lines, words
from sayso.reading.nouns import noun_kind

__all__ = ["KIND"]

YEAR = 4
"""Characters of a date that is only a year: no event that a report goes on with."""

BACK = 120
"""Words before a sentence among which the event is looked for that it goes on with."""


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report of how many were killed, wounded or are missing."""
    known = counts(scene)
    found = [
        *_people(scene, known),
        *_tolls(scene, known),
        *_numbered(scene, known),
        *_rows(scene),
        *_lost(scene, known),
    ]
    whole = [claim for claim, part in found if not part]
    kept = [c for c, part in found if not (part and any(_is_part(c, other) for other in whole))]
    marks = list(taken_back(scene, kept, {}))
    back = {(mark.subject, mark.value, mark.source) for mark in marks}
    yield from (claim for claim in kept if (claim.subject, claim.value, claim.source) not in back)
    yield from marks


def _is_part(claim: Claim, other: Claim) -> bool:
    """Whether a number can be some of another: a greater one of the same count in the same event."""
    one, whole = claim.subject, other.subject
    same = akin(one.terms, whole.terms) and (not one.places or not {*one.places}.isdisjoint(whole.places))
    return _least(claim.value) < _least(other.value) and one.aspect == whole.aspect and same


def _least(value: str) -> int:
    size = parsed(value)
    return size.low if size else 0


def _people(scene: Scene, known: Known) -> Iterator[tuple[Claim, bool]]:
    """Claims by those who are counted, and whether they may be some of a greater number."""
    told: set[tuple[int, str]] = set()
    some: set[int] = set()
    tree = scene.tree
    for match in (
        *matches(tree, "toll_frames"),
        *to_death(tree, "killed"),
        *verbless(scene, known),
        *losses(scene),
    ):
        found = counted(scene, match, known)
        if found is None:
            continue
        noun, at, value = found
        key = (noun, match.frame.value)
        if key in told:
            continue
        told.add(key)
        if statistic(scene, at) or _is_other(scene, noun, at, value, match.frame.value):
            continue
        part = _grave(scene, at) or _of_them(scene, noun)
        part = part or tree.lower[at] in words("toll", "in_care")
        part = part or (_nationals(scene, noun) and not _by_somebody(scene, at, noun))
        some |= {scene.tree.sentence(at)[0]} if part else set()
        rest = scene.tree.sentence(at)[0] in some and more(scene, at, known) is not None
        unhurt = value == "0" and scene.tree.lower[noun] in words("toll", "hurt")  # "no casualties"
        for aspect in ("killed", "wounded") if unhurt else (match.frame.value,):
            if claim := _made(scene, at, value, aspect, rises(scene, at)):
                yield claim, part or rest


def _is_other(scene: Scene, noun: int, at: int, value: str, aspect: str) -> bool:
    """Whether none are counted who are killed, hurt or missing: "two pages are missing"."""
    tree = scene.tree
    if aspect == "missing" and (tree.lower[noun] in words("toll", "things") or _is_saved(scene, noun, at)):
        return True
    if value != "0":
        of = tree.oblique(noun, "of")
        who = noun if of is None else of  # "three of the strikers"
        return tree.lower[who] in words("toll", "athletes") and not _is_deadly(scene, at)
    left = words("toll", "remaining").intersection(tree.lower[noun + 1 : noun + 2])  # "no casualties left"
    return bool(left) or tree.lower[noun] in words("toll", "part") or _nationals(scene, noun)


def _is_saved(scene: Scene, noun: int, at: int) -> bool:
    """Whether those trapped or missing are so no more: "the miners trapped in the pit were found alive"."""
    tree = scene.tree
    verb = tree.words.heads[noun]
    aside = tree.relation(at) in ("acl", "amod") and tree.patient(verb) == noun
    return aside and tree.lower[verb] in words("toll", "saved")


def _is_deadly(scene: Scene, at: int) -> bool:
    """Whether a report tells of an event at a word in which people die."""
    terms = happening(scene, at).terms
    return any(term.partition(".")[0] in words("toll", "deadly") for term in terms)


def _tolls(scene: Scene, known: Known) -> Iterator[tuple[Claim, bool]]:
    """Claims by a toll, or by deaths that rise to a number."""
    for at in range(len(scene.tree.words)):
        if not is_toll(scene, at) or statistic(scene, at):
            continue
        if (found := tolled(scene, at, known)) is not None:
            verb, value, aspect = found
            if claim := _made(scene, verb, value, aspect, rises(scene, verb), deadly=True):
                yield claim, False
    for verb, value in in_short(scene, known):
        if not statistic(scene, verb) and (claim := _made(scene, verb, value, "killed", False, deadly=True)):
            yield spoken_by(scene, claim, verb, scene.tree.subject(verb)), False


def _numbered(scene: Scene, known: Known) -> Iterator[tuple[Claim, bool]]:
    """Claims by those who are told to be so many: "the victims numbered 213"."""
    tree = scene.tree
    for at, word in enumerate(tree.lower):
        number = at + 1
        while number < len(tree.words) and tree.lower[number] in words("toll", "bounding"):
            number += 1
        if word not in words("toll", "numbering") or number not in known or statistic(scene, at):
            continue
        before = range(max(tree.sentence(at)[0], at - BACK), at)
        those = words("toll", "counted") | words("toll", "victims") | words("toll", "dead")
        first = next((i for i in before if tree.lower[i] in those and tree.words.upos[i] != "VERB"), None)
        value = amount(tree, number, known)
        if first is not None and value:
            aspect = aspect_of(tree.lower[first]) or "killed"
            if claim := _made(scene, at, value, aspect, False):
                yield claim, False


def _rows(scene: Scene) -> Iterator[tuple[Claim, bool]]:
    """Claims by rows of figures: "Injured: 4,877"."""
    for row in rows_of(scene.tree):
        if not row.aspect or statistic(scene, row.at):
            continue
        if claim := _made(scene, row.at, row.value, row.aspect, False):
            yield claim, False


def _lost(scene: Scene, known: Known) -> Iterator[tuple[Claim, bool]]:
    """Claims by how few survived."""
    for at, value in unsurvived(scene, known):
        claim = None if statistic(scene, at) else _made(scene, at, value, "killed", False, presupposed=True)
        if claim:
            yield claim, False


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
    if event_class(scene.tree.lower[at]) is None:  # "the ministry said six deaths were of children"
        return False
    return party(scene, agent) is not None


def _of_them(scene: Scene, noun: int) -> bool:
    """Whether only some of those told of before are counted: "one of them"."""
    of = scene.tree.oblique(noun, "of")
    return of is not None and scene.tree.lower[of] in words("toll", "them")


def _made(
    scene: Scene,
    at: int,
    value: str,
    aspect: str,
    rising: bool,
    *,
    presupposed: bool = False,
    deadly: bool = False,
) -> Claim | None:
    """A claim of an event; where no event is told, of a place, if a violent word or a toll tells of one."""
    subject = replace(happening(scene, at), aspect=aspect)
    if set(subject.terms) <= words("toll", "bare"):
        before = _before(scene, at) if not (subject.date and len(subject.date) == YEAR) else None
        above = scene.tree.words.heads[at]
        told = words("toll", "violent").intersection((scene.tree.lower[at], scene.tree.lower[above]))
        if before is None and not (subject.places and (told or deadly or aspect == "missing")):
            return None
        subject = replace(subject, terms=tuple(sorted({*subject.terms, *((before,) if before else ())})))
    claim = make(
        scene,
        "toll",
        subject,
        value,
        at,
        change=rising,
        presupposed=presupposed or value == "0" or scene.tree.lower[at] in words("toll", "wanted"),
    )
    if claim is None or claim.denial:
        return None
    claim = _by_counter(scene, claim, at)
    if scene.tree.lower[at] in words("toll", "moving"):  # "withdrew its figure and replaced it with 41"
        return replace(claim, withdraws=False)
    return replace(claim, withdraws=True, change=False) if takes_back(scene.tree, at) else claim


def _by_counter(scene: Scene, claim: Claim, at: int) -> Claim:
    """A toll as the claim of whose it is, or of who puts it at a number.

    "The ministry lowered its count of the dead to 342", "the office stood by its figure of nine dead".
    """
    tree = scene.tree
    for verb in (at, *tree.above(at)):
        told = tree.having(verb, "obj", "nsubj:pass", "obl", "nsubj")
        toll = next((c for c in told if _is_told(scene, c, verb)), None)
        if toll is None:
            continue
        whose = next(tree.having(toll, "nmod:poss"), None)
        if whose is None or not _is_teller(scene, whose):
            disputed = tree.lower[verb] in words("stance", "deny") | words("toll", "disputing")
            whose = None if disputed else tree.agent(verb)
        known = whose is not None and whose != toll and _is_teller(scene, whose)
        return spoken_by(scene, claim, verb, whose) if known else claim
    return claim


def _is_told(scene: Scene, at: int, verb: int) -> bool:
    """Whether a verb tells of a toll: by what it is done to or told of, or in "stood by its figure"."""
    tree = scene.tree
    if tree.relation(at) == "obl":
        kept = tree.lower[verb] in words("toll", "keeping") and {"by", "to", "with"}.intersection(
            tree.cases(at)
        )
        return bool(kept) and tree.lower[at] in words("toll", "toll")
    return is_toll(scene, at)


def _is_teller(scene: Scene, who: int) -> bool:
    """Whether a word can stand for who tells a toll: no event, and none of those counted."""
    word = scene.tree.lower[who]
    those = words("toll", "victims") | words("toll", "dead") | words("toll", "lives")
    if event_class(word) is not None or word in those:
        return False
    noun = scene.tree.words.upos[who] == "NOUN" and noun_kind(word)
    return bool(scene.mentions.of(who, "PERSON", "ORG") or noun)


def _before(scene: Scene, at: int) -> str | None:
    """The class of the deadly event told of last before a sentence, some sentences back."""
    tree = scene.tree
    first = tree.sentence(at)[0]
    near = range(first - 1, max(0, first - BACK), -1)
    classes = (event_class(tree.lower[i]) for i in near if tree.lower[i - 1] not in words("toll", "ill"))
    told = (c for c in classes if c and c not in words("toll", "bare"))
    return next((c for c in told if c.partition(".")[0] in words("toll", "deadly")), None)


def conflict(one: str, other: str) -> bool:
    """Ranges exclude each other where they have no number in common."""
    left, right = parsed(one), parsed(other)
    return left is None or right is None or not inside(left, right)


def _subject(name: str, text: str) -> Subject:
    return replace(held(name), aspect=aspect_of(text) or "killed")


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
