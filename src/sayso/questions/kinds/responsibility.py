"""Responsibility: who was behind an event?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from sayso.questions.claim import Claim, against, denied, exclusive
from sayso.questions.kind import Kind
from sayso.questions.responsibility.acts import by, committed, did, did_it, downed, fatal, perished
from sayso.questions.responsibility.blame import (
    behind,
    blamed,
    guilty,
    involved,
    nothing,
    said_of,
    suspecting,
)
from sayso.questions.responsibility.deeds import is_deed
from sayso.questions.responsibility.denials import (
    answered,
    called_false,
    cleared,
    disclaimed,
    innocent,
    never,
)
from sayso.questions.responsibility.fault import (
    alleged_against,
    at_door,
    at_fault,
    involved_in,
    laid,
    linked,
    pointed,
    to_blame,
    unaccused,
)
from sayso.questions.responsibility.intrusions import intruded
from sayso.questions.responsibility.means import (
    at_behest,
    at_hands,
    ordered,
    seized,
    sent,
    set_ablaze,
    struck,
    wielded,
)
from sayso.questions.responsibility.own_word import (
    claimed,
    confessed,
    it_was,
    owned,
    partaker,
    pleaded,
    unclaimed,
)
from sayso.questions.responsibility.suspects import called, identified
from sayso.questions.text.events import held, is_placed
from sayso.questions.text.nations import nation
from sayso.questions.text.party_names import same_party
from sayso.questions.text.same_events import akin
from sayso.questions.text.scene import Scene
from sayso.questions.text.stance import stance
from sayso.questions.vocabulary import lines, words

__all__ = ["KIND"]

Finder = Callable[[Scene, int], Claim | None]
"""What makes a claim of a word, or None."""


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report of who did something, claims to have, is blamed or suspected.

    Who denies a deed and says who did it only says the latter.
    """
    told = dict(_told(scene))
    found = list(told.values())
    for at, claim in told.items():
        if claim.denial and _named_instead(claim, found):
            continue
        if _is_before(scene, at) and any(other.value != claim.value for other in found):
            continue
        if not (_is_past(scene, at) and _answered_since(claim, found)):
            yield claim


def _is_past(scene: Scene, at: int) -> bool:
    """Whether a word stands in a clause that tells what was before: "which had claimed responsibility"."""
    tree = scene.tree
    verbs = (at, tree.words.heads[at])
    return any(tree.words.deprels[verb] == "acl:relcl" and stance(tree, verb).past for verb in verbs)


def _is_before(scene: Scene, at: int) -> bool:
    """Whether a word only tells after what somebody does: "days after it accused them, the navy said"."""
    tree = scene.tree
    marks = {tree.lower[c] for c in tree.having(at, "mark")}
    who = tree.agent(at)
    pronoun = who is not None and tree.words.upos[who] == "PRON" and tree.words.heads[at] > at
    return pronoun and tree.relation(at) == "advcl" and bool(marks & words("events_apart", "after"))


def _answered_since(claim: Claim, found: Sequence[Claim]) -> bool:
    """Whether a source says the opposite of a claim of its own in the same report."""
    same = (c for c in found if c.value == denied(claim.value) and c.authority == claim.authority)
    return any(akin(c.subject.terms, claim.subject.terms) for c in same)


def _named_instead(denial: Claim, found: Sequence[Claim]) -> bool:
    """Whether the source of a denial names somebody else for the same event."""
    whose = f" {denial.authority}"
    others = (c for c in found if not against(c.value) and akin(c.subject.terms, denial.subject.terms))
    own = (c for c in others if whose.endswith(f" {c.authority}") or c.source == denial.source)
    return any(not same_party(c.value, against(denial.value) or "") for c in own)


def _told(scene: Scene) -> Iterator[tuple[int, Claim]]:
    """What the words of a report tell, one after another, each with its word."""
    made: list[Claim] = []
    told: dict[int, str] = {}
    for at, word in enumerate(scene.tree.lower):
        found = _found(scene, at, word)
        if found is None:
            found = _answered(scene, at, word, made)
        if found is None or found.value in _told_above(scene, at, told):
            continue
        told[at] = found.value
        found = _where_blamed(scene, at, found, made)
        made.append(found)
        yield at, found


def _where_blamed(scene: Scene, at: int, claim: Claim, made: Sequence[Claim]) -> Claim:
    """A denial that tells no place, of what somebody was blamed for before: "denied a part in the attack"."""
    actor = against(claim.value)
    if actor is None or is_placed(scene, at, actor):
        return claim
    same = (c for c in reversed(made) if same_party(against(c.value) or c.value, actor))
    before = next((c for c in same if akin(c.subject.terms, claim.subject.terms)), None)
    places = {*claim.subject.places, *(before.subject.places if before else ())}
    return replace(claim, subject=replace(claim.subject, places=tuple(sorted(places))))


def _told_above(scene: Scene, at: int, told: Mapping[int, str]) -> set[str]:
    """What the words above one in its clause told: "charged with ordering it" tells one thing."""
    found: set[str] = set()
    for above in scene.tree.above(at):
        own = scene.tree.relation(at) == "ccomp" and any(True for _ in scene.tree.having(at, "nsubj"))
        if own or scene.tree.relation(at) in ("conj", "parataxis"):
            break
        found |= {told[above]} if above in told else set()
        at = above
    return found


