"""Custody: is somebody held, or free?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sayso.questions.claim import Claim, Subject
from sayso.questions.kind import Kind
from sayso.questions.people.named_dead import said_to_be
from sayso.questions.people.prison import (
    apposed,
    commuted,
    imprisoned,
    is_out,
    is_to_prison,
    leaving,
    on_bail,
    placed,
)
from sayso.questions.people.victims import who_before
from sayso.questions.text.frames import Match, matches
from sayso.questions.text.making import make
from sayso.questions.text.nations import is_country
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import entries, lines, words

__all__ = ["KIND"]

FAR = 30
"""Words behind "holds" in which it is told that somebody is held responsible."""

NEAR = 5
"""Words behind "held" in which it is told that somebody was held down."""

AROUND = 80
"""Words around a release among which custody is spoken of."""

OPPOSITE = {"held": "free", "free": "held"}

_PARTS = {"apposed": apposed, "term": imprisoned, "bail": on_bail, "commuted": commuted, "leaving": leaving}
"""How whom a frame tells of is found, for the parts that custody alone has."""


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report that somebody is held or free."""
    for match in matches(scene.tree, "custody_frames"):
        if match.frame.part == "named":
            told = [(name, name) for name in _inmates(scene, match.at)]
        else:
            told = [found] if (found := _who(scene, match) or _those(scene, match)) is not None else []
        for who, verb in told:
            yield from _claims(scene, match, who, verb)


def _those(scene: Scene, match: Match) -> tuple[int, int] | None:
    """A participle that stands for those to whom it is done: "the detained include Ann Roe"."""
    the = scene.tree.lower[match.at - 1 : match.at]
    return (match.at, match.at) if match.frame.part == "patient" and the == ["the"] else None


def _inmates(scene: Scene, at: int) -> list[int]:
    """The names of those who are told to be among prisoners, none of them freed."""
    tree = scene.tree
    told = {tree.lower[c] for c in tree.having(at, "acl", "amod") if c != at}
    names = said_to_be(scene, at) if told.isdisjoint(words("custody", "set_free")) else []
    return [name for name in names if scene.mentions.of(name, "PERSON") is not None]


def _claims(scene: Scene, match: Match, who: int, verb: int) -> Iterator[Claim]:
    at, frame = match.at, match.frame
    change = "change" in frame.marks
    over = (frame.part == "noun" and _is_lifted(scene, at)) or (
        frame.part == "predicate" and is_out(scene, at)
    )
    value = "free" if over else frame.value
    for subject in _people(scene, match, who):
        if _more_likely_a_town(scene, at, subject) or _is_let_go_by_a_club(scene, at, who, subject):
            continue
        claim = make(scene, "custody", subject, value, verb, opposite=OPPOSITE[value], change=change)
        if claim is not None and not (claim.denial and "asserted" in frame.marks):
            yield claim


def _people(scene: Scene, match: Match, who: int) -> list[Subject]:
    """Those whom a word stands for; the name before the comma of "the aide of Ann Roe, who was held"."""
    if match.frame.part == "named":  # a name of a list is one of those who are held
        return [one] if (one := scene.person(who)) is not None else []
    if found := scene.everyone(who):
        return found
    if (near := who_before(scene, match.at, match.frame.part)) is not None:
        return [scene.subject(near)]
    if match.frame.part != "patient" or scene.tree.lower[match.at].endswith("ing"):
        return []  # "the one holding the spotlight was Ann Roe"
    return [one for name in _inmates(scene, match.at) if (one := scene.person(name)) is not None]


def _who(scene: Scene, match: Match) -> tuple[int, int] | None:
    """Of whom a frame tells, and the verb that tells it; None where it is not of custody."""
    tree, at, frame = scene.tree, match.at, match.frame
    verb = at
    if frame.part == "noun":
        won = tree.lower[tree.words.heads[at]] in words("custody", "won")
        told = _is_lifted(scene, at) or (
            _told(scene, at) and (won or frame.value == "held" or _of_custody(scene, at))
        )
        who = scene.owner(at) if told else None
    elif frame.part == "predicate":
        who, verb = placed(scene, at), _ordered(scene, _verb(scene, at))
    elif frame.part in _PARTS:
        who, verb = _PARTS[frame.part](scene, at), _ordered(scene, at)
    else:
        who, verb = _part(scene, match), _ordered(scene, at)
    return (who, verb) if who is not None else None


