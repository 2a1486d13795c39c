"""Custody: is somebody held, or free?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from sayso.questions.claim import Claim, Subject
from sayso.questions.dates import bounds
from sayso.questions.kind import Kind
from sayso.questions.people.apart import set_off
from sayso.questions.people.arrests import is_lifted, is_told, of_custody
from sayso.questions.people.capture import given_to, is_custody
from sayso.questions.people.described import described_anew, only_one
from sayso.questions.people.named_dead import said_to_be
from sayso.questions.people.nearest import behind_was, not_source, who_before
from sayso.questions.people.owned import whose
from sayso.questions.people.prison import (
    apposed,
    commuted,
    imprisoned,
    is_out,
    is_sent,
    leaving,
    on_bail,
    placed,
    to_freedom,
)
from sayso.questions.people.stories import untrue_stories
from sayso.questions.people.victims import named
from sayso.questions.text.frames import Match, matches
from sayso.questions.text.making import make
from sayso.questions.text.scene import Scene
from sayso.questions.text.withdrawals import taken_back
from sayso.questions.vocabulary import lines, words

__all__ = ["KIND"]

OPPOSITE = {"held": "free", "free": "held"}

_PARTS = {
    "apposed": apposed,
    "term": imprisoned,
    "bail": on_bail,
    "commuted": commuted,
    "leaving": leaving,
    "freedom": to_freedom,
}
"""How whom a frame tells of is found, for the parts that custody alone has."""


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report that somebody is held or free."""
    told = list(_told(scene))
    found = [_until(scene, at, claim, told) for at, claim in told]
    yield from found
    yield from untrue_stories(scene, "custody", told, OPPOSITE)
    yield from taken_back(scene, sorted(found, key=lambda claim: claim.span[0][0]), OPPOSITE)


def _until(scene: Scene, at: int, claim: Claim, told: list[tuple[int, Claim]]) -> Claim:
    """A claim with the day until which it is so, where its own sentence tells of its end."""
    end = next((change for verb, change in told if _is_over(scene, at, claim, verb, change)), None)
    if end is None:
        return claim
    times = (bounds(time) for time in (end.about, end.said, end.report.published))
    day = min((last for _, last in filter(None, times)), default=date.max)
    if day == date.max:
        return claim
    change = claim.change and not _is_aside(scene, at)
    return replace(claim, about=f"../{day - timedelta(days=1)}", change=change)


def _is_aside(scene: Scene, at: int) -> bool:
    """Whether a participle tells by the way from what somebody was freed: "Roe, seized in May, is free"."""
    tree = scene.tree
    return tree.words.deprels[at] == "acl" and not any(True for _ in tree.having(at, "aux", "cop"))


def _is_over(scene: Scene, at: int, state: Claim, verb: int, change: Claim) -> bool:
    """Whether a state, or an arrest told as a thing, is over: "who was on the run, was arrested"."""
    tree = scene.tree
    noun = tree.words.upos[at] == "NOUN" and any(True for _ in tree.having(at, "nmod:poss"))
    if (
        (state.change and not noun and not _is_aside(scene, at))
        or state.denial
        or not change.change
        or state.value == change.value
    ):
        return False
    same = state.subject.name == change.subject.name and state.authority == change.authority
    return same and at < verb and tree.sentence(at) == tree.sentence(verb)


def _told(scene: Scene) -> Iterator[tuple[int, Claim]]:
    """The claims that words of custody make, each with the word that makes it."""
    for match in matches(scene.tree, "custody_frames"):
        if match.frame.part == "named":
            told = [(name, name) for name in _inmates(scene, match.at)]
        else:
            told = [found] if (found := _who(scene, match) or _those(scene, match)) is not None else []
        for who, verb in told:
            if not _is_anybody(scene, who):
                yield from ((verb, claim) for claim in _claims(scene, match, who, verb))


def _is_anybody(scene: Scene, who: int) -> bool:
    """Whether a pronoun stands for anybody: "if one doubts it, he is sent to prison"."""
    tree = scene.tree
    if tree.words.upos[who] != "PRON":
        return False
    before = range(tree.sentence(who)[0], who)
    one = (i for i in before if tree.words.upos[i] in ("PRON", "NOUN", "NUM") and tree.relation(i) == "nsubj")
    return any(tree.lower[i] in words("custody", "anybody") and not tree.oblique(i, "of") for i in one)


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
    change = "change" in frame.marks or (frame.part == "predicate" and is_sent(scene, at))
    over = (frame.part == "noun" and is_lifted(scene, at)) or (
        frame.part == "predicate" and is_out(scene, at)
    )
    value = "free" if over else given_to(scene, at) if "taker" in frame.marks else frame.value
    if value is None:
        return
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
    if (near := who_before(scene, match.at, match.frame.part)) is not None:
        return [scene.subject(near)]
    found = scene.everyone(who)
    if found and found[0].name in scene.named:
        return found
    if (one := only_one(scene, who)) is not None:
        return [one]
    if found:
        return found
    if (one := described_anew(scene, who)) is not None:
        return [one]
    if match.frame.part == "patient" and not scene.tree.lower[match.at].endswith("ing"):
        # not "the one holding the spotlight was Ann Roe"
        inmates = [one for name in _inmates(scene, match.at) if (one := scene.person(name)) is not None]
        if inmates:
            return inmates
    return list(named(scene, who, _begin(scene, match.at))) if match.frame.part != "noun" else []