def _found(scene: Scene, at: int, word: str) -> Claim | None:
    """The claim that a word tells, by the first list that has it with its part of speech."""
    upos = scene.tree.words.upos[at]
    upos = "NOUN" if upos == "PROPN" and scene.mentions.covering(at) is None else upos  # "Responsibility"
    for wanted, finder in _finders().get(word, ()):
        if wanted in ("", upos) and (found := finder(scene, at)) is not None:
            return found
    if is_deed(word):
        return did(scene, at) if upos == "VERB" else by(scene, at)
    if upos == "VERB" and word in words("responsibility", "pointing"):
        return identified(scene, at)
    return identified(scene, at) if word in words("naming", "named") else None


@cache
def _finders() -> dict[str, list[tuple[str, Finder]]]:
    """What makes claims of each word, with the part of speech it must have, in the order of the lists."""
    found: dict[str, list[tuple[str, Finder]]] = defaultdict(list)
    for key, wanted, finder in FINDERS:
        for word in words("responsibility", key):
            found[word].append((wanted, finder))
    return dict(found)


def _answered(scene: Scene, at: int, word: str, made: Sequence[Claim]) -> Claim | None:
    """The denial that a word tells, by what was found before it."""
    for key, finder in ANSWERS:
        if word in words("responsibility", key) and (found := finder(scene, at, made)) is not None:
            return found
    return None


def same_actor(one: str, other: str) -> bool:
    """Whether two values can be one actor: one party, or a name and what he is ("police officer")."""
    if same_party(one, other):
        return True
    return _may_describe(one, other) or _may_describe(other, one)


def _may_describe(told: str, name: str) -> bool:
    """Whether a noun may tell what somebody by name is: a person, and no group or country."""
    single = words("responsibility", "described") | words("responsibility", "believer")
    if told.rpartition(" ")[2] not in single or nation(name) is not None:
        return False
    groups = words("parties", "party") | words("parties", "members") | words("parties", "anaphor")
    groups |= words("responsibility", "collective")
    parts = name.split()
    alike = len(parts) > 1 and all(part[:1].isupper() for part in parts)
    return alike and groups.isdisjoint(part.lower() for part in parts)


FINDERS: tuple[tuple[str, str, Finder], ...] = (
    ("responsibility", "NOUN", claimed),
    ("responsibility", "NOUN", involved),
    ("share", "NOUN", disclaimed),
    ("share", "NOUN", partaker),
    ("share", "NOUN", involved),
    ("owned", "VERB", owned),
    ("to_blame", "", to_blame),
    ("blame", "VERB", blamed),
    ("suspect", "NOUN", suspecting),
    ("laid", "NOUN", laid),
    ("alleged", "NOUN", alleged_against),
    ("telling", "", said_of),
    ("nothing", "", nothing),
    ("behind", "", behind),
    ("responsible", "", behind),
    ("guilty", "", guilty),
    ("at_fault", "NOUN", at_fault),
    ("linked", "VERB", linked),
    ("pointed", "VERB", pointed),
    ("involved", "", involved_in),
    ("commit", "VERB", committed),
    ("wield", "VERB", wielded),
    ("striking", "VERB", struck),
    ("intruding", "VERB", intruded),
    ("taking_data", "VERB", intruded),
    ("visiting", "VERB", intruded),
    ("fatal", "VERB", fatal),
    ("perish", "VERB", perished),
    ("bringing", "VERB", downed),
    ("doing_it", "VERB", did_it),
    ("sending", "VERB", sent),
    ("order", "NOUN", ordered),
    ("hostage", "", seized),
    ("ablaze", "", set_ablaze),
    ("on_fire", "NOUN", set_ablaze),
    ("hands", "NOUN", at_hands),
    ("behest", "NOUN", at_behest),
    ("harming", "VERB", did),
    ("confess", "VERB", confessed),
    ("plea", "NOUN", pleaded),
    ("unclaim", "VERB", unclaimed),
    ("unclaim", "VERB", unaccused),
    ("at_door", "NOUN", at_door),
    ("us", "PRON", it_was),
    ("cleared", "VERB", cleared),
    ("doer", "NOUN", called),
    ("somebody", "NOUN", called),
    ("planner", "NOUN", called),
)
"""Lists of words, the part of speech that a word must have, and what makes a claim of it."""

ANSWERS: tuple[tuple[str, Callable[[Scene, int, Sequence[Claim]], Claim | None]], ...] = (
    ("disclaim", answered),
    ("innocent", innocent),
    ("alleged", called_false),
    ("never", never),
)
"""Lists of words, and what makes a denial of one by what the report told before."""

KIND = Kind(
    name="responsibility",
    about="event",
    forms=lines("responsibility_forms"),
    wording="Who was behind the X?",
    example="Who was behind the Karrad bombing?",
    find=find,
    conflict=exclusive(same_actor),
    subject=lambda name, text: held(name),
)