def _part(scene: Scene, match: Match) -> int | None:
    """The subject or patient of a verb that tells of custody."""
    tree, at = scene.tree, match.at
    who = _patient(scene, at) if match.frame.part == "patient" else tree.subject(at)
    if who is None and tree.relation(at) in ("ccomp", "xcomp"):  # "ordered Ann Roe held"
        who = next(tree.having(tree.words.heads[at], "obj"), None)
    bare = who is not None and not any(True for _ in tree.having(who, "det", "nmod:poss", "amod"))
    if (
        who is not None
        and bare
        and tree.relation(who) == "obj"
        and tree.lower[who] in words("custody", "inmate")
    ):
        who = tree.subject(at)  # "Ann Roe, held hostage since May, …"
    town = who is not None and tree.words.upos[who] == "NOUN" and tree.lower[who] in words("naming", "place")
    return who if not town and _is_custody(scene, match) else None


def _patient(scene: Scene, at: int) -> int | None:
    """To whom a verb does it; in a headline its bare subject: "Defector arrested in Arle"."""
    tree = scene.tree
    who = tree.patient(at)
    if who is not None and tree.words.upos[who] in ("ADJ", "NUM"):  # "the last of the hostages, Ann Roe"
        of = tree.oblique(who, *words("naming", "of"))
        return of if of is not None else who
    if who is not None and tree.words.deprels[who] == "nsubj:pass" and (done := _done_to(scene, at, who)):
        return done
    if who is not None or any(True for _ in tree.having(at, "obj", "aux")):
        return who
    own = next((c for c in tree.having(at, "nsubj") if c < at), None)
    bare = own is not None and tree.words.upos[own] in ("NOUN", "PROPN")
    main = tree.relation(at) in ("root", "conj", "parataxis", "ccomp")
    ends = not {"DET", "NOUN", "PROPN", "PRON", "ADJ"}.intersection(tree.words.upos[at + 1 : at + 2])
    return own if bare and main and ends and tree.lower[at].endswith("ed") else None


def _done_to(scene: Scene, at: int, who: int) -> int | None:
    """The object of a verb that officers do: "Police arrested and questioned Roe", read as a passive."""
    tree = scene.tree
    active = tree.lower[who] in words("custody", "officers") and not any(True for _ in tree.having(at, "aux"))
    joined = tree.having(at, "conj") if active else ()
    return next((done for verb in joined for done in tree.having(verb, "obj") if done > verb), None)


def _more_likely_a_town(scene: Scene, at: int, subject: Subject) -> bool:
    """Whether what is taken or held has one name and no role, as towns have: "captured Sadiq"."""
    tree = scene.tree
    holds = tree.lower[at] in words("custody", "holding") and tree.agent(at) is not None
    taken = holds or tree.lower[at] in words("custody", "taken") | words("custody", "yielding")
    roles = set(subject.also) - {subject.name.lower()}
    town = not roles or not words("naming", "place").isdisjoint(roles)
    return taken and town and " " not in subject.name


def _is_let_go_by_a_club(scene: Scene, at: int, who: int, subject: Subject) -> bool:
    """Whether who is released is a player or the like, in a report without a word of custody."""
    played = not words("custody", "player").isdisjoint({*subject.also, scene.tree.lower[who]})
    return played and scene.tree.lower[at] in words("custody", "releasing") and not _of_custody(scene, at)


def _verb(scene: Scene, at: int) -> int:
    tree = scene.tree
    return tree.words.heads[at] if tree.relation(at) in ("obl", "xcomp", "advmod", "amod") else at


def _is_custody(scene: Scene, match: Match) -> bool:
    """Whether a verb tells of custody in its clause, as it may not elsewhere."""
    word, at = scene.tree.lower[match.at], match.at
    if word in words("custody", "holding") and (_pressed(scene, at) or _only_held(scene, at)):
        return False
    if word in words("custody", "taken") and _is_figure(scene, at):
        return False
    if word in words("custody", "yielding") and not _gives_up(scene, at):
        return False
    if word in words("custody", "from") and not (_from_custody(scene, at) or _by_force(scene, at)):
        return False
    if _by_thing(scene, at):
        return False
    if word in words("custody", "sentence") and not is_to_prison(scene, at):
        return False
    if "officers" in match.frame.marks and not _by_officers(scene, at):
        return False
    if "swap" in match.frame.marks and not _is_swapped(scene, at):
        return False
    return not (_is_to_come(scene, at) or _elsewise(scene, match))


def _pressed(scene: Scene, at: int) -> bool:
    """Whether somebody is only held in place: "held him down"."""
    tree = scene.tree
    last = min(tree.sentence(at)[1], at + NEAR)
    near = (i for i in range(at + 1, last) if tree.lower[i] in words("custody", "in_place"))
    particle = next(near, last)
    behind = tree.words.upos[particle + 1 : particle + 2]
    return particle < last and behind not in (("NOUN",), ("PROPN",), ("DET",), ("NUM",), ("PRON",))


