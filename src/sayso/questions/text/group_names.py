"""What a group is called that is a source by a common noun: "its command", "the rebels", "the party"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.questions.text.nations import is_country
from sayso.questions.text.party_names import tidy
from sayso.questions.vocabulary import words
from sayso.reading.annotations import Attribution

if TYPE_CHECKING:
    from sayso.questions.text.scene import Scene

__all__ = ["apposed", "explained", "in_full", "lengthened", "organ", "rebels"]


def in_full(scene: Scene) -> dict[str, str]:
    """The whole names of groups by their last words, in lower case: what the recogniser may cut short."""
    found: dict[str, str] = {}
    known = words("parties", "party") | words("parties", "anaphor")
    for at, word in enumerate(scene.tree.lower):
        whole = scene.mentions.proper(at) if word in known else None
        if whole and " " in whole and whole.lower().endswith(f" {word}"):
            found.setdefault(word, tidy(whole))
    return found


def lengthened(scene: Scene, name: str) -> str:
    """A group's name with what the recogniser left out before it: "Alliance" of "March 9 Alliance"."""
    return scene.group_names.get(name.lower(), name)


def organ(scene: Scene, attribution: Attribution, text: str, name: str) -> str | None:
    """What speaks for the subject of its sentence, with whose it is: "its command" is the "army command"."""
    if name.rpartition(" ")[2] not in words("sources", "organ") or not text.lower().startswith("its "):
        return None
    tree = scene.tree
    at = tree.at(attribution.source[0][0])
    subjects = (i for i in range(tree.sentence(at)[0], at) if tree.relation(i) == "nsubj")
    who = next((i for i in subjects if tree.words.upos[i] in ("NOUN", "PROPN")), None)
    return f"{scene.called(who)} {name}" if who is not None else None


def rebels(scene: Scene, attribution: Attribution, name: str) -> str | None:
    """The group by name that "the rebels" are, where the sentence before is about it."""
    if name not in words("parties", "anaphor") or not name.endswith("s"):
        return None
    tree = scene.tree
    first = tree.sentence(tree.at(attribution.source[0][0]))[0]
    main = next((i for i in range(*tree.sentence(max(0, first - 1))) if tree.relation(i) == "root"), None)
    who = tree.subject(main) if first and main is not None else None
    if who is None or tree.words.upos[who] != "PROPN" or is_country(scene.called(who)):
        return None
    named = scene.mentions.of(who)
    if named is not None and named.label == "PERSON" and " " in named.name:
        return None
    own = scene.mentions.proper(who)
    return tidy(own) if own else None


def explained(scene: Scene) -> dict[str, tuple[int, str]]:
    """The nouns to which a report joins a group's name first, with where: "her party, the Blue Alliance"."""
    found: dict[str, tuple[int, str]] = {}
    tree = scene.tree
    for at in range(len(tree.lower) - 3):
        if tree.lower[at] in words("parties", "anaphor") and tree.lower[at + 1] == ",":
            behind = at + 3 if tree.words.upos[at + 2] == "DET" else at + 2
            mention = scene.mentions.covering(behind)
            if mention is not None and mention.label == "ORG":
                found.setdefault(tree.lower[at], (at, tidy(tree.text[mention.start : mention.end])))
    return found


def apposed(scene: Scene, attribution: Attribution, noun: str) -> str | None:
    """What a report calls a group by name before a source that a noun names.

    Behind what it says it is also a group that the recogniser passed over: "the March 9 Alliance has taken
    Arle, the rebel movement said".
    """
    from sayso.questions.text.parties import last_unseen

    tree, start = scene.tree, attribution.source[0][0]
    at, name = scene.group_nouns.get(noun, (len(tree.lower), None))
    if at < tree.at(start):
        return name
    behind = attribution.type == "indirect" and attribution.content[0][0] < start
    return last_unseen(scene, tree.at(start), tree.sentence(tree.at(start))[0]) if behind else None
