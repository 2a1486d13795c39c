"""Toll: how many were killed, wounded or are missing in an event?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.questions.claim import Claim, Subject
from sayso.questions.kind import Kind
from sayso.questions.people.counts import counted, counts, more
from sayso.questions.people.deaths import to_death
from sayso.questions.people.joined import Known
from sayso.questions.people.rows import rows_of
from sayso.questions.people.statistics import statistic
from sayso.questions.people.survivors import unsurvived
from sayso.questions.people.verbless import verbless
from sayso.questions.text.amounts import amount, inside, parsed
from sayso.questions.text.events import event_class, happening, held
from sayso.questions.text.frames import matches
from sayso.questions.text.making import make, spoken_by
from sayso.questions.text.nations import nation
from sayso.questions.text.parties import party
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import groups, lines, words
from sayso.reading.nouns import noun_kind

__all__ = ["KIND"]

YEAR = 4
"""Characters of a date that is only a year: no event that a report goes on with."""

REACH = 10
"""Words behind a toll in which what it rises to is looked for."""

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
    tree = scene.tree
    for match in (*matches(tree, "toll_frames"), *to_death(tree, "killed"), *verbless(scene, known)):
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
            if claim := _made(scene, at, value, aspect, _rises(scene, at)):
                yield claim, part or rest


def _is_other(scene: Scene, noun: int, at: int, value: str, aspect: str) -> bool:
    """Whether none are counted who are killed, hurt or missing: "two pages are missing"."""
    tree = scene.tree
    if aspect == "missing" and tree.lower[noun] in words("toll", "things"):
        return True
    if value != "0":
        of = tree.oblique(noun, "of")
        who = noun if of is None else of  # "three of the strikers"
        return tree.lower[who] in words("toll", "athletes") and not _is_deadly(scene, at)
    left = words("toll", "remaining").intersection(tree.lower[noun + 1 : noun + 2])  # "no casualties left"
    return bool(left) or tree.lower[noun] in words("toll", "part") or _nationals(scene, noun)


def _is_deadly(scene: Scene, at: int) -> bool:
    """Whether a report tells of an event at a word in which people die."""
    terms = happening(scene, at).terms
    return any(term.partition(".")[0] in words("toll", "deadly") for term in terms)


def _tolls(scene: Scene, known: Known) -> Iterator[tuple[Claim, bool]]:
    """Claims by a toll, or by deaths that rise to a number."""
    for at, word in enumerate(scene.tree.lower):
        rising = word in words("toll", "counted") and _rises(scene, scene.tree.words.heads[at])
        if (rising or word in words("toll", "toll")) and not statistic(scene, at):
            for claim in _toll(scene, at, known):
                yield claim, False


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
            aspect = _aspect(tree.lower[first]) or "killed"
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


def _toll(scene: Scene, at: int, known: Known) -> Iterator[Claim]:
    """A toll as a thing that rises to a number, stands at one, or is of one."""
    tree = scene.tree
    earlier = any(tree.lower[c] in words("stance", "earlier") for c in tree.having(at, "amod"))
    within = tree.phrase(at)
    end = next((i for i in within if i > at and tree.lower[i] == ";"), within[-1] + 1)
    phrase = " ".join(tree.lower[i] for i in within if i < end)
    if tree.lower[at] in words("toll", "number") and not any(
        w in phrase.split() for w in words("toll", "dead")
    ):
        return
    hurt = words("toll", "hurt").intersection(phrase.split())
    aspect = _aspect(phrase) or ("wounded" if hurt else "killed")
    for verb, found in _numbers(scene, at, known, earlier):
        value = amount(tree, found, known)
        if value:
            behind = _aspect(
                " ".join(tree.lower[known[found][1] + 1 : known[found][1] + 2] if found in known else [])
            )
            aspect = behind or aspect  # "casualties rose to 61 dead"
            if claim := _made(scene, verb, value, aspect, _rises(scene, verb)):
                yield claim
            return


def _numbers(scene: Scene, at: int, known: Known, earlier: bool) -> Iterator[tuple[int, int]]:
    """The words that may tell how high a toll is, the surest first, each with the verb that tells it."""
    tree = scene.tree
    relation, above = tree.relation(at), tree.words.heads[at]
    for verb in ([above] if relation in ("nsubj", "obj") else []) + _telling_more(scene, at):
        if (found := _reached(scene, verb, known)) is not None:
            yield verb, found
    if earlier:  # not "an earlier toll of 27"
        return
    if (found := tree.oblique(at, "of", "at", "to")) is not None:
        yield at, found
    yield from ((at, i) for i in tree.phrase(at) if i in known and "at" in tree.cases(i))  # "stands at 31"
    yield from _headline(scene, at, known)
    if relation == "obj":  # "put the number of dead in the fire at 31"
        behind = (i for i in range(at + 1, tree.sentence(at)[1]) if i in known)
        plain = (i for i in behind if tree.relation(i) != "nummod")
        yield from ((above, i) for i in plain if {"at", "to"}.intersection(tree.cases(i)))


def _headline(scene: Scene, at: int, known: Known) -> Iterator[tuple[int, int]]:
    """A number behind what a toll does, wherever the parse hung it: "quake toll climbs to 73"."""
    tree = scene.tree
    doing = words("toll", "rise") | words("toll", "reach") | words("toll", "at_now")
    last = min(tree.sentence(at)[1], at + REACH)
    for verb in (i for i in range(at + 1, last) if tree.lower[i] in doing):
        behind = verb + 1
        while behind < last and tree.lower[behind] in words("toll", "bounding") | words("toll", "reaching"):
            behind += 1
        if behind in known:
            yield verb, behind
        return


def _telling_more(scene: Scene, at: int) -> list[int]:
    """The verbs of the clauses that tell more of a toll: "its toll, which stood at 200"."""
    tree = scene.tree
    return [c for c in tree.having(at, "acl") if tree.words.deprels[c] == "acl:relcl"]


def _reached(scene: Scene, verb: int, known: Known) -> int | None:
    """The number that a toll rises to, or stands at, by its verb."""
    tree = scene.tree
    found = tree.oblique(verb, "to", "at", "past", "above", "over")
    if found is None and tree.lower[verb] in words("toll", "rise"):  # "rose from | nine to 12"
        found = tree.oblique(verb, "from")
    vague = tree.oblique(verb, "in")
    if found is None and vague is not None and tree.lower[vague] in groups("amounts"):  # "in the hundreds"
        found = vague
    if found is None and tree.lower[verb] in words("toll", "reach"):
        found = tree.patient(verb)
    return verb if found is None and verb in known else found


def _aspect(text: str) -> str:
    """What is counted, by the words of a question or a phrase."""
    found = groups("aspects")
    return next((found[w] for w in text.lower().replace("?", " ").split() if w in found), "")


def _rises(scene: Scene, at: int) -> bool:
    tree = scene.tree
    return tree.lower[at] in words("toll", "rise")


def _made(
    scene: Scene, at: int, value: str, aspect: str, rises: bool, *, presupposed: bool = False
) -> Claim | None:
    subject = replace(happening(scene, at), aspect=aspect)
    if set(subject.terms) <= words("toll", "bare"):
        before = _before(scene, at) if not (subject.date and len(subject.date) == YEAR) else None
        above = scene.tree.words.heads[at]
        told = words("toll", "violent").intersection((scene.tree.lower[at], scene.tree.lower[above]))
        if before is None and not (subject.places and (told or aspect == "missing")):
            return None
        subject = replace(subject, terms=tuple(sorted({*subject.terms, *((before,) if before else ())})))
    claim = make(
        scene,
        "toll",
        subject,
        value,
        at,
        change=rises,
        presupposed=presupposed or value == "0" or scene.tree.lower[at] in words("toll", "wanted"),
    )
    return None if claim is None or claim.denial else _by_counter(scene, claim, at)


def _by_counter(scene: Scene, claim: Claim, at: int) -> Claim:
    """A toll as the claim of who puts it at a number: "the ministry lowered its count of the dead to 342"."""
    tree = scene.tree
    for verb in (at, *tree.above(at)):
        tolls = words("toll", "toll").intersection(
            tree.lower[c] for c in tree.having(verb, "obj", "nsubj:pass")
        )
        who = tree.agent(verb) if tolls else None
        those = words("toll", "victims") | words("toll", "dead") | words("toll", "lives")
        if who is not None and event_class(tree.lower[who]) is None and tree.lower[who] not in those:
            teller = scene.mentions.of(who, "PERSON", "ORG") or noun_kind(tree.lower[who])
            return spoken_by(scene, claim, verb, who) if teller else claim
    return claim


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