def _only_held(scene: Scene, at: int) -> bool:
    """Whether "holds" tells what somebody thinks or has: "holds her responsible", "held Roe signs"."""
    tree = scene.tree
    last = min(tree.sentence(at)[1], at + FAR)
    if words("custody", "to_account").intersection(tree.lower[at:last]):
        return True
    if tree.passive(at):
        return False
    meeting = words("custody", "meeting").intersection(tree.lower[at:last])
    return bool(meeting) or sum(1 for _ in tree.having(at, "obj")) > 1


def _is_figure(scene: Scene, at: int) -> bool:
    """Whether somebody is captured or seized by no one: "it captures her", "seized with a desire"."""
    tree = scene.tree
    agent = tree.agent(at)
    thing = agent is not None and tree.lower[agent] in words("control", "it")
    moved = tree.lower[at] in words("custody", "gripping") and tree.oblique(at, "with") is not None
    filmed = tree.oblique(at, "on", "in")
    return thing or moved or (filmed is not None and tree.lower[filmed] in words("custody", "maker"))


def _is_swapped(scene: Scene, at: int) -> bool:
    """Whether somebody is exchanged as prisoners are: "was swapped for a spy"."""
    told = (scene.tree.lower[i] for i in scene.tree.phrase(at))
    return not words("custody", "swapped").isdisjoint(told) or _of_custody(scene, at)


def _is_to_come(scene: Scene, at: int) -> bool:
    """Whether an arrest is only what somebody came for: "officers came to arrest her"."""
    tree = scene.tree
    to = at > 0 and tree.lower[at - 1] in words("stance", "infinitive")
    return bool(to) and tree.lower[tree.words.heads[at]] in words("custody", "coming")


def _elsewise(scene: Scene, match: Match) -> bool:
    """Whether somebody leaves a hospital or his duties, lets go of a thing, or is captured by a camera."""
    tree, at = scene.tree, match.at
    left, agent = tree.oblique(at, "from"), tree.agent(at)
    healed = left is not None and match.frame.value == "free" and _is_other(scene, left)
    behind = tree.lower[at : at + NEAR]
    grip = any(pair == ("go", "of") for pair in pairwise(behind))  # "let go of their restraint"
    rid = tree.lower[at] in words("custody", "releasing") and tree.oblique(at, "of") is not None
    return healed or grip or rid or (agent is not None and tree.lower[agent] in words("custody", "maker"))


def _is_other(scene: Scene, at: int) -> bool:
    """Whether what somebody is released from is no custody: "hospital", "his contract"."""
    tree, word = scene.tree, scene.tree.lower[at]
    if word in words("custody", "healed"):
        return True
    own = tree.words.upos[at] == "NOUN" and any(True for _ in tree.having(at, "nmod:poss"))
    released = tree.lower[tree.words.heads[at]] in words("custody", "releasing")
    return released and own and not _from_custody(scene, at)


def _by_officers(scene: Scene, at: int) -> bool:
    """Whether officers or armed men do something, or somebody is caught at a place by its name."""
    tree = scene.tree
    agent = tree.agent(at)
    found = tree.phrase(agent) if agent is not None else []
    if agent is None and not words("custody", "officers").isdisjoint(tree.lower[i] for i in tree.phrase(at)):
        return True  # "was bundled into a police van"
    if agent is None and tree.lower[at] in words("custody", "caught"):
        where = tree.oblique(at, *words("naming", "where"))
        charged = not words("custody", "warrant").isdisjoint(tree.lower[i] for i in tree.phrase(at))
        there = tree.phrase(where) if where is not None else ()  # "in a suburb of Paris"
        return charged or any(scene.mentions.of(i, "PLACE") for i in there)
    return any(tree.lower[i] in words("custody", "officers") for i in found)


def _ordered(scene: Scene, at: int) -> int:
    """The order of a court, in place of what it orders: it is done."""
    tree = scene.tree
    verb = tree.words.heads[at]
    if tree.lower[verb] not in words("custody", "order") or tree.relation(at) not in ("ccomp", "xcomp"):
        return at
    bound = words("custody", "being") | words("custody", "serving")
    if tree.passive(verb) and (tree.passive(at) or tree.lower[at] in bound):
        return verb  # "was ordered to remain in jail", not "was ordered to arrest"
    who = tree.subject(verb)
    by_court = who is not None and tree.lower[who] in words("custody", "court")
    named = who is not None and any(tree.lower[c] in words("custody", "court") for c in tree.children[who])
    return verb if by_court or named else at


