"""Life: is somebody alive or dead?

Death is final. Who is wounded is alive, whether that is denied or not.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.claim import Claim
from sayso.questions.kind import Kind
from sayso.questions.people.death_nouns import by_nouns, untrue_rumours
from sayso.questions.people.deaths import to_death
from sayso.questions.people.described import described_anew, only_one
from sayso.questions.people.dying import who_of
from sayso.questions.people.fates import fatally_hurt, gone, identified, lost_kin, only_survivors
from sayso.questions.people.kin import by_kin
from sayso.questions.people.life_told import tells
from sayso.questions.people.nearest import not_source, who_before
from sayso.questions.people.victims import named
from sayso.questions.speaking import speaking
from sayso.questions.subjects import same_name
from sayso.questions.text.frames import Match, matches
from sayso.questions.text.making import make
from sayso.questions.text.scene import Scene
from sayso.questions.text.withdrawals import taken_back
from sayso.questions.vocabulary import lines, words

__all__ = ["KIND"]

BACK = 60
"""Words looked back over to where a noun's phrase begins."""

ALIVE, DEAD = "alive", "dead"


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report that somebody is alive or dead."""
    told = ((claim, m) for m in _matches(scene) for claim in _claims(scene, m))
    found = [(claim, "lasting" in match.frame.marks) for claim, match in told]
    others = (untrue_rumours, identified, fatally_hurt, lost_kin, gone)
    found += [(claim, False) for told_by in others for claim in told_by(scene)]
    found += [(claim, True) for claim in only_survivors(scene)]
    found = [(claim, lasting) for claim, lasting in found if not _tells_own_death(scene, claim)]
    told_before = sorted((claim for claim, _ in found), key=lambda claim: claim.span[0][0])
    found += [(claim, False) for claim in taken_back(scene, told_before, {ALIVE: DEAD, DEAD: ALIVE})]
    dead = {(c.subject.name, c.authority) for c, _ in found if c.value == DEAD}
    yield from _introduced(scene, {name for name, _ in dead})
    for claim, lasting in found:
        if not (lasting and (claim.subject.name, claim.authority) in dead):
            yield claim
    yield from speaking(scene)


def _tells_own_death(scene: Scene, claim: Claim) -> bool:
    """Whether a pronoun was taken for the one who tells of a death: "Roe, who announced his death"."""
    if claim.value != DEAD or claim.source_kind != "person":
        return False
    apart = claim.source in scene.named and claim.subject.name in scene.named  # "his son, Ann Roe"
    return claim.source == claim.subject.name or (same_name(claim.source, claim.subject.name) and not apart)


def _matches(scene: Scene) -> Iterator[Match]:
    """The places where a life is told of by words of a list, or a death by "to death"."""
    yield from matches(scene.tree, "life_frames")
    yield from to_death(scene.tree, DEAD)


def _claims(scene: Scene, match: Match) -> Iterator[Claim]:
    """The claims that a frame makes, one for each of those whom it tells of."""
    if match.frame.part == "noun":
        yield from by_nouns(scene, match)
        return
    who = who_of(scene, match) if tells(scene, match) else None
    at, value = match.at, match.frame.value
    if who is None or (value == ALIVE and scene.tree.lower[who] in words("naming", "person_head")):
        return
    who = not_source(scene, at, who)
    opposite, lasting = DEAD if value == ALIVE else ALIVE, "lasting" in match.frame.marks
    near = who_before(scene, at, match.frame.part)
    told = list(named(scene, who, at)) if near is None else [scene.subject(near)]
    if scene.tree.relation(at) != "amod" and (not told or told[0].name not in scene.named):
        told = [one] if (one := only_one(scene, who)) is not None else told  # "the captain of the Arle"
    for subject in told or filter(None, [described_anew(scene, who) or by_kin(scene, who)]):
        claim = make(
            scene,
            "life",
            subject,
            value,
            at,
            opposite=opposite,
            change=value == DEAD,
            lasting=lasting,
            presupposed="manner" in match.frame.marks or _is_owned_up_to(scene, match),
        )
        if claim is not None:
            yield claim


def _is_owned_up_to(scene: Scene, match: Match) -> bool:
    """Whether only who did it is denied or told, and not that somebody died: "denies killing his wife"."""
    tree, at = scene.tree, match.at
    doing = match.frame.part == "patient" and tree.lower[at].endswith("ing")
    bare = not any(True for _ in tree.having(at, "nsubj", "nsubj:pass", "aux:pass"))
    return doing and bare and tree.lower[tree.words.heads[at]] in words("stance", "deny")


def _introduced(scene: Scene, dead: set[str]) -> Iterator[Claim]:
    """The dead told of before they are named: "killed a doctor", and later "Dr. Ann Roe was killed"."""
    tree = scene.tree
    for match in _matches(scene) if dead else ():
        if match.frame.value != DEAD or match.frame.part == "noun" or not tells(scene, match):
            continue
        who = who_of(scene, match)
        if who is None or not words("amounts", "a").intersection(tree.lower[c] for c in _opening(scene, who)):
            continue
        called = scene.mentions.described(tree.lower[who]) if scene.person(who) is None else []
        later = [n for n in called if n.name in dead and n.mentions[0].start > tree.words.spans[who][1]]
        if len(later) == 1 and tree.lower[who] in words("naming", "role") - words("life", "anybody"):
            claim = make(scene, "life", scene.subject(later[0]), DEAD, match.at, opposite=ALIVE, change=True)
            if claim is not None:
                yield claim


def _opening(scene: Scene, noun: int) -> range:
    """The words right before a noun that belong to its phrase, wherever the parse hung them."""
    first = noun
    while first > max(0, noun - BACK) and scene.tree.words.upos[first - 1] in (
        "ADJ",
        "NOUN",
        "PROPN",
        "PUNCT",
        "DET",
    ):
        first -= 1
    return range(first, noun)


KIND = Kind(
    name="life",
    about="person",
    forms=lines("life_forms"),
    wording="Is X alive?",
    example="Is Daniel Okoro alive?",
    find=find,
    final=DEAD,
)