def _begin(scene: Scene, at: int) -> int:
    """The first word of a predicate: "are" of "are still behind bars", "was" of "was flown to freedom"."""
    tree = scene.tree
    cop = any(True for _ in tree.having(at, "cop"))
    verb = at if cop or tree.words.upos[at] == "VERB" else tree.words.heads[at]
    verb = tree.words.heads[verb] if tree.relation(verb) == "xcomp" else verb  # "managed to escape"
    return min((verb, *tree.having(verb, "aux", "cop")))


def _who(scene: Scene, match: Match) -> tuple[int, int] | None:
    """Of whom a frame tells, and the verb that tells it; None where it is not of custody."""
    at, frame = match.at, match.frame
    verb = at
    if frame.part == "noun":
        told = is_lifted(scene, at) or is_told(scene, at, frame.value)
        who = whose(scene, at) if told else None
    elif frame.part == "predicate":
        who, verb = placed(scene, at), _ordered(scene, _verb(scene, at))
    elif frame.part in _PARTS:
        who, verb = _PARTS[frame.part](scene, at), _ordered(scene, at)
    else:
        who, verb = _part(scene, match), _ordered(scene, at)
    return (not_source(scene, verb, who), verb) if who is not None else None


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
    return who if not town and is_custody(scene, match) else None


def _patient(scene: Scene, at: int) -> int | None:
    """To whom a verb does it; in a headline its bare subject: "Defector arrested in Arle"."""
    tree = scene.tree
    beside = behind_was(scene, at) or _right_before(scene, at)
    who = beside if beside is not None else tree.patient(at)
    ranked = who is not None and tree.lower[who] in words("custody", "ranked")
    if who is not None and (ranked or tree.words.upos[who] in ("ADJ", "NUM")):  # "the last of the men, Bo Li"
        named = any(tree.words.upos[c] == "PROPN" for c in tree.having(who, "appos"))
        of = tree.oblique(who, *words("naming", "of"))
        return of if of is not None and not named else who
    if who is not None and tree.words.deprels[who] == "nsubj:pass" and (done := _done_to(scene, at, who)):
        return done
    if who is not None or any(True for _ in tree.having(at, "obj", "aux")):
        return who
    own = next((c for c in tree.having(at, "nsubj") if c < at), None)
    bare = own is not None and tree.words.upos[own] in ("NOUN", "PROPN")
    main = tree.relation(at) in ("root", "conj", "parataxis", "ccomp")
    ends = not {"DET", "NOUN", "PROPN", "PRON", "ADJ"}.intersection(tree.words.upos[at + 1 : at + 2])
    return own if bare and main and ends and tree.lower[at].endswith("ed") else set_off(scene, at)


def _right_before(scene: Scene, at: int) -> int | None:
    """Whose name a comma sets off right before a participle: "freedom for Ann Roe, jailed since May"."""
    tree = scene.tree
    bare = not any(True for _ in tree.having(at, "nsubj", "obj", "aux", "mark"))
    if at < 2 or tree.lower[at - 1] != "," or tree.words.deprels[at] not in ("advcl", "acl") or not bare:
        return None
    if tree.lower[at].endswith("ing"):
        return None
    return at - 2 if scene.mentions.of(at - 2, "PERSON") is not None else None


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
    called = {*subject.also, *scene.tree.lower[max(0, who - 1) : who + 1]}
    played = not words("custody", "player").isdisjoint(called)
    return played and scene.tree.lower[at] in words("custody", "releasing") and not of_custody(scene, at)


def _verb(scene: Scene, at: int) -> int:
    """The verb that a word for a place or state of custody stands behind, or the word itself."""
    tree = scene.tree
    return tree.words.heads[at] if tree.relation(at) in ("obl", "xcomp", "advmod", "amod") else at


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


KIND = Kind(
    name="custody",
    about="person",
    forms=lines("custody_forms"),
    wording="Is X in custody?",
    example="Is Lucia Moreno in custody?",
    find=find,
    changes=True,
)