def _gives_up(scene: Scene, at: int) -> bool:
    """Whether somebody surrenders himself, not a thing and not to a feeling."""
    tree = scene.tree
    thing = any(not tree.lower[c].endswith("self") for c in tree.having(at, "obj"))
    to = tree.oblique(at, "to")
    taker = to is None or not words("custody", "officers").isdisjoint(tree.lower[i] for i in tree.phrase(to))
    return taker and not thing and not tree.passive(at)


def _from_custody(scene: Scene, at: int) -> bool:
    """Whether somebody escaped from custody, not from danger."""
    tree = scene.tree
    if any(
        tree.lower[c] in words("custody", "stint") | words("custody", "verdict")
        for c in tree.having(at, "obj")
    ):
        return False  # "escaped a jail term"
    if not words("custody", "spared").isdisjoint(tree.lower[slice(*tree.sentence(at))]):
        return False  # "escaped jail with a suspended sentence"
    below = {tree.lower[i] for i in tree.phrase(at) if not _is_of_a_child(scene, i)}
    if tree.oblique(at, "from") is None:  # "guards found that he had escaped through a tunnel"
        told = (i for i in range(*tree.sentence(at)) if not _is_of_a_child(scene, i))
        below |= {tree.lower[i] for i in told} & words("custody", "warders")
    elif _breaks_out(scene, at):
        return True
    return bool(below & (words("custody", "places") | words("custody", "warders")))


def _breaks_out(scene: Scene, at: int) -> bool:
    """Whether who leaves a place by its name does so as prisoners do: "escaped from San Telmo by rope"."""
    tree = scene.tree
    place = tree.oblique(at, "from")
    by = {tree.lower[i] for i in tree.phrase(at)} & words("custody", "breakout")
    mention = scene.mentions.of(place, "PLACE", "ORG") if place is not None else None
    return bool(by) and mention is not None and not is_country(mention.name)


def _is_of_a_child(scene: Scene, at: int) -> bool:
    """Whether custody is that of a parent: "a custody battle"."""
    return not words("custody", "parental").isdisjoint(scene.tree.lower[at + 1 : at + 2])


def _by_force(scene: Scene, at: int) -> bool:
    """Whether somebody is rescued from captors, as a sentence tells of a raid or of hostages."""
    first, last = scene.tree.sentence(at)
    rescued = scene.tree.lower[at] in words("custody", "rescuing")
    return rescued and not words("custody", "raiding").isdisjoint(scene.tree.lower[first:last])


def _by_thing(scene: Scene, at: int) -> bool:
    """Whether nobody holds somebody but a thing or a feeling: "was detained by traffic"."""
    tree = scene.tree
    last = min(tree.sentence(at)[1], at + FAR)
    by = next((i for i in range(at + 1, last) if tree.lower[i] == "by"), last)
    behind = tree.lower[by : min(last, by + NEAR)]
    return not words("custody", "no_captor").isdisjoint(behind)


def _is_lifted(scene: Scene, at: int) -> bool:
    """Whether an arrest is told of as over: "lifted her house arrest", "his detention ended"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    ended = tree.relation(at) in ("obj", "nsubj") and tree.lower[verb] in words("custody", "lifting")
    return ended and tree.lower[at] in words("custody", "lasting")


def _told(scene: Scene, at: int) -> bool:
    """Whether an arrest is told of as done: confirmed or condemned, not sought."""
    tree = scene.tree
    head, relation = tree.lower[tree.words.heads[at]], tree.relation(at)
    printed = any(tree.lower[c] in words("custody", "printed") for c in tree.having(at, "compound"))
    if (
        printed  # "his press release"
        or _titled(scene, at)
        or relation == "nmod"
        or any(case in words("custody", "sought") for case in tree.cases(at))
    ):
        return False
    return head not in words("custody", "seek")


def _of_custody(scene: Scene, at: int) -> bool:
    """Whether a report speaks of custody near a word, so that a release is one from it, and of no letter."""
    places = words("custody", "places") - words("custody", "healed")
    near = scene.tree.lower[max(0, at - AROUND) : at + AROUND]
    return not (places | words("custody", "held_words")).isdisjoint(near)


def _titled(scene: Scene, at: int) -> bool:
    """Whether a release is a work with a title or a year: "his 2009 release Together"."""
    tree = scene.tree
    behind = tree.text[slice(*tree.words.spans[at + 1])] if at + 1 < len(tree.words) else ""
    title = behind[:1].isupper() and behind.lower() not in entries("no_names")
    return title or any(tree.words.upos[c] == "NUM" and c < at for c in tree.children[at])


KIND = Kind(
    name="custody",
    about="person",
    forms=lines("custody_forms"),
    wording="Is X in custody?",
    example="Is Lucia Moreno in custody?",
    find=find,
    changes=True,
)
