"""Control: who holds a place?

Entering or besieging a place is not holding it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from sayso.questions.claim import Claim, Subject, against, denied, exclusive
from sayso.questions.kind import Kind
from sayso.questions.territory.ground import ground
from sayso.questions.territory.holders import holder_name
from sayso.questions.territory.holding import Holding
from sayso.questions.territory.nouns import held_by_nouns
from sayso.questions.territory.verbs import held_by_verbs
from sayso.questions.text.making import make
from sayso.questions.text.nations import is_country, nation
from sayso.questions.text.party_names import same_party, tidy
from sayso.questions.text.scene import Scene
from sayso.questions.text.ships import ship
from sayso.questions.vocabulary import lines, words

__all__ = ["KIND"]


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report of who holds, takes or loses a place."""
    found = list(_latest(list(_all(scene))))
    holders = {by for claim in found if not against(claim.value) for by in (_by(claim), _whose(claim))}
    lost = {_by(claim) for claim in found if against(claim.value) and claim.change}
    for claim in found:
        if not against(claim.value):  # who holds what another has lost holds it only now
            yield replace(claim, change=True) if _by(claim) in lost else claim
        elif _by(claim) not in holders and _whose(claim) not in holders:
            yield claim


def _latest(found: list[Told]) -> Iterator[Claim]:
    """The claims without those that a source told before it told who holds the place "now"."""
    news = [told for told in found if told.now]
    for claim, at, _ in found:
        others = (new for new in news if new.at > at and _by(new.claim) == _by(claim))
        if all(new.claim.value == claim.value for new in others):
            yield claim


def _by(claim: Claim) -> tuple[str, str]:
    """Of what place a claim is, and on whose authority."""
    return claim.subject.name.lower(), claim.authority


def _whose(claim: Claim) -> tuple[str, str]:
    """Of what place a claim is, and who says it himself: a spokesman may go on as "he"."""
    return claim.subject.name.lower(), claim.source


class Told(NamedTuple):
    """A claim, the word that tells it, and whether it tells who holds the place "now"."""

    claim: Claim
    at: int
    now: bool


def _all(scene: Scene) -> Iterator[Told]:
    """The claims of a report."""
    tree = scene.tree
    for holding in (*held_by_verbs(scene), *held_by_nouns(scene)):
        now = any(tree.lower[c] in words("control", "now") for c in tree.having(holding.at, "advmod"))
        if (claim := _made(scene, holding)) is not None:
            yield Told(claim, holding.at, now and not against(claim.value))
    for at, word in enumerate(tree.lower):
        if word in words("control", "held") and (claim := _held(scene, at)) is not None:
            yield Told(claim, at, False)


def _held(scene: Scene, at: int) -> Claim | None:
    """A place that is called "rebel-held"."""
    tree = scene.tree
    if tree.lower[at - 1 : at] != ["-"] or at < 2:
        return None
    noun = next((a for a in tree.above(at) if tree.words.upos[a] in ("NOUN", "PROPN")), None)
    where = ground(scene, at, noun) if noun is not None else None
    if noun is None or where is None:
        return None
    if any(tree.lower[c] in words("control", "former") for c in tree.having(noun, "amod")):
        return None
    word = tree.text[slice(*tree.words.spans[at - 2])]
    holder = (scene.mentions.proper(at - 2) or word).rstrip("-")
    common = words("control", "plural") | words("parties", "party")
    if at - 2 == tree.sentence(at)[0] and tree.lower[at - 2] in common:
        holder = holder.lower()
    if not holder[0].isupper() and holder not in common:
        return None  # "a rent-controlled flat"
    named = nation(holder) or groups_holder(holder)
    return make(scene, "control", Subject(where), named, at, opposite=denied(named))


def groups_holder(word: str) -> str:
    """The holder that the first part of "rebel-held" names."""
    return word + "s" if word in words("control", "plural") else word


def _made(scene: Scene, holding: Holding) -> Claim | None:
    at, holder, where, change, loses = holding
    name = holder_name(scene, holder) if holder is not None else None
    named = ground(scene, at, where) if where is not None else None
    if name and named and holder is not None and name.lower() == named.lower():
        word = scene.tree.lower[holder]
        name = word if word in words("parties", "anaphor") else None
    if name is None or named is None:
        return None
    if (nation(named) and not is_country(named)) or _is_vote(scene, at, holder):
        return None  # "lost two Americans"
    if loses and holder is not None and (not _can_lose(scene, at, holder) or _only_goes(scene, at, named)):
        return None
    value = denied(name) if loses else name
    claim = make(scene, "control", Subject(named), value, at, opposite=denied(value), change=change)
    return _in_full(scene, claim, name) if claim is not None else None


def _in_full(scene: Scene, claim: Claim, name: str) -> Claim:
    """A claim of "the army", where the one who makes it speaks for an army with a name, by that."""
    own = (full for full in scene.mentions.ending(name) if tidy(full).lower() == claim.authority)
    full = next(own, None)
    return claim if full is None else replace(claim, value=claim.value.replace(name, tidy(full)))


def _is_vote(scene: Scene, at: int, holder: int | None) -> bool:
    """Whether a place is won in an election: by a person, in a report of votes, or by so many of them."""
    tree = scene.tree
    first, last = tree.sentence(at)
    if not words("control", "ballots").isdisjoint(tree.lower[first:last]):
        return True
    if holder is not None and tree.lower[holder] in words("control", "parliamentary"):
        return True
    by = tree.oblique(at, "by", "with")
    if by is not None and tree.lower[by] in words("control", "margin"):
        return True
    polls = (tree.oblique(verb, "in", "at") for verb in (at, tree.words.heads[at]))
    if any(noun is not None and tree.lower[noun] in words("control", "voting") for noun in polls):
        return True
    if holder is None or scene.named_person(holder) is None:
        return False
    return tree.words.upos[at] == "VERB" and not words("control", "voting").isdisjoint(scene.lower)


def _can_lose(scene: Scene, at: int, holder: int) -> bool:
    """Whether who loses or leaves a place may have held it: no traveller."""
    he = words("naming", "he") | words("naming", "she") | words("naming", "i")
    told = scene.attribution(at) is not None  # "said that it had left", but not a storm that "left"
    he = he if told else he | words("control", "it")
    going = scene.tree.lower[at] in words("control", "going") and scene.tree.lower[holder] in he
    if ship(scene, holder) is not None:
        return False
    named = scene.named_person(holder)
    person = named is not None and (" " in named.name or bool(named.gender))
    return not person and not going


def _only_goes(scene: Scene, at: int, named: str) -> bool:
    """Whether forces only leave a country that they were in: that is no loss of control of it."""
    return is_country(named) and scene.tree.lower[at] in words("control", "going")


KIND = Kind(
    name="control",
    about="place",
    forms=lines("control_forms"),
    wording="Who controls X?",
    example="Who controls Sadiq?",
    find=find,
    conflict=exclusive(same_party),
    changes=True,
)
